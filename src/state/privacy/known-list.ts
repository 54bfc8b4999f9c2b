import type { JobTracker } from "../../core/job-tracker.ts";
import type { KindId } from "../../core/records/any-kind.ts";

export interface KnownName {
  readonly name: string;
  /** In how many records it stands as a field. */
  readonly records: number;
}
export interface KnownList {
  readonly people: readonly KnownName[];
  readonly companies: readonly KnownName[];
}

const peopleFields: readonly (readonly [KindId, string])[] = [
  ["contacts", "name"],
  ["activities", "employer_contact"],
];
const companyFields: readonly (readonly [KindId, string])[] = [
  ["applications", "company"],
  ["contacts", "company"],
  ["activities", "employer"],
];

async function namesIn(
  records: JobTracker["records"],
  places: readonly (readonly [KindId, string])[],
): Promise<readonly KnownName[]> {
  const counts: Record<string, number> = {};
  for (const [kind, field] of places)
    for (const record of await records.list(kind)) {
      const name = record[field];
      if (typeof name === "string" && name.trim() !== "")
        counts[name.trim()] = (counts[name.trim()] ?? 0) + 1;
    }
  return Object.entries(counts)
    .map(([name, count]) => ({ name, records: count }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** The people and companies of the person's own records, in the order of the alphabet. */
export async function readKnownList(records: JobTracker["records"]): Promise<KnownList> {
  const [people, companies] = await Promise.all([
    namesIn(records, peopleFields),
    namesIn(records, companyFields),
  ]);
  return { people, companies };
}
