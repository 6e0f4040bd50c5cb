/** Text as it is stored and compared: NFC, without invisible and control characters, outer spaces and runs of spaces. */
export function cleanLine(typed: string): string {
  return typed
    .toWellFormed()
    .replace(/\p{Cf}+/gu, "")
    .normalize("NFC")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
}

/** Vietnamese without its marks, in lower case: "Gốm Chu Đậu" and "gom chu dau" fold to the same text. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐÐð]/g, "d")
    .toLowerCase();
}

/** The address form of a title: "Bánh đậu xanh (hộp 300 g)" becomes "banh-dau-xanh-hop-300-g". */
export function slugOf(title: string): string {
  return fold(title)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}
