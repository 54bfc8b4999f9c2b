import { matchesOf } from "../text/search.ts";
import type { Page } from "../text/page.ts";
import { foldWord } from "../sanitize/fold.ts";
import { bitsOfWord } from "./word-table.ts";
import type { Cued } from "./person-cues.ts";
import { bit } from "./word-classes.ts";

const names = bit.given | bit.surname;
const notSpeaker =
  bit.city | bit.country | bit.state | bit.tool | bit.calendar | bit.company | bit.institution;

/** "[14:02] Maja: …", "Finn: …": who speaks, in a chat log; one or two capitalised words. */
const speaker =
  /^([ \t]*\[[\d:., /APMapm-]{4,24}\][ \t]{0,2})?(\p{Lu}[\p{L}\p{M}'’-]{1,20}(?: \p{Lu}[\p{L}\p{M}'’-]{1,20}){0,2}):[ \t]+(?=\S)/gmu;

/** Who speaks for nobody, and heads of mails. */
const nobody = /^(?:bot|user|assistant|system|human|agent|me|you|re|fw|fwd|aw|wg|note|update)$/i;

function bitsOfName(name: string): readonly number[] {
  return name.split(/[ -]/).map((word) => bitsOfWord(foldWord(word)));
}

/** Names in front of what they said. Without a time of day the lists must know the name. */
export function* speakers(page: Page): Generator<Cued> {
  if (!page.text.includes(": ")) return;
  for (const match of matchesOf(speaker, page.text)) {
    const [whole, time = "", name = ""] = match;
    const bits = bitsOfName(name);
    const [first = 0] = bits;
    const plain = bits.every((one) => one & (bit.ordinary | bit.job | bit.double));
    if (time === "" && (!(first & bit.given) || bits.some((one) => one & notSpeaker) || plain))
      continue;
    if (nobody.test(name) || bits.some((one) => one & (bit.job | bit.label | bit.small))) continue;
    const start = match.index + whole.indexOf(name, time.length);
    yield { start, end: start + name.length, sure: true };
  }
}

const smallGreeting =
  /[ \t]*(?:hi|hey|hello|dear|hallo|hola|ciao|salut|hoi|oi)[ \t]+(\p{Ll}[\p{L}'’-]{1,14})(?=[ \t]*(?:[,!—–\n]|- ))/uy;
/** At the end of a paragraph. */
const smallSignOff =
  /(?:cheers|thanks|thx|regards|best|love|lg|gruß|grüße|saludos|bises|groetjes)[,!.]?[ \t\n]{1,3}(\p{Ll}[\p{L}'’-]{1,14})[ \t]{0,8}$/u;
const longestSignOff = 48;

/** Greetings at the start of a line, sign-offs before an empty line or the end of the text. */
function* smallPlaces({ text, lines }: Page): Generator<readonly [RegExpExecArray, number, boolean]> {
  for (const [i, { start, end }] of lines.entries()) {
    smallGreeting.lastIndex = start;
    const greeting = smallGreeting.exec(text);
    if (greeting) yield [greeting, start, true];
    const next = lines[i + 1];
    if (next && next.start !== next.end) continue;
    const from = Math.max(0, end - longestSignOff);
    const signOff = smallSignOff.exec(text.slice(from, end));
    if (signOff) yield [signOff, from + signOff.index, false];
  }
}

const everybody: ReadonlySet<string> = new Set(
  "there all team everyone everybody guys folks again both you zusammen tutti todos all".split(" "),
);

/** "hi sam — …", "cheers, bex": names in small letters, where only their place tells. */
export function* smallNames(page: Page): Generator<Cued> {
  for (const [match, at, isGreeting] of smallPlaces(page)) {
    const name = match[1] ?? "";
    const bits = bitsOfWord(foldWord(name));
    const plain = bits & (bit.ordinary | bit.small | bit.job | bit.tool | bit.calendar);
    if (everybody.has(name) || (isGreeting ? plain : !(bits & names))) continue;
    if (plain && !(bits & bit.given)) continue;
    const start = at + match[0].lastIndexOf(name);
    yield { start, end: start + name.length, sure: false };
  }
}
