import { crc32, deflateRawSync } from "node:zlib";

/** One entry as it is to be lied about: what is not given is told truly. */
export interface RawEntry {
  readonly name: string | Uint8Array;
  readonly content?: string | Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly size?: number;
  readonly packed?: number;
  readonly crc?: number;
  /** External attributes and the system that made the entry. */
  readonly attributes?: number;
  readonly madeBy?: number;
  readonly extra?: Uint8Array;
  readonly localExtra?: Uint8Array;
  readonly localName?: string | Uint8Array;
  /** Where the directory says that the entry begins. */
  readonly offset?: number;
  /** Sizes and checksum behind the bytes; `plain` without the signature. */
  readonly descriptor?: "signed" | "plain" | "lying";
  /** Listed in the directory again, with the same bytes. */
  readonly times?: number;
}
export interface RawEnd {
  readonly entries?: number;
  readonly directoryAt?: number;
  readonly directoryBytes?: number;
  readonly comment?: string;
  /** A Zip64 record with these numbers. */
  readonly zip64?: { readonly entries?: bigint; readonly bytes?: bigint; readonly at?: bigint };
  readonly disk?: number;
}

export const bytesOf = (text: string | Uint8Array): Uint8Array =>
  typeof text === "string" ? new TextEncoder().encode(text) : text;

export function join(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts));
}

/** Little-endian fields: [bytes, value]. */
export function fields(...values: readonly (readonly [number, number | bigint])[]): Uint8Array {
  return join(
    ...values.map(([bytes, value]) => {
      const out = Buffer.alloc(8);
      out.writeBigUInt64LE(BigInt.asUintN(64, BigInt(value)));
      return out.subarray(0, bytes);
    }),
  );
}

interface Numbers {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

function shared({ flags, method, crc, packed, size }: Numbers): Uint8Array {
  return fields(
    [2, 20],
    [2, flags],
    [2, method],
    [4, 0x00210000],
    [4, crc],
    [4, packed],
    [4, size],
  );
}

/** A ZIP byte by byte, so that a test can write what no honest writer does. */
export function rawZip(entries: readonly RawEntry[], end: RawEnd = {}): Uint8Array<ArrayBuffer> {
  const body: Uint8Array[] = [];
  const listed: Uint8Array[] = [];
  let at = 0;
  for (const entry of entries) {
    const { local, directory } = writeEntry(entry, at);
    body.push(local);
    at += local.byteLength;
    for (let time = 0; time < (entry.times ?? 1); time += 1) listed.push(directory);
  }
  const directory = join(...listed);
  return join(...body, directory, endOf(listed.length, at, directory.byteLength, end));
}

function writeEntry(entry: RawEntry, at: number) {
  const { method = 8, flags = 0x0800, descriptor } = entry;
  const plain = bytesOf(entry.content ?? "");
  const packed = method === 8 ? deflateRawSync(plain) : plain;
  const truth: Numbers = {
    flags: descriptor === undefined ? flags : flags | 8,
    method,
    crc: entry.crc ?? crc32(plain),
    packed: entry.packed ?? packed.byteLength,
    size: entry.size ?? plain.byteLength,
  };
  const name = bytesOf(entry.name);
  const localName = bytesOf(entry.localName ?? entry.name);
  const extra = entry.extra ?? new Uint8Array(0);
  const localExtra = entry.localExtra ?? extra;
  const shown = descriptor === undefined ? truth : { ...truth, crc: 0, packed: 0, size: 0 };
  const local = join(
    fields([4, 0x04034b50]),
    shared(shown),
    fields([2, localName.byteLength], [2, localExtra.byteLength]),
    localName,
    localExtra,
    packed,
    descriptorOf(truth, descriptor),
  );
  const directory = join(
    fields([4, 0x02014b50], [2, entry.madeBy ?? 0x0314]),
    shared(truth),
    fields([2, name.byteLength], [2, extra.byteLength], [2, 0], [2, 0], [2, 0]),
    fields([4, entry.attributes ?? 0x81a40000], [4, entry.offset ?? at]),
    name,
    extra,
  );
  return { local, directory };
}

function descriptorOf(truth: Numbers, form: RawEntry["descriptor"]): Uint8Array {
  if (form === undefined) return new Uint8Array(0);
  const size = form === "lying" ? truth.size + 7 : truth.size;
  const values = fields([4, truth.crc], [4, truth.packed], [4, size]);
  return form === "plain" ? values : join(fields([4, 0x08074b50]), values);
}

function endOf(count: number, at: number, bytes: number, end: RawEnd): Uint8Array {
  const parts: Uint8Array[] = [];
  if (end.zip64 !== undefined) {
    const {
      entries = BigInt(count),
      bytes: size = BigInt(bytes),
      at: place = BigInt(at),
    } = end.zip64;
    parts.push(
      fields([4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0]),
      fields([8, entries], [8, entries], [8, size], [8, place]),
      fields([4, 0x07064b50], [4, 0], [8, at + bytes], [4, 1]),
    );
  }
  const entries = end.entries ?? count;
  const comment = bytesOf(end.comment ?? "");
  parts.push(
    fields([4, 0x06054b50], [2, end.disk ?? 0], [2, end.disk ?? 0], [2, entries], [2, entries]),
    fields([4, end.directoryBytes ?? bytes], [4, end.directoryAt ?? at], [2, comment.byteLength]),
    comment,
  );
  return join(...parts);
}
