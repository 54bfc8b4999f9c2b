import type { SealingKey } from "../containers/contract.ts";
import type { Bytes } from "../formats/contract.ts";
import { joinBytes, regroup, streamFrom } from "../zip/byte-streams.ts";
import type { Slot } from "./header.ts";
import { chunkNonce, headerMac, payloadKey } from "./keys.ts";
import {
  fixedBytes,
  keyBytes,
  macBytes,
  magic,
  saltBytes,
  suite,
  version,
  written,
} from "./layout.ts";
import { checkPassphrase, normalizePassphrase } from "./passphrase.ts";
import type { DrawSecret } from "./random.ts";
import { drawSecret } from "./random.ts";
import { identitySlot, passphraseSlot, secretSlot } from "./write-slot.ts";

const hintBytes = 16;

/**
 * Seals a stream: constant memory, one chunk being sealed while the next one is read.
 * @throws FailureError `passphrase-missing` at once; `passphrase-weak` for one that no reader could type.
 */
export function writeVault(
  plain: AsyncIterable<Uint8Array>,
  key: SealingKey,
  draw: DrawSecret = drawSecret,
): ReadableStream<Bytes> {
  if ("passphrase" in key) checkPassphrase(key.passphrase);
  return streamFrom(sealed(plain, key, draw));
}

async function* sealed(
  plain: AsyncIterable<Uint8Array>,
  key: SealingKey,
  draw: DrawSecret,
): AsyncGenerator<Bytes> {
  const [fileKey, fileSalt] = [await draw(keyBytes), await draw(saltBytes)];
  yield await writeHeader(await slotsFor(key, fileKey, fileSalt, draw), fileKey, fileSalt);
  const chunkKey = await payloadKey(fileKey, fileSalt, "encrypt");
  const seal = async (chunk: Bytes, index: number, last: boolean): Promise<Bytes> => {
    const algorithm = { name: "AES-GCM", iv: chunkNonce(index, last) };
    return new Uint8Array(await crypto.subtle.encrypt(algorithm, chunkKey, chunk));
  };
  let index = 0;
  let waiting: Bytes | undefined;
  let running: Promise<Bytes> | undefined;
  for await (const chunk of regroup(plain, 2 ** written.chunkLog2)) {
    if (waiting !== undefined) {
      const next = seal(waiting, index, false);
      index += 1;
      if (running !== undefined) yield await running;
      running = next;
    }
    waiting = chunk;
  }
  if (running !== undefined) yield await running;
  yield await seal(waiting ?? new Uint8Array(0), index, true);
}

async function slotsFor(key: SealingKey, fileKey: Bytes, fileSalt: Bytes, draw: DrawSecret) {
  if ("identity" in key) {
    const slot = await identitySlot(key.identity, fileKey, fileSalt);
    if (key.proof === undefined) return [slot];
    const [hint, param] = [await draw(hintBytes), await draw(keyBytes)];
    const from = { kind: 2, hint, param } as const;
    return [slot, await secretSlot(key.proof, from, fileKey, fileSalt)];
  }
  const phrases = [key.passphrase, ...(key.recoveryCode === undefined ? [] : [key.recoveryCode])];
  const slots: Slot[] = [];
  for (const phrase of phrases) {
    slots.push(await passphraseSlot(normalizePassphrase(phrase), fileKey, fileSalt, draw));
  }
  if (key.passkey !== undefined) {
    const { secret, hint, param } = key.passkey;
    slots.push(await secretSlot(secret, { kind: 1, hint, param }, fileKey, fileSalt));
  }
  return slots;
}

/** The header of a file, with its MAC. */
export async function writeHeader(
  slots: readonly Slot[],
  fileKey: Bytes,
  fileSalt: Bytes,
): Promise<Bytes> {
  const bodies = slots.flatMap(({ type, body }) => {
    const head = new Uint8Array(3);
    head[0] = type;
    new DataView(head.buffer).setUint16(1, body.byteLength);
    return [head, body];
  });
  const slotBytes = bodies.reduce((sum, part) => sum + part.byteLength, 0);
  const fixed = new Uint8Array(fixedBytes);
  fixed.set(magic);
  fixed.set([version, suite, written.chunkLog2, slots.length], magic.byteLength);
  new DataView(fixed.buffer).setUint32(12, fixedBytes + saltBytes + slotBytes + macBytes);
  const signed = joinBytes([fixed, fileSalt, ...bodies]);
  const mac = await crypto.subtle.sign("HMAC", await headerMac(fileKey, fileSalt, "sign"), signed);
  return joinBytes([signed, new Uint8Array(mac)]);
}
