import type { AnyKind, KindId } from "../records/any-kind.ts";

const purposes: Readonly<Partial<Record<KindId, string>>> = {
  applications: "They appear here when you add one, or when a file is dropped on the window.",
  interviews: "They appear here when you add one, or when a calendar is dropped.",
  contacts: "People you meet in your search, with the applications they belong to.",
  activities: "What an unemployment office asks for: job fairs, workshops, calls, applications.",
  job_searches: "Searches you want to run again, with the board and the filters.",
  conversations: "Threads from mail, LinkedIn or an assistant, kept with the application.",
  documents: "CVs, letters and certificates: drop one on the page of an application.",
  memories: "What an assistant has learned about your search, in your own hands.",
};

/** What an empty list says: what it is for, and the one thing to do. */
export function emptyWords(kind: AnyKind): {
  readonly title: string;
  readonly text: string;
  readonly action: string;
} {
  const article = /^[aeiou]/u.test(kind.one) ? "an" : "a";
  return {
    title: `No ${kind.label.toLowerCase()} yet`,
    text: purposes[kind.id] ?? "",
    action: `Add ${article} ${kind.one}`,
  };
}
