interface StoredSchedule {
  /** Sealed under the app lock. */
  readonly name?: string;
  readonly paused: boolean;
  readonly nextRun?: string;
}

/** Names of the schedules that are due, read from the database as it stands: nothing is made or upgraded. */
export async function dueNames(now: Date): Promise<readonly string[]> {
  const schedules = await readAll("job-tracker-pro", "schedules");
  const minute = new Date(now.getTime() - now.getTimezoneOffset() * 60_000)
    .toISOString()
    .slice(0, 16);
  return schedules
    .filter(({ paused, nextRun }) => !paused && nextRun !== undefined && nextRun <= minute)
    .map(({ name }) => name ?? "A schedule under the app lock");
}

function readAll(name: string, store: string): Promise<readonly StoredSchedule[]> {
  return new Promise((resolve) => {
    const opening = indexedDB.open(name);
    const none = (): void => {
      resolve([]);
    };
    opening.onerror = none;
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onsuccess = () => {
      const database = opening.result;
      if (!database.objectStoreNames.contains(store)) {
        database.close();
        none();
        return;
      }
      const asked = database.transaction(store).objectStore(store).getAll();
      asked.onsuccess = () => {
        database.close();
        resolve(asked.result as StoredSchedule[]);
      };
      asked.onerror = none;
    };
  });
}
