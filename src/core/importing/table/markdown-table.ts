import { fail } from "../../failure.ts";
import { limits } from "../../restore/limits.ts";
import type { TableRow } from "./row-scanner.ts";

/** A rule of a thousand columns is shorter; the search below would go as deep as the line is long. */
const longestRule = 8_000;
const rule = /^\s*\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)+\|?\s*$|^\s*\|\s*:?-{2,}:?\s*\|\s*$/;

export interface MarkdownTable {
  /** Header first. */
  readonly rows: readonly TableRow[];
  /** The heading above it. */
  readonly heading: string;
}

/** True when a text holds a Markdown table (a header, and a rule of dashes under it). */
export function hasMarkdownTable(text: string): boolean {
  return markdownTables(text.slice(0, 65_536)).length > 0;
}

/** Every Markdown table of a text (GFM tables): cells without their bars, `\|` as a bar. */
export function markdownTables(text: string): readonly MarkdownTable[] {
  const lines = text.split(/\r\n|\r|\n/);
  const tables: MarkdownTable[] = [];
  let heading = "";
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (/^#{1,6}\s/.test(line)) heading = line.replace(/^#+\s*/, "").trim();
    if (!line.includes("|") || !isRule(lines[at + 1] ?? "")) continue;
    const rows: TableRow[] = [{ cells: cellsOf(line, at + 1), number: at + 1 }];
    let next = at + 2;
    while (next < lines.length && (lines[next] ?? "").includes("|")) {
      rows.push({ cells: cellsOf(lines[next] ?? "", next + 1), number: next + 1 });
      next += 1;
    }
    tables.push({ rows, heading });
    at = next - 1;
  }
  return tables;
}

const isRule = (line: string): boolean => line.length <= longestRule && rule.test(line);

function cellsOf(line: string, row: number): readonly string[] {
  const inner = line
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  const cells = inner.split(/(?<!\\)\|/);
  if (cells.length > limits.csvColumns) {
    const what = `Columns in row ${String(row)}`;
    fail({ code: "limit-exceeded", what, limit: limits.csvColumns, actual: cells.length });
  }
  return cells.map((cell) => cell.trim().replaceAll("\\|", "|"));
}
