import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parquetReadObjects, parquetSchema, parquetMetadata } from "hyparquet";
import { describe, expect, it } from "vitest";
import type { KindId } from "../../../src/core/records/any-kind.ts";
import { parquet } from "../../../src/core/formats/parquet.ts";
import { documentOf, sectionOf, streamOf, writeWhole } from "../../support/clean-rows.ts";
import { hostileTexts } from "../../support/hostile-texts.ts";

const folder = mkdtempSync(join(tmpdir(), "parquet-"));
const rows = [
  {
    id: "a1",
    created_at: "2026-11-01T08:00:00+01:00",
    updated_at: "2026-11-02T08:00:00.250Z",
    company: "=1+1",
    applied_on: "1899-12-31",
    salary_min: 60000.5,
    rating: 4,
    archived: true,
    tags: ["remote", "a; b"],
    stages: [{ status: "applied", at: "2026-11-01" }],
    extra: { odd: [1, null] },
  },
  { id: "a2", created_at: "2026-11-03T08:00:00Z", updated_at: "2026-11-03T08:00:00Z", tags: [] },
];
const write = (kind: KindId, all: readonly object[]): ReturnType<typeof writeWhole> =>
  writeWhole(parquet, documentOf([sectionOf(kind, all)]));
const python = (module: string): boolean =>
  spawnSync("python3", ["-c", `import ${module}`], { stdio: "ignore" }).status === 0;

describe("Parquet", () => {
  it("keeps every field in a type of its own", async () => {
    const file = (await write("applications", rows)).buffer;
    const read = await parquetReadObjects({ file });
    expect(read[0]).toMatchObject({
      id: "a1",
      created_at: new Date("2026-11-01T07:00:00Z"),
      updated_at: new Date("2026-11-02T08:00:00.250Z"),
      company: "=1+1",
      applied_on: new Date("1899-12-31T00:00:00Z"),
      salary_min: 60000.5,
      rating: 4n,
      archived: true,
      tags: ["remote", "a; b"],
      stages: '[{"status":"applied","at":"2026-11-01"}]',
      extra: '{"odd":[1,null]}',
    });
    expect(read[1]).toMatchObject({ id: "a2", company: null, tags: [], stages: null });
  });

  it("falls back to text for a whole column where one value does not fit", async () => {
    const odd = [
      { id: "1", applied_on: "2026-11-01" },
      { id: "2", applied_on: "someday", rating: 4.5 },
    ];
    const file = (await write("applications", odd)).buffer;
    const types = parquetSchema(parquetMetadata(file)).children;
    const typeOf = (name: string): unknown =>
      types.find(({ element }) => element.name === name)?.element.converted_type;
    expect(typeOf("applied_on")).toBe("UTF8");
    expect((await parquetReadObjects({ file }))[1]).toMatchObject({
      applied_on: "someday",
      rating: "4.5",
    });
  });

  it("holds a count that is read without the writer's library", async () => {
    const many = Array.from({ length: 1234 }, (_value, at) => ({ id: String(at) }));
    const bytes = await write("applications", many);
    expect(await parquet.count?.(streamOf(bytes, 997))).toBe(1234);
    await expect(parquet.count?.(streamOf(bytes.slice(0, -20)))).rejects.toThrow();
  });

  it.skipIf(!python("pyarrow"))("is read by pyarrow with its types and hostile texts", async () => {
    const path = join(folder, "hostile.parquet");
    const all = hostileTexts.map((text, at) => ({
      id: String(at),
      company: text,
      tags: [text],
      extra: Object.fromEntries([[text, text]]),
    }));
    writeFileSync(path, await write("applications", all));
    const script =
      "import sys,json,pyarrow.parquet as p; t=p.read_table(sys.argv[1]); print(json.dumps([[r['company'],r['tags'],json.loads(r['extra'])] for r in t.to_pylist()]))";
    const read = execFileSync("python3", ["-c", script, path], { maxBuffer: 1e9 }).toString();
    const clean = hostileTexts.map((text) => text.toWellFormed());
    expect(JSON.parse(read)).toEqual(
      clean.map((text) => [text, [text], Object.fromEntries([[text, text]])]),
    );
  });

  it.skipIf(!python("duckdb"))("is asked by DuckDB in SQL", async () => {
    const path = join(folder, "typed.parquet");
    writeFileSync(path, await write("applications", rows));
    const script =
      "import sys,duckdb; print(duckdb.sql(f\"select typeof(applied_on), typeof(created_at), typeof(salary_min), typeof(rating), typeof(archived), typeof(tags), year(applied_on), len(tags), json_extract_string(stages, '$[0].status'), typeof(stages) from '{sys.argv[1]}' where id='a1'\").fetchall())";
    const answer = execFileSync("python3", ["-c", script, path]).toString().trim();
    expect(answer).toBe(
      "[('DATE', 'TIMESTAMP WITH TIME ZONE', 'DOUBLE', 'BIGINT', 'BOOLEAN', 'VARCHAR[]', 1899, 2, 'applied', 'VARCHAR')]",
    );
  });
});
