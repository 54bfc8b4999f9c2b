import { describe, expect, test } from "vitest";
import type { KindId } from "../../../src/core/records/any-kind.ts";
import { canonicalJson, digestRecords } from "../../../src/core/records/digest.ts";
import type { AnyRecord } from "../../../src/core/records/stored-record.ts";

const stamps = { created_at: "2026-01-01", updated_at: "2026-01-01" };
const digest = (
  data: Partial<Record<KindId, readonly AnyRecord[]>>,
  batch = 100,
): Promise<string> =>
  digestRecords(async function* (kind) {
    const records = data[kind] ?? [];
    for (let at = 0; at < records.length; at += batch) {
      yield await Promise.resolve(records.slice(at, at + batch));
    }
  });

describe("the digest of all records", () => {
  const data = {
    applications: [
      { id: "a", company: "X", title: "Y", ...stamps },
      { id: "b", company: "Z", ...stamps },
    ],
  };

  test("is the same in another order of fields and in batches of another size", async () => {
    const turned = {
      applications: [
        { ...stamps, title: "Y", company: "X", id: "a" },
        { company: "Z", id: "b", ...stamps, notes: undefined },
      ],
    };
    expect(await digest(turned, 1)).toBe(await digest(data));
  });

  test("differs when one letter does, and when a record is of another kind", async () => {
    const [first, second] = data.applications;
    if (first === undefined || second === undefined) throw new Error("two records");
    expect(await digest({ applications: [first, { ...second, company: "z" }] })).not.toBe(
      await digest(data),
    );
    expect(await digest({ contacts: data.applications })).not.toBe(await digest(data));
    expect(await digest({})).toMatch(/^[0-9a-f]{64}$/);
  });

  test("refuses batches that are not in the order of ids", async () => {
    const { applications } = data;
    await expect(digest({ applications: [...applications].reverse() })).rejects.toThrow(
      "order of ids",
    );
  });

  test("writes one canonical text for equal values", () => {
    expect(canonicalJson({ b: [1, { d: 2, c: undefined }], a: "ü" })).toBe(
      '{"a":"ü","b":[1,{"d":2}]}',
    );
  });
});
