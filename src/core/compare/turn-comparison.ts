import type { Comparison, Difference } from "./compare-archives.ts";

const turned: Readonly<Record<Difference["change"], Difference["change"]>> = {
  added: "removed",
  removed: "added",
  changed: "changed",
};

/** The same comparison seen from the other side: what was added was removed, after is before. */
export function turnComparison({ kinds, differences }: Comparison): Omit<Comparison, "sentence"> {
  return {
    kinds: kinds.map(({ added, removed, ...one }) => ({ ...one, added: removed, removed: added })),
    differences: differences.map(({ change, fields, ...one }) => ({
      ...one,
      change: turned[change],
      ...(fields && {
        fields: fields.map(({ field, here, inFile }) => ({ field, here: inFile, inFile: here })),
      }),
    })),
  };
}
