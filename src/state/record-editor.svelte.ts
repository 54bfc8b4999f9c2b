import type { Failure } from "../core/failure.ts";
import type { Stage } from "../core/kinds/applications.ts";
import type { KindId } from "../core/records/any-kind.ts";
import { findKind } from "../core/records/any-kind.ts";
import type { AnyRecord } from "../core/records/stored-record.ts";
import { draftDocument } from "../core/table/document-draft.ts";
import { capitalize, readFieldText, writeFieldText } from "../core/table/field-text.ts";
import { addReference, relatedQueries, type RelatedGroup } from "../core/table/related.ts";
import type { TrackerPorts } from "./tracker-ports.ts";
import { failureOf } from "./tracker-ports.ts";

interface Edit {
  readonly record: AnyRecord;
  readonly field: string;
  readonly text: string;
}
export type EditorPhase =
  | { readonly name: "loading" }
  | { readonly name: "missing" }
  | { readonly name: "reading"; readonly record: AnyRecord }
  | ({ readonly name: "editing"; readonly why?: string } & Edit)
  | ({ readonly name: "saving" } & Edit)
  /** The edit stays; `theirs` is the record as another tab left it. */
  | ({ readonly name: "trouble"; readonly failure: Failure; readonly theirs?: AnyRecord } & Edit);

/** The page of one record: every field edited in place, one at a time. */
export class RecordEditor {
  phase = $state.raw<EditorPhase>({ name: "loading" });
  related = $state.raw<readonly RelatedGroup[]>([]);
  readonly kind: KindId;
  readonly id: string;
  readonly #ports: TrackerPorts;

  readonly record: AnyRecord | undefined = $derived(
    "record" in this.phase ? this.phase.record : undefined,
  );

  constructor(kind: KindId, id: string, ports: TrackerPorts) {
    this.kind = kind;
    this.id = id;
    this.#ports = ports;
  }

  watch(): () => void {
    void this.load();
    return this.#ports.records.onChange(() => void this.load());
  }

  /** Reads the record again. An edit under way keeps its base, so that a clash is found on saving. */
  async load(): Promise<void> {
    const { records } = this.#ports;
    const record = await records.get(this.kind, this.id);
    if (this.phase.name === "loading" || this.phase.name === "reading") {
      this.phase = record === undefined ? { name: "missing" } : { name: "reading", record };
    } else if (this.phase.name === "missing" && record !== undefined) {
      this.phase = { name: "reading", record };
    }
    if (record === undefined) return;
    const groups = relatedQueries(findKind(this.kind), record).map(async ({ kind, where }) => ({
      kind,
      records: await records.list(kind, { where }),
    }));
    this.related = await Promise.all(groups);
  }

  edit(field: string): void {
    const record = this.record;
    const shape = findKind(this.kind).fields[field];
    if (record === undefined || shape === undefined || this.phase.name === "saving") return;
    this.phase = { name: "editing", record, field, text: writeFieldText(shape, record[field]) };
  }

  type(text: string): void {
    if (this.phase.name !== "editing" && this.phase.name !== "trouble") return;
    const { record, field } = this.phase;
    this.phase = { name: "editing", record, field, text };
  }

  cancel(): void {
    const record = this.record;
    if (record === undefined) return;
    this.phase = { name: "reading", record };
    void this.load();
  }

  /** Stores what was typed. A value that cannot be read stays in the field with the reason. */
  async save(): Promise<void> {
    const { phase } = this;
    if (phase.name !== "editing" && phase.name !== "trouble") return;
    const { record, field, text } = phase;
    const shape = findKind(this.kind).fields[field];
    if (shape === undefined) return;
    const read = readFieldText(shape, text);
    if (!read.ok) {
      this.phase = { name: "editing", record, field, text, why: read.why };
      return;
    }
    if (writeFieldText(shape, record[field]) === writeFieldText(shape, read.value)) {
      this.cancel();
      return;
    }
    await this.#put({ record, field, text }, withField(record, field, read.value));
  }

  /** Stores a value that was chosen rather than typed: a check box, a reference, the stages. */
  async set(field: string, value: unknown): Promise<void> {
    const record = this.record;
    if (record === undefined) return;
    await this.#put({ record, field, text: "" }, withField(record, field, value));
  }

  /** The focus left the field: saves what was typed, but does not repeat what has just failed. */
  async leave(): Promise<void> {
    if (this.phase.name === "editing" && this.phase.why === undefined) await this.save();
  }

  correctStages(stages: readonly Stage[]): Promise<void> {
    return this.set("stages", stages);
  }

  /** After a clash: this edit on top of the other tab's record. */
  async keepMine(): Promise<void> {
    if (this.phase.name !== "trouble" || this.phase.theirs === undefined) return;
    const { theirs, field, text } = this.phase;
    this.phase = { name: "editing", record: theirs, field, text };
    await this.save();
  }

  takeTheirs(): void {
    if (this.phase.name !== "trouble" || this.phase.theirs === undefined) return;
    this.phase = { name: "reading", record: this.phase.theirs };
  }

  /** Keeps a file with this record: a document with its bytes and digest. */
  async attach(file: Blob, name: string): Promise<void> {
    const record = this.record;
    if (record === undefined) return;
    const { records, say, undo } = this.#ports;
    try {
      const draft = await draftDocument(file, name);
      const id = this.#ports.newId();
      const now = (await records.get(this.kind, this.id)) ?? record;
      const label = `${name} is kept with this ${findKind(this.kind).one}.`;
      // One change: a document without its bytes would be a promise that no backup can keep.
      await records.putMany(
        [
          { kind: "documents", record: { ...draft, id, application_ids: [this.id] } },
          { kind: this.kind, record: addReference(now, "document_ids", id) },
        ],
        { label, bytes: new Map([[id, file]]) },
      );
      say({ text: label, undo, key: "Ctrl Z" });
    } catch (error) {
      this.phase = { name: "trouble", record, field: "", text: "", failure: failureOf(error) };
    }
  }

  async #put(edit: Edit, after: AnyRecord): Promise<void> {
    this.phase = { name: "saving", ...edit };
    const { records, say, undo } = this.#ports;
    const kind = findKind(this.kind);
    const label = `${kind.fields[edit.field]?.label ?? capitalize(kind.one)} changed.`;
    try {
      const expected = edit.record.updated_at;
      await records.putMany([{ kind: this.kind, record: after, expected }], { label });
      say({ text: label, undo, key: "Ctrl Z" });
      const stored = await records.get(this.kind, this.id);
      this.phase = { name: "reading", record: stored ?? after };
    } catch (error) {
      const failure = failureOf(error);
      const clash = failure.code === "edited-elsewhere";
      const theirs = clash ? await records.get(this.kind, this.id) : undefined;
      this.phase = { name: "trouble", ...edit, failure, ...(theirs && { theirs }) };
    }
  }
}

/** The record with one field set, or without it when there is nothing to set. */
function withField(record: AnyRecord, field: string, value: unknown): AnyRecord {
  if (value !== undefined && !(Array.isArray(value) && value.length === 0)) {
    return { ...record, [field]: value };
  }
  const { [field]: _dropped, ...rest } = record;
  return rest as AnyRecord;
}
