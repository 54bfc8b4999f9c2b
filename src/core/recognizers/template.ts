import { finding, seek, seekBack } from "../request/reading/looking.ts";
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

function* find(scene: Scene): Generator<Candidate> {
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
  // "report" is kept as a sign; with an outside audience it becomes the sharing template (T5).
  for (const match of scene.all("report")) {
    yield { from: match.from, to: match.to, findings: [finding("report", true, match)] };
  }
  void seek;
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
