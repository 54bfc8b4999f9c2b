import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { json } from "../../../src/core/formats/json.ts";
import { zip } from "../../../src/core/containers/zip.ts";
import { runExport } from "../../../src/core/pipeline/run-export.ts";
import type { AnyRecord } from "../../../src/core/records/stored-record.ts";
import { arraySource } from "../../support/array-source.ts";
import { planOf, portsOf, record, shelves } from "../../support/export-run.ts";
import { memorySink } from "../../support/memory-sink.ts";

const applications = Array.from({ length: 700 }, (_, index) =>
  record(`a${String(index).padStart(4, "0")}`, {
    company: `Company ${String(index % 7)}`,
    title: index % 2 === 0 ? "Engineer" : "Ingénieur 🚀",
    applied_on: `2026-${String((index % 10) + 1).padStart(2, "0")}-10`,
    rating: index % 5,
  }),
);
const contacts = [record("c1", { name: "Ada Lovelace", email: "ada@example.org" })];
const source = arraySource({ applications, contacts });

async function readJson(blob: Blob | undefined): Promise<{
  readonly export_info: Readonly<Record<string, unknown>>;
  readonly data: Readonly<Record<string, readonly AnyRecord[]>>;
}> {
  if (blob === undefined) throw new Error("no file was finished");
  return JSON.parse(await blob.text()) as Awaited<ReturnType<typeof readJson>>;
}

async function unpack(blob: Blob | undefined): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  if (blob === undefined) return files;
  for await (const { name, bytes } of zip.unpack(blob)) {
    files.set(name, Buffer.from(await new Response(bytes).arrayBuffer()));
  }
  return files;
}

