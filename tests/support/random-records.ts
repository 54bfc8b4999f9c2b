import fc from "fast-check";
import type { FieldType } from "../../src/core/records/field.ts";
import type { KindId } from "../../src/core/records/any-kind.ts";
import { findKind, storedKindIds } from "../../src/core/records/any-kind.ts";
import type { AnyRecord } from "../../src/core/records/stored-record.ts";

const odd = [
  "",
  " ",
  "=1+1",
  "'=x",
  '"quoted", and\r\na line',
  "a;b\tc",
  "\u202efdp.exe",
  "Zoë Søndergård 美咲 ليلى 🎯",
  "</script><svg onload=alert(1)>",
  "null",
  "2026-01-01",
  "\ud83d",
  "\u0000\u0007",
  "constructor",
];
const text = fc.oneof(fc.string({ unit: "grapheme", maxLength: 30 }), fc.constantFrom(...odd));
const day = fc
  .integer({ min: 0, max: 20_000 })
  .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
const instant = fc
  .tuple(day, fc.constantFrom("T08:00:00Z", "T23:59:59.123+05:30", "T09:15", ""))
  .map(([date, time]) => date + time);
const json = fc
  .jsonValue({ maxDepth: 3 })
  .filter((value) => !JSON.stringify(value).includes("__proto__"));
const plain = fc.dictionary(
  fc.string({ minLength: 1, maxLength: 8 }).filter((key) => key !== "__proto__"),
  json,
  { maxKeys: 3 },
);

const arbitraries: Readonly<Record<FieldType, fc.Arbitrary<unknown>>> = {
  id: fc.uuid(),
  text,
  "long-text": text,
  url: text,
  email: text,
  phone: text,
  day,
  instant,
  integer: fc.maxSafeInteger(),
  decimal: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  flag: fc.boolean(),
  texts: fc.array(text, { maxLength: 4 }),
  ids: fc.array(fc.uuid(), { maxLength: 3 }),
  stages: fc.array(fc.record({ status: text, at: day }), { maxLength: 3 }),
  messages: fc.array(fc.record({ id: text, role: text, text }), { maxLength: 3 }),
  object: plain,
  any: json.filter((value) => value !== null),
};

/** A record of a kind with any of its fields, valid and as unusual as strings get. */
export function recordOf(kindId: KindId): fc.Arbitrary<AnyRecord> {
  const kind = findKind(kindId);
  const model: Record<string, fc.Arbitrary<unknown>> = {};
  for (const [name, field] of Object.entries(kind.fields)) {
    if (name !== "sample") model[name] = arbitraries[field.type];
  }
  model["updated_at"] = instant;
  model["created_at"] = instant;
  if (kindId === "settings") model["key"] = fc.uuid();
  const anyOf = kind.anyOf?.[0];
  if (anyOf !== undefined) model[anyOf] = text.map((value) => `x${value}`);
  const requiredKeys = [
    "id",
    "created_at",
    "updated_at",
    "key",
    ...(anyOf === undefined ? [] : [anyOf]),
  ];
  return fc
    .record(model, { requiredKeys: requiredKeys.filter((name) => name in model) })
    .map((value) => tidy(kindId, value));
}

/** What storage itself would not keep apart: an empty `extra`, -0. */
function tidy(kindId: KindId, value: Readonly<Record<string, unknown>>): AnyRecord {
  const record = JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
  const { extra } = record;
  if (typeof extra === "object" && extra !== null && Object.keys(extra).length === 0)
    delete record["extra"];
  const kept = Object.entries(record).filter(([, content]) => content !== null);
  const own = kindId === "settings" ? { id: record["key"] } : {};
  return { ...Object.fromEntries(kept), ...own } as unknown as AnyRecord;
}

export type RandomData = Readonly<Partial<Record<KindId, readonly AnyRecord[]>>>;

/** A whole database: a few records of every stored kind. */
export const randomData: fc.Arbitrary<RandomData> = fc.record(
  Object.fromEntries(
    storedKindIds.map((kind) => [
      kind,
      fc.uniqueArray(recordOf(kind), { maxLength: 3, selector: ({ id }) => id }),
    ]),
  ),
);
