import type { Match, Scene } from "./reading/scene.ts";

const otherWishes = ["formats", "entities.include", "schedule.said"];

/** "is my last backup still intact?": a state that only a written file can be in asks for a check (I6). */
export function findStateAsked(scene: Scene, paths: ReadonlySet<string>): Match | undefined {
  if (otherWishes.some((path) => paths.has(path))) return undefined;
  const file = scene.all("template").some((each) => each.value === "backup");
  return file ? scene.all("file.state")[0] : undefined;
}
