import { patternFinding } from "../request/reading/looking.ts";
import type { Match, Scene } from "../request/reading/scene.ts";
import type { Candidate, Recognizer } from "./contract.ts";

/** Stored template names and titles are not file names: those cues need a noun before them. */
function isTitleCue(scene: Scene, cue: Match): boolean {
  const before = scene.ending(cue.from, "entity") ?? scene.ending(cue.from, "template.word");
  return before !== undefined && cue.value === "loose";
}

/** The word after the cue as typed, up to a blank or comma; or a quotation. */
function nameAfter(scene: Scene, token: number): { name: string; to: number } | undefined {
  const first = scene.tokens[token];
  if (first === undefined || first.kind === "mark" || first.kind === "secret") return undefined;
  if (first.kind === "quote") return { name: first.inner, to: token + 1 };
  let end = first.start;
  while (end < scene.text.length && !/[\s,;]/.test(scene.text[end] ?? "")) end += 1;
  while (end > first.start && ".!?:".includes(scene.text[end - 1] ?? "")) end -= 1;
  let to = token;
  while ((scene.tokens[to]?.start ?? end) < end) to += 1;
  return { name: scene.text.slice(first.start, end), to };
}

/** "call it autumn-review" alone may name it; "called" needs more than one plain word. */
function isPlausible(scene: Scene, cue: Match, token: number, to: number): boolean {
  if (cue.value !== "loose" || to - token > 1) return true;
  return scene.starting(token).every((match) => match.sense === "filler");
}

function* find(scene: Scene): Generator<Candidate> {
  for (const cue of scene.all("file.cue")) {
    if (isTitleCue(scene, cue)) continue;
    const start = scene.tokens[cue.to]?.form === ":" ? cue.to + 1 : cue.to;
    const named = nameAfter(scene, start);
    if (named === undefined || scene.at(start, "as") !== undefined) continue;
    if (!isPlausible(scene, cue, start, named.to)) continue;
    yield {
      from: cue.from,
      to: named.to,
      bonus: 0.3,
      findings: [patternFinding("fileName", named.name, start, named.to)],
    };
  }
}

export const name: Recognizer = {
  label: "File name",
  find,
  examples: {
    caught: [
      { text: "applications as csv, call it january-apps", finds: ['fileName="january-apps"'] },
    ],
    spared: ['the conversation called "Salary prep"'],
  },
};
