/** All matches of a global expression, from the start of the text. */
export function* matchesOf(expression: RegExp, text: string): Generator<RegExpExecArray> {
  expression.lastIndex = 0;
  for (let match = expression.exec(text); match; match = expression.exec(text)) {
    const next = expression.lastIndex;
    yield match;
    // The caller may have used the same expression; an empty match must not stand still.
    expression.lastIndex = match[0] === "" ? next + 1 : next;
  }
}

/** The match of a sticky expression at `index`. */
export function matchAt(
  expression: RegExp,
  text: string,
  index: number,
): RegExpExecArray | undefined {
  expression.lastIndex = index;
  return expression.exec(text) ?? undefined;
}
