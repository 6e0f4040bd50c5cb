import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

export type Encoding = "br" | "gzip" | "identity";

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Bytes as a client takes them. @param quality of brotli: 11 for files that are compressed once and kept for good, less where somebody waits */
export async function compressed(plain: Buffer, encoding: Encoding, quality: number = constants.BROTLI_MAX_QUALITY): Promise<Buffer> {
  if (encoding === "br") return brotli(plain, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length, [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } });
  return encoding === "gzip" ? zip(plain, { level: quality === constants.BROTLI_MAX_QUALITY ? 9 : 6 }) : plain;
}

/** The best encoding a client takes. */
export function accepted(header: string | string[] | undefined): Encoding {
  const offers = new Map([header ?? ""].flat().join(",").split(",").map((offer) => {
    const [name = "", ...parameters] = offer.trim().toLowerCase().split(";");
    const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find((found) => found !== undefined);
    return [name.trim(), quality === undefined ? 1 : Number(quality)] as const;
  }));
  const takes = (name: string) => (offers.get(name) ?? offers.get("*") ?? 0) > 0;
  return takes("br") ? "br" : takes("gzip") ? "gzip" : "identity";
}

/** Whether a client has these very bytes already. */
export function isKnown(header: string | undefined, etag: string): boolean {
  return header !== undefined && header.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag || tag.trim() === "*");
}
