import type { Store } from "../../src/core/interface/store.ts";

/** A store in memory. */
export function memoryStore<T>(idOf: (value: T) => string): Store<T> {
  const values = new Map<string, T>();
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    get: (id) => Promise.resolve(values.get(id)),
    all: () => Promise.resolve([...values.values()]),
    put: (value) => {
      values.set(idOf(value), structuredClone(value));
      tell();
      return Promise.resolve();
    },
    remove: (id) => {
      values.delete(id);
      tell();
      return Promise.resolve();
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
