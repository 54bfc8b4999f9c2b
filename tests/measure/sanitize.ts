import { loadLists } from "../../src/core/names/lists.ts";
import type { StoredRecord } from "../../src/core/records/stored-record.ts";
import { makeSanitizer } from "../../src/core/sanitize/make-sanitizer.ts";
import type { FixedLevel } from "../../src/core/sanitize/sanitization.ts";

interface Options {
  readonly level?: string;
  readonly pseudonyms?: boolean;
}

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly record: StoredRecord;
  readonly known?: { readonly people?: readonly string[]; readonly companies?: readonly string[] };
}

function readLevel(level: string | undefined): FixedLevel {
  return level === "none" || level === "basic" || level === "moderate" ? level : "strict";
}

export async function prepare(options: Options): Promise<void> {
  await loadLists(readLevel(options.level));
}

/** The record as the level lets it leave. */
export function answer(row: unknown, options: Options): unknown {
  const { id, kind, record, known } = row as Row;
  const sanitizer = makeSanitizer(
    {
      level: readLevel(options.level),
      ...(options.pseudonyms === undefined ? {} : { pseudonyms: options.pseudonyms }),
    },
    { known: { people: known?.people ?? [], companies: known?.companies ?? [] } },
  );
  return { id, record: sanitizer.clean(kind, record) };
}
