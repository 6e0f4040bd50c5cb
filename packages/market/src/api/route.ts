import { z } from "zod";
import type { ErrorCode, Locale } from "@xudong/domain";
import type { Market, Repeatable } from "../contract.ts";

/** What of the market the API uses. */
export type ApiMarket = Pick<
  Market,
  "clock" | "listings" | "listing" | "categories" | "shops" | "shop" | "slots" | "units" | "find" | "suggest" | "createCart" | "setCartLine" | "cart" | "placeOrder" | "openPayment" | "order" | "cancelOrder" | "receiveNotice" | "isReady" | "content" | "remindOfSeason" | "forgetReminder"
>;

/** What a handler knows beside the input it declared. */
export type Context = { market: ApiMarket; locale: Locale; rawQuery: string; repeat: Repeatable; title: string };

type Nothing = z.ZodObject<Record<never, never>>;
type Input<Params extends z.ZodType, Query extends z.ZodType, Headers extends z.ZodType, Body extends z.ZodType> = {
  params: z.infer<Params>;
  query: z.infer<Query>;
  headers: z.infer<Headers>;
  body: z.infer<Body>;
};

/** A body with, where something was made, its address, and a name for whoever saves it; or the address a thing has moved to for good. */
export type Reply<Body = unknown> = { body: Body; location?: string; fileName?: string } | { movedTo: string };

type Definition<Params extends z.ZodType, Query extends z.ZodType, Headers extends z.ZodType, Body extends z.ZodType, Answer extends z.ZodType> = {
  method: "GET" | "POST" | "PUT";
  /** Below the API's root: `/carts/{id}`. */
  path: `/${string}`;
  /** A name of its own in the description, and in clients made from it. */
  name: string;
  summary: string;
  description?: string;
  params?: Params;
  /** What an address means whose parts cannot be ids at all: the thing is not there. */
  absent?: ErrorCode;
  query?: Query;
  headers?: Headers;
  body?: Body;
  /** False where the body may be left out. */
  needsBody?: boolean;
  /** Asks for an Idempotency-Key: repeating the request gives the first successful answer (H4). */
  isRepeatable?: boolean;
  /** The same for everybody, so that it may be asked for again by its ETag. */
  isPublic?: boolean;
  /** Says nothing but what the tables and the time say, so that its answer may be kept until either moves. */
  isKept?: boolean;
  /** A gateway's call: answered in the gateway's own words whatever happens, and never limited. */
  isNotice?: boolean;
  /** The texts of its answer follow `?locale=`. */
  isLocalized?: boolean;
  /** Where the answer is a text of this kind, not JSON. */
  mediaType?: "text/calendar";
  status?: 200 | 201;
  answer: Answer;
  example: z.input<Answer>;
  bodyExample?: z.input<Body>;
  /** Refusals its verb gives, beside those every route of its form has. */
  refusals?: readonly ErrorCode[];
  handle(input: Input<Params, Query, Headers, Body>, context: Context): Promise<Reply<z.input<Answer>>> | Reply<z.input<Answer>>;
};

/** A route whose validators are known by their work only. */
export type Route = Omit<Definition<z.ZodObject, z.ZodObject, z.ZodObject, z.ZodType, z.ZodType>, "handle"> & {
  handle(input: Input<z.ZodType, z.ZodType, z.ZodType, z.ZodType>, context: Context): Promise<Reply> | Reply;
};

/** Writes down a route; its handler receives what its own validators made of the request. */
export function route<
  Answer extends z.ZodType,
  Params extends z.ZodObject = Nothing,
  Query extends z.ZodObject = Nothing,
  Headers extends z.ZodObject = Nothing,
  Body extends z.ZodType = z.ZodUndefined,
>(definition: Definition<Params, Query, Headers, Body, Answer>): Route {
  // The seam: whoever calls a handler has parsed the request with the validators beside it.
  return { ...definition, handle: (input, context) => definition.handle(input as Input<Params, Query, Headers, Body>, context) };
}

export const apiRoot = "/api/v1";
