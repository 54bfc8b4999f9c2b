import { fail } from "../failure.ts";
import type { RecordEdit, Records } from "../job-tracker.ts";
import { findKind } from "../records/any-kind.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import type { ChangeHistory } from "./history-of-changes.ts";
import {
  completeRecord,
  countInWords,
  loadValidate,
  requireStored,
  stampEdit,
} from "./record-edits.ts";
import type { RecordStore, RecordWrite } from "./record-store.ts";

interface PutPorts {
  readonly store: Pick<RecordStore, "byIds">;
  readonly now: () => Date;
  readonly newId: () => string;
}

/**
 * Stores records as one change, so that one undo takes all of them back.
 * @returns the ids, in the order given.
 * @throws FailureError `edited-elsewhere` when one is no longer as it was read: then none is stored.
 */
export async function putRecords(
  ports: PutPorts,
  history: ChangeHistory,
  edits: readonly RecordEdit[],
  { label, bytes }: Parameters<Records["putMany"]>[1] = {},
): Promise<readonly string[]> {
  const validate = await loadValidate();
  const given = edits.map(({ kind, record }, index) => ({
    kind,
    record: completeRecord(requireStored(kind), record, index, ports, validate),
  }));
  const here = await readHere(ports.store, given);
  const puts = given.map(({ kind, record }) => {
    const stored = here.get(record.id);
    return { kind, record: stored === undefined ? record : stampEdit(stored, record, ports.now) };
  });
  if (puts.length === 0) return [];
  const change = { puts, removes: [], ...(bytes !== undefined && { bytes }) };
  await history.commit(label ?? labelOf(puts, here.size), change, (before) => {
    for (const [index, { kind, expected }] of edits.entries()) {
      const found = before({ kind, id: puts[index]?.record.id ?? "" });
      if (expected === undefined || found?.updated_at === expected) continue;
      const at = found?.updated_at ?? "an unknown time";
      fail({ code: "edited-elsewhere", what: `The ${findKind(kind).one}`, at });
    }
  });
  return puts.map(({ record }) => record.id);
}

async function readHere(
  store: PutPorts["store"],
  given: readonly RecordWrite[],
): Promise<ReadonlyMap<string, AnyRecord>> {
  const kinds = [...new Set(given.map(({ kind }) => kind))];
  const found = await Promise.all(
    kinds.map((kind) =>
      store.byIds(
        kind,
        given.filter((one) => one.kind === kind).map(({ record }) => record.id),
      ),
    ),
  );
  return new Map(found.flat().map((record) => [record.id, record]));
}

function labelOf(puts: readonly RecordWrite[], known: number): string {
  const verb = known === 0 ? "Added" : "Changed";
  const kinds = new Set(puts.map(({ kind }) => kind));
  const [kind] = kinds;
  if (kind === undefined || kinds.size > 1) return `${verb} ${String(puts.length)} records`;
  return `${verb} ${countInWords(kind, puts.length)}`;
}
