export interface TextPiece {
  readonly text: string;
  readonly marked: boolean;
}

/** The text cut at the first place of each of the words, so that those can be marked. */
export function markWords(text: string, words: readonly string[]): readonly TextPiece[] {
  const spans = [...new Set(words)]
    .filter((word) => word !== "")
    .map((word) => ({ start: text.indexOf(word), length: word.length }))
    .filter(({ start }) => start >= 0)
    .sort((a, b) => a.start - b.start || b.length - a.length);
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const { start, length } of spans) {
    if (start < at) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
    pieces.push({ text: text.slice(start, start + length), marked: true });
    at = start + length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}
