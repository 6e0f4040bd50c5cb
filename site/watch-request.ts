import type { APIContext } from "astro";

/** Hears what a page looks at. */
type Hearer = { queryKey(name: string): void; spoil(): void };

/**
 * While a copy of a page is made that others will get: notes which keys of the query it looks at, so that those it does
 * not know make no other page, and takes whatever belongs to the visitor for a sign that the page does, too.
 */
export function watchRequest({ url, cookies, locals }: Pick<APIContext, "url" | "cookies" | "locals">, heard: Hearer): void {
  const { searchParams } = url;
  const ofOneKey = new Set(["get", "getAll", "has"]);
  const params = new Proxy(searchParams, {
    get(target, name) {
      const known = Reflect.get(target, name, target) as unknown;
      if (typeof name === "string" && ofOneKey.has(name)) return (key: string, ...rest: unknown[]) => (heard.queryKey(key), Reflect.apply(known as () => unknown, target, [key, ...rest]));
      heard.queryKey("*");
      return typeof known === "function" ? (known.bind(target) as unknown) : known;
    },
  });
  const whole = (read: () => unknown) => ({ configurable: true, get: () => (heard.queryKey("*"), read()) });
  const { href, search } = url;
  Object.defineProperties(url, {
    searchParams: { configurable: true, get: () => params },
    search: whole(() => search),
    href: whole(() => href),
    toString: whole(() => () => href),
    toJSON: whole(() => () => href),
  });

  for (const name of ["get", "has", "set", "delete"] as const) {
    const known = cookies[name].bind(cookies) as (...given: unknown[]) => unknown;
    Object.defineProperty(cookies, name, { configurable: true, value: (...given: unknown[]) => (heard.spoil(), known(...given)) });
  }
  const { clientAddress } = locals;
  Object.defineProperty(locals, "clientAddress", { configurable: true, enumerable: true, get: () => (heard.spoil(), clientAddress) });
}
