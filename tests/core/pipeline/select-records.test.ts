import { describe, expect, test } from "vitest";
import type { RecordSource } from "../../../src/core/pipeline/ports.ts";
import { chooseRecords } from "../../../src/core/pipeline/select-records.ts";
import type { AnyRecord } from "../../../src/core/records/stored-record.ts";

const at = "2026-11-25T08:00:00.000Z";
const application = (number: number, notes: string): AnyRecord => ({
  id: `a${String(number).padStart(4, "0")}`,
  company: `Company ${String(number % 7)}`,
  notes,
  created_at: at,
  updated_at: at,
});

/** A source that counts how often the whole kind, and how often single ids, are read. */
function sourceOf(records: readonly AnyRecord[]) {
  const asked = { passes: 0, ids: 0 };
  const source: RecordSource = {
    count: () => Promise.resolve(records.length),
    bytes: () => Promise.resolve(undefined),
    byIds: (_kind, ids) => {
      asked.ids += ids.length;
      return Promise.resolve(ids.flatMap((id) => records.find((one) => one.id === id) ?? []));
    },
    async *batches() {
      await Promise.resolve();
      asked.passes += 1;
      for (let from = 0; from < records.length; from += 10) yield records.slice(from, from + 10);
    },
  };
  return { source, asked };
}

async function companies(records: readonly AnyRecord[]) {
  const { source, asked } = sourceOf(records);
  const sort = [{ field: "company", dir: "asc" }] as const;
  const selection = { kind: "applications", sort, limit: 60 } as const;
  const chosen = await chooseRecords(source, selection, () => undefined);
  const read: unknown[] = [];
  for await (const batch of chosen.batches()) read.push(...batch.map(({ id }) => id));
  return { read, count: chosen.count, asked };
}

describe("records in an order", () => {
  const few = Array.from({ length: 100 }, (_, number) => application(number, "short"));
  const long = "x".repeat(400_000);
  const many = few.map((record) => ({ ...record, notes: long }));

  test("are read once where they are few", async () => {
    const { count, asked, read } = await companies(few);
    expect({ count, ...asked }).toEqual({ count: 60, passes: 1, ids: 0 });
    expect(read.slice(0, 3)).toEqual(["a0000", "a0007", "a0014"]);
  });

  test("are read again, in the same order, where memory would not hold them", async () => {
    const { count, asked, read } = await companies(many);
    expect({ count, ...asked }).toEqual({ count: 60, passes: 1, ids: 60 });
    expect(read).toEqual((await companies(few)).read);
  });
});
