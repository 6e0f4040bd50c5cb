import type { APIRoute } from "astro";
import { ticketCalendar } from "../../../questions/ticket-calendar.ts";

export const GET: APIRoute = (context) => ticketCalendar(context, "vi");
