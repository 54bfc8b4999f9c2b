import { askForKeys } from "./lock-channel.ts";
import { installSealing } from "./install-sealing.ts";
import { readLock } from "./read-lock.ts";

/** A busy window answers when it can; it started this worker, so it is there. */
const patience = 15_000;

/** Gives a worker the keys, where the lock is on. @throws where nobody is unlocked: nothing runs then. */
export async function unlockWorker(): Promise<void> {
  if ((await readLock()) === undefined) return;
  const keys = await askForKeys(patience);
  if (keys === undefined) throw new Error("The app is locked. Unlock it and try again.");
  installSealing(keys);
}
