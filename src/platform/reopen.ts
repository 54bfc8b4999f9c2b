import { FailureError } from "../core/failure.ts";
import type { Database } from "./database.ts";

const attempts = 3;
const lostNames = new Set(["DatabaseClosedError", "InvalidStateError", "UnknownError"]);

function isLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const inner = (error as { inner?: unknown }).inner;
  const names = [error.name, inner instanceof Error ? inner.name : ""];
  return (
    names.some((name) => lostNames.has(name)) || /server lost|backing store/.test(error.message)
  );
}

/**
 * Runs `work`; when the connection was lost, opens a new one and runs it again. WebKit ends the
 * database server of pages in the background, and the old handle never recovers (WebKit bug 197050).
 * `work` is one transaction or one read, so that running it twice is the same as once.
 * @throws FailureError `storage-lost` after three tries: a write is never reported as done when it was not.
 */
export async function withReopen<T>(database: Database, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isLost(error)) throw error;
      if (attempt === attempts) throw new FailureError({ code: "storage-lost" }, error);
      database.close({ disableAutoOpen: false });
    }
  }
}
