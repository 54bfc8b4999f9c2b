import { describe, expect, test } from "vitest";
import * as containers from "../../../src/core/containers/registry.ts";
import type { Inspection } from "../../../src/core/restore/contract.ts";
import { inspect } from "../../../src/core/restore/inspect.ts";
import { collectBytes } from "../../../src/core/zip/byte-streams.ts";
import { sha256Hex } from "../../support/sha256.ts";

const passphrase = "ember velvet nickel raven nectar tulip";
const count = 400;
const application = (at: number, more: object = {}) => ({
  id: `a${String(at).padStart(4, "0")}`,
  company: `Ottermill ${String(at)} {"odd": [`,
  title: "Lead",
  notes: `Wrote to them\nand "waited" ${sha256Hex(new TextEncoder().encode(String(at)))}`,
  created_at: "2026-01-01T00:00:00Z",
  updated_at: "2026-01-01T00:00:00Z",
  ...more,
});
const applications = Array.from({ length: count }, (_, at) => application(at));
const head = { format: "json", version: "1.0", timestamp: "2026-01-01T00:00:00Z" };
const json = JSON.stringify(
  {
    export_info: head,
    data: {
      applications,
      contacts: [{ ...application(1), id: "c1", name: "Jane" }],
      settings: {
        theme: {
          id: "theme",
          key: "theme",
          value: "dark",
          created_at: "2026-01-01",
          updated_at: "2026-01-01",
        },
      },
    },
  },
  undefined,
  1,
);
const ndjson = [
  { export_info: head },
  ...applications.map((record) => ({ kind: "applications", ...record })),
]
  .map((line) => JSON.stringify(line))
  .join("\n");

async function* filesOf(files: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(files)) {
    yield await Promise.resolve({
      name,
      bytes: new Blob([text]).stream(),
    });
  }
}
const packed = (name: keyof typeof containers, files: Readonly<Record<string, string>>) =>
  collectBytes(containers[name].pack(filesOf(files), name === "zip" ? undefined : { passphrase }));
const rescue = (bytes: Uint8Array<ArrayBuffer> | string, name = "backup"): Promise<Inspection> =>
  inspect(new Blob([bytes]), { name, passphrase, rescue: true, now: () => new Date(0) });
const strictly = (bytes: Uint8Array<ArrayBuffer> | string) =>
  inspect(new Blob([bytes]), { passphrase, now: () => new Date(0) });
const certainties = ({ rescued = [] }: Inspection): readonly string[] =>
  rescued.map(({ what, certainty }) => `${what}: ${certainty}`);
function flipped(bytes: Uint8Array, at: number): Uint8Array<ArrayBuffer> {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0x20;
  return copy;
}

describe("a damaged JSON", () => {
  test("that was cut keeps every record before the cut", async () => {
    const cut = json.slice(0, json.indexOf('"a0300"'));
    await expect(strictly(cut)).rejects.toThrow("archive-damaged");
    const { incoming, rescued } = await rescue(cut);
    expect(incoming).toHaveLength(300);
    expect(rescued?.map(({ certainty }) => certainty)).toEqual(["whole", "lost"]);
  });
  test("loses the broken record only, and keeps other kinds and settings", async () => {
    const broken = json
      .replace('"id": "a0100",', '"id": "a0100, ')
      .replace('"id": "a0200",', '"id": a0200",');
    await expect(strictly(broken)).rejects.toThrow();
    const { incoming, kinds, rescued } = await rescue(broken);
    expect(kinds).toEqual({ applications: count - 2, contacts: 1, settings: 1 });
    expect(incoming.map(({ record }) => record.id)).not.toContain("a0100");
    expect(rescued?.filter(({ certainty }) => certainty === "lost")).toHaveLength(2);
  });
  test("without its head gives its records", async () => {
    const { incoming } = await rescue(json.replace('"export_info": {', '"export_info": {{'));
    expect(incoming.length).toBeGreaterThanOrEqual(count);
  });
});

