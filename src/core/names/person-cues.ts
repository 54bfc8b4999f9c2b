import { matchesOf } from "../text/search.ts";
import { hasMark, readAnnounced } from "../text/label-value.ts";
import { lineIndexAt } from "../text/lines.ts";
import type { Page } from "../text/page.ts";
import { foldWord } from "../sanitize/fold.ts";
import { guessLanguage } from "./document-shape.ts";
import { bitsOfWord } from "./word-table.ts";
import { bitsOfRun, isAlone, type Run } from "./runs.ts";
import { bit } from "./word-classes.ts";
import { gap, shape, wordIndexAt } from "./words.ts";

/** A name that a cue announced. */
export interface Cued {
  readonly start: number;
  readonly end: number;
  /** Enough to look for the name everywhere else. */
  readonly sure: boolean;
}

const names = bit.given | bit.surname;
const notName = bit.job | bit.tool | bit.calendar | bit.company | bit.institution | bit.demonym | bit.street;
const weakTitles: ReadonlySet<string> = new Set("general president king queen father mother sister brother captain major minister governor coach uncle aunt don dona hr fr colonel prince judge justice mayor hon princess pope chancellor senator sir lord lady".split(" "));

/** The part of a run that can be a person: titles in front and job words at the end cut off. */
export function trimRun(page: Page, run: Run): Run | undefined {
  const { words } = page;
  let { first, last } = run;
  while (first <= last && (words.bits[first] ?? 0) & bit.title && !((words.bits[first] ?? 0) & bit.given && first === last)) first += 1;
  while (last > first && ((words.bits[last] ?? 0) & (bit.job | bit.institution | bit.company) || /^(?:PhD|MD|MBA|MSc|BSc|CPA|PMP|Esq|RN|DDS|JD)$/.test(page.text.slice(words.starts[last], words.ends[last]))) && !((words.bits[last] ?? 0) & names)) last -= 1;
  if (first > last) return undefined;
  return { first, last, start: words.starts[first] ?? 0, end: words.ends[last] ?? 0 };
}

/** "Dr. Olga Hill", "Frau Weber": the run after a title, or in the same run behind it. */
function afterTitle(page: Page, run: Run): boolean {
  const { words, text } = page;
  for (const i of [run.first, run.first - 1]) {
    if (i < 0 || !((words.bits[i] ?? 0) & bit.title)) continue;
    if (i === run.first && run.first === run.last) continue;
    const next = words.gaps[i + 1] ?? gap.other;
    if (next !== gap.space && next !== gap.initial && next !== gap.sentence) continue;
    if (next === gap.sentence && text.slice(words.ends[i], words.starts[i + 1]).length > 2) continue;
    const title = foldWord(text.slice(words.starts[i], words.ends[i]));
    const written = text.charAt(words.starts[i] ?? 0);
    if (weakTitles.has(title)) {
      if (written === written.toLowerCase()) continue;
      if (!(bitsOfRun(words, i + 1, run.last).any & names)) continue;
    } else if (written === written.toLowerCase() && !/^(?:mr|mrs|ms|dr|prof|señor|señora|sr|sra|herr|herrn|frau|mevrouw|meneer|dhr|mw|drs|dott|dottssa|mme|mlle|sig|sigra|dra|doña)$/.test(title)) continue;
    return true;
  }
  return false;
}

