/**
 * The programming interface: what `window.jobTracker` is. The screens use the same objects.
 * Every method that can fail rejects with a `JobTrackerError`. See docs/interface.md.
 */
import type { PasskeySecret } from "./containers/contract.ts";
import type { CleanRow } from "./sanitize/clean-row.ts";
import type { FoundSpan } from "./sanitize/found-span.ts";
import type { Sanitization } from "./sanitize/sanitization.ts";
import type { Failure, Recovery } from "./failure.ts";
import type { Coverage } from "./formats/contract.ts";
import type { Counts, ExportPlan, Reason } from "./plan/plan.ts";
import type { Claimant, Progress, Receipt, Verified } from "./pipeline/ports.ts";
import type { KindId } from "./records/any-kind.ts";
import type { AnyRecord, StoredRecord } from "./records/stored-record.ts";
import type { Level, ParseContext, ParseResult, Question, SaidRequest } from "./request/request.ts";
import type { Comparison } from "./compare/compare-archives.ts";
import type {
  Drill,
  Inspection,
  KeptBackup,
  NamedFile,
  RestorePlan,
  RestorePolicy,
  RestoreReceipt,
} from "./restore/contract.ts";
import type { Retention } from "./schedule/schedule.ts";
import type { ScheduleOptions, Schedules } from "./schedule/schedules.ts";
import type { Condition } from "./select/condition.ts";

export type { PlaceState, Schedules } from "./schedule/schedules.ts";

export class JobTrackerError extends Error {
  readonly code: Failure["code"];
  readonly recovery?: Recovery;
  readonly where?: string | undefined;
  readonly failure: Failure;
  constructor(failure: Failure, words: { readonly message: string; readonly recovery?: Recovery }) {
    super(words.message);
    this.name = "JobTrackerError";
    this.code = failure.code;
    this.failure = failure;
    if (words.recovery !== undefined) this.recovery = words.recovery;
    if ("where" in failure) this.where = failure.where;
  }
}

export type NewRecord = Omit<AnyRecord, "id" | "created_at" | "updated_at"> & Partial<StoredRecord>;
export type ExportTarget = "ask" | "download" | "private" | { readonly folder: string };

export interface PlanPreview {
  readonly sentence: string;
  readonly plan?: ExportPlan;
  readonly parsed: ParseResult;
  readonly reasons: readonly Reason[];
  readonly questions: readonly Question[];
  readonly counts: Counts;
  readonly estimatedBytes: number;
  readonly sample: Readonly<Partial<Record<KindId, readonly CleanRow[]>>>;
  /** The same records before sanitising, for the comparison. */
  readonly before: Readonly<Partial<Record<KindId, readonly AnyRecord[]>>>;
}
export interface ExportOptions {
  readonly passphrase?: string;
  /** Vault and capsule: one more slot, in the printed form of `makeRecoveryCode`. */
  readonly recoveryCode?: string;
  /** Vault and capsule: one more slot, for a passkey. */
  readonly passkey?: PasskeySecret;
  readonly target?: ExportTarget;
  readonly signal?: AbortSignal;
  /** For the head of a work-search log; used for this run and kept nowhere. */
  readonly claimant?: Claimant;
  readonly onProgress?: (progress: Progress) => void;
}
export interface ExportResult {
  readonly exportId: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly records: number;
  readonly coverage: Coverage;
  readonly verified: Verified;
  readonly receipt: Receipt;
  readonly message: string;
}
export interface Verification {
  readonly verified: Verified;
  readonly message: string;
  readonly at: string;
}
export interface Template {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly builtIn: boolean;
  /** Of an own one. */
  readonly plan?: ExportPlan;
}

