/**
 * Finds where one of many words stands: a table over the first three letters rules out nearly every
 * place in one look, the words themselves are compared only at the rest. Words have three letters or more.
 */
export interface PrefixScan {
  readonly table: Uint8Array;
  readonly words: ReadonlyMap<number, readonly string[]>;
}

const size = 1 << 14;

function keyOf(a: number, b: number, c: number): number {
  return (Math.imul(a, 961) + Math.imul(b, 31) + c) & (size - 1);
}

/** Longest words first at each place. */
export function makePrefixScan(words: readonly string[]): PrefixScan {
  const table = new Uint8Array(size);
  const byKey = new Map<number, string[]>();
  for (const word of [...new Set(words)].sort((a, b) => b.length - a.length)) {
    const key = keyOf(word.charCodeAt(0), word.charCodeAt(1), word.charCodeAt(2));
    table[key] = 1;
    byKey.set(key, [...(byKey.get(key) ?? []), word]);
  }
  return { table, words: byKey };
}

/** The next place at or behind `from` where a word stands, or `undefined`. */
export function nextPrefix(
  scan: PrefixScan,
  text: string,
  from: number,
): { readonly start: number; readonly word: string } | undefined {
  const { table } = scan;
  const last = text.length - 2;
  let a = text.charCodeAt(from);
  let b = text.charCodeAt(from + 1);
  for (let i = from; i < last; i += 1) {
    const c = text.charCodeAt(i + 2);
    if (table[(Math.imul(a, 961) + Math.imul(b, 31) + c) & (size - 1)] === 1) {
      for (const word of scan.words.get(keyOf(a, b, c)) ?? []) {
        if (text.startsWith(word, i)) return { start: i, word };
      }
    }
    a = b;
    b = c;
  }
  return undefined;
}
