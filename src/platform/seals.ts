import type { SealedIdentity, SealingKey } from "../core/containers/contract.ts";
import type { KeyValues } from "./stores.ts";

const nameOf = (scheduleId: string): string => `seal:${scheduleId}`;

/**
 * What a schedule keeps to seal unattended: the public half of an identity and a signing key. Neither
 * opens a backup, so that whoever copies this database cannot either.
 */
export function makeSeals(values: KeyValues) {
  return {
    async sealOf(scheduleId: string): Promise<SealingKey | undefined> {
      const identity = await values.get(nameOf(scheduleId));
      return identity === undefined ? undefined : { identity: identity as SealedIdentity };
    },
    async setSeal(scheduleId: string, passphrase: string): Promise<void> {
      const { makeIdentity } = await import("../core/vault/identity.ts");
      await values.set(nameOf(scheduleId), await makeIdentity(passphrase));
    },
    async keepSeal(scheduleId: string, seal: SealingKey): Promise<void> {
      if ("identity" in seal) await values.set(nameOf(scheduleId), seal.identity);
    },
    removeSeal: (scheduleId: string): Promise<void> => values.remove(nameOf(scheduleId)),
  };
}
