import type { Surroundings } from "../surroundings.ts";

/** What the form needs to offer more than a passphrase. */
export interface MorePorts {
  readonly random: Surroundings["random"];
}
