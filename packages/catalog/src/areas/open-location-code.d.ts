/** The package has no types of its own; this is what we use of it. */
declare module "open-location-code" {
  export class OpenLocationCode {
    isFull(code: string): boolean;
    isShort(code: string): boolean;
    encode(latitude: number, longitude: number, length?: number): string;
    decode(code: string): { latitudeCenter: number; longitudeCenter: number };
    /** Throws for anything that `isShort` refuses. */
    recoverNearest(code: string, latitude: number, longitude: number): string;
  }
}
