import { describe, expect, test } from "vitest";
import { toFailure } from "../../../src/core/failure.ts";
import type { Bytes } from "../../../src/core/formats/contract.ts";
import { unsafeName } from "../../../src/core/zip/entry-name.ts";
import { openZip } from "../../../src/core/zip/open-zip.ts";
import { writeZip } from "../../../src/core/zip/write-zip.ts";
import { collectBlob } from "../../../src/core/zip/byte-streams.ts";

async function* many(count: number) {
  for (let at = 0; at < count; at += 1) {
    const bytes = new Blob(["x"]).stream() as ReadableStream<Bytes>;
    yield await Promise.resolve({ name: `data/file-${String(at)}.txt`, bytes });
  }
}
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "",
    (error: unknown) => JSON.stringify(toFailure(error)),
  );

describe("the entries of a ZIP", () => {
  test("may be 10,000 and not one more", async () => {
    const fits = await collectBlob(writeZip(many(10_000)));
    expect((await openZip(fits, {})).entries).toHaveLength(10_000);
    const over = await collectBlob(writeZip(many(10_001)));
    expect(await refusal(openZip(over, {}))).toContain('"limit":10000,"actual":10001');
  }, 60_000);
});

describe("a name in a ZIP", () => {
  test.each([
    "../a.json",
    "a/../../b",
    "/etc/passwd",
    "C:/x",
    "a\\b",
    "con",
    "aux.txt",
    "a/ b /c ",
    "trailing.",
    "a//b",
    "./a",
    "\u202efdp.exe",
    "a\u0000b",
    "__proto__/x",
    "a:b",
    "x".repeat(256),
    "a/b/c/d/e/f/g/h/i",
  ])("is refused: %j", (name) => {
    expect(unsafeName(name, false)).toBeTypeOf("string");
  });

  test.each([
    "data.json",
    "documents/0195f7c0.pdf",
    "Jobs/Job Applications_1.csv",
    "Résumé – 2026.pdf",
  ])("is taken from others: %s", (name) => {
    expect(unsafeName(name, false)).toBeUndefined();
  });

  test("of our own layout is plain", () => {
    expect(unsafeName("data/applications (2).json", true)).toBeUndefined();
    expect(unsafeName("documents/Résumé.pdf", true)).toBeTypeOf("string");
  });
});
