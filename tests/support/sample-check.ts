import { readFileSync } from "node:fs";
import type { Inspection } from "../../src/core/restore/contract.ts";
import { inspect } from "../../src/core/restore/inspect.ts";

type Fields = Readonly<Record<string, unknown>>;
interface FieldCheck {
  readonly kind: string;
  readonly where?: Fields;
  readonly absent?: Fields;
  readonly is?: Fields;
  readonly text_with?: readonly string[];
  readonly text_without?: readonly string[];
  readonly hard?: boolean;
}
export interface Sample {
  readonly file: string;
  readonly source: string;
  readonly records: Readonly<Record<string, number>>;
  readonly records_or?: readonly Readonly<Record<string, number>>[];
  readonly fields: readonly FieldCheck[];
  readonly mapping?: Readonly<Record<string, string | readonly string[]>>;
  readonly given?: { readonly companies: readonly string[] };
  readonly canary_must_not_be_stored?: string;
  readonly must_not_be_stored?: readonly string[];
  readonly report: Fields;
}

export const samplesFolder = new URL("../fixtures/samples/", import.meta.url);

export function readSamples(path: string): readonly Sample[] {
  const text = readFileSync(new URL(path, samplesFolder), "utf8");
  return (JSON.parse(text) as { readonly files: readonly Sample[] }).files;
}

export async function inspectSample(folder: string, sample: Sample): Promise<Inspection> {
  const bytes = readFileSync(new URL(`${folder}${sample.file}`, samplesFolder));
  return inspect(new Blob([bytes]), {
    name: sample.file,
    now: () => new Date("2026-11-25T10:00:00Z"),
    companies: sample.given?.companies ?? [],
  });
}

const folded = (value: unknown): unknown =>
  typeof value === "string" ? value.toLowerCase().replace(/[\s_-]/g, "") : value;
const hasZone = /(?:Z|[+-]\d{2}:\d{2})$/;

/** Equal by the rules of the samples: instants to the second, words of choice without case and blanks. */
function equal(field: string, actual: unknown, expected: unknown): boolean {
  if (expected === null) return actual === undefined;
  if (["employment_type", "work_mode", "status"].includes(field))
    return folded(actual) === folded(expected);
  if (typeof actual === "string" && typeof expected === "string") {
    if (hasZone.test(actual) && hasZone.test(expected) && /T\d{2}:/.test(expected)) {
      return Math.abs(Date.parse(actual) - Date.parse(expected)) < 1000;
    }
    return actual.replace(/\r\n/g, "\n") === expected;
  }
  return JSON.stringify(actual) === JSON.stringify(expected);
}

/** Everything in which an inspection differs from what a sample expects. */
export function differences(inspection: Inspection, sample: Sample): readonly string[] {
  const records = inspection.incoming.map(({ kind, record }) => ({
    kind,
    record: record,
  }));
  const wrong: string[] = [];
  const allowed = [sample.records, ...(sample.records_or ?? [])].map(sorted);
  if (!allowed.includes(sorted(inspection.kinds))) wrong.push(`counts ${sorted(inspection.kinds)}`);
  for (const check of sample.fields) {
    const wanted = check.where ?? check.absent ?? {};
    const found = records.filter(
      ({ kind, record }) =>
        kind === check.kind &&
        Object.entries(wanted).every(([name, value]) => equal(name, record[name], value)),
    );
    const place = JSON.stringify(wanted);
    if (check.absent !== undefined) {
      if (found.length > 0) wrong.push(`there is a record ${place}`);
      continue;
    }
    const [first] = found;
    if (first === undefined || found.length > 1) {
      wrong.push(`${String(found.length)} records ${place}`);
      continue;
    }
    wrong.push(...fieldsWrong(first.record, check, place));
  }
  const all = JSON.stringify(records);
  const secret = [sample.canary_must_not_be_stored, ...(sample.must_not_be_stored ?? [])];
  for (const text of secret)
    if (text !== undefined && all.includes(text)) wrong.push(`it holds ${text}`);
  return wrong;
}

const sorted = (counts: object): string => JSON.stringify(Object.entries(counts).sort());

function fieldsWrong(record: Fields, check: FieldCheck, place: string): readonly string[] {
  const wrong: string[] = [];
  for (const [name, expected] of Object.entries(check.is ?? {})) {
    const list = name === "message_count" ? record["messages"] : record["stages"];
    const actual = name.endsWith("_count") && Array.isArray(list) ? list.length : record[name];
    if (!equal(name, actual, expected)) wrong.push(`${place} ${name} is ${JSON.stringify(actual)}`);
  }
  const text = JSON.stringify(record);
  for (const part of check.text_with ?? []) {
    if (!text.includes(JSON.stringify(part).slice(1, -1))) wrong.push(`${place} lacks ${part}`);
  }
  for (const part of check.text_without ?? [])
    if (text.includes(part)) wrong.push(`${place} holds ${part}`);
  return wrong;
}
