import type { ContainerId } from "./plan.ts";

/** Containers that only a passphrase opens. */
export function containerEncrypts(container: ContainerId): boolean {
  return container === "vault" || container === "encrypted-zip" || container === "capsule";
}
