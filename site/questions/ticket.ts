import QRCode from "qrcode";
import { isDomainError, parseCode, type Locale } from "@xudong/domain";
import type { TicketView } from "@xudong/checkout";
import { orderKey } from "../actions/keys.ts";
import { keepPrivate, type Visit } from "../actions/visit.ts";

export type TicketPage = { locale: Locale; code: string; ticket: TicketView | undefined; qr: { path: string; size: number } | undefined };

/** The QR's dark squares as one SVG path, row by row. */
function squaresOf(text: string): { path: string; size: number } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  let path = "";
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) {
      let run = 0;
      while (x + run < modules.size && modules.get(y, x + run)) run++;
      if (run > 0) path += `M${x} ${y}h${run}v1h-${run}z`;
      x += run;
    }
  }
  return { path, size: modules.size };
}

/** A ticket, for a browser that holds the key of its order. */
export async function ticketPage(visit: Visit, locale: Locale): Promise<TicketPage> {
  keepPrivate(visit);
  const asked = visit.params["code"] ?? "";
  const code = parseCode(asked) ?? asked;
  const held = visit.request.headers.get("cookie")?.matchAll(/(?:^|; )order_([0-9A-Z]+)=/g) ?? [];
  for (const [, orderCode = ""] of held) {
    const ref = orderKey(visit, orderCode);
    if (ref === undefined) continue;
    try {
      const ticket = await visit.locals.market.ticket(code, ref);
      return { locale, code, ticket, qr: ticket.qrText === "" ? undefined : squaresOf(ticket.qrText) };
    } catch (error) {
      if (!isDomainError(error)) throw error;
    }
  }
  visit.response.status = 404;
  return { locale, code, ticket: undefined, qr: undefined };
}
