import { isMark, negatorBefore, patternFinding, seek } from "../request/reading/looking.ts";
import type { Match, Scene } from "../request/reading/scene.ts";
import type { Candidate, Recognizer } from "./contract.ts";

const longestTopic = 6;
/** "title containing engineer": columns that can be searched by name. */
const searched = new Set(["title", "notes", "location", "url", "source"]);
const reachOfHolder = 8;
const holders = ["entity", "all", "doctype", "record", "stand.in", "report", "own.contacts"];
/** A topic ends where another part of the request begins. */
const closing = [
  "date",
  "recurrence",
  "sort.cue",
  "sort.date",
  "group.cue",
  "topic",
  "encrypt",
  "level",
  "tag.cue",
  "notify",
  "retention.age",
  "date.field",
];

function endsHere(scene: Scene, at: number): boolean {
  if (scene.tokens[at] === undefined) return true;
  if (isMark(scene, at, ",;:.!?()")) return true;
  if (closing.some((sense) => scene.at(at, sense) !== undefined)) return true;
  const as = scene.at(at, "as");
  if (as !== undefined && seek(scene, as.to, (t) => scene.at(t, "format")) !== undefined)
    return true;
  if (as !== undefined && scene.at(as.to, "format.unsupported") !== undefined) return true;
  if (as !== undefined && seek(scene, as.to, (t) => scene.at(t, "fileword")) !== undefined)
    return true;
  const purposes = scene.starting(at).filter((match) => match.sense === "for");
  if (purposes.some((each) => seek(scene, each.to, (t) => scene.at(t, "audience")))) return true;
  if (opensPlace(scene, at)) return true;
  const datePrep = scene.at(at, "date.prep");
  if (datePrep !== undefined && scene.at(datePrep.to, "date") !== undefined) return true;
  const prep = scene.at(at, "prep");
  const own = (t: number): Match | undefined =>
    scene.at(t, "own.companies") ?? scene.at(t, "own.contacts");
  if (prep !== undefined && seek(scene, prep.to, own) !== undefined) return true;
  return joinsNewPart(scene, at) || isOperator(scene, at);
}

/** "to my backups folder", "to Dropbox", "zum Ausdrucken": where the file goes. */
function opensPlace(scene: Scene, at: number): boolean {
  const place = scene.at(at, "destination");
  if (place !== undefined && (place.value === "print" || place.to > at + 1)) return true;
  const to = scene.at(at, "destination.to");
  if (to === undefined) return false;
  const near = seek(scene, to.to, (t) => scene.at(t, "destination") ?? scene.at(t, "folder"));
  return near !== undefined || scene.at(to.to + 1, "folder") !== undefined;
}

/** "and add the topic column", "but no emails". */
function joinsNewPart(scene: Scene, at: number): boolean {
  const sep = scene.at(at, "sep") ?? scene.at(at, "then") ?? scene.at(at, "but");
  if (sep === undefined) return false;
  const next = scene.skip(sep.to);
  return isOperator(scene, next) || scene.at(next, "verb") !== undefined || endsHere(scene, sep.to);
}

function isOperator(scene: Scene, at: number): boolean {
  return scene.scopes.some((scope) => scope.from === at) || scene.at(at, "neg") !== undefined;
}

/** What is talked about belongs to a kind of record named shortly before. */
function hasHolder(scene: Scene, cue: Match): boolean {
  if (scene.starting(cue.from).some((m) => m.to > cue.to && m.sense === "filler")) return false;
  // A turn may be nothing but a topic: "about relocation too".
  const neg = negatorBefore(scene, cue.from);
  if (scene.back(neg?.from ?? cue.from) === 0) return true;
  for (let at = cue.from; at >= Math.max(0, cue.from - reachOfHolder); at--) {
    if (holders.some((sense) => scene.ending(at, sense) !== undefined)) return true;
  }
  return false;
}

