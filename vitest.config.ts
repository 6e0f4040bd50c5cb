import { existsSync } from "node:fs";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

// One cluster for the whole run; each test file takes a database of its own from it.
const databases = "packages/database/testing/global-setup.ts";

const journeys = "test/journeys/**/*.test.ts";
const never = ["**/node_modules/**", "**/dist/**"];

/** What takes longer than some ten seconds, the longest first: parts of paths. A file that is not listed comes after these. */
const longest = [
  "test/purchase/sequences", "test/kills/between-writes", "test/purchase/permutations", "test/kills/storm", "test/packed", "test/fuzz/hostile-input", "vnpay-simulator/src/kill.",
  "test/races/units", "test/races/money", "test/races/repeats", "test/races/last-seats", "database/src/migrate", "server/commands/", "server/start", "database/testing/postgres",
  "database/src/store", "vnpay-simulator/src/fuzz", "market/src/receive-notice", "server/app", "test/purchase/model",
];

/** Largest files first is vitest's own guess; the longest of ours are short files that play many stories. Begun last, one would keep a core waiting. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((part) => moduleId.includes(part));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    globalSetup: existsSync(new URL(databases, import.meta.url)) ? [databases] : [],
    // Forks, because native modules (better-sqlite3, argon2) and tests that end processes do not share one well.
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    teardownTimeout: 20_000,
    // Loads Drizzle three times faster in each of the many processes.
    execArgv: ["--import", new URL("packages/database/src/quick-load.ts", import.meta.url).href],
    env: { ASTRO_TELEMETRY_DISABLED: "1" },
    projects: [
      {
        extends: true,
        test: {
          name: "code",
          include: ["packages/**/*.test.ts", "test/**/*.test.ts", "seed/**/*.test.ts", "bench/**/*.test.ts", "site/**/*.test.ts", ".ci/**/*.test.ts"],
          exclude: [...never, journeys],
        },
      },
      // After the rest: a browser, a shop and a simulator need both cores for themselves.
      {
        extends: true,
        test: { name: "journeys", include: [journeys], exclude: never, testTimeout: 120_000, hookTimeout: 120_000, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
