/** Something about the app itself that a person should know while working. */
export interface AppNews {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly run: () => unknown;
}

export type DatabaseTrouble = "blocked" | "newer-version" | "closed";

const troubles: Readonly<Record<DatabaseTrouble, Omit<AppNews, "run">>> = {
  blocked: {
    title: "Another tab holds an older version.",
    text: "Close the other tabs of this app, then load the page again. Nothing was changed.",
    action: "Load again",
  },
  "newer-version": {
    title: "Another tab runs a newer version.",
    text: "This one gave way to it. Everything saved so far is kept; load the page again.",
    action: "Load again",
  },
  closed: {
    title: "The browser closed the database.",
    text: "Everything saved so far is kept. Load the page again before the next change.",
    action: "Load again",
  },
};

export function newsOfTrouble(trouble: DatabaseTrouble, reload: () => unknown): AppNews {
  return { ...troubles[trouble], run: reload };
}
