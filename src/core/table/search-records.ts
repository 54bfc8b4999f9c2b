import type { AnyRecord } from "../records/stored-record.ts";
import { fold } from "../select/fold.ts";

const unsearched = new Set(["id", "created_at", "updated_at", "sample", "sha256"]);

function collect(value: unknown, into: string[]): void {
  if (typeof value === "string") into.push(value);
  else if (typeof value === "number") into.push(String(value));
  else if (Array.isArray(value)) for (const one of value) collect(one, into);
  else if (typeof value === "object" && value !== null) {
    for (const [name, one] of Object.entries(value)) {
      if (!unsearched.has(name) && !name.endsWith("_id") && !name.endsWith("_ids"))
        collect(one, into);
    }
  }
}

const folded = new WeakMap<AnyRecord, string>();

/** Every text and number of a record, folded, one a line. Kept per record: records do not change. */
function searchText(record: AnyRecord): string {
  const known = folded.get(record);
  if (known !== undefined) return known;
  const parts: string[] = [];
  collect(record, parts);
  const text = fold(parts.join("\n"));
  folded.set(record, text);
  return text;
}

const wordsOf = (search: string): readonly string[] => fold(search).split(/\s+/u).filter(Boolean);

/** The records in which every word of `search` stands somewhere; all of them when it is blank. */
export function searchRecords<R extends AnyRecord>(
  records: readonly R[],
  search: string,
): readonly R[] {
  return recordsWith(records, wordsOf(search));
}

function recordsWith<R extends AnyRecord>(
  records: readonly R[],
  words: readonly string[],
): readonly R[] {
  if (words.length === 0) return records;
  return records.filter((record) => {
    const text = searchText(record);
    return words.every((word) => text.includes(word));
  });
}

/**
 * A search for one list after the other that remembers its last answer: words that only go on are looked
 * for among what was found, and what stands still in the list is not looked at again.
 */
export function makeSearch(): typeof searchRecords {
  let of: readonly AnyRecord[] | undefined;
  let words: readonly string[] = [];
  let found: readonly AnyRecord[] = [];
  return <R extends AnyRecord>(records: readonly R[], search: string): readonly R[] => {
    const next = wordsOf(search);
    const goesOn = of === records && words.every((word) => next.some((one) => one.includes(word)));
    found = recordsWith(goesOn ? found : records, next);
    [of, words] = [records, next];
    return found as readonly R[];
  };
}

/** Folds the texts ahead of the first search, a piece at a time, so that a keystroke has only to look. */
export function* foldAhead(records: readonly AnyRecord[], piece = 400): Generator<undefined> {
  for (let at = 0; at < records.length; at += piece) {
    for (const record of records.slice(at, at + piece)) searchText(record);
    yield undefined;
  }
}
