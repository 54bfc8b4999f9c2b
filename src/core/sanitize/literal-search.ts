const keyLength = 4;

/**
 * Looks for very many literals in one pass over a text: a table of the first two code units rules out
 * nearly every place, a map of the first four the rest. Literals shorter than four are not taken.
 */
export class LiteralSearch<T> {
  readonly #begins = new Uint8Array(0x10000);
  readonly #byKey = new Map<string, { readonly literal: string; readonly value: T }[]>();

  add(literal: string, value: T): void {
    if (literal.length < keyLength) return;
    this.#begins[pairAt(literal, 0)] = 1;
    const key = literal.slice(0, keyLength);
    const known = this.#byKey.get(key);
    if (known === undefined) this.#byKey.set(key, [{ literal, value }]);
    else known.push({ literal, value });
  }

  /** Every place where a literal begins, in order; literals that overlap are all told. */
  *find(
    text: string,
  ): Generator<{ readonly start: number; readonly end: number; readonly value: T }> {
    if (this.#byKey.size === 0) return;
    const last = text.length - keyLength;
    for (let start = 0; start <= last; start += 1) {
      if (this.#begins[pairAt(text, start)] === 0) continue;
      for (const { literal, value } of this.#byKey.get(text.slice(start, start + keyLength)) ??
        []) {
        if (text.startsWith(literal, start)) yield { start, end: start + literal.length, value };
      }
    }
  }
}

function pairAt(text: string, at: number): number {
  return (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) & 0xffff;
}
