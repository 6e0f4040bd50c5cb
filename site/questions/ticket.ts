import QRCode from "qrcode";
import { isDomainError, parseCode, type Locale } from "@xudong/domain";
import type { TicketView } from "@xudong/checkout";
import { heldOrders } from "../actions/keys.ts";
import { orderRef } from "../actions/session.ts";
import { keepPrivate, type Visit } from "../actions/visit.ts";
import { orderCodeKey } from "../paths.ts";

export type TicketPage = { locale: Locale; code: string; ticket: TicketView | undefined; /** The tickets of its order, in their order. */ all: readonly TicketView[]; qr: { path: string; size: number } | undefined };

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
  const named = parseCode(visit.url.searchParams.get(orderCodeKey(locale)) ?? "");
  // A link from elsewhere may not name the order: then any whose key is here may be it, and the named one goes first.
  const held = heldOrders(visit).filter((ref) => ref.code !== named);
  const first = named === undefined ? undefined : await orderRef(visit, named);
  for (const ref of first === undefined ? held : [first, ...held]) {
    try {
      const ticket = await visit.locals.market.ticket(code, ref);
      const { tickets } = await visit.locals.market.order(ref);
      return { locale, code, ticket, all: tickets, qr: ticket.qrText === "" ? undefined : squaresOf(ticket.qrText) };
    } catch (error) {
      if (!isDomainError(error) || !(error.code === "order.not_found" || error.code === "ticket.not_found")) throw error;
    }
  }
  visit.response.status = 404;
  return { locale, code, ticket: undefined, all: [], qr: undefined };
}
