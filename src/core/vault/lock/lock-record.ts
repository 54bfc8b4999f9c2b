import type { SealingKey } from "../../containers/contract.ts";
import { fail } from "../../failure.ts";
import { collectBlob } from "../../zip/byte-streams.ts";
import { keyBytes } from "../layout.ts";
import type { Credential } from "../open-slot.ts";
import type { DrawSecret } from "../random.ts";
import { drawSecret } from "../random.ts";
import { readVault } from "../read-vault.ts";
import { writeVault } from "../write-vault.ts";
import { lockKeys, type LockKeys } from "./lock-keys.ts";

/**
 * The key of the database, sealed: an ordinary vault whose payload is the 32 bytes (security.md, app
 * lock). A new passphrase is a new lock record of the same secret, under a new file key.
 */
export async function sealLock(
  key: SealingKey,
  draw: DrawSecret = drawSecret,
): Promise<{ readonly record: Blob; readonly keys: LockKeys }> {
  const secret = await draw(keyBytes);
  const record = await collectBlob(writeVault(once(secret), key, draw));
  return { record, keys: await lockKeys(secret) };
}

/** The same secret under other credentials. @throws FailureError `wrong-passphrase` */
export async function resealLock(
  record: Blob,
  credential: Credential,
  key: SealingKey,
): Promise<Blob> {
  return collectBlob(writeVault(once(await openSecret(record, credential)), key));
}

/** @throws FailureError `wrong-passphrase`; `archive-damaged` */
export async function openLock(record: Blob, credential: Credential): Promise<LockKeys> {
  return lockKeys(await openSecret(record, credential));
}

async function openSecret(record: Blob, credential: Credential) {
  const plain = await collectBlob(await readVault(record, credential));
  if (plain.size !== keyBytes) {
    return fail({ code: "archive-damaged", where: "app lock", detail: "It holds no key" });
  }
  return new Uint8Array(await plain.arrayBuffer());
}

async function* once<T>(value: T): AsyncGenerator<T> {
  await Promise.resolve();
  yield value;
}
