import type { Bytes } from "../formats/contract.ts";
import { joinBytes } from "../zip/byte-streams.ts";
import type { Slot } from "./header.ts";
import { iterationsOf } from "./header.ts";
import { agree, isSignedBy, unsealIdentity } from "./identity.ts";
import { pbkdf2, slotKey, unsealOnce } from "./keys.ts";
import { kdfSaltBytes, pointBytes, signatureBytes, wrappedBytes } from "./layout.ts";

/** What a person or a device brings: a passphrase as typed and normalised, or a 32-byte secret. */
export type Credential = { readonly passphrase: string } | { readonly secret: Bytes };

export interface Counter {
  derivations: number;
}

const nothing = new Uint8Array(0);

/** The file key in a slot, or undefined where the slot does not take this credential. Throws when it does not fit. */
export async function openSlot(
  slot: Slot,
  credential: Credential,
  fileSalt: Bytes,
  counter: Counter,
): Promise<Bytes | undefined> {
  const { type, body } = slot;
  if ("secret" in credential) {
    if (type !== 2) return undefined;
    const key = await slotKey(credential.secret, fileSalt, type, nothing);
    return unsealOnce(key, body.slice(body.byteLength - wrappedBytes));
  }
  if (type !== 1 && type !== 3) return undefined;
  const salt = body.slice(5, 5 + kdfSaltBytes);
  const secret = await pbkdf2(credential.passphrase, salt, iterationsOf(body), counter);
  if (type === 3) return openIdentitySlot(body, secret, salt, fileSalt);
  const key = await slotKey(secret, fileSalt, type, nothing);
  return unsealOnce(key, body.slice(5 + kdfSaltBytes));
}

async function openIdentitySlot(
  body: Bytes,
  secret: Bytes,
  salt: Bytes,
  fileSalt: Bytes,
): Promise<Bytes | undefined> {
  const sealedAt = 5 + kdfSaltBytes + 2;
  const pubAt = body.byteLength - signatureBytes - wrappedBytes - 2 * pointBytes;
  const ephAt = pubAt + pointBytes;
  const wrappedAt = ephAt + pointBytes;
  const signatureAt = body.byteLength - signatureBytes;
  const identity = await unsealIdentity(secret, salt, body.slice(sealedAt, pubAt));
  const signature = body.slice(signatureAt);
  const honest = await isSignedBy(
    identity.signedBy,
    signature,
    fileSalt,
    body.slice(0, signatureAt),
  );
  if (!honest) return undefined;
  const [pub, eph] = [body.slice(pubAt, ephAt), body.slice(ephAt, wrappedAt)];
  const shared = await agree(identity.opensWith, eph);
  const key = await slotKey(shared, fileSalt, 3, joinBytes([eph, pub]));
  return unsealOnce(key, body.slice(wrappedAt, signatureAt));
}
