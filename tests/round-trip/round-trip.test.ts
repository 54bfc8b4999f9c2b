import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { documentFileName } from "../../src/core/archive/document-files.ts";
import type { ManifestFile } from "../../src/core/archive/manifest.ts";
import { makeManifest } from "../../src/core/archive/manifest.ts";
import type { Container, ExportFile } from "../../src/core/containers/contract.ts";
import * as containers from "../../src/core/containers/registry.ts";
import type { Bytes, Format } from "../../src/core/formats/contract.ts";
import * as formats from "../../src/core/formats/registry.ts";
import type { KindId } from "../../src/core/records/any-kind.ts";
import { storedKindIds } from "../../src/core/records/any-kind.ts";
import { digestRecords } from "../../src/core/records/digest.ts";
import type { AnyRecord } from "../../src/core/records/stored-record.ts";
import { inspect } from "../../src/core/restore/inspect.ts";
import { planRestore } from "../../src/core/restore/plan-restore.ts";
import { runRestore } from "../../src/core/restore/run-restore.ts";
import { collectBlob, collectBytes } from "../../src/core/zip/byte-streams.ts";
import { sha256Hex } from "../support/sha256.ts";
import { documentOf, exportInfo, sectionOf, writeWhole } from "../support/clean-rows.ts";
import { RestoreStore } from "../support/restore-store.ts";
import type { RandomData } from "../support/random-records.ts";
import { randomData } from "../support/random-records.ts";

const passphrase = "ember velvet nickel raven nectar tulip";
type Blobs = ReadonlyMap<string, Blob>;

function writeRecords(format: Format, data: RandomData, blobs?: Blobs): Promise<Bytes> {
  const sections = Object.entries(data).map(([kind, rows]) => sectionOf(kind as KindId, rows));
  const bytesOf = (id: string): Promise<Blob | undefined> => Promise.resolve(blobs?.get(id));
  return writeWhole(format, documentOf(sections, blobs === undefined ? {} : { bytesOf }));
}

async function* packageOf(name: string, records: Bytes, data: RandomData, blobs: Blobs) {
  const listed: ManifestFile[] = [];
  const file = (fileName: string, bytes: Bytes, more: Partial<ManifestFile> = {}): ExportFile => {
    listed.push({ name: fileName, bytes: bytes.byteLength, sha256: sha256Hex(bytes), ...more });
    return { name: fileName, bytes: new Blob([bytes]).stream() };
  };
  yield file(name, records);
  for (const [index, document] of (data.documents ?? []).entries()) {
    const blob = blobs.get(document.id);
    if (blob === undefined) continue;
    const bytes = new Uint8Array(await blob.arrayBuffer());
    yield file(documentFileName(document, index), bytes, { document_id: document.id });
  }
  const manifest = JSON.stringify(makeManifest(exportInfo, listed, []));
  yield { name: "manifest.json", bytes: new Blob([manifest]).stream() as ReadableStream<Bytes> };
}

async function exported(
  id: string,
  format: Format,
  container: Container,
  data: RandomData,
  blobs: Blobs,
) {
  if (container.single === true) return new Blob([await writeRecords(format, data, blobs)]);
  const records = await writeRecords(format, data);
  const files = packageOf(`data.${id}`, records, data, blobs);
  return collectBlob(container.pack(files, container.encrypts ? { passphrase } : undefined));
}

async function restored(file: Blob, container: Container): Promise<RestoreStore> {
  const store = new RestoreStore();
  const inspection = await inspect(file, {
    now: store.ports.now,
    ...(container.encrypts ? { passphrase } : {}),
  });
  expect(inspection.refused).toEqual([]);
  const plan = await planRestore(inspection, { everywhere: "newest" }, store.ports);
  const receipt = await runRestore(plan, store.ports);
  expect(receipt.verified).toBe(true);
  return store;
}

const byId = (records: readonly AnyRecord[]): readonly AnyRecord[] =>
  [...records].sort((one, other) => (one.id < other.id ? -1 : 1));
async function* one<T>(value: T): AsyncGenerator<T> {
  yield await Promise.resolve(value);
}
const digestOf = (list: (kind: KindId) => readonly AnyRecord[]): Promise<string> =>
  digestRecords((kind) => one(byId(list(kind))));

const lossless = Object.entries(formats).filter(
  ([, format]) => format.lossless && format.layout === "whole" && format.read !== undefined,
);
const readable = lossless.filter(([id]) => id === "json" || id === "ndjson");
const cases = readable.flatMap(([id, format]) =>
  Object.entries(containers).map(([name, container]) => ({ id, format, name, container })),
);

