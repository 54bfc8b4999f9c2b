import { finding, patternFinding, seek, seekBack } from "../request/reading/looking.ts";
import type { Match, Scene } from "../request/reading/scene.ts";
import type { Candidate, Recognizer } from "./contract.ts";

/** "export #7", "rerun export 15": an earlier export by its number. */
function* readNumbered(scene: Scene): Generator<Candidate> {
  for (const noun of scene.all("export.noun")) {
    const token = scene.tokens[noun.to];
    const id = token?.kind === "hash" ? token.inner : undefined;
    if (token === undefined || id === undefined || !/^\d+$/.test(id)) continue;
    const lead = seekBack(scene, noun.from, (at) => scene.ending(at, "rerun"));
    const from = lead?.from ?? noun.from;
    const value = { id };
    yield {
      from,
      to: noun.to + 1,
      bonus: 0.4,
      findings: [patternFinding("base", value, noun.from, noun.to + 1)],
    };
  }
}

/** Words such as "same" stand for the last export unless they describe a noun. */
function readBase(match: Match): Candidate {
  return {
    from: match.from,
    to: match.to,
    bonus: 0.2,
    findings: [finding("base", match.value, match)],
  };
}

/** "run the second one": an ordinal with a stand-in noun points at a list just shown. */
function* readOrdinals(scene: Scene): Generator<Candidate> {
  for (const ordinal of scene.all("ordinal")) {
    const one = scene.at(ordinal.to, "ref.one");
    if (one === undefined) continue;
    const n = Number(ordinal.value);
    if (n < 1) continue;
    yield {
      from: ordinal.from,
      to: one.to,
      bonus: 0.2,
      findings: [finding("items.ref", { ordinal: n }, ordinal, { to: one.to })],
    };
  }
}

function* find(scene: Scene): Generator<Candidate> {
  for (const match of scene.all("ref")) yield readBase(match);
  for (const match of scene.all("ref.item")) {
    const noun = seek(scene, match.to, (at) => scene.at(at, "entity"));
    if (match.value === "current" && noun === undefined && match.to - match.from === 1) continue;
    yield {
      from: match.from,
      to: match.to,
      bonus: 0.1,
      findings: [finding("items.ref", match.value, match)],
    };
  }
  yield* readOrdinals(scene);
  yield* readNumbered(scene);
}

export const reference: Recognizer = {
  label: "What was meant before",
  find,
  examples: {
    caught: [
      { text: "same but as markdown", finds: ['base="last"'] },
      { text: "same as export #7", finds: ['base={"id":"7"}'] },
      { text: "the second one as pdf", finds: ['items.ref={"ordinal":2}'] },
    ],
    spared: ["the second interview", "the last export folder"],
  },
};
