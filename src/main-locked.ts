import { mount, unmount } from "svelte";
import type { LockKeys } from "./core/vault/lock/lock-keys.ts";
import { openLock } from "./core/vault/lock/lock-record.ts";
import { passkeyParams } from "./core/vault/passkey-params.ts";
import { installSealing } from "./platform/lock/install-sealing.ts";
import { askForKeys } from "./platform/lock/lock-channel.ts";
import { isDue } from "./platform/lock/read-due.ts";
import { readLock } from "./platform/lock/read-lock.ts";
import { credentialFor } from "./platform/window/lock/app-lock.ts";
import { watchLock, type Watch } from "./platform/window/lock/watch-lock.ts";
import { readRules, type LockAnswer } from "./state/lock-ports.ts";
import type { Surroundings } from "./state/surroundings.ts";
import LockScreen from "./ui/screens/LockScreen.svelte";

/** Another window that is unlocked answers at once. */
const patience = 400;

/**
 * The start where a lock may be on: begins when it was opened. Only the database says whether it is on;
 * a marker that a crash left behind is cleared.
 */
export async function startLocked(
  around: Surroundings,
  begin: (watch?: Watch) => void,
): Promise<void> {
  // While another window turns the lock on or off, there is nothing to decide.
  await navigator.locks.request("open", { mode: "shared" }, () => undefined);
  const record = await readLock();
  if (record === undefined) {
    around.remembered.write("lock", undefined);
    begin();
    return;
  }
  const keys = (await askForKeys(patience)) ?? (await askPerson(record, around));
  installSealing(keys);
  begin(watchLock(keys, () => readRules(around.remembered.read("lock"))));
}

/** Shows the locked app until somebody opens it. */
async function askPerson(record: Blob, around: Surroundings): Promise<LockKeys> {
  const target = document.querySelector("#app");
  if (target === null) throw new TypeError("The page has no place for the app");
  const hasPasskey = (await passkeyParams(record)).length > 0;
  const due = await isDue(around.now());
  return new Promise((resolve) => {
    const screen = mount(LockScreen, {
      target,
      props: {
        gate: {
          hasPasskey,
          due,
          forget: around.forget,
          async open(answer: LockAnswer) {
            const keys = await openLock(record, await credentialFor(record, answer));
            await unmount(screen);
            resolve(keys);
          },
        },
      },
    });
  });
}
