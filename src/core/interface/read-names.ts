import { KnownNamesFound, kindsWithNames, type KnownNames } from "../derive/known-names.ts";
import type { RecordSource } from "../pipeline/ports.ts";
import type { KindId } from "../records/any-kind.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import type { OwnNames } from "../request/request.ts";

export interface NamesRead {
  /** What a sentence may name, stored spellings. */
  readonly own: OwnNames;
  /** What is removed wherever a person must not be recognised. */
  readonly known: KnownNames;
}

/** Both lists of names, in one pass over the records. */
export async function readNames(source: RecordSource): Promise<NamesRead> {
  const [own, known] = [new OwnNamesFound(), new KnownNamesFound()];
  for (const kind of kindsWithNames) {
    for await (const batch of source.batches(kind)) {
      own.take(kind, batch);
      known.take(kind, batch);
    }
  }
  return { own: own.names, known: known.names };
}

class OwnNamesFound {
  readonly #companies = new Set<string>();
  readonly #tags = new Set<string>();
  readonly #statuses = new Set<string>();
  readonly #locations = new Set<string>();
  readonly #contacts = new Set<string>();

  take(kind: KindId, batch: readonly AnyRecord[]): void {
    if (kind === "contacts") {
      for (const { name, company } of batch) {
        add(this.#contacts, name);
        add(this.#companies, company);
      }
    }
    if (kind !== "applications") return;
    for (const { company, status, location, tags } of batch) {
      add(this.#companies, company);
      add(this.#statuses, status);
      add(this.#locations, location);
      if (Array.isArray(tags)) for (const tag of tags) add(this.#tags, tag);
    }
  }

  get names(): OwnNames {
    return {
      companies: [...this.#companies],
      tags: [...this.#tags],
      statuses: [...this.#statuses],
      locations: [...this.#locations],
      contacts: [...this.#contacts],
    };
  }
}

function add(names: Set<string>, value: unknown): void {
  if (typeof value === "string" && value.trim() !== "") names.add(value);
}
