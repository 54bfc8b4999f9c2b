import { expect, test } from "vitest";
import { findKind, type KindId } from "../../../src/core/records/any-kind.ts";
import { validateRecord } from "../../../src/core/records/validate-record.ts";
import { generateApplications } from "../../../src/core/sample/generate-applications.ts";
import { makeSample } from "../../../src/core/sample/make-sample.ts";

const today = new Date("2026-11-25T12:00:00Z");

test("the sample is a valid year of searching, the same each time", async () => {
  const sample = await makeSample(today);
  expect(await makeSample(today)).toEqual(sample);
  expect(sample.records.applications).toHaveLength(40);
  for (const [kind, records] of Object.entries(sample.records)) {
    expect(records.length, kind).toBeGreaterThan(0);
    for (const record of records) {
      expect(validateRecord(findKind(kind as KindId), record, kind)).toEqual(record);
      expect(record.sample).toBe(true);
      expect(record.created_at <= today.toISOString(), `${kind} ${record.created_at}`).toBe(true);
    }
  }
});
test("the sample's documents have the bytes their records name", async () => {
  const { records, bytes } = await makeSample(today);
  for (const record of records.documents ?? []) {
    const found = bytes.get(record.id);
    expect(found?.bytes.length).toBe(record["size"]);
  }
  expect(new Set([...bytes.values()].map(({ mediaType }) => mediaType))).toEqual(
    new Set(["application/pdf", "image/png"]),
  );
});
test("its people are written in five scripts", async () => {
  const names = ((await makeSample(today)).records.contacts ?? [])
    .map((contact) => String(contact["name"]))
    .join(" ");
  for (const script of ["Latin", "Cyrillic", "Greek", "Han", "Arabic", "Devanagari"]) {
    expect(names).toMatch(new RegExp(`\\p{Script=${script}}`, "u"));
  }
});
test("any number of applications comes in batches", () => {
  const batches = [...generateApplications(2500, today, { batch: 1000 })];
  expect(batches.map((batch) => batch.length)).toEqual([1000, 1000, 500]);
  expect(new Set(batches.flat().map(({ id }) => id)).size).toBe(2500);
});
