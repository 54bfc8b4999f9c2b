import type { Finding } from "../recognizers/contract.ts";
import type { Match, Scene } from "./reading/scene.ts";

const kindsOnly: ReadonlySet<string> = new Set([
  "entities.include",
  "entities.soft",
  "entities.exclude",
]);

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
  if (findings.some((each) => !kindsOnly.has(each.path))) return false;
  const verb = erases(scene, scene.skip(0));
  if (verb === undefined) return false;
  const object = scene.skip(verb.to);
  return ["all", "all.soft"].some(
    (sense) => scene.at(object, sense) !== undefined || scene.at(verb.to, sense) !== undefined,
  );
}
