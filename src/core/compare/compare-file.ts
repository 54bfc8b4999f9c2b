import { csvCell } from "../escape/csv-cell.ts";
import { markdownCell } from "../escape/markdown.ts";
import { findKind } from "../records/any-kind.ts";
import type { Comparison, Difference } from "./compare-archives.ts";
import { comparisonWords, tellingFields } from "./compare-words.ts";

type Content = Pick<Comparison, "kinds" | "differences">;
/** A comparison as a file of its own. */
export interface ComparedSides {
  readonly before: string;
  readonly after: string;
  /** Instant of the comparison. */
  readonly at: string;
  /** BCP 47 tag for numbers. */
  readonly locale: string;
}
export const comparisonForms = ["md", "csv", "json"] as const;
export type ComparisonForm = (typeof comparisonForms)[number];

/** The file as text, with its media type. Times of storage are in JSON only. */
export function comparisonFile(
  form: ComparisonForm,
  comparison: Content,
  sides: ComparedSides,
): { readonly text: string; readonly mediaType: string } {
  if (form === "json") return { text: asJson(comparison, sides), mediaType: "application/json" };
  if (form === "csv") return { text: asCsv(comparison), mediaType: "text/csv" };
  return { text: asMarkdown(comparison, sides), mediaType: "text/markdown" };
}

function asJson({ kinds, differences }: Content, sides: ComparedSides): string {
  const { before, after, at, locale } = sides;
  const words = comparisonWords({ kinds, differences }, locale);
  const head = { format: "job-tracker-pro-comparison", version: "1.0", before, after, at };
  const changed = differences.map(({ fields, ...one }) => ({
    ...one,
    ...(fields && {
      fields: fields.map(({ field, here, inFile }) => ({ field, before: here, after: inFile })),
    }),
  }));
  return `${JSON.stringify({ ...head, words, kinds, differences: changed }, undefined, 2)}\n`;
}

const columns = ["kind", "id", "title", "change", "field", "before", "after"] as const;

/** One row a field that changed, one row a record that came or went. */
function rowsOf(difference: Difference): readonly (readonly string[])[] {
  const { kind, id, title, change } = difference;
  const head = [findKind(kind).one, id, title, change];
  if (change !== "changed") return [[...head, "", "", ""]];
  return tellingFields(difference).map(({ field, here, inFile }) => [
    ...head,
    findKind(kind).fields[field]?.label ?? field,
    textOf(here),
    textOf(inFile),
  ]);
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** RFC 4180 with guarded formulas: titles and notes are anybody's words. */
function asCsv({ differences }: Content): string {
  const rows = [[...columns], ...differences.flatMap(rowsOf)];
  const style = { delimiter: ",", guard: true } as const;
  return rows.map((row) => `${row.map((cell) => csvCell(cell, style)).join(",")}\r\n`).join("");
}

function asMarkdown(comparison: Content, { before, after, at, locale }: ComparedSides): string {
  const words = comparisonWords(comparison, locale).map((line) => `- ${markdownCell(line)}`);
  const rows = comparison.differences
    .flatMap(rowsOf)
    .map(([kind = "", , title = "", ...rest]) => lineOf([kind, title, ...rest]));
  const table = rows.length === 0 ? [] : [lineOf(markdownHead), rule, ...rows, ""];
  return [
    `# From ${markdownCell(before)} to ${markdownCell(after)}`,
    "",
    `Compared on ${at.slice(0, 10)}.`,
    "",
    ...(words.length === 0 ? ["Nothing changed."] : words),
    "",
    ...table,
  ].join("\n");
}

const markdownHead: readonly string[] = ["Kind", "Record", "Change", "Field", "Before", "After"];
const rule = `|${markdownHead.map(() => " --- |").join("")}`;
const lineOf = (cells: readonly string[]): string => `| ${cells.map(markdownCell).join(" | ")} |`;
