/** Keys that would reach a prototype are only words here, and renamed. */
const special = new Set(["__proto__", "constructor", "prototype"]);

/** A name for each column, used once: keys of `extra` and of the mapping. */
export function uniqueNames(head: readonly string[]): readonly string[] {
  const used = new Set<string>();
  return head.map((name, at) => {
    const plain =
      name === "" ? `column ${String(at + 1)}` : special.has(name) ? `column ${name}` : name;
    let unique = plain;
    for (let next = 2; used.has(unique); next += 1) unique = `${plain} (${String(next)})`;
    used.add(unique);
    return unique;
  });
}
