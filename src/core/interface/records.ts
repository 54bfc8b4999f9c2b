import { fail } from "../failure.ts";
import type { Records } from "../job-tracker.ts";
import type { RecordSource } from "../pipeline/ports.ts";
import { findKind, storedKindIds, type KindId } from "../records/any-kind.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import type { Condition } from "../select/condition.ts";
import { makeChangeHistory } from "./history-of-changes.ts";
import { putRecords } from "./put-records.ts";
import {
  completeRecord,
  countInWords,
  loadValidate,
  requireStored,
  stampEdit,
} from "./record-edits.ts";
import type { Change, RecordStore } from "./record-store.ts";

export interface RecordsPorts {
  readonly store: RecordStore;
  /** Where lists are read: the memory of the app; the store itself where there is none. */
  readonly source?: RecordSource;
  readonly now: () => Date;
  readonly newId: () => string;
  /** The sample records and the bytes of sample documents. */
  readonly sample: () => Promise<Change>;
  readonly digest: () => Promise<string>;
  /** Lower-case hex SHA-256. */
  readonly sha256: (bytes: Blob) => Promise<string>;
}

/** Records as screens and scripts see them: validated, dated, undoable, seen by every tab. */
export function makeRecords(ports: RecordsPorts): Records {
  const { store, now } = ports;
  const history = makeChangeHistory(store);
  const addMany: Records["addMany"] = async (kind, given) => {
    requireStored(kind);
    const validate = await loadValidate();
    // One after the other, so that ids follow the order given.
    const records = given.map((record, index) =>
      completeRecord(kind, record, index, ports, validate),
    );
    const puts = records.map((record) => ({ kind, record }));
    await history.commit(
      `Added ${countInWords(kind, records.length)}`,
      { puts, removes: [] },
      (before) => {
        for (const { id } of records) if (before({ kind, id }) !== undefined) refuseTaken(kind, id);
      },
    );
    return records.map(({ id }) => id);
  };
  return {
    addMany,
    add: async (kind, record) => (await addMany(kind, [record]))[0] ?? "",
    put: async (kind, record, options) => {
      const expected = options?.expected;
      const edit = { kind, record, ...(expected !== undefined && { expected }) };
      await putRecords(ports, history, [edit]);
    },
    putMany: (edits, options) => putRecords(ports, history, edits, options),
    get: (kind, id) => store.get(requireStored(kind), id),
    list: (kind, options) => listRecords(ports.source ?? store, requireStored(kind), options),
    count: async (kind) => {
      const kinds = kind === undefined ? storedKindIds : [requireStored(kind)];
      const counts = await Promise.all(kinds.map((id) => store.count(id)));
      return counts.reduce((sum, count) => sum + count, 0);
    },
    remove: async (kind, ids) => {
      const removes = ids.map((id) => ({ kind: requireStored(kind), id }));
      const bytes = new Map(kind === "documents" ? ids.map((id) => [id, undefined]) : []);
      const change = { puts: [], removes, ...(bytes.size > 0 && { bytes }) };
      await history.commit(`Removed ${countInWords(kind, ids.length)}`, change);
    },
    clear: () => history.commit("Deleted every record", { puts: [], removes: [], wipe: true }),
    loadSample: async () => {
      await history.commit("Loaded the sample data", await ports.sample());
    },
    removeSample: async () => {
      const change = await sampleRemoval(store);
      if (change.removes.length > 0) await history.commit("Removed the sample data", change);
      return change.removes.length;
    },
    digest: ports.digest,
    onChange: (listener) =>
      store.onChange(() => {
        listener();
      }),
    putBytes: async (id, bytes) => {
      const here = await store.get("documents", id);
      if (here === undefined) return fail({ code: "not-found", what: `The document ${id}` });
      const sha256 = await ports.sha256(bytes);
      const record = stampEdit(here, describeBytes(here, bytes, sha256), now);
      const change = { puts: [{ kind: "documents" as const, record }], removes: [] };
      await history.commit("Attached a file", { ...change, bytes: new Map([[id, bytes]]) });
    },
    bytes: (id) => store.bytes(id),
    undo: () => history.undo(),
    redo: () => history.redo(),
  };
}

function describeBytes(here: AnyRecord, bytes: Blob, sha256: string): AnyRecord {
  const type = bytes.type === "" ? here["media_type"] : bytes.type;
  return { ...here, size: bytes.size, sha256, ...(type !== undefined && { media_type: type }) };
}

function refuseTaken(kind: KindId, id: string): never {
  const detail = `Another ${findKind(kind).one} has the id ${id}`;
  return fail({ code: "invalid-record", where: "the new record", field: "id", detail });
}

/** Conditions are loaded when one is first asked: the first screen shows before that. */
async function testOf(kind: KindId, where: Condition): Promise<(record: AnyRecord) => boolean> {
  const { compileCondition } = await import("../select/matches.ts");
  return compileCondition(findKind(kind), where);
}

async function listRecords(
  source: Pick<RecordSource, "batches">,
  kind: KindId,
  options: Parameters<Records["list"]>[1] = {},
): Promise<readonly AnyRecord[]> {
  const { where, limit = Infinity } = options;
  const test = where === undefined ? () => true : await testOf(kind, where);
  const found: AnyRecord[] = [];
  for await (const batch of source.batches(kind)) {
    for (const record of batch) {
      if (found.length >= limit) return found;
      if (test(record)) found.push(record);
    }
  }
  return found;
}

async function sampleRemoval(store: RecordStore): Promise<Change> {
  const removes: { kind: KindId; id: string }[] = [];
  for (const kind of storedKindIds) {
    for await (const batch of store.batches(kind)) {
      for (const { id, sample } of batch) if (sample === true) removes.push({ kind, id });
    }
  }
  const documents = removes.filter(({ kind }) => kind === "documents");
  const bytes = new Map(documents.map(({ id }) => [id, undefined]));
  return { puts: [], removes, ...(bytes.size > 0 && { bytes }) };
}