describe("a run", () => {
  it("writes every record, proves the file and says so in the receipt", async () => {
    const sink = memorySink();
    const receipt = await runExport(
      planOf(["applications", "contacts"]),
      portsOf({ source, sink }),
      shelves,
    );
    const file = sink.finished();
    const { data, export_info } = await readJson(file);
    expect(data["applications"]).toEqual(applications);
    expect(data["contacts"]).toEqual(contacts);
    expect(export_info["coverage"]).toEqual(receipt.coverage);
    expect(receipt).toMatchObject({
      status: "done",
      records: 701,
      verified: "proved",
      bytes: file?.size,
      coverage: { total: 701, records: { applications: 700, contacts: 1 }, left_out: [] },
    });
    const whole = Buffer.from((await file?.arrayBuffer()) ?? new ArrayBuffer(0));
    expect(receipt.sha256).toBe(createHash("sha256").update(whole).digest("hex"));
  });

  it("writes the same bytes whatever the batch size", async () => {
    const digests = await Promise.all(
      [1, 7, 250, 1000].map(async (batch) => {
        const ports = portsOf({ source: arraySource({ applications }, { batch }) });
        return (await runExport(planOf(["applications"]), ports, shelves)).sha256;
      }),
    );
    expect(new Set(digests).size).toBe(1);
  });

  it("takes only what the selection says, in its order, and names what stayed", async () => {
    const sink = memorySink();
    const plan = planOf([], {
      selection: {
        kinds: [
          {
            kind: "applications",
            where: { field: "rating", op: "gte", value: 3 },
            sort: [{ field: "applied_on", dir: "desc" }],
            limit: 20,
          },
        ],
        leftOut: [{ kind: "contacts", why: "You asked for applications" }],
      },
    });
    const receipt = await runExport(plan, portsOf({ source, sink }), shelves);
    const { data } = await readJson(sink.finished());
    const days = (data["applications"] ?? []).map((row) => row["applied_on"] as string);
    expect(days).toHaveLength(20);
    expect(days).toEqual([...days].sort().reverse());
    expect(receipt.coverage.left_out).toEqual([
      { what: "Contacts", count: 1, why: "You asked for applications" },
      { what: "Applications", count: 680, why: "Only the first 20 were asked for" },
    ]);
  });

  it("takes every record of a sorted selection once, over many batches", async () => {
    const sink = memorySink();
    const sort = [{ field: "rating", dir: "desc" as const }];
    const selection = { kinds: [{ kind: "applications" as const, sort }], leftOut: [] };
    const receipt = await runExport(planOf([], { selection }), portsOf({ source, sink }), shelves);
    const { data } = await readJson(sink.finished());
    const rows = data["applications"] ?? [];
    const ratings = rows.map((row) => Number(row["rating"]));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(700);
    expect(ratings).toEqual([...ratings].sort((a, b) => b - a));
    expect(receipt.records).toBe(700);
  });

  it("keeps only the columns that were asked for", async () => {
    const sink = memorySink();
    const columns = ["company", "rating"];
    const plan = planOf([], {
      selection: { kinds: [{ kind: "applications", columns, onlyColumns: true }], leftOut: [] },
    });
    await runExport(plan, portsOf({ source, sink }), shelves);
    const { data } = await readJson(sink.finished());
    expect(Object.keys(data["applications"]?.[3] ?? {})).toEqual(columns);
  });

  it("says that nothing fits before anything is written", async () => {
    const sink = memorySink();
    const run = runExport(planOf(["memories"]), portsOf({ source, sink }), shelves);
    await expect(run).rejects.toMatchObject({ failure: { code: "nothing-selected" } });
    expect(sink.writes()).toEqual([]);
  });

  it("writes nothing in clear when the passphrase is missing", async () => {
    const sink = memorySink();
    const plan = planOf(["applications"], { container: "encrypted-zip" });
    const run = runExport(plan, portsOf({ source, sink }), shelves);
    await expect(run).rejects.toMatchObject({ failure: { code: "passphrase-missing" } });
    expect(sink.writes()).toEqual([]);
  });

  it("opens an encrypted file again with the passphrase before it is called proved", async () => {
    const sink = memorySink();
    const plan = planOf(["applications"], { container: "encrypted-zip" });
    const key = { passphrase: "correct horse battery staple" };
    const receipt = await runExport(plan, portsOf({ source, sink, key }), shelves);
    expect(receipt.verified).toBe("proved");
    expect(receipt.proof).toContain("decrypted");
    expect(await sink.finished()?.text()).not.toContain("Company 1");
  });

  it("leaves no file when the disk is full, and names the place", async () => {
    const sink = memorySink({
      refuse: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    });
    const run = runExport(planOf(["applications"]), portsOf({ source, sink }), shelves);
    await expect(run).rejects.toMatchObject({ failure: { code: "storage-full", where: "memory" } });
    expect(sink.finished()).toBeUndefined();
  });

  it("leaves no file when the permission was taken back", async () => {
    const sink = memorySink({
      refuse: () => {
        throw new DOMException("no", "NotAllowedError");
      },
    });
    const run = runExport(planOf(["applications"]), portsOf({ source, sink }), shelves);
    await expect(run).rejects.toMatchObject({
      failure: { code: "permission-lost", where: "memory" },
    });
    expect(sink.finished()).toBeUndefined();
  });

  it("leaves no file when it is cancelled in the middle", async () => {
    const stop = new AbortController();
    const sink = memorySink();
    const ports = portsOf({
      source,
      sink,
      signal: stop.signal,
      report: ({ stage, records }) => {
        if (stage === "write" && records > 200) stop.abort();
      },
    });
    await expect(runExport(planOf(["applications"]), ports, shelves)).rejects.toMatchObject({
      failure: { code: "cancelled" },
    });
    expect(sink.finished()).toBeUndefined();
  });

  it("does not finish a file that reads back with one byte changed", async () => {
    const sink = memorySink({
      spoil: async (file) => {
        const bytes = new Uint8Array(await file.arrayBuffer());
        bytes[1000] = (bytes[1000] ?? 0) ^ 1;
        return new Blob([bytes]);
      },
    });
    const run = runExport(planOf(["applications"]), portsOf({ source, sink }), shelves);
    await expect(run).rejects.toMatchObject({ failure: { code: "proof-failed" } });
    expect(sink.finished()).toBeUndefined();
  });

  it("does not finish a file that reads back short", async () => {
    const sink = memorySink({ spoil: (file) => file.slice(0, 100) });
    const run = runExport(planOf(["applications"]), portsOf({ source, sink }), shelves);
    await expect(run).rejects.toMatchObject({ failure: { code: "proof-failed" } });
  });

  it("finds a format that loses a field, although every record is there", async () => {
    const forgetful = {
      ...json,
      write: (document: Parameters<typeof json.write>[0]) =>
        (async function* () {
          for await (const text of json.write(document)) {
            yield typeof text === "string" ? text.replaceAll("Engineer", "Engineeer") : text;
          }
        })(),
    };
    const run = runExport(planOf(["applications"]), portsOf({ source }), {
      ...shelves,
      formats: { json: forgetful },
    });
    await expect(run).rejects.toMatchObject({ failure: { code: "proof-failed" } });
  });

  it("says not verified where the file cannot be read back", async () => {
    const sink = memorySink({ blind: true });
    const receipt = await runExport(planOf(["applications"]), portsOf({ source, sink }), shelves);
    expect(receipt.verified).toBe("not-verified");
    expect(sink.finished()).toBeDefined();
  });

  it("reports about ten times a second, and the time left after two seconds", async () => {
    const ports = portsOf({ source });
    await runExport(planOf(["applications"]), ports, shelves);
    const shares = ports.reports.map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(ports.reports[0]).not.toHaveProperty("secondsLeft");
  });
});

