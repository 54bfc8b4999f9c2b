import type { LockKeys } from "../../core/vault/lock/lock-keys.ts";

/** What the tabs and workers of the app tell each other about the lock. */
export type LockWord =
  /** Whoever holds the keys may answer: a worker that starts, a tab that opens. */
  | { readonly word: "ask" }
  | { readonly word: "keys"; readonly keys: LockKeys }
  /** Everybody forgets the keys and loads anew. */
  | { readonly word: "lock" }
  /** Somebody turns the lock on or off: close the database and load anew. */
  | { readonly word: "give-way" }
  /** A person is at work here, at this instant. */
  | { readonly word: "active" | "seen" };

export interface LockChannel {
  say(word: LockWord): void;
  close(): void;
}

export function openLockChannel(hear: (word: LockWord) => void): LockChannel {
  const channel = new BroadcastChannel("job-tracker-pro.lock");
  channel.addEventListener("message", ({ data }: MessageEvent<LockWord>) => {
    hear(data);
  });
  return {
    say: (word) => {
      channel.postMessage(word);
    },
    close: () => {
      channel.close();
    },
  };
}

/** The keys from a tab that is unlocked; undefined where none answers in time. */
export function askForKeys(milliseconds: number): Promise<LockKeys | undefined> {
  return new Promise((resolve) => {
    const end = (keys?: LockKeys): void => {
      clearTimeout(timer);
      channel.close();
      resolve(keys);
    };
    const channel = openLockChannel((word) => {
      if (word.word === "keys") end(word.keys);
    });
    const timer = setTimeout(end, milliseconds);
    channel.say({ word: "ask" });
  });
}
