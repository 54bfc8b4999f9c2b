import type { Piece } from "../contract.ts";
import type { Bytes } from "../../formats/contract.ts";
import type { Budget } from "../../zip/budget.ts";
import { countBytes } from "../../zip/budget.ts";
import { joinBytes, whole } from "../../zip/byte-streams.ts";
import { crc32 } from "../../zip/crc32.ts";
import type { FoundEntry } from "./scan-entries.ts";

/** Small: what a step holds behind the damage goes with what stands before it. */
const stepBytes = 256;

export interface Unpacked {
  readonly bytes: Bytes;
  readonly piece: Piece;
}

/**
 * As much of an entry as comes out, with how sure it is.
 * @throws FailureError `limit-exceeded`: a damaged archive is no way round the limits.
 */
export async function unpackEntry(
  archive: Uint8Array,
  entry: FoundEntry,
  budget: Budget,
): Promise<Unpacked> {
  const packed = archive.subarray(entry.dataAt, entry.endsAt);
  const { bytes, ended } =
    entry.method === 8
      ? await inflate(packed, entry.name, budget)
      : {
          bytes: whole(packed),
          ended: entry.size === undefined || packed.byteLength >= entry.size,
        };
  if (entry.method !== 8)
    count(budget, entry.name, packed.byteLength, bytes.byteLength, bytes.byteLength);
  return { bytes, piece: judge(entry, bytes, ended) };
}

function judge({ name, crc, size }: FoundEntry, bytes: Bytes, ended: boolean): Piece {
  const fits = crc !== undefined && size === bytes.byteLength && crc32(bytes) === crc;
  const came = `${String(bytes.byteLength)} bytes`;
  if (fits) return { what: name, certainty: "proved", why: `Its checksum fits, ${came}` };
  if (bytes.byteLength === 0 && size !== 0)
    return { what: name, certainty: "lost", why: "Nothing of it can be unpacked" };
  if (!ended) {
    const of = size === undefined ? "" : ` of ${String(size)}`;
    return {
      what: name,
      certainty: "part",
      why: `Only its beginning: ${String(bytes.byteLength)}${of} bytes`,
    };
  }
  return crc === undefined
    ? { what: name, certainty: "whole", why: `Its checksum is lost, ${came}` }
    : {
        what: name,
        certainty: "doubtful",
        why: `Its checksum does not fit: something in it changed, ${came}`,
      };
}

function count(
  budget: Budget,
  name: string,
  packedBytes: number,
  produced: number,
  more: number,
): void {
  countBytes(budget, { name, packedBytes, produced }, more);
}

/** Deflate in small steps, so that what comes before the damage is kept. */
async function inflate(packed: Uint8Array, name: string, budget: Budget) {
  const { Inflate } = await import("fflate");
  const parts: Uint8Array[] = [];
  let produced = 0;
  const inflater = new Inflate((part) => {
    produced += part.byteLength;
    count(budget, name, packed.byteLength, produced, part.byteLength);
    parts.push(part);
  });
  try {
    for (let at = 0; at < packed.byteLength; at += stepBytes) {
      inflater.push(packed.slice(at, at + stepBytes), at + stepBytes >= packed.byteLength);
    }
  } catch (error) {
    // fflate throws errors with a number as code; ours are to be seen.
    if (typeof (error as { code?: unknown }).code !== "number") throw error;
    return { bytes: joinBytes(parts), ended: false };
  }
  return { bytes: joinBytes(parts), ended: true };
}
