/** A small table: receipts, templates, schedules. IndexedDB in the app, maps in tests. */
export interface Store<T> {
  get(id: string): Promise<T | undefined>;
  all(): Promise<readonly T[]>;
  put(value: T): Promise<void>;
  remove(id: string): Promise<void>;
  /** Called after every change, by this tab or another; returns how to stop. */
  onChange(listener: () => void): () => void;
}
