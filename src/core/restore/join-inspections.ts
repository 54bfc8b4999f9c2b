import { joinChain, mergeParts, type ChainPart } from "../increment/join-chain.ts";
import type { Inspection, JoinedFiles } from "./contract.ts";
import { countKinds } from "./inspect.ts";
import { limits } from "./limits.ts";

/** Several files read as one, and which of them it was: places in the list that was given. */
export interface Together {
  readonly inspection: Inspection;
  readonly taken: readonly number[];
}

interface Read {
  readonly at: number;
  readonly part: ChainPart;
  readonly inspection: Inspection;
}

/**
 * Joins the files of the chain that most of the files belong to, in whatever order and however often they
 * come. Undefined where no file is an increment: then each file is an import of its own. Places that are
 * undefined stand for files that could not be read.
 */
export function joinInspections(
  inspections: readonly (Inspection | undefined)[],
): Together | undefined {
  const read = largestChain(inspections);
  if (read.length === 0) return undefined;
  const parts = read.map(({ part }) => part);
  const chain = joinChain(parts);
  // Without its whole copy a chain is what changed: all of it that is there, for whoever wants to merge it.
  const whole = chain.used.length > 0;
  const names = new Set(chain.used);
  const byName = new Map(read.map((one) => [one.part.name, one]));
  const used = whole
    ? chain.used.flatMap((name) => byName.get(name) ?? [])
    : [...new Map(read.map((one) => [one.part.exportId, one])).values()].sort(byNumber);
  const content = whole ? chain : mergeParts(used.map(({ part }) => part));
  const joined: JoinedFiles = {
    used: used.map(({ part }) => part.name),
    unused: whole
      ? chain.unused
          .filter(({ name }) => !names.has(name))
          .map(({ name: what, why }) => ({ what, why }))
      : [],
    missing: chain.missing,
    whole,
  };
  return {
    inspection: asOne(used, content, joined),
    taken: read.map(({ at }) => at),
  };
}

/** The files of the chain with most files that has an increment among them. */
function largestChain(inspections: readonly (Inspection | undefined)[]): readonly Read[] {
  const chains = new Map<string, Read[]>();
  const names = new Map<string, string>();
  for (const [at, inspection] of inspections.entries()) {
    if (inspection?.exportId === undefined) continue;
    const { exportId } = inspection;
    const part = toPart(inspection, exportId, nameOf(inspection.name, exportId, names));
    const chainId = part.chain?.chain_id ?? exportId;
    chains.set(chainId, [...(chains.get(chainId) ?? []), { at, part, inspection }]);
  }
  const [best = []] = [...chains.values()]
    .filter((files) => files.some(({ part }) => (part.chain?.number ?? 0) > 0))
    .sort((one, other) => other.length - one.length);
  return best;
}

/** Two exports may be called the same; the second is told apart by its number. */
function nameOf(name: string, exportId: string, names: Map<string, string>): string {
  let unique = name;
  for (let number = 2; (names.get(unique) ?? exportId) !== exportId; number += 1) {
    unique = `${name} (${String(number)})`;
  }
  names.set(unique, exportId);
  return unique;
}

function toPart(inspection: Inspection, exportId: string, name: string): ChainPart {
  const { chain, incoming, tombstones, bytes } = inspection;
  return { name, exportId, incoming, tombstones, bytes, ...(chain === undefined ? {} : { chain }) };
}

const byNumber = (one: Read, other: Read): number =>
  (one.part.chain?.number ?? 0) - (other.part.chain?.number ?? 0);

/** The newest file gives the head; what was said about any of them is said about all. */
function asOne(
  used: readonly Read[],
  content: Pick<Inspection, "incoming" | "tombstones" | "bytes">,
  joined: JoinedFiles,
): Inspection {
  const inspections = used.map(({ inspection }) => inspection);
  const [newest] = inspections.slice(-1);
  if (newest === undefined) throw new RangeError("A chain has at least one file");
  const many = inspections.length > 1;
  const refused = inspections.flatMap(({ name, refused: list }) =>
    list.map((one) => (many ? { ...one, row: `${one.row} of ${name}` } : one)),
  );
  const more = inspections.reduce((sum, { refusedMore }) => sum + refusedMore, 0);
  const skipped = new Map(
    [...inspections.flatMap((one) => one.skipped), ...joined.unused].map((one) => [one.what, one]),
  );
  return {
    ...newest,
    ...content,
    name: many ? `${newest.name} and ${countFiles(inspections.length - 1)} before it` : newest.name,
    kinds: countKinds(content.incoming),
    refused: refused.slice(0, limits.refusedListed),
    refusedMore: more + Math.max(0, refused.length - limits.refusedListed),
    skipped: [...skipped.values()],
    warnings: [...new Set(inspections.flatMap(({ warnings }) => warnings))],
    joined,
  };
}

const countFiles = (count: number): string => (count === 1 ? "1 file" : `${String(count)} files`);
