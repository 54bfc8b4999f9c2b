import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { describeFailure } from "../../../src/core/describe-failure.ts";
import { toFailure } from "../../../src/core/failure.ts";
import type { Inspection } from "../../../src/core/restore/contract.ts";
import { inspect } from "../../../src/core/restore/inspect.ts";

interface Expected {
  readonly expect: "refuse" | "accept" | "accept-with-note";
  readonly why: string;
  readonly limit?: string;
  readonly password?: string;
}
const folder = new URL("../../fixtures/hostile/", import.meta.url);
const files = Object.entries(
  JSON.parse(readFileSync(new URL("expect.json", folder), "utf8")) as Record<string, Expected>,
).map(([file, expected]) => ({ file, ...expected }));

async function open(file: string, password: string | undefined): Promise<Inspection> {
  const bytes = readFileSync(new URL(file, folder));
  const passphrase = password === undefined ? {} : { passphrase: password };
  return inspect(new Blob([bytes]), { name: file, now: () => new Date(0), ...passphrase });
}
const refusal = async (work: Promise<unknown>): Promise<string> => {
  const failure = await work.then(() => undefined, toFailure);
  return failure === undefined ? "" : `${failure.code}: ${describeFailure(failure).message}`;
};

describe("a hostile file", () => {
  test.each(files.filter((one) => one.expect === "refuse"))(
    "is refused with the place: $file, $why",
    async ({ file, password, limit }) => {
      const said = await refusal(open(file, password));
      expect(said).toMatch(/^(?:archive-refused|archive-damaged|limit-exceeded|newer-archive): /);
      if (limit !== undefined) expect(said).toMatch(/the limit is [\d,]+/);
    },
  );

  test.each(files.filter((one) => one.expect !== "refuse"))(
    "is taken: $file, $why",
    async ({ file, password, expect: wanted }) => {
      const inspection = await open(file, password);
      if (wanted === "accept-with-note") expect(inspection.warnings).not.toEqual([]);
      expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    },
  );

  test("keeps what a newer minor version wrote, under other fields", async () => {
    const { incoming } = await open("json/version-1-9.json", undefined);
    expect(incoming[0]?.record.extra).toEqual({ mood: "hopeful" });
  });

  test("whose first quote never closes is refused with row and byte", async () => {
    expect(await refusal(open("csv/open-quote.csv", undefined))).toContain("row 3, byte 65");
  });
});

describe("a file made to be too much", () => {
  const csv = (rows: Iterable<string>): Blob => new Blob([...rows]);
  const now = (): Date => new Date(0);

  test("with a field of 1 MiB and one letter is refused", async () => {
    const file = csv(["Company,Job Title,Notes\n", `A,b,${"x".repeat(1024 * 1024 + 1)}\n`]);
    expect(await refusal(inspect(file, { now }))).toMatch(
      /A field in row 2: 1048577 letters, the limit is 1048576/,
    );
  });

  test("with a million rows and one is refused", async () => {
    const rows = "A,b\n".repeat(100_001);
    const file = csv(["Company,Job Title\n", ...Array.from({ length: 10 }, () => rows)]);
    expect(await refusal(inspect(file, { now }))).toMatch(/Rows: \d+, the limit is 1000000/);
  }, 60_000);

  test("with one line that never ends is refused before it is read", async () => {
    const file = csv([
      "Company,Job Title\n",
      ...Array.from({ length: 64 }, () => "x".repeat(1024 * 1024)),
    ]);
    expect(await refusal(inspect(file, { now }))).toContain("A field in row 2");
  });

  test("that is empty is refused", async () => {
    expect(await refusal(inspect(new Blob([]), { now }))).toContain("The file is empty");
  });
});
