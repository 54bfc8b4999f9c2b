import type { AnyKind } from "../../records/any-kind.ts";
import type { Field } from "../../records/field.ts";
import { millimetre } from "./ink.ts";
import type { Orientation, Paper } from "./sheet.ts";
import type { TableColumn } from "./table-row.ts";
import type { Measure } from "./wrap-text.ts";

/** How a kind is laid out: some columns as a table, the rest as lines below each row. */
export interface ChosenColumns {
  readonly orientation: Orientation;
  readonly inTable: readonly string[];
  readonly below: readonly string[];
  readonly columns: readonly TableColumn[];
}

interface Candidate {
  readonly name: string;
  readonly head: string;
  readonly least: number;
  readonly natural: number;
  readonly numeric: boolean;
}

const gap = 8;
/** A cell wants no more than this, however long its text is. */
const widest = 150;
/** A word longer than this is broken. */
const longestWord = 84;
const mostPortrait = 7;
const side = 20 * millimetre;
const paperSizes: Readonly<Record<Paper, readonly [number, number]>> = {
  a4: [595.28, 841.89],
  letter: [612, 792],
};
/** Prose and nested values are read in full width, not in a narrow column. */
const proseTypes: ReadonlySet<Field["type"]> = new Set([
  "long-text",
  "stages",
  "messages",
  "object",
]);

/**
 * Chooses from a sample of shown cells (by column name). Columns that are empty in the sample go below,
 * where they take no room unless a later row fills them.
 */
export function chooseColumns(
  kind: AnyKind,
  names: readonly string[],
  sample: ReadonlyMap<string, readonly string[]>,
  measure: Measure,
  paper: Paper,
): ChosenColumns {
  const candidates: Candidate[] = [];
  const below: string[] = [];
  for (const name of names) {
    const field = kind.fields[name];
    const cells = sample.get(name) ?? [];
    const candidate = describe(name, field, cells, measure);
    const fits = candidate.natural <= 2 * widest && !proseTypes.has(field?.type ?? "any");
    const shown = cells.some((cell) => cell !== "") || candidates.length === 0;
    if (shown && (fits || names.length <= 2) && field?.type !== "url") candidates.push(candidate);
    else below.push(name);
  }
  const [short, long] = paperSizes[paper];
  const least = (list: readonly Candidate[]): number =>
    list.reduce((sum, one) => sum + one.least, 0);
  const portrait =
    candidates.length <= mostPortrait && least(candidates) <= (short - 2 * side) * 0.9;
  const width = (portrait ? short : long) - 2 * side;
  while (candidates.length > 1 && least(candidates) > width) {
    const last = candidates.pop();
    if (last !== undefined) below.unshift(last.name);
  }
  return {
    orientation: portrait ? "portrait" : "landscape",
    inTable: candidates.map(({ name }) => name),
    below: names.filter((name) => below.includes(name)),
    columns: share(candidates, width),
  };
}

function describe(
  name: string,
  field: Field | undefined,
  cells: readonly string[],
  measure: Measure,
): Candidate {
  const head = field?.label ?? name;
  const texts = [head, ...cells.map((cell) => cell.slice(0, 200))];
  const words = texts.flatMap((text) => text.split(/[\s/-]+/));
  const natural = Math.max(...texts.map(measure)) + gap;
  return {
    name,
    head,
    least: Math.min(longestWord, Math.max(20, ...words.map(measure))) + gap,
    natural,
    numeric: field?.type === "integer" || field?.type === "decimal",
  };
}

/** Everybody gets what is needed, what is left goes to those who would otherwise wrap. */
function share(candidates: readonly Candidate[], width: number): readonly TableColumn[] {
  const least = candidates.map((one) => one.least);
  const wants = candidates.map((one) => Math.max(one.least, Math.min(one.natural, widest + gap)));
  const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);
  const spare = width - sum(least);
  const wish = sum(wants) - sum(least);
  const part = wish <= 0 ? 0 : Math.min(1, spare / wish);
  const rest = Math.max(0, spare - wish) / candidates.length;
  return candidates.map(({ head, numeric }, at) => {
    const from = least[at] ?? 0;
    const own = from + ((wants[at] ?? 0) - from) * part + rest;
    return {
      head,
      width: own,
      ...(numeric && { align: "right" as const }),
      ...(at === 0 && { bold: true as const }),
    };
  });
}
