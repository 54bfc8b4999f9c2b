import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FailureError } from "../../../src/core/failure.ts";
import { csv } from "../../../src/core/formats/csv.ts";
import { collect, documentOf, sectionOf, streamOf, writeText } from "../../support/clean-rows.ts";
import { hasProgram } from "../../support/programs.ts";
import { hostileTexts } from "../../support/hostile-texts.ts";

const columns = ["company", "tags", "salary_min", "archived", "stages", "extra", "applied_on"];
const write = (rows: readonly object[], options = {}): Promise<string> =>
  writeText(csv, documentOf([sectionOf("applications", rows, { columns })], { options }));
const read = async (text: string, size = 4096): Promise<unknown[]> =>
  (await collect(csv.read?.(streamOf(text, size), "applications") ?? none())).map((r) => r.value);

const text = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom(...hostileTexts.slice(1, 30)));
const wellFormed = text.map((value) => value.toWellFormed());
const row = fc.record(
  {
    company: wellFormed,
    tags: fc.array(wellFormed),
    salary_min: fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .filter((n) => !Object.is(n, -0)),
    archived: fc.boolean(),
    stages: fc.array(fc.record({ status: wellFormed, at: wellFormed })),
    extra: fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), wellFormed),
  },
  { requiredKeys: [] },
);

describe("CSV", () => {
  it("brings its declared columns back equal, whatever they hold", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 8 }), async (rows) => {
        expect(await read(await write(rows))).toEqual(JSON.parse(JSON.stringify(rows)));
      }),
      { numRuns: 300 },
    );
  });

  it("writes field names as header, CRLF, numbers bare and formulas quoted", async () => {
    const rows = [{ company: "=1+1", tags: ["a", "b"], salary_min: -5, archived: false }];
    expect(await write(rows)).toBe(`${columns.join(",")}\r\n"'=1+1",a; b,-5,false,,,\r\n`);
  });

  it("writes a byte order mark, another delimiter and bare formulas only when asked", async () => {
    const rows = [{ company: "=1;2" }];
    expect((await write(rows)).startsWith("company,")).toBe(true);
    const chosen = await write(rows, { bom: true, delimiter: ";", raw: true });
    expect(chosen).toBe(`\ufeff${columns.join(";")}\r\n"=1;2";;;;;;\r\n`);
    expect(await read(chosen)).toEqual(rows);
  });

  it("names the row where a quote opens and never closes", async () => {
    const broken = 'company\r\na\r\n"b\r\nc\r\n';
    await expect(read(broken)).rejects.toThrow(FailureError);
    await expect(read(broken)).rejects.toMatchObject({ failure: { where: "row 3" } });
  });

  it("refuses 1,001 columns and a field above 1 MiB", async () => {
    const limit = "limit-exceeded";
    await expect(read(`${"a,".repeat(1000)}a\r\n`)).rejects.toMatchObject({
      failure: { code: limit },
    });
    const long = `company\r\n"${"x".repeat(1_048_577)}"\r\n`;
    await expect(read(long, 65_536)).rejects.toMatchObject({ failure: { code: limit } });
  });

  it("does not let a line without end fill the memory", async () => {
    const endless = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: (controller) => {
        controller.enqueue(new Uint8Array(1_048_576).fill(120));
      },
    });
    const reading = collect(csv.read?.(endless, "applications") ?? none());
    await expect(reading).rejects.toMatchObject({ failure: { code: "limit-exceeded" } });
  });

  it("recognises the kind from the header when none was said", async () => {
    const texts = await writeText(csv, documentOf([sectionOf("contacts", [{ name: "A" }])]));
    const rows = await collect(csv.read?.(streamOf(texts)) ?? none());
    expect(rows).toEqual([{ kindId: "contacts", value: { name: "A" } }]);
  });

  it.skipIf(!hasProgram("python3"))("is read by Python's csv cell by cell", async () => {
    const rows = hostileTexts
      .filter((value) => !value.includes("\u0000"))
      .map((value) => ({ company: value.toWellFormed() }));
    const script =
      "import csv,sys,io,json; csv.field_size_limit(10**9); " +
      "t=io.TextIOWrapper(sys.stdin.buffer,encoding='utf-8',newline=''); " +
      "print(json.dumps([r['company'] for r in csv.DictReader(t)]))";
    const printed = execFileSync("python3", ["-c", script], {
      input: await write(rows, { raw: true }),
    });
    expect(JSON.parse(printed.toString())).toEqual(rows.map((one) => one.company));
  });
});

async function* none(): AsyncGenerator<never> {
  // Stands in for a format that cannot read.
}
