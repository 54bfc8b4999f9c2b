import type { Edit } from "../request.ts";
import en from "./en.json" with { type: "json" };

/** Phrases by key; `{…}` is filled in. Lists are looked up by number. */
export type Phrases = Readonly<
  Record<string, string | readonly string[] | Readonly<Record<string, string>>>
>;

/** What the assistant says in one language. */
export interface Wording {
  readonly language: string;
  /** By question code; `{about}` is what was typed. */
  readonly questions: Readonly<Record<string, string>>;
  /** Replies by what the turn did; `{sentence}` restates the request. */
  readonly replies: Readonly<Record<string, string>>;
  /** Phrases that write a request down, by slot. */
  readonly say?: Phrases;
  readonly choices: Readonly<
    Record<string, readonly { readonly label: string; readonly patch: readonly Edit[] }[]>
  >;
}

const all: readonly Wording[] = [en as Wording];

export function wordingOf(language: string): Wording {
  return all.find((each) => each.language === language) ?? (en as Wording);
}
