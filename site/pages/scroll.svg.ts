import type { APIRoute } from "astro";
import { scrollSvg } from "../drawings/scroll.ts";

/** Painted once, when the site is built, and then a file like any other. */
export const prerender = true;

export const GET: APIRoute = () => new Response(scrollSvg(), { headers: { "content-type": "image/svg+xml" } });
