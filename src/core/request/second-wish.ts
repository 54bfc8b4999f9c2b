import type { Doubt } from "../recognizers/contract.ts";
import { namedAt } from "./reading/named-schedule.ts";
import { isMark, seek } from "./reading/looking.ts";
import type { Scene } from "./reading/scene.ts";

const acting: ReadonlySet<string> = new Set(["restore", "verify", "diff", "template.save"]);

/** Does a wish of another kind begin at this token? */
function wishAt(scene: Scene, token: number): boolean {
  if (scene.starting(token).some((m) => m.sense === "intent" && acting.has(m.value))) return true;
  const list = scene
    .starting(token)
    .filter((match) => match.sense === "intent" && match.value === "list")
    .some((match) => seek(scene, match.to, (at) => scene.at(at, "target")) !== undefined);
  const op = scene.at(token, "schedule.op");
  return list || (op !== undefined && seek(scene, op.to, (at) => namedAt(scene, at)) !== undefined);
}

/** "export my contacts and then pause the weekly backup": the first counts, the second is asked. */
export function findSecondWish(scene: Scene): { from: number; doubt: Doubt } | undefined {
  for (const then of scene.all("then")) {
    if (then.from === 0) continue;
    const start = seek(scene, then.to, (at) => (wishAt(scene, at) ? at : undefined));
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
