import type { Payment } from "./payment.ts";

/** One field of an EMVCo QR code: two digits of name, two of length, the value. */
const field = (id: string, value: string): string => `${id}${String(value.length).padStart(2, "0")}${value}`;

/**
 * What a merchant turns into a QR code on its own page.
 *
 * It has the form banks read (EMVCo, with its checksum), so that a shop's code for drawing it can be
 * tried; but it names a network that does not exist, so no banking app will ever pay it.
 */
export function qrContent({ tmnCode, txnRef, amount, id }: Payment): string {
  const hundredths = BigInt(amount);
  const cents = hundredths % 100n;
  const dong = `${hundredths / 100n}${cents === 0n ? "" : `.${String(cents).padStart(2, "0")}`}`;
  const open = [
    field("00", "01"),
    field("01", "12"),
    field("26", field("00", "invalid.vnpay-simulator") + field("01", tmnCode)),
    field("52", "5999"),
    field("53", "704"),
    field("54", dong),
    field("58", "VN"),
    field("59", "VNPAY GIA LAP"),
    field("60", "VIET NAM"),
    field("62", field("01", txnRef.slice(0, 25)) + field("05", String(id))),
  ].join("");
  const unsealed = `${open}6304`;
  return unsealed + checksum(unsealed);
}

/** CRC-16/CCITT-FALSE, four upper-case hex digits. */
export function checksum(text: string): string {
  let crc = 0xffff;
  for (const byte of Buffer.from(text, "utf8")) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, "0");
}
