export type Topic = "records" | "history" | "schedules" | "templates" | "settings";

/** Tells the other tabs and workers, and the listeners here, that something changed. */
export interface ChangeNotices {
  say(topic: Topic): void;
  /** Returns how to stop. */
  on(topic: Topic, listener: () => void): () => void;
  close(): void;
}

export function makeChangeNotices(name = "job-tracker-pro"): ChangeNotices {
  const listeners = new Map<Topic, Set<() => void>>();
  const tell = (topic: Topic): void => {
    for (const listener of listeners.get(topic) ?? []) listener();
  };
  const channel = new BroadcastChannel(name);
  channel.addEventListener("message", (event: MessageEvent<Topic>) => {
    tell(event.data);
  });
  return {
    say(topic) {
      channel.postMessage(topic);
      tell(topic);
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
