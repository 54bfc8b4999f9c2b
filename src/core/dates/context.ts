/** Which readings may stand as a date: "may I", "march with me", "second interview" may not. */
import type { Analysis } from "./analyse.ts";
import type { Item } from "./chart.ts";
import type { Candidate } from "./find-dates.ts";
import * as S from "./symbols.ts";
import type { Term } from "./term.ts";
import type { Token } from "./tokens.ts";

export function standsAlone(candidate: Candidate, analysis: Analysis): boolean {
  const { term } = candidate;
  if (term.weak === 2 || (term.tail && isOverrun(candidate, analysis))) return false;
  if (cutsRepeat(candidate, analysis)) return false;
  if (isWhole(candidate, analysis)) return true;
  if (term.bare) return false;
  if (isBlocked(candidate, analysis) || isGlued(candidate, analysis)) return false;
  if (candidate.first === candidate.last && isName(candidate, analysis)) return false;
  if (term.shape === "year" && candidate.first === candidate.last)
    return !isAmount(candidate, analysis) && isYear(candidate, analysis);
  if (isAmount(candidate, analysis)) return false;
  if (term.weak === 0) return true;
  if (term.shape === "dom" && isPrefixed(candidate, analysis)) return true;
  if (term.shape === "dom" || term.shape === "open") return isClosed(candidate, analysis);
  if (term.shape === "month" || term.shape === "weekday") {
    return (
      afterPreposition(candidate.first, analysis) ||
      isCapital(candidate, analysis) ||
      isListed(candidate, analysis) ||
      (term.shape === "month" && (isGoal(candidate, analysis) || isOfNoun(candidate, analysis)))
    );
  }
  return afterPreposition(candidate.first, analysis);
}

/** Nothing else is said. */
function isWhole({ first, last }: Candidate, { tokens }: Analysis): boolean {
  const said = (at: number) => tokens[at]?.kind !== "sign";
  for (let at = 0; at < first; at += 1) if (said(at)) return false;
  for (let at = last + 1; at < tokens.length; at += 1) if (said(at)) return false;
  return true;
}

const PREPOSITIONS = (
  [
    "of",
    "on",
    "from",
    "since",
    "after",
    "before",
    "until",
    "in",
    "starting",
    "ending",
    "theDay",
  ] as const
).map((role) => S.word(role));

function afterPreposition(first: number, { marks }: Analysis): boolean {
  return marks.ends(first, PREPOSITIONS);
}

const GOAL = [S.word("to")];

/** "apply the strict template to march": a month closes the phrase. */
function isGoal(candidate: Candidate, analysis: Analysis): boolean {
  return analysis.marks.ends(candidate.first, GOAL) && isClosed(candidate, analysis);
}

/** "my march applications": a noun that the caller knows follows. */
function isOfNoun({ last }: Candidate, { tokens, isNoun }: Analysis): boolean {
  const next = tokens[last + 1];
  return next !== undefined && isNoun(next.from);
}

/** In a row of dates: "sun, tomorrow". */
function isListed({ first, last }: Candidate, { tokens, marks }: Analysis): boolean {
  const after = tokens[last + 1]?.text === "," ? last + 2 : last + 1;
  const before = tokens[first - 1]?.text === "," ? first - 1 : first;
  return marks.datesFrom.has(after) || marks.datesTo.has(before);
}

/** A capital inside a sentence marks a name of a month or day. */
function isCapital({ first }: Candidate, { tokens }: Analysis): boolean {
  const before = tokens[first - 1];
  return tokens[first]?.capital === true && before !== undefined && !".!?".includes(before.text);
}

/** "May Lindqvist", "April Sommers": another capitalised word follows. */
function isName({ last, term }: Candidate, { tokens, known }: Analysis): boolean {
  const next = tokens[last + 1];
  if (term.shape !== "month" && term.shape !== "weekday") return false;
  return next?.kind === "word" && next.capital && known[last + 1] !== true;
}

/** Inside or across "for now", "24/7"; a longer date may hold such a phrase ("one day ago"). */
function isBlocked({ first, last }: Candidate, { marks }: Analysis): boolean {
  return marks.blocked.some(({ start, end }) => {
    const holds = first <= start && end - 1 <= last && last - first > end - 1 - start;
    return start <= last && first < end && !holds;
  });
}

const GLUE = new Set(["-", ".", "_", "@", "#", "+", "&", "!"]);

