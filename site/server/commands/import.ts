import { readAreas, importAreasFrom } from "../../../seed/areas.ts";
import type { Command } from "../xudong.ts";
import { PlainError } from "../start-failure.ts";
import { withStore } from "./house.ts";

export const importCommand: Command = {
  help: `npm run xudong -- import areas          the country's provinces and communes since July 2025, with the names they had
npm run xudong -- import areas FILE     the same from a file of your own, such as the next reform's

Without them addresses are kept as they are typed, and delivery cannot be priced by
distance. A unit that a later file no longer has is closed on its day, never deleted.
FILE is JSON in the form of seed/data/areas.json. Running it again changes nothing.`,
  async run([what, file, ...more]) {
    if (what !== "areas" || more.length > 0) {
      console.error(`Say what to import: areas. npm run xudong -- import --help says more.`);
      return 2;
    }
    const data = read(file);
    return withStore(async (store) => {
      const { written, closed } = await importAreasFrom(store, data, { name: "import", now: new Date() });
      console.log(written + closed === 0 ? "✔ the areas are up to date" : `✔ ${written} rows of areas written, ${closed} units closed`);
      return 0;
    });
  },
};

function read(file: string | undefined) {
  try {
    return readAreas(file);
  } catch (error) {
    throw new PlainError(`${file ?? "The file of areas"} could not be read as one: ${error instanceof Error ? error.message : String(error)}`);
  }
}
