import { mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { demoSecrets, findDemoSecrets, secretsFile } from "./demo-secrets.ts";

const folder = () => mkdtempSync(join(tmpdir(), "xudong-secrets-"));

test("a demo makes its secrets once and finds them again", () => {
  const data = join(folder(), "data");
  const first = demoSecrets(data);
  expect(first.areNew).toBe(true);
  expect(demoSecrets(data)).toEqual({ secrets: first.secrets, areNew: false });
});

test.skipIf(process.platform === "win32")("only their owner may read them", () => {
  const data = folder();
  demoSecrets(data);
  expect(statSync(secretsFile(data)).mode & 0o777).toBe(0o600);
});

test("a damaged file is told, not replaced: orders depend on it", () => {
  const data = folder();
  writeFileSync(secretsFile(data), "{ half");
  expect(() => findDemoSecrets(data)).toThrow(/damaged: delete it/);
  expect(readFileSync(secretsFile(data), "utf8")).toBe("{ half");
});
