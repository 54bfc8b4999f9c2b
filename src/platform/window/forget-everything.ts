/**
 * Removes whatever this app keeps in this browser: databases, private files, remembered choices and
 * cached pages. Cannot be undone; the screen asks for it in words.
 */
export async function forgetEverything(): Promise<void> {
  const databases = await indexedDB.databases();
  await Promise.all(databases.flatMap(({ name }) => (name === undefined ? [] : [remove(name)])));
  const root = await navigator.storage.getDirectory();
  const names: string[] = [];
  for await (const name of (root as unknown as { keys(): AsyncIterable<string> }).keys())
    names.push(name);
  await Promise.all(names.map((name) => root.removeEntry(name, { recursive: true })));
  localStorage.clear();
  location.hash = "#/ask";
  location.reload();
}

/** A tab that still has the database open closes it when it is told (`versionchange`). */
function remove(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    const end = (): void => {
      resolve();
    };
    request.onsuccess = end;
    request.onerror = end;
    request.onblocked = end;
  });
}
