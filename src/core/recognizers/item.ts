import { isMark, patternFinding, seekBack } from "../request/reading/looking.ts";
import type { Match, Scene } from "../request/reading/scene.ts";
import type { Candidate, Recognizer } from "./contract.ts";

/** "the conversation "Salary prep"", "documents "A" and "B"": quoted titles (E7). */
function* readTitles(scene: Scene): Generator<Candidate> {
  for (const [i, token] of scene.tokens.entries()) {
    if (token.kind !== "quote") continue;
    const cue = scene.ending(i, "item.cue");
    const start = cue?.from ?? i;
    const noun = seekBack(scene, start, (at) => scene.ending(at, "entity"));
    const listed = noun === undefined && follows(scene, start);
    if (noun === undefined && !listed && scene.tokens.length > 1 && cue !== undefined) continue;
    if (scene.ending(i, "topic") !== undefined) continue;
    const finding = patternFinding("items.names", token.inner, i, i + 1, "quote", 0.95);
    yield {
      from: start,
      to: i + 1,
      bonus: noun === undefined && !listed ? -0.4 : 0.1,
      findings: [finding],
    };
  }
}

/** The quotation continues a list of quotations. */
function follows(scene: Scene, token: number): boolean {
  const sep = scene.ending(token, "sep");
  const before = sep?.from ?? (isMark(scene, token - 1, ",") ? token - 1 : undefined);
  if (before === undefined) return false;
  const comma = isMark(scene, before - 1, ",") ? before - 1 : before;
  return scene.tokens[comma - 1]?.kind === "quote";
}

/** "application #12", "conversations #4 and #9", "#4, #9". */
function* readNumbers(scene: Scene): Generator<Candidate> {
  let at = 0;
  while (at < scene.tokens.length) {
    const ids: string[] = [];
    const from = at;
    let to = at;
    while (isNumberMark(scene, at)) {
      ids.push(scene.tokens[at]?.inner ?? "");
      to = at + 1;
      const comma = isMark(scene, to, ",") ? to + 1 : to;
      const sep: Match | undefined = scene.at(comma, "sep");
      at = sep?.to ?? comma;
    }
    if (ids.length === 0) {
      at += 1;
      continue;
    }
    at = to;
    if (scene.ending(from, "export.noun") !== undefined) continue;
    yield {
      from,
      to,
      bonus: 0.2,
      findings: ids.map((id) => patternFinding("items.ids", id, from, to)),
    };
  }
}

function isNumberMark(scene: Scene, token: number): boolean {
  const found = scene.tokens[token];
  return found?.kind === "hash" && /^\d+$/.test(found.inner);
}

function* find(scene: Scene): Generator<Candidate> {
  yield* readTitles(scene);
  yield* readNumbers(scene);
}

export const item: Recognizer = {
  label: "Single records",
  find,
  examples: {
    caught: [
      { text: 'the conversation "Salary prep"', finds: ['items.names="Salary prep"'] },
      { text: "conversations #4 and #9", finds: ['items.ids="4"', 'items.ids="9"'] },
    ],
    spared: ["#remote applications", "my conversations"],
  },
};
