export interface DiffPiece {
  readonly text: string;
  readonly changed: boolean;
}
export interface Diff {
  readonly before: readonly DiffPiece[];
  readonly after: readonly DiffPiece[];
}

/** Longer texts are compared by their common head and tail only: the table is quadratic. */
const most = 400;

const cut = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+|\s+|[^\s]/gu) ?? [];

/** What differs between a text before and after sanitising, word by word. */
export function diffWords(before: string, after: string): Diff {
  const a = cut(before);
  const b = cut(after);
  const kept = a.length > most || b.length > most ? commonEnds(a, b) : commonWords(a, b);
  return {
    before: join(a, new Set(kept.map(([at]) => at))),
    after: join(b, new Set(kept.map(([, at]) => at))),
  };
}

type Pair = readonly [number, number];

/** Pairs of equal words of the longest common subsequence. */
function commonWords(a: readonly string[], b: readonly string[]): readonly Pair[] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: Pair[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

function commonEnds(a: readonly string[], b: readonly string[]): readonly Pair[] {
  const pairs: Pair[] = [];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) pairs.push([head, head++]);
  let tail = 1;
  while (
    a.length - tail >= head &&
    b.length - tail >= head &&
    a[a.length - tail] === b[b.length - tail]
  ) {
    pairs.push([a.length - tail, b.length - tail]);
    tail++;
  }
  return pairs;
}

/** A blank between two changed words belongs to the change. */
function join(words: readonly string[], kept: ReadonlySet<number>): readonly DiffPiece[] {
  const pieces: DiffPiece[] = [];
  words.forEach((text, index) => {
    const bridges = /^\s+$/u.test(text) && index > 0 && index + 1 < words.length;
    const changed = bridges ? !kept.has(index - 1) && !kept.has(index + 1) : !kept.has(index);
    const last = pieces.at(-1);
    if (last?.changed === changed) pieces[pieces.length - 1] = { text: last.text + text, changed };
    else pieces.push({ text, changed });
  });
  return pieces;
}
