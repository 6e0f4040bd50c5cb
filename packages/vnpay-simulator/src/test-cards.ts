import type { OutcomeName } from "./outcomes.ts";

/**
 * A card the simulator knows. `after` says what happens once the card form is right: a one-time
 * password first, or the end at once. `refusedOnForm` cards never get that far: the form says so and
 * the customer may try another, which is how an expired card behaves most often.
 */
export interface TestCard {
  readonly number: string;
  readonly kind: "domestic" | "international";
  readonly bank: string;
  readonly holder: string;
  readonly date: string;
  readonly cvv: string;
  readonly after: "password" | "at_once" | "refused_on_form";
  readonly otp: string;
  readonly outcome: OutcomeName;
}

const ncb = { kind: "domestic", bank: "NCB", holder: "NGUYEN VAN A", date: "07/15", cvv: "", after: "password", otp: "123456" } as const;
const napas = { ...ncb, date: "03/07", otp: "otp" } as const;
const foreign = { kind: "international", holder: "NGUYEN VAN A", date: "12/30", cvv: "123", otp: "123456", outcome: "success" } as const;

/** VNPAY's published sandbox cards. The ends of the three unhappy NCB cards are not documented; these are our choice. */
export const testCards: readonly TestCard[] = [
  { ...ncb, number: "9704198526191432198", outcome: "success" },
  { ...ncb, number: "9704195798459170488", outcome: "insufficient" },
  { ...ncb, number: "9704192181368742", outcome: "unregistered", after: "at_once" },
  { ...ncb, number: "9704193370791314", outcome: "locked", after: "at_once" },
  { ...ncb, number: "9704194841945513", outcome: "details", after: "refused_on_form" },
  { ...napas, number: "9704000000000018", outcome: "success" },
  { ...napas, number: "9704020000000016", outcome: "success" },
  { ...ncb, number: "9704310005819191", bank: "EXIMBANK", date: "10/26", outcome: "success" },
  { ...foreign, number: "4456530000001005", bank: "VISA", after: "at_once" },
  { ...foreign, number: "4456530000001096", bank: "VISA", after: "password" },
  { ...foreign, number: "5200000000001005", bank: "MASTERCARD", after: "at_once" },
  { ...foreign, number: "5200000000001096", bank: "MASTERCARD", after: "password" },
  { ...foreign, number: "3337000000000008", bank: "JCB", after: "at_once" },
  { ...foreign, number: "3337000000200004", bank: "JCB", after: "password" },
];

export const cardNumbered = (number: string | null): TestCard | undefined => testCards.find((card) => card.number === number);
