import { loadLists } from "../../src/core/names/lists.ts";
import { findPersonal } from "../../src/core/sanitize/find-personal.ts";
import type { FixedLevel } from "../../src/core/sanitize/sanitization.ts";

interface Options {
  readonly level?: string;
  readonly pseudonyms?: boolean;
}

interface Row {
  readonly id: string;
  readonly text: string;
  readonly lang?: string;
  readonly known?: { readonly people?: readonly string[]; readonly companies?: readonly string[] };
}

function readLevel(level: string | undefined): FixedLevel {
  return level === "none" || level === "basic" || level === "moderate" ? level : "strict";
}

export async function prepare(options: Options): Promise<void> {
  await loadLists(readLevel(options.level));
}

const codes: Readonly<Record<string, string>> = {
  english: "en",
  german: "de",
  french: "fr",
  spanish: "es",
  portuguese: "pt",
  dutch: "nl",
  italian: "it",
  chinese: "zh",
  turkish: "tr",
};

/** Everything the level would remove from `text`. */
export function answer(row: unknown, options: Options): unknown {
  const { id, text, lang, known } = row as Row;
  const language =
    lang === undefined ? undefined : (codes[lang.toLowerCase()] ?? lang.slice(0, 2).toLowerCase());
  const spans = findPersonal(text, {
    level: readLevel(options.level),
    known: { people: known?.people ?? [], companies: known?.companies ?? [] },
    ...(language === undefined ? {} : { language }),
  });
  return { id, spans: spans.map(({ start, end, type, rule }) => ({ start, end, type, rule })) };
}
