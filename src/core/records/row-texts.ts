type Row = Readonly<Record<string, unknown>>;

const known = new WeakMap<readonly Row[], readonly string[]>();

/** `JSON.stringify` of each row of a batch, done once: the format writes the text that the proof digests. */
export function rowTexts(rows: readonly Row[]): readonly string[] {
  const texts = known.get(rows) ?? rows.map((row) => JSON.stringify(row));
  known.set(rows, texts);
  return texts;
}
