import type { Field, Sensitivity } from "../records/field.ts";
import type { StoredRecord } from "../records/stored-record.ts";

export type { Field, Sensitivity, StoredRecord };

/** The fields that only a kind adds: the common ones are classified once, in `records/common-fields.ts`. */
export type OwnFields<R extends StoredRecord> = Readonly<
  Record<Exclude<keyof Required<R> & string, keyof StoredRecord>, Field>
>;

/** One kind of record. An unclassified field does not compile. */
export interface Kind<R extends StoredRecord = StoredRecord> {
  /** Plural, sentence case: "Applications". */
  readonly label: string;
  /** Singular, lower case: "application". */
  readonly one: string;
  /** What people call it, English; other languages add theirs in the lexicons. */
  readonly words: readonly string[];
  /** What "last month" refers to. */
  readonly dateField: keyof R & string;
  /** Falls back to this where `dateField` is absent. */
  readonly dateFallback?: keyof R & string;
  readonly fields: OwnFields<R>;
  /** Standard columns of flat formats and lists, in order. */
  readonly columns: readonly (keyof R & string)[];
  /** Computed from the other kinds at export time; never stored, never restored. */
  readonly derived?: true;
  /** One line that names a record to a person. */
  readonly title: (record: R) => string;
  /** Fields of which at least one must hold something. */
  readonly anyOf?: readonly (keyof R & string)[];
}