describe("damaged lines", () => {
  test("of NDJSON cost themselves only, and are named", async () => {
    const lines = ndjson.split("\n");
    lines[5] = lines[5]?.slice(0, 40) ?? "";
    const { incoming, rescued } = await rescue(lines.join("\n"));
    expect(incoming).toHaveLength(count - 1);
    expect(rescued?.at(-1)?.what).toBe("line 6");
  });
  test("of a table cost themselves only, also where a quote lost its end", async () => {
    const rows = Array.from(
      { length: 50 },
      (_, at) => `"Firm ${String(at)}","Job, at ${String(at)}",applied`,
    );
    rows[10] = '"Firm 10,"Job, at 10",applied';
    rows[20] = '"Firm 20","Job, at 20';
    const { kinds, rescued } = await rescue(
      `company,title,status\n${rows.join("\n")}\n`,
      "jobs.csv",
    );
    expect(kinds.applications).toBe(48);
    expect(
      rescued?.filter(({ certainty }) => certainty === "lost").map(({ what }) => what),
    ).toEqual(["row in line 12", "row in line 22"]);
  });
});

describe("a damaged package", () => {
  const files = { "data.json": json, "documents/c1.txt": "x".repeat(3000), "manifest.json": "{}" };
  test("without its directory gives what its entries hold, each proved by its checksum", async () => {
    const zip = await packed("zip", files);
    const cut = zip.slice(0, zip.byteLength - 60);
    await expect(strictly(cut)).rejects.toThrow("archive-damaged");
    const found = await rescue(cut);
    expect(found.kinds.applications).toBe(count);
    expect(certainties(found)).toContain("data.json: proved");
  });
  test("cut in its data gives the records before the cut, and says so", async () => {
    const zip = await packed("zip", files);
    const found = await rescue(zip.slice(0, zip.byteLength / 3));
    expect(found.kinds.applications).toBeGreaterThan(20);
    expect(found.kinds.applications).toBeLessThan(count);
    expect(certainties(found)).toContain("data.json: part");
  });
  test("with a changed bit says that its checksum does not fit", async () => {
    const zip = await packed("zip", { "data.ndjson": ndjson, "README.txt": "hello" });
    const found = await rescue(flipped(zip, Math.round(zip.byteLength / 3)));
    expect(certainties(found).some((one) => /data\.ndjson: (?:doubtful|part)/.test(one))).toBe(
      true,
    );
    expect(found.kinds.applications).toBeGreaterThan(20);
  });
  test("never takes the same record twice, whatever is found", async () => {
    const zip = await packed("zip", files);
    const twice = new Uint8Array([...zip, ...zip]);
    expect((await rescue(twice)).kinds.applications).toBe(count);
  });
});

describe("a damaged vault", { timeout: 60_000 }, () => {
  const long = Array.from({ length: 9000 }, (_, at) =>
    JSON.stringify({
      kind: "applications",
      ...application(at, { notes: Array.from({ length: 6 }, () => crypto.randomUUID()).join() }),
    }),
  ).join("\n");
  const data = `${JSON.stringify({ export_info: head })}\n${long}\n`;
  test("that was cut gives the records of its whole chunks", async () => {
    const vault = await packed("vault", { "data.ndjson": data });
    const found = await rescue(vault.slice(0, 700_000));
    expect(found.kinds.applications).toBeGreaterThan(1000);
    expect(certainties(found)[0]).toBe("The vault: part");
    await expect(strictly(vault.slice(0, 700_000))).rejects.toThrow();
  });
  test("with a broken chunk names the chunk, and wants its passphrase all the same", async () => {
    const vault = await packed("vault", { "data.ndjson": data, "small.json": json });
    const found = await rescue(flipped(vault, 600_000));
    expect(certainties(found).some((one) => /^Chunk 3 of \d+: lost$/.test(one))).toBe(true);
    await expect(
      inspect(new Blob([vault]), { rescue: true, now: () => new Date(0) }),
    ).rejects.toThrow("passphrase-missing");
  });
  test("an encrypted ZIP without its end gives what its seal still lets out", async () => {
    const sealed = await packed("encrypted-zip", { "data.json": json });
    const found = await rescue(sealed.slice(0, sealed.byteLength - 80));
    expect(found.kinds.applications).toBe(count);
    expect(certainties(found)).toContain("export.zip: proved");
  });
});

describe("something that is no archive at all", { timeout: 60_000 }, () => {
  test("gives nothing, and ends", async () => {
    const noise = Uint8Array.from({ length: 200_000 }, (_, at) => (at * at * 31) & 255);
    const found = await rescue(noise);
    expect(found.incoming).toEqual([]);
  });
  test("is not searched for ever, however often it begins anew", async () => {
    const starts = performance.now();
    await rescue(`{"export_info":{},"data":{"applications":[${'{"id":"'.repeat(60_000)}`);
    await rescue(`company,title\n${'"x\n'.repeat(60_000)}`, "a.csv");
    expect(performance.now() - starts).toBeLessThan(20_000);
  });
});
