import type { LockKeys } from "../../../core/vault/lock/lock-keys.ts";
import { openLockChannel } from "../../lock/lock-channel.ts";

const lookMilliseconds = 5000;
const minute = 60_000;

export interface Watch {
  /** Locks this window and all others. */
  lockNow(): void;
}

/**
 * Holds the keys of an unlocked window: gives them to its workers and to windows that open, and lets go
 * of them when nobody was at work in any window for long, or none was shown. A run is not torn away.
 */
export function watchLock(
  keys: LockKeys,
  rules: () => { readonly idle?: number; readonly hidden?: number },
): Watch {
  let held: LockKeys | undefined = keys;
  let active = Date.now();
  let seen = Date.now();
  const channel = openLockChannel(({ word }) => {
    if (word === "ask" && held !== undefined) channel.say({ word: "keys", keys: held });
    else if (word === "lock") leave();
    else if (word === "active") active = seen = Date.now();
    else if (word === "seen") seen = Date.now();
  });
  /** A new page holds neither keys nor records, and its workers end with it. */
  const leave = (): void => {
    held = undefined;
    location.reload();
  };
  const lockNow = (): void => {
    channel.say({ word: "lock" });
    leave();
  };
  const look = async (): Promise<void> => {
    const now = Date.now();
    const { idle, hidden } = rules();
    const shown = document.visibilityState === "visible";
    const isIdle = idle !== undefined && now - active >= idle * minute;
    const isHidden = hidden !== undefined && !shown && now - seen >= hidden * minute;
    if ((isIdle || isHidden) && held !== undefined && !(await isBusy())) {
      lockNow();
      return;
    }
    if (!shown) return;
    seen = now;
    channel.say({ word: "seen" });
  };
  const onActive = (): void => {
    const now = Date.now();
    if (now - active < lookMilliseconds) return;
    // Whoever comes back after the time is up finds it locked, whether or not the timer ran meanwhile.
    void look().then(() => {
      active = now;
      channel.say({ word: "active" });
    });
  };
  for (const type of ["pointerdown", "keydown", "wheel"]) {
    addEventListener(type, onActive, { capture: true, passive: true });
  }
  document.addEventListener("visibilitychange", () => void look());
  setInterval(() => void look(), lookMilliseconds);
  return { lockNow };
}

async function isBusy(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === "busy");
}
