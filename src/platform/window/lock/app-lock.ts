import { resealLock, openLock, sealLock } from "../../../core/vault/lock/lock-record.ts";
import type { Credential } from "../../../core/vault/open-slot.ts";
import { passkeyParams } from "../../../core/vault/passkey-params.ts";
import { fail } from "../../../core/failure.ts";
import { alone, openDatabase, replaceRecord, sealDatabase } from "../../lock/change-lock.ts";
import { openLockChannel } from "../../lock/lock-channel.ts";
import { readLock } from "../../lock/read-lock.ts";
import { askPasskey, sealWithPasskey } from "./passkey.ts";

/** How long another window gets to put its work away. */
const patience = 10_000;

/** How the start of the app is told that a lock may be there: see `main.ts`. */
export interface Marker {
  read(): string | undefined;
  write(value: string | undefined): void;
}
interface Choice {
  readonly passphrase: string;
  readonly recoveryCode: string;
  readonly passkey: boolean;
}
type Answer = { readonly passphrase: string } | "passkey";

/** What opens the lock record: the phrase, or what the passkey makes of the parameter in it. */
export async function credentialFor(record: Blob, answer: Answer): Promise<Credential> {
  if (answer !== "passkey") return answer;
  const [param] = await passkeyParams(record);
  if (param === undefined) return fail({ code: "wrong-passphrase" });
  return { secret: await askPasskey(param) };
}

async function sealingKey({ passphrase, recoveryCode, passkey }: Choice) {
  return { passphrase, recoveryCode, ...(passkey && { passkey: await sealWithPasskey() }) };
}

/** Every window holds the app open, until one changes the lock: then the others load anew. */
function holdOpen(): () => void {
  let end: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (end = resolve));
  void navigator.locks.request("open", { mode: "shared" }, () => held);
  const channel = openLockChannel(({ word }) => {
    if (word === "give-way") location.reload();
  });
  return () => {
    channel.close();
    end();
  };
}

/**
 * Turns the lock on and off. Every window of the app gives way first, so that nothing is written in clear
 * beside what is sealed; the marker is set before and cleared after, because only the database decides.
 */
export function makeAppLock(marker: Marker, rules: string) {
  let release = holdOpen();
  const inPeace = async (work: () => Promise<void>): Promise<void> => {
    release();
    const channel = openLockChannel(() => undefined);
    channel.say({ word: "give-way" });
    channel.close();
    try {
      await alone(work, patience);
    } catch (error) {
      release = holdOpen();
      throw error;
    }
  };
  const lockOrFail = async (): Promise<Blob> =>
    (await readLock()) ?? fail({ code: "not-found", what: "The app lock" });
  return {
    async turnOn(choice: Choice): Promise<void> {
      const { record, keys } = await sealLock(await sealingKey(choice));
      marker.write(rules);
      try {
        await inPeace(() => sealDatabase(record, keys));
      } catch (error) {
        marker.write(undefined);
        throw error;
      }
      location.reload();
    },
    async turnOff(answer: Answer): Promise<void> {
      const record = await lockOrFail();
      const keys = await openLock(record, await credentialFor(record, answer));
      await inPeace(() => openDatabase(keys));
      marker.write(undefined);
      location.reload();
    },
    async renew(answer: Answer, choice: Choice): Promise<void> {
      const record = await lockOrFail();
      const credential = await credentialFor(record, answer);
      await replaceRecord(await resealLock(record, credential, await sealingKey(choice)));
    },
  };
}
