import type { Doubt } from "../recognizers/contract.ts";
import { namedAt } from "./reading/named-schedule.ts";
import { isMark, seek } from "./reading/looking.ts";
import type { Match, Scene } from "./reading/scene.ts";

const acting: ReadonlySet<string> = new Set(["restore", "verify", "diff", "template.save"]);

/** Does a wish of another kind begin at this token? */
function wishAt(scene: Scene, token: number): boolean {
  if (scene.starting(token).some((m) => m.sense === "intent" && acting.has(m.value))) return true;
  const list = scene
    .starting(token)
    .filter((match) => match.sense === "intent" && match.value === "list")
    .some((match) => seek(scene, match.to, (at) => scene.at(at, "target")) !== undefined);
  const op = scene.at(token, "schedule.op");
  return list || (op !== undefined && orders(scene, op.to));
}

/** "verify my backup and then export the settings": behind another wish a verb of exporting begins one too. */
function exportAt(scene: Scene, token: number, end: number): boolean {
  const verb = scene.at(token, "verb");
  if (verb?.value !== "strong") return false;
  const other = scene.all("intent").some((m) => m.to <= end && acting.has(m.value));
  return other || scene.all("schedule.op").some((op) => op.to <= end && orders(scene, op.to));
}

const orders = (scene: Scene, token: number): boolean =>
  seek(scene, token, (at) => namedAt(scene, at)) !== undefined;

/** "export my contacts and then pause the weekly backup": the first counts, the second is asked. */
export function findSecondWish(scene: Scene): { from: number; doubt: Doubt } | undefined {
  for (const then of scene.all("then")) {
    if (then.from === 0) continue;
    const start = seek(scene, then.to, (at) =>
      wishAt(scene, at) || exportAt(scene, at, then.from) ? at : undefined,
    );
    if (start === undefined) continue;
    const from = isMark(scene, then.from - 1, ",;") ? then.from - 1 : then.from;
    const doubt: Doubt = {
      code: "intent.multiple",
      slot: "intent",
      from: then.from,
      to: scene.tokens.length,
    };
    return { from, doubt };
  }
  return undefined;
}

/** The scene without what follows a second wish. */
export function cutAt(scene: Scene, end: number): Scene {
  const inside = (match: Match): boolean => match.to <= end;
  return { ...scene, all: (sense) => scene.all(sense).filter(inside) };
}