/** "what you remember about me" is a kind of record. */
function isInsideKind(scene: Scene, cue: Match): boolean {
  for (let at = Math.max(0, cue.from - reachOfHolder); at < cue.from; at++) {
    if ((scene.at(at, "entity")?.to ?? 0) > cue.from) return true;
  }
  return false;
}

function readTopic(scene: Scene, cue: Match): Candidate | undefined {
  // A quotation says by itself that it is looked for.
  const quotes = [cue.to, skipArticles(scene, cue.to)].some((at) => isQuote(scene, at));
  if (!quotes && (!hasHolder(scene, cue) || isInsideKind(scene, cue))) return undefined;
  const neg = negatorBefore(scene, cue.from);
  const from = neg?.from ?? cue.from;
  const op = neg === undefined ? "contains" : "ncontains";
  const start = skipArticles(scene, cue.to);
  const first = scene.tokens[start];
  // "über 60.000 €" compares.
  if (first === undefined || first.kind === "number" || scene.at(start, "currency")) {
    return undefined;
  }
  const quoted = scene.tokens[cue.to]?.kind === "quote" ? cue.to : start;
  const quote = scene.tokens[quoted];
  if (quote?.kind === "quote") {
    const filter = { field: "text", op, value: quote.inner };
    const finding = patternFinding("filters", filter, quoted, quoted + 1, "quote", 0.97);
    return { from, to: quoted + 1, bonus: 0.3, findings: [finding] };
  }
  const field = scene.ending(cue.from, "field");
  const place = field !== undefined && searched.has(field.value) ? field : undefined;
  let to = start;
  while (to - start < longestTopic && !endsHere(scene, to)) to += 1;
  to = Math.max(start, trimEnd(scene, start, to));
  if (to === start || scene.skip(start) >= to) return undefined;
  if (namesKind(scene, cue, start, to)) return undefined;
  const value = scene.text.slice(first.start, scene.tokens[to - 1]?.end);
  const filter = { field: place?.value ?? "text", op, value };
  const lead = Math.min(from, place?.from ?? from);
  return { from: lead, to, bonus: 0.4, findings: [patternFinding("filters", filter, lead, to)] };
}

/** "a report about my interviews" is one of interviews; "sur Google Drive" is a place. */
function namesKind(scene: Scene, cue: Match, start: number, to: number): boolean {
  const place = scene.at(start, "destination");
  if (place !== undefined && scene.at(cue.from, "destination.to") !== undefined) return true;
  const kind = scene.at(start, "entity");
  if (kind?.to !== to) return false;
  for (let at = cue.from; at >= Math.max(0, cue.from - reachOfHolder); at--) {
    if (scene.ending(at, "entity") !== undefined) return false;
    if (scene.ending(at, "report") !== undefined) return true;
  }
  return false;
}

/** "too" and "please" at the end are no part of a topic. */
function trimEnd(scene: Scene, start: number, end: number): number {
  const small = scene.ending(end, "filler");
  return small === undefined || small.from < start ? end : trimEnd(scene, start, small.from);
}

function isQuote(scene: Scene, token: number): boolean {
  return scene.tokens[token]?.kind === "quote";
}

/** "about my salary" looks for "salary". */
function skipArticles(scene: Scene, token: number): number {
  let at = token;
  while (scene.at(at, "article")?.to === at + 1 && scene.tokens[at + 1]?.kind === "word") at += 1;
  return at;
}

function* find(scene: Scene): Generator<Candidate> {
  for (const cue of scene.all("topic")) {
    const candidate = readTopic(scene, cue);
    if (candidate !== undefined) yield candidate;
  }
}

export const topic: Recognizer = {
  label: "Topic",
  find,
  examples: {
    caught: [
      {
        text: "conversations about salary as markdown",
        finds: ['filters={"field":"text","op":"contains","value":"salary"}'],
      },
      {
        text: 'chats about "no emails"',
        finds: ['filters={"field":"text","op":"contains","value":"no emails"}'],
      },
    ],
    spared: ["all my conversations"],
  },
};
