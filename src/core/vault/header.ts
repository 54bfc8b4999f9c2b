import { fail } from "../failure.ts";
import type { Bytes } from "../formats/contract.ts";
import {
  bounds,
  fixedBytes,
  kdfSaltBytes,
  macBytes,
  pointBytes,
  saltBytes,
  signatureBytes,
  startsLikeVault,
  suite,
  version,
  wrappedBytes,
} from "./layout.ts";

export interface Slot {
  readonly type: number;
  readonly body: Bytes;
}
export interface VaultHeader {
  readonly chunkLog2: number;
  readonly fileSalt: Bytes;
  readonly slots: readonly Slot[];
  /** Everything the MAC covers. */
  readonly signed: Bytes;
  readonly mac: Bytes;
  readonly headerBytes: number;
}

const malformed = (detail: string): never =>
  fail({ code: "archive-refused", where: "head of the sealed file", detail });

const outside = (value: number, [least, most]: readonly [number, number]): boolean =>
  value < least || value > most;

/**
 * Reads and judges the header. Every refusal comes before any key derivation, so a malformed file
 * costs nothing.
 * @throws FailureError `not-an-archive`, `newer-archive` (version or suite), `archive-refused`.
 */
export async function readHeader(archive: Blob, name = "This file"): Promise<VaultHeader> {
  const fixed = new Uint8Array(await archive.slice(0, fixedBytes).arrayBuffer());
  if (fixed.byteLength < fixedBytes || !startsLikeVault(fixed)) {
    return fail({ code: "not-an-archive", name });
  }
  const [, , , , , , , , fileVersion, fileSuite, chunkLog2 = 0, slotCount = 0] = fixed;
  if (fileVersion !== version || fileSuite !== suite) {
    const made = `${String(fileVersion)}, suite ${String(fileSuite)}`;
    return fail({ code: "newer-archive", version: made });
  }
  const headerBytes = new DataView(fixed.buffer).getUint32(12);
  if (outside(chunkLog2, bounds.chunkLog2)) malformed(`Chunk size 2^${String(chunkLog2)}`);
  if (outside(slotCount, bounds.slots)) malformed(`${String(slotCount)} slots`);
  if (outside(headerBytes, bounds.headerBytes)) malformed(`${String(headerBytes)} bytes of header`);
  const header = new Uint8Array(await archive.slice(0, headerBytes).arrayBuffer());
  if (header.byteLength < headerBytes) malformed("The header is cut off");
  const signed = header.slice(0, headerBytes - macBytes);
  const slots = readSlots(signed, slotCount);
  judgeSlots(slots);
  if (archive.size - headerBytes > bounds.payloadBytes) malformed("More than 2^40 bytes");
  return {
    chunkLog2,
    fileSalt: header.slice(fixedBytes, fixedBytes + saltBytes),
    slots,
    signed,
    mac: header.slice(headerBytes - macBytes),
    headerBytes,
  };
}

function readSlots(signed: Bytes, count: number): readonly Slot[] {
  const view = new DataView(signed.buffer, signed.byteOffset, signed.byteLength);
  const slots: Slot[] = [];
  let at = fixedBytes + saltBytes;
  for (let index = 0; index < count; index += 1) {
    if (at + 3 > signed.byteLength) return malformed("A slot is cut off");
    const end = at + 3 + view.getUint16(at + 1);
    if (end > signed.byteLength) return malformed("A slot runs into the checksum");
    slots.push({ type: view.getUint8(at), body: signed.slice(at + 3, end) });
    at = end;
  }
  return at === signed.byteLength ? slots : malformed("There are bytes after the last slot");
}

function judgeSlots(slots: readonly Slot[]): void {
  let sum = 0;
  for (const slot of slots) {
    if (slot.type === 2 && slot.body.byteLength !== 97)
      malformed("A slot of type 2 has a wrong size");
    if (slot.type !== 1 && slot.type !== 3) continue;
    sum += slot.type === 1 ? judgePassphraseSlot(slot.body) : judgeIdentitySlot(slot.body);
  }
  if (sum > bounds.iterationsSum) malformed(`${String(sum)} iterations in sum`);
}

function judgePassphraseSlot(body: Bytes): number {
  if (body.byteLength !== 5 + kdfSaltBytes + wrappedBytes)
    malformed("A slot of type 1 has a wrong size");
  return iterationsOf(body);
}

function judgeIdentitySlot(body: Bytes): number {
  const fixed = 5 + kdfSaltBytes + 2 + 2 * pointBytes + wrappedBytes + signatureBytes;
  if (body.byteLength < fixed) malformed("A slot of type 3 has a wrong size");
  const sealed = new DataView(body.buffer, body.byteOffset).getUint16(5 + kdfSaltBytes);
  if (sealed < bounds.sealedBytes) malformed("A sealed identity is too short");
  if (body.byteLength !== fixed + sealed) malformed("A slot of type 3 has a wrong size");
  return iterationsOf(body);
}

/** The iterations of a slot of type 1 or 3, judged. */
export function iterationsOf(body: Bytes): number {
  if (body[0] !== 1) return malformed("A slot asks for another key derivation");
  const iterations = new DataView(body.buffer, body.byteOffset).getUint32(1);
  if (outside(iterations, bounds.iterations)) return malformed(`${String(iterations)} iterations`);
  return iterations;
}
