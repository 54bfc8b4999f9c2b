import { describe, expect, test } from "vitest";
import { toFailure } from "../../src/core/failure.ts";
import type {
  FoundFile,
  ImportContext,
  Importer,
  ReadRecord,
} from "../../src/core/importers/contract.ts";
import * as shelf from "../../src/core/importers/registry.ts";
import { findFiles } from "../../src/core/restore/find-files.ts";
import { seededId } from "../../src/core/restore/seeded-id.ts";
import { readFileSync } from "node:fs";
import type { Sample } from "../support/sample-check.ts";
import { readSamples, samplesFolder } from "../support/sample-check.ts";

const samples = [
  ...readSamples("expected.json"),
  ...readSamples("spreadsheets/expected.json").map((one) => ({
    ...one,
    file: `spreadsheets/${one.file}`,
  })),
];
const context: ImportContext = { now: () => new Date(0), newId: seededId, companies: [] };
const importers = Object.entries(shelf);

async function filesOf(sample: Sample): Promise<readonly FoundFile[]> {
  const bytes = readFileSync(new URL(sample.file, samplesFolder));
  return (await findFiles(new Blob([bytes]), sample.file)).files;
}
const fileOf = (name: string, text: string): FoundFile => {
  const bytes = new TextEncoder().encode(text);
  const open = (): ReturnType<FoundFile["open"]> => new Blob([bytes]).stream();
  return { name, size: bytes.byteLength, head: bytes.slice(0, 65_536), open };
};
async function records(
  importer: Importer,
  files: readonly FoundFile[],
): Promise<readonly ReadRecord[]> {
  const found: ReadRecord[] = [];
  for await (const record of (await importer.read(files, context)).records) found.push(record);
  return found;
}
async function best(files: readonly FoundFile[]): Promise<string | undefined> {
  const scores = await Promise.all(
    importers.map(async ([id, one]) => [id, await one.recognises(files)] as const),
  );
  return scores.filter(([, score]) => score > 0).sort((one, other) => other[1] - one[1])[0]?.[0];
}

describe.each(importers)("the importer %s", (id, importer) => {
  test("has a label", () => {
    expect(importer.label).toMatch(/\S/);
  });

  test("leaves alone what is nobody's", async () => {
    const strangers = [
      fileOf("notes.txt", "Dear diary,\ntoday I saw a bird, a cat, and a dog.\n"),
      fileOf("data.json", '{"a":1,"b":[2,3]}'),
      fileOf("list.json", '[{"colour":"red","size":3}]'),
      fileOf("numbers.csv", "1,2,3\n4,5,6\n"),
      fileOf("page.html", "<!doctype html><p>company, title, status</p>"),
      fileOf("empty.csv", ""),
    ];
    for (const file of strangers)
      expect([file.name, await importer.recognises([file])]).toEqual([file.name, 0]);
    expect(await importer.recognises([])).toBe(0);
  });

  test("gives the same records and ids each time, and names the place of each", async () => {
    const own = samples.filter(({ source }) => source === id).slice(0, 3);
    for (const sample of own) {
      const files = await filesOf(sample);
      const first = await records(importer, files);
      expect(await records(importer, files)).toEqual(first);
      for (const { where, value } of first) {
        expect(where).toMatch(/\S/);
        expect((value as { id?: unknown }).id).toBeTypeOf("string");
      }
      const ids = first.map(
        ({ kindId, value }) => `${kindId} ${String((value as { id: unknown }).id)}`,
      );
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test("never writes a file that is cut in the middle as if it were whole", async () => {
    const own = samples.filter(({ source, file }) => source === id && file.endsWith(".json"));
    for (const sample of own) {
      const [file] = await filesOf(sample);
      if (file === undefined) continue;
      const text = readFileSync(new URL(sample.file, samplesFolder), "utf8");
      const cut = fileOf(file.name, text.slice(0, Math.floor(text.length * 0.8)));
      const failure = await records(importer, [cut]).then(() => undefined, toFailure);
      expect(failure?.code).toBe("archive-damaged");
    }
  });
});

describe("of all importers", () => {
  test.each(samples)("the right one takes $file, whatever the file is called", async (sample) => {
    const files = await filesOf(sample);
    const renamed =
      files.length === 1 ? files.map((file) => ({ ...file, name: "download" })) : files;
    const sources = [sample.source, ...(sample.records_or === undefined ? [] : ["spreadsheet"])];
    expect(sources).toContain(await best(renamed));
  });
});
