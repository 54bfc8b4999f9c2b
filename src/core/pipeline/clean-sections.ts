import { fail } from "../failure.ts";
import type { Format, Section } from "../formats/contract.ts";
import { findKind, type AnyKind, type KindId } from "../records/any-kind.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import type { CleanRow } from "../sanitize/clean-row.ts";
import { makeRecordDigest, type RecordDigest } from "./record-digest.ts";
import type { Sanitizer } from "../sanitize/make-sanitizer.ts";
import { isReadable } from "./second-look.ts";
import { isSanitizing } from "./sanitizing.ts";
import { unwrittenOf, whyUnwritable, type Unwritten } from "./unwritten.ts";
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
  /** A record that cannot be written is told here and left out; absent: it stops the export. */
  readonly onUnwritten?: (unwritten: Unwritten) => void;
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
  options: CleanOptions,
  looksNow: boolean,
): AsyncGenerator<readonly CleanRow[]> {
  const { sanitizer, onRows, check } = options;
  const { columns, onlyColumns } = part.selection;
  const kept = onlyColumns === true ? columns : undefined;
  for await (const batch of part.batches()) {
    check();
    const rows = writable(part.kind, batch, options).map((record) =>
      cleanOne(part.kind, record, sanitizer, kept),
    );
    if (looksNow && isSanitizing(sanitizer.sanitization)) lookAgain(part.kind, rows, sanitizer);
    tally.count += rows.length;
    await tally.digest?.add(rows);
    onRows(rows.length);
    yield rows;
  }
}

/** One record that no file can hold does not take all the others with it, unless that was asked for. */
function writable(
  kind: KindId,
  batch: readonly AnyRecord[],
  { onUnwritten }: CleanOptions,
): readonly AnyRecord[] {
  return batch.filter((record) => {
    const why = whyUnwritable(record);
    if (why === undefined) return true;
    const unwritten = unwrittenOf(kind, record, why);
    if (onUnwritten === undefined) {
      const { title, id } = unwritten;
      const where = `the ${findKind(kind).one} ${title === "" ? id : `“${title}”`}`;
      fail({
        code: "invalid-record",
        where,
        field: why.field,
        detail: `No file can hold ${why.holds}`,
      });
    }
    onUnwritten(unwritten);
    return false;
  });
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
