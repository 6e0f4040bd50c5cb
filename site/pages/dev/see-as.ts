import type { APIRoute } from "astro";
import { seeAs } from "../../actions/see-as.ts";

export const POST: APIRoute = (context) => seeAs(context);
