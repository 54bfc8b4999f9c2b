/** Under which the lock record stands in `meta`. */
export const lockKey = "lock";

/**
 * The lock record, or undefined where the lock is off. Read from the database as it stands, without the
 * app's own way to it: nothing is made or upgraded, and nothing of the app has to be loaded.
 */
export function readLock(name = "job-tracker-pro"): Promise<Blob | undefined> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onupgradeneeded = () => opening.transaction?.abort();
    // Without a database there is nothing to lock.
    opening.onerror = () => {
      resolve(undefined);
    };
    opening.onsuccess = () => {
      const database = opening.result;
      if (!database.objectStoreNames.contains("meta")) {
        database.close();
        resolve(undefined);
        return;
      }
      const asked = database.transaction("meta").objectStore("meta").get(lockKey);
      asked.onsuccess = () => {
        database.close();
        const found = asked.result as { readonly value?: unknown } | undefined;
        resolve(found?.value instanceof Blob ? found.value : undefined);
      };
      asked.onerror = () => {
        database.close();
        reject(new Error("The lock cannot be read", { cause: asked.error }));
      };
    };
  });
}
