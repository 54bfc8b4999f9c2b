import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Inspection } from "../../../src/core/restore/contract.ts";
import { inspect } from "../../../src/core/restore/inspect.ts";

const folder = new URL("../../fixtures/golden/v1/", import.meta.url);
const passphrase = "ember velvet nickel raven nectar tulip";
type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
const records = JSON.parse(readFileSync(new URL("records.json", folder), "utf8")) as Rows;

const look = (name: string): Promise<Inspection> =>
  inspect(new Blob([readFileSync(new URL(name, folder))]), {
    name,
    passphrase,
    now: () => new Date("2030-01-01T00:00:00Z"),
  });
function byKind({ incoming }: Inspection): Rows {
  const rows: Record<string, Readonly<Record<string, unknown>>[]> = {};
  for (const { kind, record } of incoming) (rows[kind] ??= []).push(record);
  return rows;
}
const whole = [
  ["export.json", "own-json"],
  ["export.ndjson", "own-ndjson"],
  ["export-json.zip", "own-zip"],
  ["export-ndjson.zip", "own-zip"],
  ["export-encrypted.zip", "own-encrypted-zip"],
  ["backup.jtb", "own-vault"],
  ["capsule.html", "own-capsule"],
] as const;

describe("a file of release 1.0", () => {
  test.each(whole)("%s comes back whole", async (name, source) => {
    const inspection = await look(name);
    expect(inspection.source).toBe(source);
    expect(inspection.refused).toEqual([]);
    expect(byKind(inspection)).toEqual(records);
    const [bytes] = inspection.bytes.values();
    expect(await bytes?.text()).toBe("bytes");
  });

  test.each(whole.filter(([name]) => !name.startsWith("export.")))(
    "%s carries what was deleted",
    async (name) => {
      expect((await look(name)).tombstones).toHaveLength(1);
    },
  );

  test("workbook.xlsx comes back in its columns", async () => {
    const inspection = await look("workbook.xlsx");
    for (const [kind, rows] of Object.entries(records)) {
      expect(byKind(inspection)[kind]).toHaveLength(rows.length);
    }
    const [first] = byKind(inspection)["applications"] ?? [];
    const { company, title, applied_on, salary_max, notes } = records["applications"]?.[0] ?? {};
    expect(first).toMatchObject({ company, title, applied_on, salary_max, notes });
  });

  test.each(["applications", "contacts"])("%s.csv comes back in its columns", async (kind) => {
    const inspection = await look(`${kind}.csv`);
    expect(inspection.source).toBe("own-csv");
    const rows = byKind(inspection)[kind] ?? [];
    expect(rows).toHaveLength(records[kind]?.length ?? 0);
    for (const [at, row] of rows.entries()) {
      const { extra: _extra, stages: _stages, ...sent } = records[kind]?.[at] ?? {};
      const filled = Object.entries(sent).filter(([, value]) => value !== "");
      expect(row).toMatchObject(Object.fromEntries(filled));
    }
  });
});