describe("a package", () => {
  const documents = [
    record("d1", { name: "CV.pdf", media_type: "application/pdf" }),
    record("https://odd/id", { name: "letter" }),
  ];
  const bytes = new Map([
    ["d1", new Blob(["%PDF-1.7 not really"])],
    ["https://odd/id", new Blob(["Dear"])],
  ]);
  const packed = arraySource({ applications, documents }, { bytes });
  const plan = planOf(["applications", "documents"], {
    formats: ["json", "csv"],
    container: "zip",
    withBytes: true,
  });

  it("holds the records, the files, and last the manifest that lists them all", async () => {
    const sink = memorySink();
    const deleted = {
      kind: "contacts" as const,
      id: "gone",
      deletedAt: "2026-11-01T00:00:00.000Z",
    };
    const tombstones = () => Promise.resolve([deleted]);
    const receipt = await runExport(plan, portsOf({ source: packed, sink, tombstones }), shelves);
    const files = await unpack(sink.finished());
    expect([...files.keys()]).toEqual([
      "data.json",
      "data/applications.csv",
      "data/documents.csv",
      "documents/d1.pdf",
      "documents/document-2.bin",
      "datapackage.json",
      "manifest.json",
    ]);
    const manifest = JSON.parse(files.get("manifest.json")?.toString() ?? "") as {
      readonly format: string;
      readonly files: readonly { readonly name: string; readonly sha256: string; bytes: number }[];
    };
    expect(manifest).toMatchObject({ format: "job-tracker-pro-archive", tombstones: [deleted] });
    expect(manifest.files).toHaveLength(6);
    for (const { name, sha256, bytes: size } of manifest.files) {
      const file = files.get(name) ?? Buffer.alloc(0);
      expect(size).toBe(file.byteLength);
      expect(sha256).toBe(createHash("sha256").update(file).digest("hex"));
    }
    expect(manifest.files[0]).toMatchObject({ records: 702 });
    expect(receipt).toMatchObject({ records: 702, verified: "proved" });
  });

  it("leaves the files out where they cannot be cleaned, and says so", async () => {
    const sink = memorySink();
    const moderate = { ...plan, sanitization: { level: "moderate" as const } };
    const receipt = await runExport(moderate, portsOf({ source: packed, sink }), shelves);
    const names = [...(await unpack(sink.finished())).keys()];
    expect(names.filter((name) => name.startsWith("documents/"))).toEqual([]);
    expect(receipt.coverage.left_out).toContainEqual({
      what: "Attached files",
      count: 2,
      why: "Files cannot be cleaned, so none leaves at this privacy level",
    });
  });

  it("makes one folder a value when files are grouped", async () => {
    const sink = memorySink();
    const grouped = planOf(["applications"], {
      container: "zip",
      formats: ["csv"],
      group: { by: "company", as: "file" },
    });
    const receipt = await runExport(grouped, portsOf({ source: packed, sink }), shelves);
    const names = [...(await unpack(sink.finished())).keys()];
    expect(names).toContain("company-3/data/applications.csv");
    expect(names).toHaveLength(9);
    expect(receipt.records).toBe(700);
  });
});

describe("a sanitised run", () => {
  it("takes addresses out of records and of the request that stands in the file", async () => {
    const sink = memorySink();
    const plan = planOf(["contacts"], {
      sentence: "contacts without ada@example.org",
      sanitization: { level: "moderate" },
    });
    const receipt = await runExport(plan, portsOf({ source, sink }), shelves);
    expect(await sink.finished()?.text()).not.toContain("ada@example.org");
    expect(receipt.proof).toContain("second look");
  });

  it("stops and leaves no file when the second look finds something", async () => {
    const sink = memorySink();
    const leaky = {
      ...shelves,
      makeSanitizer: async (...args: Parameters<typeof shelves.makeSanitizer>) => {
        const sanitizer = await shelves.makeSanitizer(...args);
        const raw = await shelves.makeSanitizer({ level: "none" }, args[1]);
        return {
          ...sanitizer,
          clean: (...given: Parameters<typeof raw.clean>) => raw.clean(...given),
        };
      },
    };
    const plan = planOf(["contacts"], { sanitization: { level: "moderate" } });
    const run = runExport(plan, portsOf({ source, sink }), leaky);
    await expect(run).rejects.toMatchObject({ failure: { code: "leak-found", type: "EMAIL" } });
    expect(sink.finished()).toBeUndefined();
  });
});
