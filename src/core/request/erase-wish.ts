import type { Finding } from "../recognizers/contract.ts";
import type { Match, Scene } from "./reading/scene.ts";

const kindsOnly: ReadonlySet<string> = new Set([
  "entities.include",
  "entities.soft",
  "entities.exclude",
]);

/** What a sentence about deleting may name; anything else belongs to a file. */
const objects: ReadonlySet<string> = new Set([...kindsOnly, "when", "filters", "limit"]);

/** "erase all my contacts", "meine Kontakte löschen": the verb opens the sentence or closes it. */
function erasesRecords(scene: Scene, findings: readonly Finding[]): boolean {
  const verbs = scene.all("verb").some((match) => match.value === "strong");
  if (verbs || findings.some((each) => !objects.has(each.path))) return false;
  const named = findings.some((each) => each.path.startsWith("entities."));
  const opens = scene.at(scene.skip(0), "erase");
  const ends = scene.lexicon.verbLast && scene.all("erase").some((m) => isLast(scene, m.to));
  return named && (opens !== undefined || ends);
}

const isLast = (scene: Scene, token: number): boolean =>
  scene.tokens.slice(scene.skip(token)).every((each) => each.kind === "mark");

function erases(scene: Scene, token: number): Match | undefined {
  const op = scene.at(token, "schedule.op");
  if (op?.value === "delete") return op;
  const neg = scene.at(token, "neg");
  return neg?.value === "hide" || neg?.value === "mask" ? neg : undefined;
}

/**
 * "delete all my data": this part of the product deletes nothing, and a file of everything is the
 * last thing such a sentence asks for. With anything else beside it the sentence is an export.
 */
export function asksToErase(scene: Scene, findings: readonly Finding[]): boolean {
  if (erasesRecords(scene, findings)) return true;
  if (findings.some((each) => !kindsOnly.has(each.path))) return false;
  const verb = erases(scene, scene.skip(0));
  if (verb === undefined) return false;
  const object = scene.skip(verb.to);
  return ["all", "all.soft"].some(
    (sense) => scene.at(object, sense) !== undefined || scene.at(verb.to, sense) !== undefined,
  );
}
