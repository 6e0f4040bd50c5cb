import type { APIRoute } from "astro";
import { sitemapIndex } from "../sitemap.ts";

export const GET: APIRoute = (visit) => sitemapIndex(visit);
