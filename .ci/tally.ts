import { writeFileSync } from "node:fs";
import { relative } from "node:path";
import type { Reporter, TestCase, TestModule, TestSuite } from "vitest/node";

/** What one run of all tests came to. */
export type Tally = {
  passed: number;
  /** Tests that failed, plus one for each file that could not be read and each error outside of any test. */
  failed: number;
  skipped: number;
  /** How many tests were skipped for each reason. */
  reasons: Record<string, number>;
};

/** Counts over everything, for the closing line of `npm test`; vitest's own summary counts files that crash as no test at all. */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tally: Tally = { passed: 0, failed: errors.length, skipped: 0, reasons: {} };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === "passed") tally.passed += 1;
        else if (result.state === "skipped") {
          const reason = result.note ?? reasonOfBlock(test) ?? relative(process.cwd(), module.moduleId).replaceAll("\\", "/");
          tally.skipped += 1;
          tally.reasons[reason] = (tally.reasons[reason] ?? 0) + 1;
        } else tally.failed += 1;
      }
      // A file or a describe may fail around its tests: on import, or in a hook that runs once.
      tally.failed += [module, ...module.children.allSuites()].filter((suite) => suite.errors().length > 0).length;
    }
    const file = process.env["XUDONG_TALLY"];
    if (file) writeFileSync(file, JSON.stringify(tally));
  }
}

/** A block that is skipped says why in brackets at the end of its name: "Taking units (PostgreSQL: not installed)". */
function reasonOfBlock(test: TestCase): string | undefined {
  for (let block: TestCase | TestSuite | TestModule = test; block.type !== "module"; block = block.parent) {
    const reason = block.options.mode === "skip" ? /\(([^()]+(?:\([^()]*\)[^()]*)*)\)$/.exec(block.name)?.[1] : undefined;
    if (reason) return reason;
  }
  return undefined;
}
