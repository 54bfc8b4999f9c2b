import type { KindId } from "../records/any-kind.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import type { Incoming, Tombstone } from "../restore/contract.ts";
import type { ChainLink } from "./chain.ts";

/** One file of a chain, as it was read: its head and what it holds. */
export interface ChainPart {
  /** What a person calls it: the file's name. */
  readonly name: string;
  readonly exportId: string;
  /** Absent: a whole copy, the base of its own chain. */
  readonly chain?: ChainLink;
  readonly incoming: readonly Incoming[];
  readonly tombstones: readonly Tombstone[];
  readonly bytes: ReadonlyMap<string, Blob>;
}

/** What is not there, in words that name the number and the file it belongs before. */
export interface MissingPart {
  readonly chainId: string;
  readonly number: number;
  readonly why: string;
}

export interface JoinedChain {
  readonly incoming: readonly Incoming[];
  readonly tombstones: readonly Tombstone[];
  readonly bytes: ReadonlyMap<string, Blob>;
  /** Names of the files that were joined, base first. */
  readonly used: readonly string[];
  /** Files that could not be used, each with the reason. */
  readonly unused: readonly { readonly name: string; readonly why: string }[];
  readonly missing: readonly MissingPart[];
}

/**
 * Joins a base and its increments, in whatever order they come and however often. A chain is followed
 * from its base as far as it goes without a gap; what lies behind a gap is not taken, because a record
 * it leaves out may have changed in the missing file. Of several chains the one that reaches furthest
 * (by the number of its files, then by name) is taken, and the others are named.
 */
export function joinChain(parts: readonly ChainPart[]): JoinedChain {
  const unique = new Map(parts.map((part) => [part.exportId, part]));
  const chains = new Map<string, ChainPart[]>();
  for (const part of unique.values()) {
    const chainId = part.chain?.chain_id ?? part.exportId;
    chains.set(chainId, [...(chains.get(chainId) ?? []), part]);
  }
  const runs = [...chains].map(([chainId, files]) => followChain(chainId, files));
  const [best, ...others] = runs.sort(
    (a, b) => b.used.length - a.used.length || (a.chainId < b.chainId ? 1 : -1),
  );
  if (best === undefined) return join([], [], []);
  const aside = others.flatMap(({ used, unused }) => [
    ...used.map(({ name }) => ({ name, why: "It belongs to another chain" })),
    ...unused,
  ]);
  return join(best.used, [...best.unused, ...aside], best.missing);
}

interface Run {
  readonly chainId: string;
  readonly used: readonly ChainPart[];
  readonly unused: readonly { readonly name: string; readonly why: string }[];
  readonly missing: readonly MissingPart[];
}

function followChain(chainId: string, files: readonly ChainPart[]): Run {
  const used: ChainPart[] = [];
  const base = files.find(({ exportId }) => exportId === chainId);
  // Two files on one ground: the earlier was not proved, and the later holds all that it holds.
  const byAge = [...files].sort((a, b) => (a.exportId < b.exportId ? -1 : 1));
  const after = new Map(byAge.map((part) => [part.chain?.after_id ?? "", part]));
  for (let at = base; at !== undefined; at = after.get(at.exportId)) used.push(at);
  const left = files.filter((part) => !used.includes(part));
  const gaps = gapsBefore(chainId, files);
  const missing = base === undefined ? [missingBase(chainId, left), ...gaps] : gaps;
  const why = base === undefined ? "Its base is missing" : "The file before it is missing";
  return { chainId, used, unused: left.map(({ name }) => ({ name, why })), missing };
}

function missingBase(chainId: string, left: readonly ChainPart[]): MissingPart {
  const [first] = [...left].sort(byNumber);
  const made = first?.chain?.since_at;
  const when =
    first?.chain?.number === 1 && made !== undefined ? `, made ${made.slice(0, 10)}` : "";
  return { chainId, number: 0, why: `The whole copy that everything builds on${when}` };
}

/** Every number between two files that are there, and before the first of them. */
function gapsBefore(chainId: string, files: readonly ChainPart[]): readonly MissingPart[] {
  const ids = new Set(files.map(({ exportId }) => exportId));
  let reached = 0;
  return [...files].sort(byNumber).flatMap(({ name, chain }): readonly MissingPart[] => {
    const from = reached + 1;
    reached = Math.max(reached, chain?.number ?? 0);
    if (chain?.after_id === undefined || ids.has(chain.after_id)) return [];
    const last = chain.number - 1;
    const made = chain.since_at === undefined ? "" : `, made ${chain.since_at.slice(0, 10)}`;
    // A file that says a number beyond all measure is no reason to list them all.
    const first = Math.max(Math.min(from, last), last - mostNamed + 1, 1);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => ({
      chainId,
      number: first + at,
      why: `Increment ${String(first + at)}${first + at === last ? made : ""}, before ${name}`,
    }));
  });
}

const mostNamed = 20;

function byNumber(a: ChainPart, b: ChainPart): number {
  return (a.chain?.number ?? 0) - (b.chain?.number ?? 0);
}

/**
 * What parts hold together, later ones winning. A record that was deleted later is not in the result,
 * its tombstone is.
 * @param used oldest first
 */
export function mergeParts(
  used: readonly ChainPart[],
): Pick<JoinedChain, "incoming" | "tombstones" | "bytes"> {
  const records = new Map<string, Incoming>();
  const tombstones = new Map<string, Tombstone>();
  const bytes = new Map<string, Blob>();
  for (const part of used) {
    for (const stone of part.tombstones) {
      tombstones.set(keyOf(stone.kind, stone.id), stone);
      if (part.chain === undefined) continue;
      records.delete(keyOf(stone.kind, stone.id));
      if (stone.kind === "documents") bytes.delete(stone.id);
    }
    for (const one of part.incoming) {
      const key = keyOf(one.kind, idOf(one.record));
      records.set(key, one);
      tombstones.delete(key);
    }
    for (const [id, blob] of part.bytes) bytes.set(id, blob);
  }
  return { incoming: [...records.values()], tombstones: [...tombstones.values()], bytes };
}

function join(
  used: readonly ChainPart[],
  unused: JoinedChain["unused"],
  missing: readonly MissingPart[],
): JoinedChain {
  return { ...mergeParts(used), used: used.map(({ name }) => name), unused, missing };
}

function keyOf(kind: KindId, id: string): string {
  return `${kind}/${id}`;
}

function idOf(record: AnyRecord): string {
  return record.id;
}
