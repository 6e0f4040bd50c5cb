import type { APIRoute } from "astro";
import { marketCardAnswer } from "../../../share-cards.ts";

export const GET: APIRoute = (visit) => marketCardAnswer(visit, visit.params["locale"] === "en" ? "en" : "vi");