const greeting =
  /(?:^|\n|["“>] ?)[ \t]*(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|greetings|hallo|liebe[rs]?|sehr geehrte[rs]?|guten (?:tag|morgen|abend)|bonjour|bonsoir|chère?s?|salut|hola|estimad[oa]s?|querid[oa]s?|buen(?:os|as) (?:días|tardes)|olá|oi|car[oa]|prezad[oa]s?|ciao|gentile|egregio|beste|geachte|lieve|hoi|szanown[ya]|cześć|hej|kære|kjære)(?: again| there)?,?[ \t]+$/i;
const signOff =
  /(?:regards|sincerely(?: yours)?|yours(?: truly| sincerely| faithfully)?|cheers|thanks(?: again| so much| a lot)?|thank you|best(?: wishes)?|respectfully|cordially|love|warmly|take care|grüßen?|gruß|hochachtungsvoll|herzlichst|viele grüße|cordialement|bien à vous|salutations(?: distinguées)?|amicalement|saludos(?: cordiales)?|atentamente|un abrazo|atenciosamente|cumprimentos|abraços?|obrigad[oa]|saluti|cordiali saluti|groet(?:en|jes)?|hoogachtend|pozdrawiam|hälsningar|hilsen|saludo|grazie|gracias|merci|danke|dziękuję)[,.!]?\s{1,6}[-–—*_]{0,3}\s{0,2}(?:i\.[ ]?)?$/i;
const cueBefore =
  /(?:\b(?:my name is|i am|i'm|this is|name's|named|called|spoke (?:with|to)|speak (?:with|to)|talked (?:with|to)|talk to|met(?: with)?|meet(?:ing)? with|interview(?:ed)? (?:with|by)|call with|chat with|reports? to|reporting to|introduced (?:by|me to)|referred by|recommended by|thanks to|signed by|written by|directed by|produced by|authored by|reviewed by|prepared by|approved by|managed by|led by|supervised by|hired by|my (?:manager|boss|mentor|friend|colleague|wife|husband|brother|sister|son|daughter|father|mother|partner|recruiter|supervisor)(?: is| was)?|the (?:recruiter|manager|interviewer|hiring manager|author|actor|actress|singer|writer|director|producer)|client|patient|applicant|borrower|tenant|employee|student|customer|attorney|lawyer|witness|defendant|plaintiff|insured|mit|bei herrn|bei frau|ich heiße|ich bin|je m'appelle|je suis|me llamo|mi nombre es|soy|meu nome é|chamo-me|mi chiamo|ik ben|mijn naam is|nazywam się),?)[ \t]+$/i;
/** Words of company in other languages and of asking: a name only if the lists know it. */
const weakCue =
  /(?:^|[\s(])(?:avec|con|com(?: [oa])?|met|mit|c['’]est|aqui é [oa]|thank|ask|tell|collega|colega|presentato|parlé de|transmets à|conhece [oa]|referencias de|solange)[ \t]+$/i;
const verbAfter =
  /^(?:['’]s (?:wife|husband|son|daughter|mother|father|brother|sister|career|life|resume|résumé|cv|phone|email|birthday|team|house|office)\b| (?:said|says|told|asked|wrote|writes|replied|answered|called|emailed|texted|phoned|mentioned|explained|thanked|apologi[sz]ed|complained|testified|graduated|resigned|retired|submitted|requested|rescheduled|arrived|smiled|laughed|nodded|sighed|shouted|whispered|married|divorced|interviewed|applied|confirmed|reviewed|completed|signed|prescribed|specializes|manages|reports|works|lives|resides|thinks|believes|joined|sagte|sagt|schrieb|a dit|dijo|disse|zei)\b(?! (?:by|in a statement)))/;
const townAfter = /^,? (?:is )?(?:a|an|the) (?:[\p{L}-]+ ){0,3}(?:town|village|city|municipality|region|district|county|province|suburb|hamlet|station|river|company|firm|manufacturer|startup|supplier|provider|brand|retailer)\b/u;

/** One look at the neighbours tells that most runs have no cue. */
function mayBeCued(page: Page, run: Run): boolean {
  const { words, text } = page;
  const inFront = run.first > 0 ? (words.bits[run.first - 1] ?? 0) : 0;
  if ((inFront & (bit.cue | bit.title | bit.opener)) || (words.bits[run.first] ?? 0) & bit.title) return true;
  if (run.last + 1 < words.count && (words.bits[run.last + 1] ?? 0) & bit.after) return true;
  const next = text.charCodeAt(run.end);
  if (next === 39 || next === 8217) return true;
  return next === 32 && (text.charAt(run.end + 1) === "<" || text.charAt(run.end + 1) === "(") || text.startsWith(" wrote:", run.end) || next === 60;
}

function isCued(page: Page, run: Run): { readonly cued: boolean; readonly sure: boolean; readonly titled?: boolean } {
  const { text } = page;
  const before = text.slice(Math.max(0, run.start - 60), run.start);
  const after = text.slice(run.end, run.end + 40);
  if (townAfter.test(after)) return { cued: false, sure: false };
  if (afterTitle(page, run)) return { cued: true, sure: true, titled: true };
  if (greeting.test(before.slice(-40)) && /^[ \t]*(?:[,!:.\n]|$|and |und |[-–—])/.test(after)) return { cued: true, sure: true };
  if (signOff.test(before) && /^[ \t]*(?:[\n,.|]|$)/.test(after)) return { cued: true, sure: true };
  if (cueBefore.test(before)) return { cued: true, sure: false };
  if (weakCue.test(before) && isListed(page, run)) return { cued: true, sure: false };
  if (verbAfter.test(after) && isPersonal(page, run)) return { cued: true, sure: false };
  if (/^[ \t]{0,3}[<(][\w.+-]+@/.test(after) || /^,? wrote:/.test(after)) return { cued: true, sure: true };
  return { cued: false, sure: false };
}

/** A given name of the lists that is no word, place or tool as well. */
function isListed(page: Page, run: Run): boolean {
  const first = page.words.bits[run.first] ?? 0;
  const { any } = bitsOfRun(page.words, run.first, run.last);
  if (any & notName || first & bit.small) return false;
  if (run.first !== run.last) return (first & bit.given) !== 0 || ((any & names) !== 0 && !(any & bit.ordinary));
  return (first & bit.given) !== 0 && !(first & (bit.ordinary | bit.double | bit.city | bit.country));
}

/** Before a verb of people: one or two words, the first in a list of names or unknown, no company word. */
function isPersonal(page: Page, run: Run): boolean {
  const { all, any } = bitsOfRun(page.words, run.first, run.last);
  if (run.last - run.first > 3 || any & (bit.company | bit.institution | bit.job | bit.tool)) return false;
  if ((page.words.bits[run.first - 1] ?? 0) & bit.particle || /\b(?:the|a|an|our|their|his|her)\s$/i.test(page.text.slice(Math.max(0, run.start - 6), run.start))) return false;
  return (any & names) !== 0 || (!(all & (bit.ordinary | bit.double)) && run.last > run.first);
}

const nobody: ReadonlySet<string> = new Set(
  "madam sir sirs damen herren hiring recruiting recruitment talent acquisition team all everyone colleagues folks monsieur madame messieurs senores regards kind best warm cordialement sincerely thanks customer success hr people human resources personal bewerbungsteam manager".split(" "),
);

/** "Dear Hiring Manager", "Sehr geehrte Damen": a greeting to nobody in particular. */
function isNobody(page: Page, run: Run): boolean {
  for (let i = run.first; i <= run.last; i += 1)
    if (!nobody.has(foldWord(page.text.slice(page.words.starts[i], page.words.ends[i])))) return false;
  return true;
}

const offices = /^(?:president|chair\w*|speaker|minister\w*|secretary|director|direktor\w*|doktor|professor\w*|doctor|manager|engineer)$/i;

/** "M. Lefèvre", "D. Joaquín Mestre": a title in one language, elsewhere an initial. */
const titleLetters: Readonly<Record<string, string>> = { fr: "M", es: "D" };

function isLetterTitle({ words, text }: Page, run: Run, letter: string): boolean {
  if (words.shapes[run.first] !== shape.initial || run.first === run.last) return false;
  return text.charAt(run.start) === letter && words.gaps[run.first + 1] === gap.initial && words.shapes[run.last] !== shape.initial;
}

/** Names by what stands around them: titles, greetings, sign-offs, cue words, verbs of people. */
export function* cuedRuns(page: Page): Generator<Cued> {
  const letter = titleLetters[page.language ?? guessLanguage(page.words) ?? ""];
  for (const run of page.runs) {
    if (letter !== undefined && isLetterTitle(page, run, letter)) {
      const start = page.words.starts[run.first + 1] ?? run.start;
      yield { start, end: run.end, sure: true };
      continue;
    }
    if (!mayBeCued(page, run)) continue;
    const found = isCued(page, run);
    if (!found.cued) continue;
    const trimmed = trimRun(page, run);
    if (!trimmed || trimmed.last - trimmed.first > 5 || isNobody(page, trimmed)) continue;
    const { all, any } = bitsOfRun(page.words, trimmed.first, trimmed.last);
    if (!found.sure && (all & bit.ordinary && !(any & names))) continue;
    const office = trimmed.first === trimmed.last && (any & notName) !== 0 && !(any & names);
    // "Frau Koch" is a person, "Dear Recruiter" and "Mr President" are not.
    if (office && (found.titled !== true || offices.test(page.text.slice(trimmed.start, trimmed.end)))) continue;
    if (!found.sure && any & (bit.company | bit.institution)) continue;
    yield { start: trimmed.start, end: trimmed.end, sure: found.sure };
  }
}

const valueShape = /[\p{L}][\p{L}\p{M}'’.-]*(?:,? [\p{L}][\p{L}\p{M}'’.-]*){0,5}/uy;

/** Names behind a label: "Name: …", "Ansprechpartnerin: …". */
export function* labelledNames(page: Page): Generator<Cued> {
  const { text } = page;
  for (const label of page.labels) {
    if (!label.groups.includes("person") || !hasMark(text, label.end)) continue;
    const announced = readAnnounced(text, label.end);
    if (!announced || announced.tie === "near" || announced.tie === "is" || announced.tie === "line") continue;
    const line = page.lines[lineIndexAt(page.lines, announced.start)];
    if (line?.kind === "log") continue;
    valueShape.lastIndex = announced.start;
    const match = valueShape.exec(text);
    if (!match) continue;
    const found = readLabelled(page, match[0], announced.start, /full|vor und|nombre y|complet|completo|volledige|legal|first|last|given|family|sur|vorname|nachname|prénom|apellido|candidat|applicant|patient|cardholder|holder|contact person|ansprech|联系人|姓名|氏名|имя|фио|الاسم|이름|성명/i.test(text.slice(label.start, label.end)));
    if (found) yield found;
  }
}

function readLabelled(page: Page, value: string, start: number, strong: boolean): Cued | undefined {
  const parts = value.split(" ");
  while (parts.length > 0 && /^(?:mr|mrs|ms|dr|prof|herr|frau|mme|sr|sra|d|dª|mw|dhr)\.?$/i.test(parts[0] ?? "")) start += (parts.shift()?.length ?? 0) + 1;
  let size = 0;
  let known = false;
  for (const part of parts) {
    const bits = page.words.bits[wordIndexAt(page.words, start + size)] ?? 0;
    if (/^(?:and|und|or|oder|et|y|e|at|bei|is|phone|email|tel)$/i.test(part) || bits & (bit.job | bit.tool) && !(bits & names)) break;
    if (!/^[\p{Lu}\p{Lo}]/u.test(part) && !(bits & (names | bit.particle))) break;
    // {"name": "Python"}: a tool with a label that fits everything.
    if (!strong && bits & bit.tool) return undefined;
    if (bits & names) known = true;
    size += part.length + 1;
    if (part.endsWith(",") && parts.length > 2) break;
  }
  const name = value.slice(value.length - parts.join(" ").length, value.length - parts.join(" ").length + Math.max(0, size - 1)).replace(/[.,]+$/, "");
  if (name.length < 2 || (!known && !strong)) return undefined;
  const folded = name.split(" ").map((word) => bitsOfWord(foldWord(word)));
  // "[Not specified]", "Customer: That's good": words, not names.
  if (folded.every((bits) => bits & bit.ordinary || bits === 0 && !strong) && !folded.some((bits) => bits & bit.given)) return undefined;
  return { start, end: start + name.length, sure: known || strong };
}

const author = /(?<![\p{L}.])(?:(?:\p{Lu}\.[ -]?){1,3} ?\p{Lu}[\p{L}'’-]{1,25}(?:[- ]\p{Lu}[\p{L}'’]{1,20})?|\p{Lu}[\p{L}'’-]{2,30},? (?:\p{Lu}\.[ -]?){1,3}(?![\p{L}]))/gu;

/** "Vasquez E., Lindqvist K. (2023)": author lists name people by surname and initials. */
export function* authors(page: Page): Generator<Cued> {
  if (page.words.initials === 0) return;
  for (const line of page.lines) {
    if (line.kind === "empty" || line.kind === "log" || line.kind === "code") continue;
    const text = page.text.slice(line.start, line.end);
    if (!/(?:19|20)\d\d|^\s*\[\d+\]|et al/.test(text)) continue;
    const found = [...matchesOf(author, text)].filter((match) => /^[\s,;:&(]|^$|^\.? ["“(]|^ and/.test(text.slice(match.index + match[0].trimEnd().length)));
    if (found.length < 2 && !/^\s*(?:\[\d+\] )?\p{Lu}[\p{L}'’-]+,? (?:\p{Lu}\.[ -]?){1,3}(?: \(|,)/u.test(text)) continue;
    for (const match of found) {
      const value = match[0].trimEnd();
      if (/^(?:Phys|Rev|Lett|Proc|Vol|Univ|Nat|Dept|Inc|Ltd|Fig|Eq|Sec)\b/.test(value)) continue;
      yield { start: line.start + match.index, end: line.start + match.index + value.length, sure: true };
    }
  }
}

/** Two capitalised words that the lists know as given name and surname, on lines that are no prose. */
export function* listedNames(page: Page): Generator<Cued> {
  for (const run of page.runs) {
    const { words } = page;
    if (run.first === run.last || !((words.bits[run.last] ?? 0) & bit.surname || (words.bits[run.last - 1] ?? 0) & bit.surname)) continue;
    const trimmed = trimRun(page, run);
    if (!trimmed || trimmed.first === trimmed.last || trimmed.last - trimmed.first > 4) continue;
    const first = words.bits[trimmed.first] ?? 0;
    const last = words.bits[trimmed.last] ?? 0;
    const { any } = bitsOfRun(words, trimmed.first, trimmed.last);
    if (!(first & bit.given) || !(last & bit.surname)) continue;
    if (any & (notName | bit.country) || (first | last) & (bit.ordinary | bit.double | bit.city) && !isAlone(page.text, page.lines, run)) continue;
    if (first & bit.ordinary && last & bit.ordinary) continue;
    if (townAfter.test(page.text.slice(run.end, run.end + 40))) continue;
    if (words.shapes[trimmed.first] === shape.initial) continue;
    yield { start: trimmed.start, end: trimmed.end, sure: true };
  }
}
