import type { APIRoute } from "astro";
import { robotsText } from "../sitemap.ts";

export const GET: APIRoute = ({ locals }) => {
  locals.keep();
  return new Response(robotsText(locals), { headers: { "content-type": "text/plain; charset=utf-8" } });
};
