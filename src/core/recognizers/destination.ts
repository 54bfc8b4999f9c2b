import { finding, isMark, patternFinding, seek, seekBack } from "../request/reading/looking.ts";
import { valueAt } from "../request/reading/own-values.ts";
import type { Match, Scene } from "../request/reading/scene.ts";
import type { Candidate, Recognizer } from "./contract.ts";

const longestFolderName = 4;

function cueBefore(scene: Scene, token: number): Match | undefined {
  return seekBack(scene, token, (at) => scene.ending(at, "destination.to"));
}

function readPlace(scene: Scene, match: Match): Candidate | undefined {
  const [kind = "", detail = ""] = match.value.split(":");
  const cue = cueBefore(scene, match.from);
  if (kind === "cloud" && cue === undefined && !isAlone(scene, match)) return undefined;
  const from = cue?.from ?? match.from;
  const reader = kind === "email" ? addressAfter(scene, match.to) : undefined;
  const to = reader?.to ?? match.to;
  const said = reader === undefined ? detail : scene.text.slice(...scene.span(reader.from, to));
  const value = { kind, ...(said === "" ? {} : { detail: said }) };
  return { from, to, bonus: 0.1, findings: [finding("destination", value, match, { from, to })] };
}

/** A name between marks or at the ends of the text: ", Dropbox". */
function isAlone(scene: Scene, match: Match): boolean {
  const before = scene.tokens[match.from - 1];
  const after = scene.tokens[match.to];
  return (before?.kind ?? "mark") === "mark" && (after?.kind ?? "mark") === "mark";
}

/** "email it to dana@example.org", "email it to dana". */
function addressAfter(scene: Scene, token: number): { from: number; to: number } | undefined {
  return seek(scene, token, (at) => {
    if (scene.tokens[at]?.kind === "address") return { from: at, to: at + 1 };
    const person = valueAt(scene, at, ["contacts"]);
    const cue = person === undefined ? undefined : scene.ending(at, "destination.to");
    if (person === undefined || cue === undefined) return undefined;
    return scene.at(person.to, "entity") === undefined ? { from: at, to: person.to } : undefined;
  });
}

/** "email my contacts to Dana": what is mailed stands between the verb and the person, who is named as typed. */
function* readRecipient(scene: Scene): Generator<Candidate> {
  const mail = scene.all("destination").find((match) => match.value.startsWith("email"));
  if (mail === undefined) return;
  for (const cue of scene.all("recipient")) {
    const at = scene.skip(cue.to);
    const person = valueAt(scene, at, ["contacts"]);
    if (person === undefined || scene.at(person.to, "entity") !== undefined) continue;
    const value = { kind: "email", detail: scene.text.slice(...scene.span(at, person.to)) };
    const found = patternFinding("destination", value, cue.from, person.to);
    yield { from: cue.from, to: person.to, bonus: 0.5, findings: [found] };
  }
}

/** "to my job hunt folder", "in the folder "Archive"": the name as typed. */
function readFolder(scene: Scene, word: Match): Candidate | undefined {
  const called = scene.at(word.to, "item.cue");
  const after = scene.tokens[called?.to ?? word.to];
  const cue = cueBefore(scene, word.from);
  if (after?.kind === "quote" && cue !== undefined) {
    const to = (called?.to ?? word.to) + 1;
    const value = { kind: "folder", detail: after.inner };
    return { from: cue.from, to, findings: [patternFinding("destination", value, cue.from, to)] };
  }
  const behind = nameBehind(scene, word, cue);
  if (behind !== undefined) return behind;
  for (let from = word.from - 1; from >= word.from - longestFolderName && from >= 0; from--) {
    if (isMark(scene, from, ",.;:!?")) return undefined;
    const start = cueEndingAt(scene, from);
    if (start === undefined) continue;
    const first = scene.tokens[start.nameFrom];
    const last = scene.tokens[word.from - 1];
    const quoted = first === last && first?.kind === "quote" ? first.inner : undefined;
    const typed = start.nameFrom < word.from ? scene.text.slice(first?.start, last?.end) : "";
    const detail = quoted ?? typed;
    const value = { kind: "folder", ...(detail === "" ? {} : { detail }) };
    return {
      from: start.from,
      to: word.to,
      bonus: 0.6,
      findings: [patternFinding("destination", value, start.from, word.to)],
    };
  }
  return undefined;
}

/** Words for copies name a folder: nobody backs up into "the folder" and says "backups" behind it. */
const ofCopies = new Set(["template", "template.name", "schedule.noun", "retention.copies"]);

/** "in meinen Ordner Backups", "dans mon dossier Sauvegardes": a capital behind the word names it. */
function nameBehind(scene: Scene, word: Match, cue: Match | undefined): Candidate | undefined {
  const first = scene.tokens[word.to];
  if (cue === undefined || first?.kind !== "word") return undefined;
  if (scene.at(word.to, "format") !== undefined || scene.at(word.to, "neg")) return undefined;
  const meanings = scene.starting(word.to);
  const copies = meanings.length > 0 && meanings.every(({ sense }) => ofCopies.has(sense));
  if (!first.capital && !copies && scene.lexicon.words.has(first.form)) return undefined;
  let to = word.to + 1;
  while (to < word.to + 3 && scene.tokens[to]?.kind === "number") to += 1;
  const value = { kind: "folder", detail: scene.text.slice(...scene.span(word.to, to)) };
  const found = patternFinding("destination", value, cue.from, to);
  return { from: cue.from, to, bonus: 0.8, findings: [found] };
}

/** A "to my" that ends before a folder's name. */
function cueEndingAt(scene: Scene, token: number): { from: number; nameFrom: number } | undefined {
  const direct = scene.ending(token + 1, "destination.to");
  if (direct !== undefined) return { from: direct.from, nameFrom: token + 1 };
  const article = scene.ending(token + 1, "article");
  const cue = article === undefined ? undefined : scene.ending(article.from, "destination.to");
  return cue === undefined ? undefined : { from: cue.from, nameFrom: token + 1 };
}

function* find(scene: Scene): Generator<Candidate> {
  for (const match of scene.all("destination")) {
    const candidate = readPlace(scene, match);
    if (candidate !== undefined) yield candidate;
  }
  yield* readRecipient(scene);
  for (const [i, token] of scene.tokens.entries()) {
    if (token.kind !== "address") continue;
    const cue = scene.ending(i, "prep") ?? scene.ending(i, "destination.to");
    const from = cue?.from ?? i;
    const value = { kind: "email", detail: token.inner };
    yield { from, to: i + 1, findings: [patternFinding("destination", value, from, i + 1)] };
  }
  for (const word of scene.all("folder")) {
    const candidate = readFolder(scene, word);
    if (candidate !== undefined) yield candidate;
  }
  for (const match of scene.all("folder.named")) {
    const cue = cueBefore(scene, match.from);
    if (cue === undefined) continue;
    const value = { kind: "folder", detail: match.value };
    yield { from: cue.from, to: match.to, findings: [finding("destination", value, match)] };
  }
}

export const destination: Recognizer = {
  label: "Where to",
  find,
  examples: {
    caught: [
      { text: "copy it to my clipboard", finds: ['destination={"kind":"clipboard"}'] },
      {
        text: "to my backups folder",
        finds: ['destination={"kind":"folder","detail":"backups"}'],
      },
      { text: "upload it to Dropbox", finds: ['destination={"kind":"cloud","detail":"Dropbox"}'] },
    ],
    spared: ["contacts with an email address"],
  },
};
