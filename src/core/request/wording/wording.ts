import type { Edit } from "../request.ts";
import de from "./de.json" with { type: "json" };
import en from "./en.json" with { type: "json" };
import es from "./es.json" with { type: "json" };
import fr from "./fr.json" with { type: "json" };
import pt from "./pt.json" with { type: "json" };

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

const all = [en, de, fr, es, pt] as readonly Wording[];

export function wordingOf(language: string): Wording {
  return all.find((each) => each.language === language) ?? (en as Wording);
}
