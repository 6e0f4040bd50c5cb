import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { installInto, packAll, runIn } from "../.ci/pack.ts";

const example = fileURLToPath(new URL("packed/example.ts", import.meta.url));

describe("the packages without this repository", () => {
  const folder = mkdtempSync(join(tmpdir(), "xudong-packed-"));
  const elsewhere = join(folder, "elsewhere");
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("install in one command into an empty folder, and sell, pay and admit one ticket there", { timeout: 240_000 }, ({ skip }) => {
    const tarballs = packAll(join(folder, "tarballs"));
    try {
      installInto(elsewhere, tarballs);
    } catch (error) {
      if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|ETIMEDOUT/.test(String(error))) skip("no package registry can be reached");
      throw error;
    }
    expect(runIn(elsewhere, example)).toContain("order confirmed, 150,000 VND received, ticket admitted");
  });
});
