import type { AstroGlobal } from "astro";

/** What a question or an action needs of the page it serves. */
export type Visit = Pick<AstroGlobal, "request" | "url" | "cookies" | "locals" | "params" | "response">;

/** An empty 404: Astro answers it with the market's own page. */
export const notFound = (): Response => new Response(null, { status: 404 });

/** After a form: the browser goes on by GET, so that reloading repeats nothing. */
export const seeOther = (location: string): Response => new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });

/** The page has a better address, for good. */
export const movedTo = (location: string): Response => new Response(null, { status: 301, headers: { location } });

/** For a page that shows one person's things: no copy of it is kept, and its address goes to nobody. */
export function keepPrivate(visit: Visit): void {
  visit.response.headers.set("cache-control", "no-store");
  visit.response.headers.set("referrer-policy", "same-origin");
}

/** A form's texts as typed. Files and repeated names are no business of a plain field. */
export function typedIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** The form that was sent; one that cannot be read counts as empty, and is refused like any other missing answer. */
export async function formOf(visit: Visit): Promise<FormData> {
  return visit.request.formData().catch(() => new FormData());
}
