import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hostileQuery } from "../../testing/hostile-queries.ts";
import { contractDocuments } from "../search-engine.contract.ts";
import { answer, suggest } from "./answer.ts";
import { prepareFolder, currentOf, openToWrite } from "./index-file.ts";
import { openReader } from "./reader.ts";
import { writeDocuments } from "./write-documents.ts";

test("two thousand hostile queries are answered like any other", { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "xudong-hostile-"));
  prepareFolder(folder);
  const index = openToWrite(currentOf(folder)?.file ?? "");
  writeDocuments(index, contractDocuments);
  index.close();
  const reader = openReader(folder);
  for (let n = 0; n < 2_000; n++) {
    const q = hostileQuery(n);
    const { hits, total } = answer(reader.now(), { q, facets: ["kind", "month"] });
    expect(hits.length, JSON.stringify(q)).toBeLessThanOrEqual(total);
    suggest(reader.now(), q, 8);
  }
  reader.close();
  rmSync(folder, { recursive: true, force: true });
});
