export type Topic = "records" | "history" | "schedules" | "templates" | "settings";

/** Tells the other tabs and workers, and the listeners here, that something changed. */
export interface ChangeNotices {
  /** `detail` is for the listeners here alone. */
  say(topic: Topic, detail?: unknown): void;
  /** Returns how to stop. */
  on(topic: Topic, listener: (detail?: unknown) => void): () => void;
  close(): void;
}

export function makeChangeNotices(name = "job-tracker-pro"): ChangeNotices {
  const listeners = new Map<Topic, Set<(detail?: unknown) => void>>();
  const tell = (topic: Topic, detail?: unknown): void => {
    for (const listener of listeners.get(topic) ?? []) listener(detail);
  };
  const channel = new BroadcastChannel(name);
  channel.addEventListener("message", (event: MessageEvent<Topic>) => {
    tell(event.data);
  });
  return {
    say(topic, detail) {
      channel.postMessage(topic);
      tell(topic, detail);
    },
    on(topic, listener) {
      const set = listeners.get(topic) ?? new Set();
      listeners.set(topic, set.add(listener));
      return () => {
        set.delete(listener);
      };
    },
    close() {
      channel.close();
    },
  };
}
