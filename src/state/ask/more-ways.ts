import type { PasskeySecret } from "../../core/containers/contract.ts";
import type { Surroundings } from "../surroundings.ts";

/** What the form needs to offer more than a passphrase. */
export interface MorePorts {
  readonly random: Surroundings["random"];
  readonly passkeysWork: () => Promise<boolean>;
  /** Asks the person, inside the click. */
  readonly sealWithPasskey: () => Promise<PasskeySecret>;
}
