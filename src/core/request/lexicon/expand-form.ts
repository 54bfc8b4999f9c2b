/**
 * Lexicon shorthand: `(x)` is optional, `(x|y)` is one of, `(x|y|)` is one of or nothing.
 * `"(job )application(s)"` gives four forms. Groups do not nest.
 */
export function expandForm(shorthand: string): string[] {
  if (!shorthand.includes("(")) return [tidy(shorthand)];
  const group = /\(([^()]*)\)/.exec(shorthand);
  if (group === null) return [tidy(shorthand)];
  const inside = group[1] ?? "";
  const choices = inside.includes("|") ? inside.split("|") : [inside, ""];
  const before = shorthand.slice(0, group.index);
  const after = shorthand.slice(group.index + group[0].length);
  return choices.flatMap((choice) => expandForm(before + choice + after));
}

function tidy(form: string): string {
  const doubled = form.includes("  ") ? form.replace(/\s+/g, " ") : form;
  return doubled.trim();
}
