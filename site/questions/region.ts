import { splitUnitName, type Locale } from "@xudong/domain";
import type { Visit } from "../actions/visit.ts";
import { wishAt } from "../list-wish.ts";
import { piecePath } from "../content-paths.ts";
import { paths } from "../paths.ts";
import type { MapUnit } from "../region-map.ts";
import { unitWords } from "../unit-words.ts";
import { textFor } from "../text/index.ts";

/** The communes of the region in which there is something to buy, to do or to see, as the map has them. */
export async function mapOf(visit: Visit, locale: Locale): Promise<readonly MapUnit[]> {
  const t = textFor(locale).browse.map;
  const units = await visit.locals.market.browse.region();
  return units.map(({ code, name, centre, goods, experiences, places, place }) => {
    const words = [...(goods > 0 ? [t.goods(goods)] : []), ...(experiences > 0 ? [t.experiences(experiences)] : []), ...(places > 0 ? [t.places(places)] : [])].join(", ");
    const path = goods > 0 ? paths.products(locale) : experiences > 0 ? paths.experiences(locale) : undefined;
    return {
      code, centre,
      short: splitUnitName(name).name,
      weight: goods + experiences + places,
      words: `${unitWords({ name }, locale)}: ${words}`,
      href: path === undefined ? place && piecePath(locale, { kind: "place", slug: place }) : wishAt(path, locale, { unit: code }),
    };
  });
}
