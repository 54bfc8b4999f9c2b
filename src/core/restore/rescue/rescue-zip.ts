import type { Bytes } from "../../formats/contract.ts";
import type { Budget } from "../../zip/budget.ts";
import { canonicalName } from "../../zip/entry-name.ts";
import { sealedName } from "../../zip/sealed-zip.ts";
import type { Piece } from "../contract.ts";
import { limits } from "../limits.ts";
import { scanEntries, type FoundEntry } from "./scan-entries.ts";
import { openSealedEntry } from "./sealed-entry.ts";
import { unpackEntry, type Unpacked } from "./unpack-entry.ts";

export interface RescuedEntry {
  readonly name: string;
  readonly bytes: Bytes;
  readonly certainty: Piece["certainty"];
}
export interface RescuedZip {
  readonly entries: readonly RescuedEntry[];
  readonly pieces: readonly Piece[];
}

const surest: readonly Piece["certainty"][] = ["proved", "whole", "doubtful", "part", "lost"];

/**
 * Every entry that the raw bytes of an archive still hold, with how sure it is; of twins the surest one.
 * @throws FailureError `limit-exceeded`, `passphrase-missing`, `wrong-passphrase`
 */
export async function rescueZip(
  archive: Uint8Array<ArrayBuffer>,
  passphrase: string | undefined,
  budget: Budget,
): Promise<RescuedZip> {
  const best = new Map<string, Unpacked>();
  const inner: RescuedZip[] = [];
  for (const entry of scanEntries(archive).slice(0, limits.zipEntries)) {
    const unpacked = await unpack(archive, entry, passphrase, budget);
    if (entry.sealed && entry.name === sealedName) {
      const inside = await rescueZip(unpacked.bytes, undefined, budget);
      inner.push({ ...inside, pieces: [unpacked.piece, ...inside.pieces] });
      continue;
    }
    const key = canonicalName(entry.name);
    const known = best.get(key);
    if (known === undefined || isSurer(unpacked, known)) best.set(key, unpacked);
  }
  const own = [...best.values()];
  return {
    entries: [...inner.flatMap(({ entries }) => entries), ...own.flatMap(toEntry)],
    pieces: [...inner.flatMap(({ pieces }) => pieces), ...own.map(({ piece }) => piece)],
  };
}

const isSurer = (one: Unpacked, other: Unpacked): boolean =>
  surest.indexOf(one.piece.certainty) < surest.indexOf(other.piece.certainty);

const toEntry = ({ piece, bytes }: Unpacked): readonly RescuedEntry[] =>
  piece.certainty === "lost" ? [] : [{ name: piece.what, bytes, certainty: piece.certainty }];

async function unpack(
  archive: Uint8Array,
  entry: FoundEntry,
  passphrase: string | undefined,
  budget: Budget,
): Promise<Unpacked> {
  if (!entry.sealed) return unpackEntry(archive, entry, budget);
  const { bytes, ended } = await openSealedEntry(archive, entry, passphrase, budget);
  const piece: Piece = ended
    ? { what: entry.name, certainty: "proved", why: "Its seal is whole" }
    : {
        what: entry.name,
        certainty: "part",
        why: `Its seal is broken: ${String(bytes.byteLength)} bytes were opened`,
      };
  return { bytes, piece };
}
