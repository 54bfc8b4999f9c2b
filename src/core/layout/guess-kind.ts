import type { AnyKind } from "../records/any-kind.ts";
import { findKind, kindIds } from "../records/any-kind.ts";

/** The kind that knows all of these fields; of several, the one with the fewest of its own. */
export function guessKind(names: readonly string[]): AnyKind | undefined {
  const known = kindIds
    .map((id) => findKind(id))
    .filter((kind) => names.every((name) => Object.hasOwn(kind.fields, name)));
  const size = (kind: AnyKind): number => Object.keys(kind.fields).length;
  return known.sort((a, b) => size(a) - size(b))[0];
}
