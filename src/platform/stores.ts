import type { Table } from "dexie";
import type { Store } from "../core/interface/store.ts";
import type { ChangeNotices, Topic } from "./change-notices.ts";
import type { Database } from "./database.ts";
import { withReopen } from "./reopen.ts";

/** A table of the database as a store; every change is told under `topic`. */
export function makeStore<T>(
  database: Database,
  table: Table<T, string>,
  notices: ChangeNotices,
  topic: Topic,
): Store<T> {
  return {
    get: (id) => withReopen(database, () => table.get(id)),
    all: () => withReopen(database, () => table.toArray()),
    onChange: (listener) => notices.on(topic, listener),
    async put(value) {
      await withReopen(database, () => table.put(value));
      notices.say(topic);
    },
    async remove(id) {
      await withReopen(database, () => table.delete(id));
      notices.say(topic);
    },
  };
}

/** Values by name: preferences that the app keeps, such as the target folder last chosen. */
export interface KeyValues {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

export function makeKeyValues(database: Database): KeyValues {
  return {
    get: async (key) => (await withReopen(database, () => database.meta.get(key)))?.value,
    set: async (key, value) => {
      await withReopen(database, () => database.meta.put({ key, value }));
    },
    remove: (key) => withReopen(database, () => database.meta.delete(key)),
  };
}
