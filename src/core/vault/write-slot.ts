import type { SealedIdentity } from "../containers/contract.ts";
import type { Bytes } from "../formats/contract.ts";
import { joinBytes } from "../zip/byte-streams.ts";
import type { Slot } from "./header.ts";
import { agree, ephemeral, rawPoint, signSlot } from "./identity.ts";
import { pbkdf2, sealOnce, slotKey } from "./keys.ts";
import { kdfSaltBytes, written } from "./layout.ts";
import type { DrawSecret } from "./random.ts";

const nothing = new Uint8Array(0);

function kdfHead(iterations: number, salt: Bytes): Bytes {
  const head = new Uint8Array(5);
  head[0] = 1;
  new DataView(head.buffer).setUint32(1, iterations);
  return joinBytes([head, salt]);
}

/** Slot of type 1: a passphrase, or a recovery code in its printed form. */
export async function passphraseSlot(
  passphrase: string,
  fileKey: Bytes,
  fileSalt: Bytes,
  draw: DrawSecret,
): Promise<Slot> {
  const salt = await draw(kdfSaltBytes);
  const secret = await pbkdf2(passphrase, salt, written.iterations);
  const wrapped = await sealOnce(await slotKey(secret, fileSalt, 1, nothing), fileKey);
  return { type: 1, body: joinBytes([kdfHead(written.iterations, salt), wrapped]) };
}

/** Slot of type 2: a secret that a passkey or the device derives. `hint` and `param` say which. */
export async function secretSlot(
  secret: Bytes,
  from: { readonly kind: 1 | 2; readonly hint: Bytes; readonly param: Bytes },
  fileKey: Bytes,
  fileSalt: Bytes,
): Promise<Slot> {
  const wrapped = await sealOnce(await slotKey(secret, fileSalt, 2, nothing), fileKey);
  return { type: 2, body: joinBytes([Uint8Array.of(from.kind), from.hint, from.param, wrapped]) };
}

/** Slot of type 3: sealed to the identity of a schedule, and signed by this device. */
export async function identitySlot(
  identity: SealedIdentity,
  fileKey: Bytes,
  fileSalt: Bytes,
): Promise<Slot> {
  const pair = await ephemeral();
  const eph = await rawPoint(pair.publicKey);
  const shared = await agree(pair.privateKey, identity.pub);
  const context = joinBytes([eph, identity.pub]);
  const wrapped = await sealOnce(await slotKey(shared, fileSalt, 3, context), fileKey);
  const size = new Uint8Array(2);
  new DataView(size.buffer).setUint16(0, identity.sealed.byteLength);
  const head = kdfHead(identity.iterations, identity.salt);
  const body = joinBytes([head, size, identity.sealed, identity.pub, eph, wrapped]);
  const signature = await signSlot(identity.signKey, fileSalt, body);
  return { type: 3, body: joinBytes([body, signature]) };
}
