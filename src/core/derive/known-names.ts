import type { RecordSource } from "../pipeline/ports.ts";
import type { KindId } from "../records/any-kind.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import type { Sanitization } from "../sanitize/sanitization.ts";

export interface KnownNames {
  readonly people: readonly string[];
  readonly companies: readonly string[];
}

/** True where the person's own names are searched for: reading them costs a pass over the records. */
export function needsNames({ level, pseudonyms }: Sanitization): boolean {
  return level === "strict" || level === "custom" || pseudonyms === true;
}

/** The kinds whose records name people and companies, in the order they are read. */
export const kindsWithNames = ["contacts", "applications", "activities"] as const;

/** The person's own people and companies, wherever a record names them: the best list of all. */
export class KnownNamesFound {
  readonly #people = new Set<string>();
  readonly #companies = new Set<string>();

  take(kind: KindId, batch: readonly AnyRecord[]): void {
    for (const record of batch) {
      if (kind === "contacts") add(this.#people, record["name"]);
      if (kind === "activities") {
        add(this.#companies, record["employer"]);
        add(this.#people, record["employer_contact"]);
      } else add(this.#companies, record["company"]);
    }
  }

  get names(): KnownNames {
    return { people: [...this.#people], companies: [...this.#companies] };
  }
}

export async function readKnownNames(source: RecordSource): Promise<KnownNames> {
  const found = new KnownNamesFound();
  for (const kind of kindsWithNames) {
    for await (const batch of source.batches(kind)) found.take(kind, batch);
  }
  return found.names;
}

function add(names: Set<string>, value: unknown): void {
  if (typeof value === "string" && value.trim() !== "") names.add(value.trim());
}
