import type { AnyKind, KindId } from "../records/any-kind.ts";
import type { CleanRow } from "../sanitize/clean-row.ts";

export type Bytes = Uint8Array<ArrayBuffer>;

/** One kind of record on its way into a file. `batches` can be read once. */
export interface Section {
  readonly kindId: KindId;
  readonly kind: AnyKind;
  /** Columns of flat formats, in order; every key of a row where the format keeps structure. */
  readonly columns: readonly string[];
  /** Records that will come, as planned. */
  readonly count: number;
  readonly batches: AsyncIterable<readonly CleanRow[]>;
}

/** `export_info` of the specification's envelope, and the head of every other format. */
export interface ExportInfo {
  readonly timestamp: string;
  readonly format: string;
  readonly version: "1.0";
  readonly gdpr_compliant: boolean;
  readonly export_id: string;
  readonly app_version: string;
  readonly request: string;
  readonly privacy_level: string;
  readonly coverage: Coverage;
  readonly [more: string]: unknown;
}

/** Nothing is silent: what was planned to leave, and what was left out and why. */
export interface Coverage {
  readonly records: Readonly<Partial<Record<KindId, number>>>;
  readonly total: number;
  readonly left_out: readonly {
    readonly what: string;
    readonly count?: number;
    readonly why: string;
  }[];
}

export interface ExportDocument {
  readonly title: string;
  /** One of the templates, e.g. `sharing`: which layout a document format uses. */
  readonly template?: string;
  readonly language: string;
  readonly exportInfo: ExportInfo;
  readonly sections: AsyncIterable<Section> | Iterable<Section>;
  /** Bytes of a document by id, where the plan takes them along. */
  readonly bytesOf?: (documentId: string) => Promise<Blob | undefined>;
  readonly group?: { readonly by: string; readonly as: "section" | "file" | "count" };
  /** Choices of a format, e.g. `bom`, `delimiter`, `paper`. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** Records → text or bytes, and back where nothing is lost. Heavy libraries load inside the method. */
export interface Format {
  readonly label: string;
  readonly words: readonly string[];
  readonly extension: string;
  readonly mediaType: string;
  /** One file for the whole document, or one a kind. */
  readonly layout: "whole" | "per-kind";
  /** Restores to exactly what was exported. */
  readonly lossless: boolean;
  /** Writes every field a row has, not the standard columns alone: nothing is left out for want of a column. */
  readonly keepsEveryField?: true;
  /** Fields of a kind that it has a place for, where that is not the question of columns. */
  readonly keeps?: (kindId: KindId) => readonly string[];
  /** The program that takes this layout, where it was made for leaving to that one. */
  readonly program?: string;
  /** Fields are read back in the order they were written. */
  readonly keepsFieldOrder?: true;
  /** Kinds it cannot carry, with the reason; absent: all. */
  readonly refuses?: (kindId: KindId) => string | undefined;
  /** Throws `FailureError`; any batch size gives the same output. */
  write(document: ExportDocument): AsyncIterable<string | Bytes>;
  /** Reads back what `write` made. `value` is unvalidated. */
  read?(
    bytes: ReadableStream<Bytes>,
    kindId?: KindId,
  ): AsyncIterable<{ readonly kindId: string; readonly value: unknown }>;
  /** Counts what a written file holds, by a reading path of its own: the proof for formats without `read`. */
  count?(bytes: ReadableStream<Bytes>): Promise<number | undefined>;
  /** What a person reads in a written file that is not plain text, in pieces: for the second look. */
  text?(bytes: ReadableStream<Bytes>): AsyncIterable<string>;
}
