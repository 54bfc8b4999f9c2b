import { spawnSync } from "node:child_process";

/** True when a program that others wrote is here to check our files; CI installs all of them. */
export function hasProgram(name: string): boolean {
  const found = spawnSync(name, ["--version"], { stdio: "ignore" }).error === undefined;
  if (!found) console.warn(`${name} is not installed: the checks that use it are skipped`);
  return found;
}
