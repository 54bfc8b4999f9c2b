import type { Candidate } from "../recognizers/contract.ts";
import type { Scene } from "./reading/scene.ts";

const smallWordWeight = 0.3;
const leastWords = 0.8;
/** Fewer, longer readings beat many short ones. */
const costOfReading = 0.3;

/** Weight of the words before each token: content words count 1, small words little. */
function wordWeights(scene: Scene): number[] {
  const sums = [0];
  for (let i = 0; i < scene.tokens.length; i++) {
    const small = scene.tokens[i]?.kind === "mark" || scene.at(i, "filler")?.to === i + 1;
    sums.push((sums[i] ?? 0) + (small ? smallWordWeight : 1));
  }
  return sums;
}

/** The best set of readings that do not overlap: weighted interval scheduling, O(n log n). */
export function pickReadings(scene: Scene, candidates: readonly Candidate[]): Candidate[] {
  const sums = wordWeights(scene);
  const sorted = [...candidates].sort((a, b) => a.to - b.to || a.from - b.from);
  const best: number[] = [0];
  const taken: boolean[] = [];
  const previous: number[] = [];
  for (const [i, candidate] of sorted.entries()) {
    const before = countEndingBy(sorted, candidate.from, i);
    const withIt = (best[before] ?? 0) + weightOf(candidate, sums);
    const without = best[i] ?? 0;
    previous.push(before);
    taken.push(withIt > without);
    best.push(Math.max(withIt, without));
  }
  const picked: Candidate[] = [];
  for (let i = sorted.length; i > 0;) {
    const candidate = sorted[i - 1];
    if (taken[i - 1] === true && candidate !== undefined) {
      picked.push(candidate);
      i = previous[i - 1] ?? 0;
    } else i -= 1;
  }
  return picked.reverse();
}

function weightOf(candidate: Candidate, sums: readonly number[]): number {
  const words = (sums[candidate.to] ?? 0) - (sums[candidate.from] ?? 0);
  const sure = candidate.findings.reduce((least, f) => Math.min(least, f.confidence), 1);
  // "as is" consists of small words and still says something.
  const own = Math.max(words, leastWords);
  return own * (0.5 + sure / 2) - costOfReading + (candidate.bonus ?? 0);
}

/** How many of the first `limit` readings end at or before `token`. */
function countEndingBy(sorted: readonly Candidate[], token: number, limit: number): number {
  let low = 0;
  let high = limit;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.to ?? 0) <= token) low = middle + 1;
    else high = middle;
  }
  return low;
}
