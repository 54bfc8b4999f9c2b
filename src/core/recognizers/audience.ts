import { finding, seek } from "../request/reading/looking.ts";
import { valueAt } from "../request/reading/own-values.ts";
import type { Match, Scene } from "../request/reading/scene.ts";
import type { Candidate, Finding, Recognizer } from "./contract.ts";

/** "my mentor Dana": a capitalised word that means nothing else, or a contact of the person's. */
function nameAfter(scene: Scene, token: number): { name: string; to: number } | undefined {
  const contact = scene.at(token, "own.contacts");
  if (contact !== undefined) return { name: contact.value, to: contact.to };
  const part = valueAt(scene, token, ["contacts"]);
  if (part !== undefined && part.rivals === undefined && part.via === "data") {
    return { name: scene.text.slice(...scene.span(token, part.to)), to: part.to };
  }
  let to = token;
  while (to - token < 3) {
    const word = scene.tokens[to];
    if (word?.kind !== "word" || !word.capital || !isFree(scene, to)) break;
    to += 1;
  }
  const first = scene.tokens[token];
  if (to === token || first === undefined) return undefined;
  return { name: scene.text.slice(first.start, scene.tokens[to - 1]?.end), to };
}

/** First names such as "May" or "Will" are words too; everything else must be unknown. */
function isFree(scene: Scene, token: number): boolean {
  const word = scene.tokens[token];
  if (word === undefined || scene.at(token, "own.companies") !== undefined) return false;
  return (
    scene.starting(token).every((match) => match.sense === "time.word") && !/\d/.test(word.form)
  );
}

function readAudience(scene: Scene, cue: Match, noun: Match): Candidate {
  const named = noun.value === "self" ? undefined : nameAfter(scene, noun.to);
  const to = named?.to ?? noun.to;
  const value = { who: noun.value, ...(named === undefined ? {} : { name: named.name }) };
  const first: Finding = finding("audience", value, noun, { from: cue.from, to });
  const shared = cue.value === "share" ? [finding("template", "sharing", cue)] : [];
  const safe = cue.value === "safe" ? [finding("privacy.level", "moderate", cue)] : [];
  return { from: cue.from, to, findings: [first, ...shared, ...safe], bonus: 0.2 };
}

function* find(scene: Scene): Generator<Candidate> {
  for (const cue of scene.all("for")) {
    const noun = seek(scene, cue.to, (at) => scene.at(at, "audience") ?? afterAdjective(scene, at));
    // "give it to me" names no reader; "for me" does.
    if (noun === undefined || (noun.value === "self" && cue.value !== "")) continue;
    if (isFavour(scene, noun)) continue;
    yield readAudience(scene, cue, noun);
  }
  yield* readShared(scene);
  yield* readDative(scene);
}

/** "share my applications with my coach": the verb and its reader stand apart. */
function* readShared(scene: Scene): Generator<Candidate> {
  const verb = scene.all("share.verb")[0];
  if (verb === undefined) return;
  for (const cue of scene.all("share.with")) {
    const noun = seek(scene, cue.to, (at) => outsiderAt(scene, at));
    if (noun === undefined || noun.from === cue.to) continue;
    yield readAudience(scene, { ...cue, value: "share" }, noun);
  }
}

/** "can you save all my contacts for me": asks for a favour and names no reader. */
function isFavour(scene: Scene, noun: Match): boolean {
  if (noun.value !== "self" || noun.to !== noun.from + 1) return false;
  return scene.all("favour").some((match) => scene.back(match.from) === 0 && match.to < noun.from);
}

function outsiderAt(scene: Scene, at: number): Match | undefined {
  const noun = scene.at(at, "audience") ?? afterAdjective(scene, at);
  return noun?.value === "self" ? undefined : noun;
}

/** "send my coach Anna a summary": the reader comes right after the verb. */
function* readDative(scene: Scene): Generator<Candidate> {
  for (const verb of scene.all("give")) {
    const noun = seek(scene, verb.to, (at) => scene.at(at, "audience"));
    if (noun === undefined || noun.value === "self" || noun.from === verb.to) continue;
    if (scene.at(noun.from, "entity")?.to === noun.to) continue;
    yield readAudience(scene, { ...verb, from: noun.from, value: "" }, noun);
  }
}

/** "my career coach", "my new boss": one unknown word may stand before the noun. */
function afterAdjective(scene: Scene, token: number): Match | undefined {
  const word = scene.tokens[token];
  if (word?.kind !== "word" || scene.starting(token).some((m) => m.sense !== "filler")) {
    return undefined;
  }
  return scene.at(token + 1, "audience");
}

export const audience: Recognizer = {
  label: "For whom",
  find,
  examples: {
    caught: [
      { text: "a report for my mentor", finds: ['audience={"who":"mentor"}'] },
      {
        text: "a summary for my lawyer Brandt",
        finds: ['audience={"who":"lawyer","name":"Brandt"}'],
      },
    ],
    spared: ["messages with recruiters", "sorted by employer"],
  },
};
