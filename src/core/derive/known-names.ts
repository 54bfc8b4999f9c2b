import type { RecordSource } from "../pipeline/ports.ts";
import type { Sanitization } from "../sanitize/sanitization.ts";

export interface KnownNames {
  readonly people: readonly string[];
  readonly companies: readonly string[];
}

/** True where the person's own names are searched for: reading them costs a pass over the records. */
export function needsNames({ level, pseudonyms }: Sanitization): boolean {
  return level === "strict" || level === "custom" || pseudonyms === true;
}

/** The person's own people and companies, wherever a record names them: the best list of all. */
export async function readKnownNames(source: RecordSource): Promise<KnownNames> {
  const people = new Set<string>();
  const companies = new Set<string>();
  const add = (names: Set<string>, value: unknown): void => {
    if (typeof value === "string" && value.trim() !== "") names.add(value.trim());
  };
  for await (const batch of source.batches("contacts")) {
    for (const { name, company } of batch) {
      add(people, name);
      add(companies, company);
    }
  }
  for await (const batch of source.batches("applications")) {
    for (const { company } of batch) add(companies, company);
  }
  for await (const batch of source.batches("activities")) {
    for (const { employer, employer_contact: contact } of batch) {
      add(companies, employer);
      add(people, contact);
    }
  }
  return { people: [...people], companies: [...companies] };
}
