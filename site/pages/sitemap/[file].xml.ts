import type { APIRoute } from "astro";
import { notFound } from "../../actions/visit.ts";
import { sitemapFile } from "../../sitemap.ts";

export const GET: APIRoute = async (visit) => (await sitemapFile(visit, visit.params["file"] ?? "")) ?? notFound();
