/**
 * Lexicon shorthand: `(x)` is optional, `(x|y)` is one of, `(x|y|)` is one of or nothing.
 * `"(job )application(s)"` gives four forms. Groups do not nest.
 */
export function expandForm(shorthand: string): string[] {
  const group = /\(([^()]*)\)/.exec(shorthand);
  if (group === null) return [shorthand.trim().replace(/\s+/g, " ")];
  const inside = group[1] ?? "";
  const choices = inside.includes("|") ? inside.split("|") : [inside, ""];
  const before = shorthand.slice(0, group.index);
  const after = shorthand.slice(group.index + group[0].length);
  return choices.flatMap((choice) => expandForm(before + choice + after));
}
