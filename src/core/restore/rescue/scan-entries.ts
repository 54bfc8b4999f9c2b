import { unsafeName } from "../../zip/entry-name.ts";

/** An entry as it was found in the raw bytes of an archive. */
export interface FoundEntry {
  readonly name: string;
  readonly method: number;
  readonly sealed: boolean;
  readonly dataAt: number;
  readonly headerAt: number;
  /** Where its packed bytes end: exactly where it is known, else where something else begins. */
  readonly endsAt: number;
  /** Known only where a header, a descriptor or the directory still says it. */
  readonly crc?: number;
  readonly size?: number;
}

interface Listed {
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

const [localSign, directorySign, descriptorSign] = [0x04034b50, 0x02014b50, 0x08074b50];
const headerBytes = 30;
const mostSigns = 10_000;
const unknown32 = 0xffff_ffff;

/**
 * Finds entries by their own headers, wherever they stand: without the directory, in an archive that was
 * cut, or behind bytes that were changed (APPNOTE 4.3.7). What the directory still says is believed first.
 */
export function scanEntries(bytes: Uint8Array<ArrayBuffer>): readonly FoundEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const listed = readDirectory(view);
  const descriptors = readDescriptors(view);
  const found: FoundEntry[] = [];
  for (let at = 0; at + headerBytes <= bytes.byteLength;) {
    const next = bytes.indexOf(0x50, at);
    if (next < 0 || next + headerBytes > bytes.byteLength) break;
    const isHeader = view.getUint32(next, true) === localSign || listed.has(next);
    const entry = isHeader
      ? readEntry(bytes, view, next, (dataAt) => listed.get(next) ?? fitting(descriptors, dataAt))
      : undefined;
    if (entry !== undefined) found.push(entry);
    // What lies inside of an entry belongs to it, such as an archive that is kept as a document.
    at = entry === undefined ? next + 1 : Math.max(next + 4, entry.endsAt);
  }
  return found;
}

function readEntry(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  known: (dataAt: number) => Listed | undefined,
): FoundEntry | undefined {
  const flags = view.getUint16(at + 6, true);
  const method = view.getUint16(at + 8, true);
  const nameBytes = view.getUint16(at + 26, true);
  const dataAt = at + headerBytes + nameBytes + view.getUint16(at + 28, true);
  if (![0, 8, 99].includes(method) || nameBytes === 0 || dataAt > bytes.byteLength)
    return undefined;
  const name = new TextDecoder().decode(
    bytes.subarray(at + headerBytes, at + headerBytes + nameBytes),
  );
  if (name.endsWith("/") || unsafeName(name, false) !== undefined) return undefined;
  const head = { name, method, sealed: (flags & 1) !== 0, dataAt, headerAt: at };
  const stated = {
    crc: view.getUint32(at + 14, true),
    packed: view.getUint32(at + 18, true),
    size: view.getUint32(at + 22, true),
  };
  const inHeader = (flags & 8) === 0 && stated.packed !== unknown32 ? stated : undefined;
  const stating = inHeader ?? known(dataAt);
  if (stating === undefined) return { ...head, endsAt: nextSign(view, dataAt) };
  const { crc, packed, size } = stating;
  const endsAt = Math.min(bytes.byteLength, dataAt + packed);
  return { ...head, endsAt, crc, size };
}

/** By place: the size, checksum and packed size that the directory states. */
function readDirectory(view: DataView): ReadonlyMap<number, Listed> {
  const listed = new Map<number, Listed>();
  // Backwards: the directory stands at the end, and is small beside the rest.
  for (let at = view.byteLength - 46; at >= 0 && listed.size < mostSigns; at -= 1) {
    if (view.getUint8(at) !== 0x50 || view.getUint32(at, true) !== directorySign) continue;
    const [crc, packed, size] = [16, 20, 24].map((from) => view.getUint32(at + from, true));
    const offset = view.getUint32(at + 42, true);
    if (crc === undefined || packed === undefined || size === undefined) continue;
    if (packed !== unknown32 && offset + headerBytes + packed <= at)
      listed.set(offset, { crc, packed, size });
  }
  return listed;
}

interface Descriptor extends Listed {
  readonly at: number;
}

/** Descriptors stand behind the bytes of entries whose size was not known; a number that fits is one. */
function readDescriptors(view: DataView): readonly Descriptor[] {
  const found: Descriptor[] = [];
  for (let at = 0; at + 16 <= view.byteLength && found.length < mostSigns; at += 1) {
    if (view.getUint8(at) !== 0x50 || view.getUint32(at, true) !== descriptorSign) continue;
    const [crc, packed, size] = [4, 8, 12].map((from) => view.getUint32(at + from, true));
    if (crc !== undefined && packed !== undefined && size !== undefined)
      found.push({ at, crc, packed, size });
  }
  return found;
}

const fitting = (descriptors: readonly Descriptor[], dataAt: number): Listed | undefined =>
  descriptors.find(({ at, packed }) => at === dataAt + packed);

function nextSign(view: DataView, from: number): number {
  for (let at = from; at + 4 <= view.byteLength; at += 1) {
    if (view.getUint8(at) !== 0x50) continue;
    const sign = view.getUint32(at, true);
    if (sign === localSign || sign === directorySign || sign === descriptorSign) return at;
  }
  return view.byteLength;
}
