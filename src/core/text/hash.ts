/** FNV-1a over UTF-16 units: words are compared by 32-bit numbers, which costs no strings. */
export const emptyHash = 0x811c9dc5 | 0;

export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

export function hashWord(word: string): number {
  let hash = emptyHash;
  for (let i = 0; i < word.length; i += 1) hash = hashStep(hash, word.charCodeAt(i));
  return hash;
}

/** Joins two hashes into one. */
export function mix(a: number, b: number): number {
  const joined = Math.imul(a ^ (b >>> 15), 0x2c1b3c6d) ^ Math.imul(b, 0x297a2d39);
  return (joined ^ (joined >>> 12)) | 0;
}
