import { finding, isMark, patternFinding, seek, seekBack } from "../request/reading/looking.ts";
import type { Match, Scene } from "../request/reading/scene.ts";
import type { Candidate, Recognizer } from "./contract.ts";

/** "the Friday pack template": a template of the person's own, by name. */
function* readNamed(scene: Scene): Generator<Candidate> {
  for (const own of scene.all("own.templates")) {
    const word = scene.at(own.to, "template.word");
    const front = seekBack(scene, own.from, (at) => scene.ending(at, "template.word"));
    const use = seekBack(scene, front?.from ?? own.from, (at) => scene.ending(at, "template.use"));
    if (word === undefined && front === undefined && use === undefined && !isTitle(scene, own)) {
      continue;
    }
    yield {
      from: use?.from ?? front?.from ?? own.from,
      to: word?.to ?? own.to,
      bonus: 0.3,
      findings: [finding("template", { name: own.value }, own)],
    };
  }
  for (const word of scene.all("template.word")) {
    const named = unknownName(scene, word);
    if (named !== undefined) yield named;
  }
}

const isTitle = (scene: Scene, match: Match): boolean =>
  match.to - match.from > 1 && scene.tokens[match.from]?.capital === true;

/** "use the template "Q3 pack"": a quotation beside the word template. */
function unknownName(scene: Scene, word: Match): Candidate | undefined {
  const before = scene.tokens[word.from - 1];
  const cue = scene.at(word.to, "item.cue");
  const at = cue?.to ?? word.to;
  const after = scene.tokens[at];
  const [quote, from, to] =
    before?.kind === "quote" ? [before, word.from - 1, word.to] : [after, word.from, at + 1];
  if (quote?.kind !== "quote") return undefined;
  const name = { name: quote.inner };
  return {
    from,
    to,
    bonus: 0.3,
    findings: [{ path: "template", value: name, from, to, confidence: 0.95, via: "quote" }],
  };
}

/** "save this as a template called Friday digest": all that follows the cue is its name. */
function* readSaved(scene: Scene): Generator<Candidate> {
  for (const save of scene.all("intent")) {
    if (save.value !== "template.save") continue;
    const named = nameAfter(scene, save.to);
    if (named === undefined) continue;
    const { name, from, to } = named;
    const finding = patternFinding("template", { name }, from, to);
    yield { from: save.from, to, bonus: 3, findings: [finding] };
  }
}

function nameAfter(
  scene: Scene,
  token: number,
): { name: string; from: number; to: number } | undefined {
  for (let at = token; at < Math.min(token + 5, scene.tokens.length); at++) {
    const cue = scene.at(at, "item.cue") ?? scene.at(at, "file.cue");
    const first = cue === undefined ? undefined : scene.tokens[cue.to];
    if (cue === undefined || first === undefined) continue;
    if (first.kind === "quote") return { name: first.inner, from: cue.to, to: cue.to + 1 };
    let to = cue.to;
    while (to < scene.tokens.length && !isMark(scene, to, ",.;!?") && !closes(scene, to)) to += 1;
    const name = scene.text.slice(first.start, scene.tokens[to - 1]?.end);
    return to > cue.to ? { name, from: cue.to, to } : undefined;
  }
  return undefined;
}

/** Courtesies end a name. */
function closes(scene: Scene, token: number): boolean {
  const small = scene.at(token, "filler");
  const word = scene.tokens[token];
  return small !== undefined && word?.capital !== true && scene.skip(token) >= scene.tokens.length;
}

/** "delete my mentor template". */
function* readDeleted(scene: Scene): Generator<Candidate> {
  for (const op of scene.all("schedule.op")) {
    if (op.value !== "delete") continue;
    const first = scene.skip(op.to);
    const front = scene.at(first, "template.word");
    const called = front === undefined ? undefined : scene.at(front.to, "item.cue");
    // "delete the template Board copy": the word may stand before the name.
    const start = called?.to ?? front?.to ?? op.to;
    const own = seek(scene, start, (at) => scene.at(at, "own.templates"));
    const word = own === undefined ? wordWithin(scene, first) : scene.at(own.to, "template.word");
    const from = own?.from ?? first;
    const to = own?.to ?? word?.from;
    if (to === undefined || (own === undefined && to <= from)) continue;
    const name =
      own?.value ?? scene.text.slice(scene.tokens[from]?.start, scene.tokens[to - 1]?.end);
    const end = word?.to ?? to;
    const finding = patternFinding("template.delete", name, from, to, "data", 0.95);
    yield { from: op.from, to: end, bonus: 0.8, findings: [finding] };
  }
}

function wordWithin(scene: Scene, token: number): Match | undefined {
  for (let at = token; at < token + 4; at++) {
    const word = scene.at(at, "template.word");
    if (word !== undefined) return word;
  }
  return undefined;
}

function* find(scene: Scene): Generator<Candidate> {
  yield* readSaved(scene);
  yield* readDeleted(scene);
  for (const match of scene.all("template")) {
    const word = scene.at(match.to, "template.word");
    const to = word?.to ?? match.to;
    const use =
      word === undefined
        ? undefined
        : seekBack(scene, match.from, (at) => scene.ending(at, "template.use"));
    const from = use?.from ?? match.from;
    yield { from, to, findings: [finding("template", match.value, match, { to })] };
  }
  for (const match of scene.all("template.name")) {
    const word =
      scene.at(match.to, "template.word") ??
      seekBack(scene, match.from, (at) => scene.ending(at, "template.word"));
    if (word === undefined) continue;
    const from = Math.min(match.from, word.from);
    const to = Math.max(match.to, word.to);
    yield {
      from,
      to,
      bonus: 0.3,
      findings: [finding("template", match.value, match, { from, to })],
    };
  }
  yield* readNamed(scene);
  // A proof for an office is the work-search log (T6).
  for (const match of scene.all("proof")) {
    yield { from: match.from, to: match.to, findings: [finding("proof", true, match)] };
  }
  // "report" is kept as a sign; with an outside audience it becomes the sharing template (T5).
  for (const match of scene.all("report")) {
    yield { from: match.from, to: match.to, findings: [finding("report", true, match)] };
  }
}

export const template: Recognizer = {
  label: "Template",
  find,
  examples: {
    caught: [
      { text: "back up everything", finds: ['template="backup"'] },
      { text: "GDPR package please", finds: ['template="gdpr"'] },
    ],
    spared: ["export my contacts"],
  },
};