describe.each(cases)("an export as $id in $name", ({ id, format, container }) => {
  const runs = container.encrypts ? 3 : 40;

  test("restores to exactly the records that left, odd texts and all", async () => {
    const work = async (data: RandomData): Promise<void> => {
      const file = await exported(id, format, container, data, new Map());
      const store = await restored(file, container);
      expect(await digestOf((kind) => store.list(kind))).toBe(
        await digestOf((kind) => data[kind] ?? []),
      );
    };
    await fc.assert(fc.asyncProperty(randomData, work), { numRuns: runs, endOnFailure: true });
  });

  test("carries the bytes of documents", async () => {
    const data: RandomData = {
      documents: ["d1", "d2 ü/..", "d3"].map((name) => ({
        id: name,
        name: `${name}.pdf`,
        created_at: "2026-01-01",
        updated_at: "2026-01-01",
      })),
    };
    const blobs = new Map([
      ["d1", new Blob([Uint8Array.from({ length: 70_001 }, (_, i) => (i * i) & 255)])],
      ["d2 ü/..", new Blob(["x"])],
    ]);
    const store = await restored(await exported(id, format, container, data, blobs), container);
    expect([...store.blobs.keys()].sort()).toEqual([...blobs.keys()].sort());
    for (const [key, blob] of blobs) {
      const back = await collectBytes(store.blobs.get(key)?.stream() ?? new Blob().stream());
      expect(Buffer.compare(back, new Uint8Array(await blob.arrayBuffer()))).toBe(0);
    }
  });

  test("holds 10,000 records", async () => {
    const applications = Array.from({ length: 10_000 }, (_, n) => ({
      id: `a${String(n).padStart(5, "0")}`,
      company: `Company ${String(n)}`,
      notes: "x".repeat(n % 97),
      created_at: "2026-01-01T00:00:00Z",
      updated_at: "2026-01-01T00:00:00Z",
    }));
    const data: RandomData = { applications };
    const store = await restored(await exported(id, format, container, data, new Map()), container);
    expect(await digestOf((kind) => store.list(kind))).toBe(
      await digestOf((kind) => data[kind] ?? []),
    );
  });
});

describe("a workbook of ours", () => {
  test("comes back in its columns, kind by kind", async () => {
    const stamps = { created_at: "2026-01-01", updated_at: "2026-01-01" };
    const sent = {
      company: "=1+1",
      title: "Zoë",
      applied_on: "2026-01-05",
      salary_min: 5.5,
      tags: ["a", "b; c"],
    };
    const data: RandomData = {
      applications: [{ id: "a", ...sent, ...stamps }],
      contacts: [{ id: "c", name: "Jane", email: "jane@example.com", ...stamps }],
      settings: [{ id: "theme", key: "theme", value: "dark", ...stamps }],
    };
    const file = new Blob([await writeRecords(formats.xlsx, data)]);
    const { incoming } = await inspect(file, { now: () => new Date(0), name: "export.xlsx" });
    const found = incoming.map(({ kind, record }) => [kind, record] as const);
    expect(found).toHaveLength(3);
    expect(found).toContainEqual(["applications", expect.objectContaining(sent)]);
    expect(found).toContainEqual(["contacts", expect.objectContaining({ name: "Jane" })]);
    expect(found).toContainEqual([
      "settings",
      expect.objectContaining({ id: "theme", value: "dark" }),
    ]);
  });
});

describe("a package of ours", () => {
  test("keeps a document that is an archive itself", async () => {
    const inner = await collectBlob(
      containers.zip.pack(one({ name: "a.txt", bytes: new Blob(["x"]).stream() })),
    );
    const data: RandomData = {
      documents: [
        { id: "d1", name: "work.zip", created_at: "2026-01-01", updated_at: "2026-01-01" },
      ],
    };
    const file = await exported(
      "json",
      formats.json,
      containers.zip,
      data,
      new Map([["d1", inner]]),
    );
    const store = await restored(file, containers.zip);
    expect(store.blobs.get("d1")?.size).toBe(inner.size);
  });
});

describe("the dry run", () => {
  const policies = ["skip", "replace", "newest", "keep-both", "merge"] as const;

  test("says exactly what the run then writes, and a second run writes nothing", async () => {
    const property = fc.asyncProperty(
      randomData,
      randomData,
      fc.constantFrom(...policies),
      async (here, there, everywhere) => {
        const store = new RestoreStore();
        for (const kind of storedKindIds) store.put(kind, ...(here[kind] ?? []));
        // Half of what is here is in the file too, with the other half of its fields.
        const both = storedKindIds.map((kind) => {
          const mixed = (there[kind] ?? []).map((record, at) => {
            const same = here[kind]?.[at];
            return same === undefined || at % 2 === 1 ? record : { ...record, id: same.id };
          });
          return [kind, kind === "settings" ? (there[kind] ?? []) : mixed] as const;
        });
        const data = Object.fromEntries(both) as RandomData;
        const file = new Blob([await writeRecords(formats.json, data)]);
        const inspection = await inspect(file, { now: store.ports.now });
        const plan = await planRestore(inspection, { everywhere }, store.ports);
        const receipt = await runRestore(plan, store.ports);
        expect(receipt.written).toBe(plan.writes);
        expect(receipt.counts).toEqual(plan.counts);
        expect(receipt.verified).toBe(true);
        const again = await planRestore(inspection, { everywhere }, store.ports);
        expect(again.writes).toBe(0);
      },
    );
    await fc.assert(property, { numRuns: 60, endOnFailure: true });
  });
});
