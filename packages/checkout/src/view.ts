import type { Address, AttemptState, CancelReason, Day, DeliveryService, DeliveryZone, Dispatch, Dong, ErrorCode, FulfilmentKind, FulfilmentState, Gift, ListingKind, Localized, OrderState, RefundState, TicketState } from "@xudong/domain";
import type { Picture } from "@xudong/catalog";

/** What a line of a cart or an order shows of the thing in it. */
export type LineFace = {
  variantId: string;
  kind: ListingKind;
  listingSlug: { vi: string; en: string };
  listingTitle: Localized;
  variantTitle: Localized;
  picture: Picture;
  slot: { id: string; startsAt: Date; endsAt: Date } | undefined;
  unitPriceDong: Dong;
  quantity: number;
  totalDong: Dong;
};

/** What could be had where a line cannot be ordered as it stands. */
export type NextBest =
  | { kind: "fewer"; quantity: number }
  | { kind: "pack"; variantId: string; title: Localized; priceDong: Dong; quantity: number }
  | { kind: "time"; slotId: string; startsAt: Date; endsAt: Date; quantity: number; placesLeft: number }
  | { kind: "season"; /** The day it begins. */ from: Day };

export type CartLineView = LineFace & {
  /** Why this line cannot be ordered as it stands, and what is still free; undefined where all is well. */
  problem: { code: ErrorCode; unitsLeft?: number; titles?: readonly Localized[] } | undefined;
  /** Where there is a problem, what could be had instead, the nearest first. */
  nextBest?: readonly NextBest[];
  /** What one cost when its buyer last chose how many, where it costs something else now. */
  wasDong?: Dong;
};

/** How a seller's goods come to their buyer, and when. */
export type ParcelView = {
  service: DeliveryService;
  /** Null where the fee is the same everywhere. */
  zone: DeliveryZone | null;
  weightGrams: number;
  /** The days on which it is expected, or from which it can be collected; null where nothing is promised. */
  arrivesFrom: Day | null;
  arrivesTo: Day | null;
  /** Its fee comes from invented figures. */
  isSample: boolean;
};

/** A way a seller's goods could be sent. */
export type DeliveryWay = { service: DeliveryService; feeDong: Dong; arrivesFrom: Day | null; arrivesTo: Day | null };

/** How a seller's goods would be sent if ordered now. */
export type PlannedParcel = ParcelView & {
  /** The fee is that within the sellers' own province, because nobody has said yet where it goes. */
  isEstimate: boolean;
  takesCash: boolean;
};

/** A cart as its page shows it: lines by seller, every fee and the total before any form. Carts hold nothing. */
export type CartView = {
  id: string;
  /** Sum of quantities. */
  count: number;
  sellers: readonly {
    shop: { id: string; slug: string; name: Localized; isSample: boolean };
    lines: readonly CartLineView[];
    /** Absent where nothing of theirs is sent, or nobody can bring it: then a line says why. */
    parcel?: PlannedParcel;
    /** Every way their goods could go, the cheapest first. */
    ways?: readonly DeliveryWay[];
    itemsDong: Dong;
    deliveryDong: Dong;
    totalDong: Dong;
  }[];
  itemsDong: Dong;
  deliveryDong: Dong;
  totalDong: Dong;
  /** True where something must be sent, so that an address is needed. */
  needsAddress: boolean;
  /** True where every line could be ordered at this moment. */
  isOrderable: boolean;
};

export type TicketView = {
  code: string;
  state: TicketState;
  /** "1 / 3" among the tickets of its order line. */
  number: number;
  of: number;
  listingTitle: Localized;
  variantTitle: Localized;
  shopName: Localized;
  place: Localized;
  startsAt: Date;
  endsAt: Date;
  admittedAt: Date | null;
  /** Why a void ticket is void, where its order was cancelled; null for any other. */
  voidBecause: CancelReason | null;
  /** The text of the QR, signed. Empty for a void ticket. */
  qrText: string;
  orderCode: string;
  isSample: boolean;
};

export type OrderView = {
  code: string;
  state: OrderState;
  placedAt: Date;
  /** Until when units are held; null once confirmed, lapsed or cancelled. */
  holdLapsesAt: Date | null;
  confirmedAt: Date | null;
  /** When and why it was cancelled; null for any other. */
  cancelledAt: Date | null;
  cancelReason: CancelReason | null;
  contact: { name: string; phone: string | null; email: string | null };
  address: Address | null;
  /** For whom it is, where that is somebody else. */
  gift: Gift | null;
  sellers: readonly {
    shop: { id: string; slug: string; name: Localized; isSample: boolean; /** Where its buyers may call, as it has identified itself; null where it has not. */ phone: string | null };
    lines: readonly LineFace[];
    /** As it was promised when the order was placed; absent where nothing is sent. */
    parcel?: ParcelView;
    fulfilments: readonly { id: string; kind: FulfilmentKind; state: FulfilmentState; startsAt: Date | null; /** When it came to that state; null while it has not moved. */ movedAt: Date | null; /** How a parcel left, where its seller said so. */ sent?: Dispatch }[];
    itemsDong: Dong;
    deliveryDong: Dong;
    totalDong: Dong;
  }[];
  itemsDong: Dong;
  deliveryDong: Dong;
  totalDong: Dong;
  /** Received minus refunded, from the ledger. */
  paidDong: Dong;
  /** The latest first. */
  attempts: readonly { id: string; method: string; state: AttemptState; openedAt: Date; expiresAt: Date; amountDong: Dong }[];
  refunds: readonly { amountDong: Dong; state: RefundState; requestedAt: Date }[];
  tickets: readonly TicketView[];
  /** True while a (further) attempt at paying may be opened. */
  mayPay: boolean;
  /** True while its buyer may call it off, whole: nothing has been sent and no visit has begun. */
  mayCancel: boolean;
};
