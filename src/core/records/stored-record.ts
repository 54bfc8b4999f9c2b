/** What every stored thing has. Instants are ISO 8601 with offset; ids are UUID v7 unless imported. */
export interface StoredRecord {
  readonly id: string;
  readonly created_at: string;
  readonly updated_at: string;
  /** Fields of an imported record that its kind does not know. */
  readonly extra?: Readonly<Record<string, unknown>>;
  /** Made by "sample data"; removed with it. */
  readonly sample?: true;
}

/** A record of any kind, read field by field. */
export type AnyRecord = StoredRecord & Readonly<Record<string, unknown>>;
