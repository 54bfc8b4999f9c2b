import type { OwnNames } from "../request.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { correctTokens } from "./correct-tokens.ts";
import { findLexiconMatches, findNameMatches } from "./find-matches.ts";
import { findScopes } from "./find-scopes.ts";
import { findSecrets } from "./find-secrets.ts";
import { findTimes } from "./find-times.ts";
import { indexNames } from "./own-names.ts";
import type { Match, Scene } from "./scene.ts";
import { spanOf, tokenise } from "./tokens.ts";

/** Reads a sentence once for all recognizers. Pure; `today` is the only clock. */
export function buildScene(
  text: string,
  today: string,
  lexicon: Lexicon,
  data: OwnNames | undefined,
): Scene {
  const names = indexNames(data);
  const typed = findSecrets(tokenise(text, lexicon.elisions), text, lexicon);
  const tokens = correctTokens(typed, lexicon, names);
  const known = [...findLexiconMatches(tokens, lexicon), ...findNameMatches(tokens, names)];
  const matches = [...known, ...findTimes(text, tokens, today, lexicon.language, known)];
  const finder = indexMatches(matches, tokens.length);
  const steps = stepOver(finder);
  const bare = {
    ...finder,
    ...steps,
    length: tokens.length,
    isBreak: (i: number) => (tokens[i]?.kind ?? "mark") === "mark",
    isComma: (i: number) => tokens[i]?.form === ",",
    isHash: (i: number) => tokens[i]?.kind === "hash",
  };
  const scopes = findScopes(bare);
  return {
    text,
    today,
    tokens,
    lexicon,
    names,
    scopes,
    ...finder,
    ...steps,
    scopeAt: (token) => scopes.find((scope) => scope.from <= token && token < scope.to),
    span: (from, to) => spanOf(tokens, from, to),
  };
}

/** Walking over small words, forwards and backwards. */
function stepOver(finder: Pick<Scene, "at" | "ending">): Pick<Scene, "skip" | "back"> {
  const skip = (token: number): number => {
    const small = finder.at(token, "filler");
    return small === undefined ? token : skip(small.to);
  };
  const back = (token: number): number => {
    const small = finder.ending(token, "filler");
    return small === undefined ? token : back(small.from);
  };
  return { skip, back };
}

/** Longest match by token and sense, from both ends. */
function indexMatches(matches: readonly Match[], length: number) {
  const bySense = new Map<string, Match[]>();
  const starts: Match[][] = Array.from({ length: length + 1 }, () => []);
  const first: Map<string, Match>[] = Array.from(
    { length: length + 1 },
    () => new Map<string, Match>(),
  );
  const last: Map<string, Match>[] = Array.from(
    { length: length + 1 },
    () => new Map<string, Match>(),
  );
  for (const match of matches) {
    const list = bySense.get(match.sense);
    if (list === undefined) bySense.set(match.sense, [match]);
    else list.push(match);
    starts[match.from]?.push(match);
    keepLongest(first[match.from], match);
    keepLongest(last[match.to], match);
  }
  return {
    all: (sense: string): readonly Match[] => bySense.get(sense) ?? none,
    starting: (token: number): readonly Match[] => starts[token] ?? none,
    at: (token: number, sense: string): Match | undefined => first[token]?.get(sense),
    ending: (token: number, sense: string): Match | undefined => last[token]?.get(sense),
  };
}

const none: readonly Match[] = [];

function keepLongest(bySense: Map<string, Match> | undefined, match: Match): void {
  const known = bySense?.get(match.sense);
  if (known === undefined || match.to - match.from > known.to - known.from) {
    bySense?.set(match.sense, match);
  }
}
