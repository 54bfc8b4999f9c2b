import { describe, expect, it } from "vitest";
import { zip } from "../../../src/core/containers/zip.ts";
import { defaultShelves } from "../../../src/core/pipeline/default-shelves.ts";
import { runExport } from "../../../src/core/pipeline/run-export.ts";
import { storedKindIds } from "../../../src/core/records/any-kind.ts";
import { arraySource } from "../../support/array-source.ts";
import { planOf, portsOf, record } from "../../support/export-run.ts";
import { memorySink } from "../../support/memory-sink.ts";

const endless: Record<string, unknown> = {};
endless["self"] = endless;
const bad = record("bad", { company: "Kettle", title: "Smith", salary_min: 10n });
const good = Array.from({ length: 30 }, (_, at) =>
  record(`a${String(at).padStart(2, "0")}`, { company: `Company ${String(at)}`, title: "Cook" }),
);
const source = arraySource({
  applications: [...good.slice(0, 10), bad, ...good.slice(10)],
  memories: [record("m1", { text: "x", extra: endless }), record("m2", { text: "kept" })],
});

describe("a record that no file can hold", () => {
  it.each(["json", "ndjson", "csv", "xlsx", "pdf", "html", "markdown", "yaml", "xml", "parquet"])(
    "is named on the receipt, and the %s goes on without it",
    async (format) => {
      const sink = memorySink();
      const plan = planOf(["applications"], { formats: [format] });
      const receipt = await runExport(plan, portsOf({ source, sink }), defaultShelves);
      expect(receipt.verified).toBe("proved");
      expect(receipt.records).toBe(30);
      expect(receipt.coverage.records).toEqual({ applications: 30 });
      expect(receipt.coverage.left_out).toContainEqual({
        what: "The application “Kettle · Smith” (bad)",
        count: 1,
        why: "It could not be written: its field salary_min holds a bigint",
      });
    },
    30_000,
  );

  it("stops the export where all or nothing was chosen, and leaves no file", async () => {
    const sink = memorySink();
    const plan = planOf(["applications"], { options: { allOrNothing: true } });
    await expect(runExport(plan, portsOf({ source, sink }), defaultShelves)).rejects.toMatchObject({
      failure: {
        code: "invalid-record",
        where: "the application “Kettle · Smith”",
        field: "salary_min",
      },
    });
    expect(sink.finished()).toBeUndefined();
  });

  it("stops a package under the GDPR, which is whole or is none", async () => {
    const plan = planOf(storedKindIds, { template: "gdpr", container: "zip", withBytes: true });
    await expect(runExport(plan, portsOf({ source }), defaultShelves)).rejects.toMatchObject({
      failure: { code: "invalid-record" },
    });
  });

  it("is counted in the manifest without its name, which may be hidden there", async () => {
    const sink = memorySink();
    const plan = planOf(["applications", "memories"], {
      container: "zip",
      formats: ["json", "csv"],
    });
    const receipt = await runExport(plan, portsOf({ source, sink }), defaultShelves);
    expect(receipt.coverage.total).toBe(31);
    expect(receipt.coverage.left_out.filter(({ what }) => what.includes("(m1)"))).toEqual([
      expect.objectContaining({
        why: "It could not be written: its field extra holds values inside each other without end",
      }),
    ]);
    const manifest = await fileOf(sink.finished(), "manifest.json");
    expect(manifest).toContain("One application");
    expect(manifest).not.toContain("Kettle");
    expect((JSON.parse(manifest) as { files: unknown }).files).toBeDefined();
  });
});

describe("the evidence annex of a work-search log", () => {
  const documents = [
    record("d1", { name: "Confirmation é.pdf", media_type: "application/pdf", sha256: "ab" }),
    record("d2", { name: "=Reply", media_type: "text/plain" }),
    record("d3", { name: "Lost.png" }),
  ];
  const activities = [
    record("a1", {
      date: "2026-11-10",
      activity_type: "interview",
      employer: "B",
      document_ids: ["d2", "d3"],
    }),
    record("a2", {
      date: "2026-11-02",
      activity_type: "application",
      employer: "A",
      document_ids: ["d1"],
    }),
    record("a3", { date: "2026-11-05", activity_type: "workshop" }),
  ];
  const bytes = new Map([
    ["d1", new Blob(["%PDF proof"])],
    ["d2", new Blob(["thank you"])],
  ]);
  const logSource = {
    ...arraySource({ activities, documents }),
    bytes: (id: string) => Promise.resolve(bytes.get(id)),
  };
  const log = planOf(["activities"], {
    template: "work-search",
    formats: ["pdf"],
    container: "zip",
    withBytes: true,
    title: "Work-search log",
  });

  it("holds each proof under the number that the log gives it, and a table of them", async () => {
    const sink = memorySink();
    const receipt = await runExport(log, portsOf({ source: logSource, sink }), defaultShelves);
    expect(receipt.verified).toBe("proved");
    const names = await namesOf(sink.finished());
    expect(names).toEqual([
      "data.pdf",
      "proof/01-Confirmation-e.pdf",
      "proof/02-Reply.txt",
      "proof/index.csv",
      "manifest.json",
    ]);
    expect(await fileOf(sink.finished(), "proof/02-Reply.txt")).toBe("thank you");
    const table = (await fileOf(sink.finished(), "proof/index.csv")).split("\r\n");
    expect(table[1]).toBe(
      "1,2026-11-02,application,A,Confirmation é.pdf,proof/01-Confirmation-e.pdf,ab,",
    );
    expect(table[2]).toBe(`2,2026-11-10,interview,B,"'=Reply",proof/02-Reply.txt,,`);
    expect(table[3]).toBe("2,2026-11-10,interview,B,Lost.png,,,The file is not kept here");
  });

  it("is not there where files cannot be cleaned", async () => {
    const sink = memorySink();
    const plan = { ...log, sanitization: { level: "moderate" } as const };
    const receipt = await runExport(plan, portsOf({ source: logSource, sink }), defaultShelves);
    expect(receipt.records).toBe(3);
    expect((await namesOf(sink.finished())).some((name) => name.startsWith("proof/"))).toBe(false);
  });

  it("puts name and number into the log and into no other file of any template", async () => {
    const claimant = { name: "Robin Fairweather", number: "123456789", showNumber: true };
    for (const template of ["work-search", "sharing", "analysis"] as const) {
      const sink = memorySink();
      const plan = planOf(["activities"], { template, formats: ["markdown"], title: "Log" });
      await runExport(plan, portsOf({ source: logSource, sink, claimant }), defaultShelves);
      const text = await (sink.finished() ?? new Blob([])).text();
      expect(text.includes("123456789"), template).toBe(template === "work-search");
    }
  });
});

async function unpack(file: Blob | undefined): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  if (file === undefined) return files;
  for await (const { name, bytes } of zip.unpack(file)) {
    files.set(name, await new Response(bytes).text());
  }
  return files;
}

async function namesOf(file: Blob | undefined): Promise<readonly string[]> {
  return [...(await unpack(file)).keys()];
}

async function fileOf(file: Blob | undefined, name: string): Promise<string> {
  return (await unpack(file)).get(name) ?? "";
}
