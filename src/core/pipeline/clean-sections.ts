import { fail } from "../failure.ts";
import type { Format, Section } from "../formats/contract.ts";
import { findKind, type AnyKind, type KindId } from "../records/any-kind.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import type { CleanRow } from "../sanitize/clean-row.ts";
import { makeRecordDigest, type RecordDigest } from "./record-digest.ts";
import type { Sanitizer } from "../sanitize/make-sanitizer.ts";
import { isReadable } from "./second-look.ts";
import { isSanitizing } from "./sanitizing.ts";
import type { Chosen } from "./select-records.ts";

/** What really went into one file: counted while it was written. */
export interface Tally {
  readonly kindId: KindId;
  /** Absent where the format is not read back record by record. */
  readonly digest?: RecordDigest;
  count: number;
}

export interface CleanOptions {
  readonly sanitizer: Sanitizer;
  readonly onRows: (rows: number) => void;
  /** Throws `cancelled` when the run was stopped. */
  readonly check: () => void;
}

/** One section a kind that the format carries, cleaned batch by batch. `tallies` grows as they are read. */
export function* cleanSections(
  format: Format,
  chosen: readonly Chosen[],
  tallies: Tally[],
  options: CleanOptions,
): Generator<Section> {
  for (const part of chosen) {
    if (format.refuses?.(part.kind) !== undefined) continue;
    const kind = findKind(part.kind);
    const digested = format.lossless && format.read !== undefined && kind.derived !== true;
    const tally: Tally = {
      kindId: part.kind,
      count: 0,
      ...(digested && { digest: makeRecordDigest(part.kind, format.keepsFieldOrder === true) }),
    };
    tallies.push(tally);
    yield {
      kindId: part.kind,
      kind,
      columns: columnsOf(part, kind),
      count: part.count,
      batches: cleanBatches(part, tally, options, !isReadable(format)),
    };
  }
}

function columnsOf({ selection }: Chosen, kind: AnyKind): readonly string[] {
  return selection.columns ?? kind.columns;
}

async function* cleanBatches(
  part: Chosen,
  tally: Tally,
  { sanitizer, onRows, check }: CleanOptions,
  looksNow: boolean,
): AsyncGenerator<readonly CleanRow[]> {
  const { columns, onlyColumns } = part.selection;
  const kept = onlyColumns === true ? columns : undefined;
  for await (const batch of part.batches()) {
    check();
    const rows = batch.map((record) => cleanOne(part.kind, record, sanitizer, kept));
    if (looksNow && isSanitizing(sanitizer.sanitization)) lookAgain(part.kind, rows, sanitizer);
    tally.count += rows.length;
    await tally.digest?.add(rows);
    onRows(rows.length);
    yield rows;
  }
}

/** A PDF or a workbook cannot be read back as text here: its rows are looked at on their way in. */
function lookAgain(kind: KindId, rows: readonly CleanRow[], sanitizer: Sanitizer): void {
  const [hit] = sanitizer.rescan(rows.map((row) => JSON.stringify(row)).join("\n"));
  if (hit !== undefined) fail({ code: "leak-found", where: findKind(kind).label, type: hit.type });
}

function cleanOne(
  kind: KindId,
  record: AnyRecord,
  sanitizer: Sanitizer,
  kept: readonly string[] | undefined,
): CleanRow {
  const row = sanitizer.clean(kind, record);
  if (kept === undefined) return row;
  const some = kept.flatMap((name) => (Object.hasOwn(row, name) ? [[name, row[name]]] : []));
  // A part of a clean row is clean.
  return Object.fromEntries(some) as CleanRow;
}
