import type { RecordSource } from "../pipeline/ports.ts";
import type { OwnNames } from "../request/request.ts";

export interface NamedThings {
  readonly templates: readonly string[];
  readonly schedules: readonly string[];
}

/** The person's own values, stored spellings: what a sentence may name. */
export async function readOwnNames(source: RecordSource, named: NamedThings): Promise<OwnNames> {
  const companies = new Set<string>();
  const tags = new Set<string>();
  const statuses = new Set<string>();
  const locations = new Set<string>();
  const contacts = new Set<string>();
  for await (const batch of source.batches("applications")) {
    for (const { company, status, location, tags: own } of batch) {
      add(companies, company);
      add(statuses, status);
      add(locations, location);
      if (Array.isArray(own)) for (const tag of own) add(tags, tag);
    }
  }
  for await (const batch of source.batches("contacts")) {
    for (const { name, company } of batch) {
      add(contacts, name);
      add(companies, company);
    }
  }
  return {
    companies: [...companies],
    tags: [...tags],
    statuses: [...statuses],
    locations: [...locations],
    contacts: [...contacts],
    ...named,
  };
}

function add(names: Set<string>, value: unknown): void {
  if (typeof value === "string" && value.trim() !== "") names.add(value);
}
