export { errorCodes, DomainError, isDomainError, type ErrorCode, type ErrorDetails } from "./error.ts";
export { isMailOld, mailKinds, mailMoves, mailNews, mailStates, mailTerms, settleMail, type MailKind, type MailNews, type MailStanding, type MailState } from "./mail.ts";
export { dong, sumDong, timesDong, shareOf, vatInside, formatDong, type Dong } from "./money.ts";
export {
  minutes, hours, days, plus, earlier, dayOf, wallClock, startOf, instantAt, addDays, weekdayOf, monthOf, isDay,
  formatTime, formatDay, formatDayRange, formatShortDay, type Clock, type Day,
} from "./time.ts";
export { newId, isId, newCode, parseCode, formatCode } from "./id.ts";
export { locales, textIn, type Locale, type Localized } from "./localized.ts";
export { cleanLine, fold, slugOf } from "./text.ts";
export { parsePhone, phoneFault, formatPhone, type PhoneFault } from "./phone.ts";
export { networkOf } from "./network.ts";
export {
  isBelowCommune, maySpeakOf, readUnitPart, readUnitParts, saysLevel, splitUnitName, unitKey, unitKinds, unitNameFit,
  type UnitKind, type UnitLevel, type UnitPart, type UnitReading, type UnitReadings,
} from "./unit-name.ts";
export { addressPartMax, readAddress, type Address, type AddressFault, type AddressPart, type TypedAddress, type UnitChoice } from "./address.ts";
export { guest, systemActor, operatorActor, personOf, requirePerson, isAllowed, demand, permissions, type Actor, type Occasion, type Permission } from "./actor.ts";
export { roles, roleWords, rolePermissions, permissionsOf, shopRoles, staffRoles, isRole, isShopRole, isStaffRole, type Role } from "./role.ts";
export { passwordLengths, normalPassword, whyWeakPassword, type WeakPassword } from "./password.ts";
export { reminderConsent, reminderStates, reminderTerms, type ReminderState } from "./reminder.ts";
export {
  consentPurposes, requiredAccountConsents, optionalConsents, isOptionalConsent, parseContact, parseEmail, personNameMax, tryLimits,
  type ConsentPurpose, type PersonContact, type Tried,
} from "./person.ts";
export { mayMove, type Moves, type PublicWords } from "./moves.ts";
export { inForce, requireInForce, type Dated } from "./dated.ts";
export {
  dayOfLunar, isLunarWindow, leapMonthOf, lunarDaysInYear, lunarMonthLength, lunarOf, lunarWindowIn, lunarYears, nextLunarDay, tetOf, yearlyLunarDay,
  type LunarDate, type LunarWindow,
} from "./lunar.ts";
export { isInSeason, nextSeasonDay, nextSeasonMonth, seasonEndsOn, seasonFaults, seasonOf, type Season } from "./season.ts";
export { shopKinds, shopsBegunMost, shopStates, shopMoves, shopWords, type ReviewReason, type ShopKind, type ShopState } from "./shop.ts";
export {
  listingKinds, listingStates, listingMoves, listingWords, revisionStates, revisionMoves, vatClasses, taxActivities, whyNotOnSale,
  type ListingKind, type ListingState, type RevisionState, type VatClass, type TaxActivity,
} from "./listing.ts";
export { slotStates, slotMoves, slotWords, whySlotNotOnSale, mayKeepSlot, mayRetakeSlot, admissionWindow, type SlotState } from "./slot.ts";
export {
  collidingRules, departureTimes, faultsOfTimes, holdsOn, holidayHabits, overfullDay, ruleInForce, slotRuleFaults, slotRuleLimits, slotsOfRule, slotsOfRules,
  type Departures, type RuleSlot, type SlotCapacities, type SlotException, type SlotRule, type SlotRuleFault, type SlotRuleTimes,
} from "./slot-rule.ts";
export { holidayCertainties, holidayFaults, type Holiday, type HolidayCertainty } from "./holiday.ts";
export { certificateEndsOn, certificateKinds, certificateWords, isBadgeKind, isBadgeShown, ocopStars, type CertificateKind } from "./certificate.ts";
export {
  pieceKinds, pieceStates, pieceMoves, pieceWords, placeKinds, placeKindWords,
  type AnnouncedDays, type FestivalDates, type ItineraryStop, type LunarFestivalDay, type PieceDetail, type PieceKind, type PieceLocation, type PieceSource,
  type PieceState, type PieceTarget, type PieceTargetKind, type PlaceKind,
} from "./piece.ts";
export { faultsOfFestivalDates, festivalDays, isGoingOn, nextFestivalTime, type FestivalTime } from "./festival.ts";
export { poolUnits, fewUnits, unitsLeft, demandPerPool, quantityThatFits, type Draw, type PoolUnit } from "./pool.ts";
export {
  holdStates, holdMoves, claimStates, claimMoves, holdTerms, holdLapsesAt, isLapsed, attemptExpiresAt, extendedLapse,
  type HoldState, type ClaimState,
} from "./hold.ts";
export { cartLimits, cartQuantity } from "./cart.ts";
export {
  assumedGrams, deliveryFeeOf, deliveryServices, deliveryServiceWords, deliveryZones, deliveryZoneWords, isDeliveryService, parcelOf, zoneBetween,
  type DeliveryRate, type DeliveryService, type DeliveryZone, type Parcel, type ParcelLine, type Whereabouts,
} from "./delivery.ts";
export { cutOffOn, dispatchDayFor, dispatchDays, nextCutOff, usualHabits, type SenderHabits } from "./delivery-days.ts";
export { deliveryOffers, freshHours, freshMarginHours, usualOffer, type DeliveryOffer, type DeliveryOffers, type ParcelJourney } from "./delivery-offer.ts";
export { cleanCard, giftLengths, type Gift } from "./gift.ts";
export {
  collectionModes, collectionModeWords, statementFactNames, statementKinds,
  type CollectionMode, type StatementFactName, type StatementFacts, type StatementKind, type StatementPart,
} from "./statement.ts";
export { quoteOf, type Quote, type QuoteLine } from "./quote.ts";
export {
  orderStates, orderMoves, orderWords, publicOrderState, requiredConsents, fulfilmentKinds, fulfilmentStates, fulfilmentMoves, fulfilmentWords,
  cancelReasons, cancelReasonWords, whyNotCancellable,
  type OrderState, type RequiredConsent, type FulfilmentKind, type FulfilmentState, type CancelReason,
} from "./order.ts";
export { carriers, carrierWords, isCarrier, readDispatch, undoDispatchMinutes, undoDispatchUntil, type Carrier, type Dispatch } from "./dispatch.ts";
export { ticketStates, ticketMoves, ticketWords, ticketMessage, ticketText, parseTicketText, type TicketState, type TicketClaim } from "./ticket.ts";
export {
  attemptStates, attemptMoves, statesWithoutResult, hasResult, attemptWords, attemptNews, attemptHears, settleAttempt, orderHears, cashHears, askAfterMinutes, nextAskAt,
  type AttemptState, type AttemptNews, type OrderEffect,
} from "./attempt.ts";
export {
  refundStates, refundMoves, refundWords, refundNews, refundHears, settleRefund, nextRefundAskAt,
  type RefundState, type RefundNews,
} from "./refund.ts";
export {
  ledgerAccounts, movementKinds, paymentReceived, saleConfirmed, saleReversed, refundDone, isBalanced,
  type LedgerAccount, type MoneyPlace, type MovementKind, type Posting, type SellerPart,
} from "./ledger.ts";