export interface DataExportSystem {
  run(plan: ExportPlan, options?: ExportOptions): Promise<ExportResult>;
  /** What runs or waits in this tab, oldest first. */
  readonly running: readonly Progress[];
  /** Called at every step of any export of this tab; returns how to stop. */
  onProgress(listener: () => void): () => void;
}
export interface ExportInterface {
  /** Understands, decides and counts; writes nothing. */
  plan(text: string, hand?: SaidRequest): Promise<PlanPreview>;
  export(text: string, options?: ExportOptions): Promise<ExportResult>;
  exportPlan(plan: ExportPlan, options?: ExportOptions): Promise<ExportResult>;
  /** The finished file, while it is still kept. */
  getExportData(exportId: string): Promise<Blob>;
  listTemplates(): readonly Template[];
  useTemplate(name: string, options?: ExportOptions): Promise<ExportResult>;
  saveTemplate(name: string, plan: ExportPlan): Promise<void>;
  deleteTemplate(name: string): Promise<void>;
  /** `passphrase` makes the seal of an encrypted schedule and is not kept. Returns the schedule's id. */
  schedule(
    text: string,
    frequency?: "daily" | "weekly" | "monthly",
    options?: ScheduleOptions,
  ): Promise<string>;
  history(): Promise<readonly Receipt[]>;
  /** Called after every change of history, by this tab or another; returns how to stop. */
  onHistory(listener: () => void): () => void;
  verify(
    exportId: string,
    options?: { readonly file?: Blob; readonly passphrase?: string },
  ): Promise<Verification>;
  cancel(exportId: string): Promise<void>;
  cleanUp(rule: Retention): Promise<readonly Receipt[]>;
}
export interface Reply {
  readonly text: string;
  readonly questions: readonly Question[];
  readonly plan?: ExportPlan;
  readonly result?: ExportResult;
  readonly suggestions: readonly string[];
}
export interface ConversationalExportAssistant {
  chat(text: string): Promise<Reply>;
  reset(): void;
  readonly state: SaidRequest;
}
export interface NaturalLanguageParser {
  /** Synchronous; `context` defaults to today and the person's own names. */
  parse(text: string, context?: Partial<ParseContext>): ParseResult;
}
export interface DataSanitizer {
  find(text: string, level: Level): readonly FoundSpan[];
  sanitizeText(text: string, sanitization: Sanitization): string;
  sanitizeRecord(kind: KindId, record: StoredRecord, sanitization: Sanitization): CleanRow;
}
export interface FormatEntry {
  readonly id: string;
  readonly label: string;
  readonly extension: string;
  readonly mediaType: string;
  readonly lossless: boolean;
  readonly encrypts: boolean;
}
export interface ExportFormatters {
  list(): readonly FormatEntry[];
}
/** One record of a change of several. `expected` as for `put`; a record without an id is new. */
export interface RecordEdit {
  readonly kind: KindId;
  readonly record: StoredRecord | NewRecord;
  readonly expected?: string;
}
export interface Records {
  add(kind: KindId, record: NewRecord): Promise<string>;
  addMany(kind: KindId, records: readonly NewRecord[]): Promise<readonly string[]>;
  /** `expected`: the `updated_at` that was read before the edit; another one here is `edited-elsewhere`. */
  put(kind: KindId, record: StoredRecord, options?: { readonly expected?: string }): Promise<void>;
  /** Several records, of one kind or more, as one change: stored together or not at all, undone in one step. */
  putMany(
    edits: readonly RecordEdit[],
    options?: { readonly label?: string; readonly bytes?: ReadonlyMap<string, Blob> },
  ): Promise<readonly string[]>;
  get(kind: KindId, id: string): Promise<AnyRecord | undefined>;
  /** The records themselves as the app holds them: copy one before changing it. */
  list(
    kind: KindId,
    options?: { readonly where?: Condition; readonly limit?: number },
  ): Promise<readonly AnyRecord[]>;
  count(kind?: KindId): Promise<number>;
  remove(kind: KindId, ids: readonly string[]): Promise<void>;
  clear(): Promise<void>;
  loadSample(): Promise<void>;
  removeSample(): Promise<number>;
  /** Lower-case hex SHA-256 over all records in canonical form: equal digests, equal data. */
  digest(): Promise<string>;
  /** Called after every change by this tab or another; returns how to stop. */
  onChange(listener: () => void): () => void;
  putBytes(documentId: string, bytes: Blob): Promise<void>;
  bytes(documentId: string): Promise<Blob | undefined>;
  /** Takes back the last change of data of this tab; says what it was, or undefined when there is none. */
  undo(): Promise<string | undefined>;
  redo(): Promise<string | undefined>;
}
export interface RestoreInterface {
  inspect(
    file: Blob,
    options?: {
      readonly name?: string;
      readonly passphrase?: string;
      /** Column → field, where a person changed the proposal. */
      readonly mapping?: Readonly<Record<string, string>>;
      /** A damaged file: whatever can still be read, piece by piece; see `Inspection.rescued`. */
      readonly rescue?: boolean;
    },
  ): Promise<Inspection>;
  /**
   * Reads several files as one import where they belong to one chain of increments: `taken` are their
   * places in `files`. Undefined where they do not.
   */
  inspectTogether(
    files: readonly NamedFile[],
    options?: { readonly passphrase?: string },
  ): Promise<{ readonly inspection: Inspection; readonly taken: readonly number[] } | undefined>;
  plan(inspection: Inspection, policy?: RestorePolicy): Promise<RestorePlan>;
  run(plan: RestorePlan): Promise<RestoreReceipt>;
  undo(restoreId: string): Promise<void>;
  history(): Promise<readonly RestoreReceipt[]>;
  /** What changed from one file to another, or to what is here now. */
  compare(before: Inspection, after?: Inspection): Promise<Comparison>;
  /** Restores into a scratch database, compares, and removes it again; nothing here changes. */
  drill(inspection: Inspection): Promise<Drill>;
  /** Own exports in private storage, newest first. Needs no database. */
  kept(): Promise<readonly KeptBackup[]>;
  /** What a broken database still gives, as our JSON; undefined where it gives nothing. */
  salvage(): Promise<Blob | undefined>;
  /** Removes the database; an empty one is made when the page is loaded again. */
  startAnew(): Promise<void>;
}
export interface JobTracker {
  readonly version: string;
  readonly ready: Promise<void>;
  readonly system: DataExportSystem;
  readonly exports: ExportInterface;
  readonly assistant: ConversationalExportAssistant;
  readonly parser: NaturalLanguageParser;
  readonly sanitizer: DataSanitizer;
  readonly formatters: ExportFormatters;
  readonly records: Records;
  readonly restore: RestoreInterface;
  readonly schedules: Schedules;
}
