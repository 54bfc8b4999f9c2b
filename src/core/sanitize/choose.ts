import type { Strength } from "../rules/contract.ts";

/** A find with the rule that made it. */
export interface Find {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly rule: string;
  readonly replacement: string;
  readonly certain: boolean;
  readonly strength: Strength;
  /** Whose name it is, where it belongs to someone known. */
  readonly name?: string;
}

const rank: Readonly<Record<Strength, number>> = {
  proved: 4,
  keyed: 3,
  shape: 2,
  known: 1,
  scored: 0,
};

function weight(find: Find): number {
  // A secret wins over everything: basic must find it alone, so strict may not lose it.
  return find.type === "SECRET" ? 5 : rank[find.strength];
}

function isBetter(a: Find, b: Find): boolean {
  const aSize = a.end - a.start;
  const bSize = b.end - b.start;
  // What lies wholly inside a longer find of at least its own rank says nothing new.
  if (weight(a) !== weight(b)) return weight(a) > weight(b);
  return aSize === bSize ? a.start < b.start : aSize > bSize;
}

/** Of overlapping finds the best one; what a loser covers beside the winner is kept, so nothing leaks. */
export function choose(finds: readonly Find[]): Find[] {
  const ordered = [...finds].sort((a, b) => (isBetter(a, b) ? -1 : 1));
  const taken: Find[] = [];
  for (const find of ordered) {
    const clash = taken.filter((other) => other.start < find.end && find.start < other.end);
    if (clash.length === 0) taken.push(find);
    else {
      const rest = restOf(find, clash);
      if (rest) taken.push(rest);
    }
  }
  return joinTouching(taken.sort((a, b) => a.start - b.start));
}

/** The longest free end of a find, if it is worth hiding; a scored guess is dropped whole. */
function restOf(find: Find, clash: readonly Find[]): Find | undefined {
  if (
    find.strength === "scored" ||
    clash.some((other) => other.start <= find.start && other.end >= find.end)
  )
    return undefined;
  const left = Math.min(...clash.map((other) => other.start)) - find.start;
  const right = find.end - Math.max(...clash.map((other) => other.end));
  if (Math.max(left, right) < 3) return undefined;
  return left >= right ? { ...find, end: find.start + left } : { ...find, start: find.end - right };
}

const joinable: ReadonlySet<string> = new Set(["ADDRESS", "LOCATION", "PERSON"]);

function joinTouching(finds: readonly Find[]): Find[] {
  const out: Find[] = [];
  for (const find of finds) {
    const last = out.at(-1);
    const touches = last && find.start - last.end <= 0;
    if (touches && last.type === find.type && joinable.has(find.type))
      out[out.length - 1] = { ...last, end: Math.max(last.end, find.end) };
    else out.push(find);
  }
  return out;
}