/** Part of a longer name: "autumn-review", "Monday.com", "#may", "csv2025". */
function isGlued({ first, last }: Candidate, { tokens, known }: Analysis): boolean {
  const [before, next] = [tokens[first - 1], tokens[last + 1]];
  const [further, beyond] = [tokens[first - 2], tokens[last + 2]];
  if (before && !tokens[first]?.spaced) {
    if (before.text === "#" || before.text === "@" || before.text === "_") return true;
    if (before.kind === "word" && known[first - 1] !== true) return true;
    const bound = !before.spaced && further?.kind === "word" && known[first - 2] !== true;
    if (GLUE.has(before.text) && bound) return true;
  }
  // "last month's" is a date with an ending.
  if (!next || next.spaced || next.text === "'s") return false;
  if (next.text === "_" || next.text === "@") return true;
  if (next.kind === "word") return known[last + 1] !== true;
  if (next.text === "!" && beyond && !beyond.spaced) return true;
  const bound = beyond?.kind === "word" && !beyond.spaced && known[last + 2] !== true;
  return GLUE.has(next.text) && bound;
}

const CLOSING = (["and", "to", "until", "since", "from", "at", "before", "after"] as const).map(
  (role) => S.word(role),
);

/** "the 22nd" ends a phrase; "the second interview" does not. */
function isClosed({ last }: Candidate, { tokens, marks }: Analysis): boolean {
  const next = tokens[last + 1];
  if (next?.kind === "digits") return false;
  if (!next || next.kind === "sign") return !isTightDigits(tokens[last + 2], next);
  return marks.begins(last + 1, CLOSING);
}

const COUNTED: ReadonlySet<string> = new Set(["year", "numeric", "range"]);

/** "over 2000", "page 3/4", "between 1990 and 2010 euros": digits that count or cost something. */
function isAmount({ first, last, term }: Candidate, { tokens, lexicon, marks }: Analysis): boolean {
  if (!COUNTED.has(term.shape) || tokens[last]?.kind !== "digits") return false;
  const [before, after] = [tokens[first - 1], tokens[last + 1]];
  if (after && lexicon.money.has(after.text)) return true;
  if (before === undefined || term.shape === "range") return false;
  // "plus de 2000", "un salaire de 2000".
  const counted = marks.ends(first, OF) ? tokens[first - 2] : undefined;
  return [before, counted].some((token) => token !== undefined && lexicon.amounts.has(token.text));
}

const OF = [S.word("of")];

function isTightDigits(token: Token | undefined, sign: Token | undefined): boolean {
  return token?.kind === "digits" && !token.spaced && sign?.spaced === false;
}

/** Had the pair been years, it would be read as one range. */
const BETWEEN = [S.word("between")];
const BEFORE_YEAR = "(-~,/'\"";
const MONEY = "%$€£+";
const INSIDE_NUMBER = "-./,:";

/** A number of four digits is a year unless it counts, costs or belongs to a longer number. */
function isYear({ first }: Candidate, analysis: Analysis): boolean {
  const { tokens } = analysis;
  const [before, token, after] = [tokens[first - 1], tokens[first], tokens[first + 1]];
  if (analysis.marks.ends(first, BETWEEN)) return false;
  if (token?.kind !== "digits") return afterPreposition(first, analysis);
  if (after && (MONEY.includes(after.text) || (!after.spaced && after.kind !== "sign")))
    return false;
  if (before && !token.spaced) {
    const allowed = before.kind === "sign" && BEFORE_YEAR.includes(before.text);
    const inNumber = INSIDE_NUMBER.includes(before.text) && tokens[first - 2]?.kind === "digits";
    if (!allowed || inNumber) return false;
  }
  if (after && INSIDE_NUMBER.includes(after.text) && isTightDigits(tokens[first + 2], after)) {
    return false;
  }
  const year = Number(token.text);
  return (year >= 1970 && year < 2060) || afterPreposition(first, analysis);
}

/** "2010 or later" is nothing in "2010 or later than 2020": a phrase begins inside and goes on. */
function isOverrun({ first, last }: Candidate, { items }: Analysis): boolean {
  return items.some(
    ({ symbol, start, end, value }) =>
      (symbol.id === S.SPAN.id || isAway(symbol, value)) &&
      start > first &&
      start <= last &&
      end > last + 1,
  );
}

/** "March 2025 on the first of every month": the repetition keeps its first words. */
function cutsRepeat({ first, last }: Candidate, { items }: Analysis): boolean {
  return items.some(
    ({ symbol, start, end, value }) =>
      symbol.id === S.REPEAT.id &&
      start > first &&
      start <= last &&
      end > last + 1 &&
      (value as S.Repeat).loose !== true,
  );
}

function isAway(symbol: Item["symbol"], value: unknown): boolean {
  return symbol.id === S.TERM.id && (value as Term).shape === "shifted";
}

const ON_DAY = [S.word("onDay")];

/** "on the 22nd". */
function isPrefixed({ first }: Candidate, { marks }: Analysis): boolean {
  return marks.ends(first, ON_DAY);
}
