import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { packageParts } from "../../../src/core/archive/gdpr-check.ts";
import { zip } from "../../../src/core/containers/zip.ts";
import { runExport } from "../../../src/core/pipeline/run-export.ts";
import { storedKindIds } from "../../../src/core/records/any-kind.ts";
import { arraySource } from "../../support/array-source.ts";
import { planOf, portsOf, record, shelves } from "../../support/export-run.ts";
import { memorySink } from "../../support/memory-sink.ts";

type Files = Map<string, Uint8Array>;

/** What RFC 8493 asks of a bag, read without anything of the writer; an empty list means valid. */
function validateBag(files: Files): readonly string[] {
  const text = (name: string): string =>
    new TextDecoder().decode(files.get(name) ?? new Uint8Array());
  const problems: string[] = [];
  if (!/^BagIt-Version: 1\.0\nTag-File-Character-Encoding: UTF-8\n$/.test(text("bagit.txt"))) {
    problems.push("bagit.txt");
  }
  const listed = (name: string): Map<string, string> =>
    new Map(
      text(name)
        .split("\n")
        .filter((line) => line !== "")
        .map((line): [string, string] => {
          const [, digest = "", path = ""] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
          if (digest === "") problems.push(`line of ${name}: ${line}`);
          return [path, digest];
        }),
    );
  const payload = [...files.keys()].filter((name) => name.startsWith("data/"));
  const manifest = listed("manifest-sha256.txt");
  const tags = listed("tagmanifest-sha256.txt");
  for (const [path, digest] of [...manifest, ...tags]) {
    const bytes = files.get(path);
    if (bytes === undefined) problems.push(`missing ${path}`);
    else if (createHash("sha256").update(bytes).digest("hex") !== digest)
      problems.push(`changed ${path}`);
  }
  for (const path of payload) if (!manifest.has(path)) problems.push(`not listed ${path}`);
  const own = ["tagmanifest-sha256.txt"];
  for (const path of files.keys()) {
    if (!path.startsWith("data/") && !tags.has(path) && !own.includes(path))
      problems.push(`no tag ${path}`);
  }
  const bytes = payload.reduce((sum, name) => sum + (files.get(name)?.byteLength ?? 0), 0);
  if (
    !text("bag-info.txt").includes(`Payload-Oxum: ${String(bytes)}.${String(payload.length)}\n`)
  ) {
    problems.push("Payload-Oxum");
  }
  return problems;
}

async function packageFiles(withBytes = true): Promise<Files> {
  const sink = memorySink();
  const source = arraySource(
    {
      applications: [record("a1", { company: "Halden & Voss" })],
      contacts: [record("c1", { name: "Mara" })],
      documents: [record("d1", { name: "cv.pdf" })],
    },
    { bytes: new Map([["d1", new Blob(["%PDF"])]]) },
  );
  const plan = planOf(storedKindIds, {
    template: "gdpr",
    formats: ["json", "csv"],
    container: "zip",
    withBytes,
    fileName: "gdpr-package.zip",
  });
  await runExport(plan, portsOf({ sink, source }), shelves);
  const files: Files = new Map();
  for await (const { name, bytes } of zip.unpack(sink.finished() ?? new Blob([]))) {
    files.set(name, new Uint8Array(await new Response(bytes).arrayBuffer()));
  }
  return files;
}

const jsonOf = (files: Files, name: string): unknown =>
  JSON.parse(new TextDecoder().decode(files.get(name)));

describe("the GDPR package", () => {
  it("is a valid bag", async () => {
    const files = await packageFiles();
    expect(validateBag(files)).toEqual([]);
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        "data/data.json",
        "data/contacts.csv",
        "data/documents/d1.pdf",
        "README.md",
        "schema.json",
        "data-dictionary.csv",
        "gdpr-check.json",
      ]),
    );
  });

  it("is no valid bag any more when a file was changed, dropped or slipped in", async () => {
    const broken = async (change: (files: Files) => void): Promise<readonly string[]> => {
      const files = await packageFiles();
      change(files);
      return validateBag(files);
    };
    const byte = new Uint8Array([1]);
    expect(await broken((files) => files.set("data/contacts.csv", byte))).toContain(
      "changed data/contacts.csv",
    );
    expect(await broken((files) => files.delete("README.md"))).toContain("missing README.md");
    expect(await broken((files) => files.set("data/more.csv", byte))).toContain(
      "not listed data/more.csv",
    );
  });

  it("holds the report of the checker, condition by condition", async () => {
    const report = jsonOf(await packageFiles(), "gdpr-check.json") as {
      gdpr_compliant: boolean;
      conditions: readonly { met: boolean }[];
    };
    expect(report.gdpr_compliant).toBe(true);
    expect(report.conditions).toHaveLength(4 + packageParts.length);
  });

  it("says false and why when the attached files stayed behind", async () => {
    const files = await packageFiles(false);
    expect(jsonOf(files, "gdpr-check.json")).toMatchObject({ gdpr_compliant: false });
    expect(jsonOf(files, "data/data.json")).toMatchObject({
      export_info: { gdpr_compliant: false, gdpr_missing: ["The attached files are not in it"] },
    });
  });
});
