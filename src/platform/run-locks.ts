const runPrefix = "export:";
/** Held, shared, by everything that an update of the app must not tear away. */
const busy = "busy";

/**
 * Web Locks say which exports are alive: a lock ends with its tab, however that ends, so that a crashed
 * run can never look like a running one. No heartbeat is needed.
 */
export const runLocks = {
  hold: <T>(exportId: string, work: () => Promise<T>): Promise<T> =>
    navigator.locks.request(busy, { mode: "shared" }, () =>
      navigator.locks.request(`${runPrefix}${exportId}`, work),
    ),

  async alive(): Promise<ReadonlySet<string>> {
    const { held = [] } = await navigator.locks.query();
    const names = held.flatMap(({ name }) => name ?? []);
    const runs = names.filter((name) => name.startsWith(runPrefix));
    return new Set(runs.map((name) => name.slice(runPrefix.length)));
  },

  /** In one tab only; undefined when another tab is at it. */
  alone: <T>(work: () => Promise<T>): Promise<T | undefined> =>
    navigator.locks.request("schedule", { ifAvailable: true }, async (lock) =>
      lock === null ? undefined : work(),
    ),

  /** Imports take their turn, and no update takes over meanwhile. */
  holdImport: <T>(work: () => Promise<T>): Promise<T> =>
    navigator.locks.request(busy, { mode: "shared" }, () =>
      navigator.locks.request("import", work),
    ),
};
