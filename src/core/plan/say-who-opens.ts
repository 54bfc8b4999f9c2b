import type { ContainerId } from "./plan.ts";

const openers: Readonly<Record<string, string>> = {
  vault:
    "It opens with your passphrase in Job Tracker Pro, or with a short public script; nothing else reads it.",
  capsule:
    "Whoever has your passphrase opens it in any browser on a computer, without this app or a network; phones cannot.",
  "encrypted-zip":
    "Whoever has your passphrase opens it with 7-Zip or another program for AES ZIP files.",
};

/** Who can open a sealed file and with what, led by a blank; nothing for a file in clear. */
export function sayWhoOpens(container: ContainerId): string {
  const words = openers[container];
  return words === undefined ? "" : ` ${words}`;
}
