import type { APIRoute } from "astro";
import { cardAnswer } from "../../../../share-cards.ts";

export const GET: APIRoute = (visit) => cardAnswer(visit);
