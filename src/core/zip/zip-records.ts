import type { Bytes } from "../formats/contract.ts";
import { joinBytes } from "./byte-streams.ts";
import { fixedDosDate } from "./zip-library.ts";

/** One entry as its headers state it (APPNOTE 4.3). */
export interface EntryRecord {
  readonly name: Bytes;
  readonly method: 0 | 8;
  /** Sizes and checksum follow the bytes in a descriptor. */
  readonly described: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const u32 = 0xffff_ffff;
const u16 = 0xffff;
/** Names are UTF-8 (bit 11); bit 3 says that a descriptor follows. Bit 0, encryption, is never set. */
const flagsOf = ({ described }: EntryRecord): number => (described ? 0x0808 : 0x0800);
/** Made on Unix by version 2.0: a regular file that its owner may write. */
const madeBy = 0x0314;
const regularFile = 0x81a4_0000;

/** Writes little-endian fields in order: 2 or 4 or 8 bytes each. */
function fields(...values: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): Bytes {
  const out = new Uint8Array(values.reduce((sum, [bytes]) => sum + bytes, 0));
  const view = new DataView(out.buffer);
  let at = 0;
  for (const [bytes, value] of values) {
    if (bytes === 2) view.setUint16(at, value, true);
    else if (bytes === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += bytes;
  }
  return out;
}

/** What stands in front of the bytes of an entry. */
export function localHeader(entry: EntryRecord): Bytes {
  const { described, crc, packed, size } = entry;
  const [shownCrc, shownPacked, shownSize] = described ? [0, 0, 0] : [crc, packed, size];
  const head = fields(
    [4, 0x0403_4b50],
    [2, 20],
    [2, flagsOf(entry)],
    [2, entry.method],
    [4, fixedDosDate],
    [4, shownCrc],
    [4, shownPacked],
    [4, shownSize],
    [2, entry.name.byteLength],
    [2, 0],
  );
  return joinBytes([head, entry.name]);
}

/** What stands behind the bytes of an entry whose size was not known. */
export const descriptor = ({ crc, packed, size }: EntryRecord): Bytes =>
  fields([4, 0x0807_4b50], [4, crc], [4, packed], [4, size]);

function directoryRecord(entry: EntryRecord): Bytes {
  const far = entry.offset >= u32;
  const extra = far ? fields([2, 1], [2, 8], [8, entry.offset]) : new Uint8Array(0);
  const head = fields(
    [4, 0x0201_4b50],
    [2, madeBy],
    [2, far ? 45 : 20],
    [2, flagsOf(entry)],
    [2, entry.method],
    [4, fixedDosDate],
    [4, entry.crc],
    [4, entry.packed],
    [4, entry.size],
    [2, entry.name.byteLength],
    [2, extra.byteLength],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, regularFile],
    [4, far ? u32 : entry.offset],
  );
  return joinBytes([head, entry.name, extra]);
}

/** The directory and the end record; Zip64 records only where a number does not fit (APPNOTE 4.3.14). */
export function* directory(entries: readonly EntryRecord[], offset: number): Generator<Bytes> {
  let size = 0;
  for (const entry of entries) {
    const record = directoryRecord(entry);
    size += record.byteLength;
    yield record;
  }
  const count = entries.length;
  const big = count >= u16 || size >= u32 || offset >= u32;
  if (big) {
    const at = offset + size;
    yield fields([4, 0x0606_4b50], [8, 44], [2, madeBy], [2, 45], [4, 0], [4, 0]);
    yield fields([8, count], [8, count], [8, size], [8, offset]);
    yield fields([4, 0x0706_4b50], [4, 0], [8, at], [4, 1]);
  }
  const [shownCount, shownSize, shownOffset] = big ? [u16, u32, u32] : [count, size, offset];
  yield fields([4, 0x0605_4b50], [2, 0], [2, 0], [2, shownCount], [2, shownCount]);
  yield fields([4, shownSize], [4, shownOffset], [2, 0]);
}
