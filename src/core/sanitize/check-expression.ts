/** Whether an own expression may run, or why not. */
export type ExpressionCheck =
  { readonly safe: true } | { readonly safe: false; readonly reason: string };

const longest = 200;
const refuse = (reason: string): ExpressionCheck => ({ safe: false, reason });

/** Parts of the pattern: an unbounded quantifier, the start or end of a group, or one atom. */
type Part =
  | { readonly kind: "open" }
  | { readonly kind: "close" }
  | { readonly kind: "or" }
  | { readonly kind: "atom"; readonly source: string }
  | { readonly kind: "repeat"; readonly unbounded: boolean };

const token =
  /\\[pP]\{[^}]*\}|\\k<[^>]*>|\\u\{[^}]*\}|\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<\w+>))?|\)|\||[*+?]\??|\{\d+(?:,\d*)?\}\??|[^]/gu;

function readPart(source: string): Part {
  if (source.startsWith("(")) return { kind: "open" };
  if (source === ")") return { kind: "close" };
  if (source === "|") return { kind: "or" };
  if (/^[*+]/.test(source)) return { kind: "repeat", unbounded: true };
  if (source.startsWith("?")) return { kind: "repeat", unbounded: false };
  const counted = /^\{(\d+)(,?)(\d*)\}/.exec(source);
  if (counted)
    return {
      kind: "repeat",
      unbounded: counted[2] === "," && (counted[3] === "" || Number(counted[3]) > 100),
    };
  return { kind: "atom", source };
}

interface Group {
  hasRepeat: boolean;
  hasOr: boolean;
  /** Atoms that repeat without bound, one right after the other. */
  lastRepeated: string | undefined;
  lastAtom: string | undefined;
}

const newGroup = (): Group => ({
  hasRepeat: false,
  hasOr: false,
  lastRepeated: undefined,
  lastAtom: undefined,
});

/** Two atoms can match the same character, as far as one can tell without running them. */
function overlaps(a: string, b: string): boolean {
  const samples = Array.from("aZ0 _-.,:;/@#'\"()é\n\t");
  try {
    const first = new RegExp(`^(?:${a})$`, "iu");
    const second = new RegExp(`^(?:${b})$`, "iu");
    return samples.some((char) => first.test(char) && second.test(char)) || a === b;
  } catch {
    return true;
  }
}

function checkShape(parts: readonly Part[]): string | undefined {
  const stack: Group[] = [newGroup()];
  let closed: Group | undefined;
  for (const part of parts) {
    const group = stack.at(-1) ?? newGroup();
    if (part.kind === "open") stack.push(newGroup());
    else if (part.kind === "close") closed = stack.pop();
    else if (part.kind === "or")
      Object.assign(group, { hasOr: true, lastAtom: undefined, lastRepeated: undefined });
    else if (part.kind === "atom") {
      if (group.lastAtom !== undefined) group.lastRepeated = undefined;
      group.lastAtom = part.source;
    } else if (part.unbounded) {
      if (closed?.hasRepeat === true)
        return "It repeats something that already repeats, which can take for ever.";
      if (closed?.hasOr === true)
        return "It repeats a choice without a limit, which can take for ever.";
      const atom = group.lastAtom;
      if (
        !closed &&
        atom !== undefined &&
        group.lastRepeated !== undefined &&
        overlaps(atom, group.lastRepeated)
      ) {
        return "Two repeats in a row can match the same text, which can take very long.";
      }
      group.lastRepeated = closed ? undefined : atom;
      group.lastAtom = undefined;
      for (const outer of stack) outer.hasRepeat = true;
    }
    if (part.kind !== "close") closed = undefined;
    else if (closed?.hasRepeat === true) (stack.at(-1) ?? group).hasRepeat = true;
  }
  return undefined;
}

/** Refuses expressions that do not compile, match everything, or may need more than linear time. */
export function checkExpression(expression: string): ExpressionCheck {
  if (expression.trim() === "") return refuse("It is empty.");
  if (expression.length > longest)
    return refuse(`It is longer than ${String(longest)} characters.`);
  try {
    const compiled = new RegExp(expression, "giu");
    if (compiled.test("")) return refuse("It matches nothing at all, and so everywhere.");
  } catch {
    return refuse("It is not a valid regular expression.");
  }
  if (/\\[1-9]|\\k</.test(expression))
    return refuse("It refers back to an earlier group, which can take very long.");
  if (/\(\?<?[=!]/.test(expression))
    return refuse("It looks ahead or behind; write what is to be hidden itself.");
  if (/^\.[*+]|^\[\^?\\?[sSwWdD]?[^\]]{0,3}\][*+]$|^\\[SwW][*+]$/.test(expression))
    return refuse("It would hide nearly everything.");
  const reason = checkShape([...expression.matchAll(token)].map((match) => readPart(match[0])));
  return reason === undefined ? { safe: true } : refuse(reason);
}
