/** What a search engine reads in a page's head, and what the page says of itself. */
export type PageFacts = {
  title: string;
  description: string;
  canonical: string;
  alternates: ReadonlyMap<string, string>;
  robots: string;
  card: string;
  nodes: readonly Record<string, unknown>[];
  styles: readonly string[];
  scripts: readonly string[];
};

const plain = (text: string): string => text.replaceAll("&amp;", "&").replaceAll("&#38;", "&").replaceAll("&quot;", '"').replaceAll("&#34;", '"').replaceAll("&#39;", "'").replaceAll("&lt;", "<");
const attribute = (tag: string, name: string): string => plain(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "");

/** Reads our own pages, whose markup we know: no parser of the whole of HTML is needed. */
export function readPage(html: string): PageFacts {
  const head = html.slice(0, html.indexOf("</head>"));
  const tags = (name: string) => head.match(new RegExp(`<${name}\\s[^>]*>`, "g")) ?? [];
  const meta = (key: "name" | "property", value: string) => attribute(tags("meta").find((tag) => attribute(tag, key) === value) ?? "", "content");
  const links = tags("link").map((tag) => ({ rel: attribute(tag, "rel"), href: attribute(tag, "href"), hreflang: attribute(tag, "hreflang") }));
  const blocks = [...html.matchAll(/<script type="application\/ld\+json">([^]*?)<\/script>/g)].map((found) => JSON.parse(found[1] ?? "{}") as { "@graph"?: Record<string, unknown>[] });
  return {
    title: plain(/<title>([^<]*)<\/title>/.exec(head)?.[1] ?? ""),
    description: meta("name", "description"),
    canonical: links.find(({ rel }) => rel === "canonical")?.href ?? "",
    alternates: new Map(links.filter(({ rel }) => rel === "alternate").map(({ hreflang, href }) => [hreflang, href])),
    robots: meta("name", "robots"),
    card: meta("property", "og:image"),
    nodes: blocks.flatMap((block) => block["@graph"] ?? []),
    styles: links.filter(({ rel }) => rel === "stylesheet").map(({ href }) => href),
    scripts: [...html.matchAll(/<script[^>]*\ssrc="([^"]*)"/g)].map((found) => found[1] ?? ""),
  };
}
