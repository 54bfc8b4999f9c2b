import { escapeMarkdown, markdownCell } from "../escape/markdown.ts";
import type { Block, BlockHead, BlockRow } from "./blocks.ts";

/** One part of a document as CommonMark with GFM tables. */
export function blockMarkdown(block: Block): string {
  switch (block.is) {
    case "heading":
      return `${"#".repeat(block.level)} ${escapeMarkdown(block.text)}\n`;
    case "text": {
      const lead = block.lead === undefined ? "" : `**${escapeMarkdown(block.lead)}** `;
      return `${lead}${escapeMarkdown(block.text)}\n`;
    }
    case "table":
      return tables(block.heads, block.rows);
    case "lines":
      return "";
    case "signature":
      return `${block.labels.map((label) => `${escapeMarkdown(label)}: \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_`).join("  \n")}\n`;
  }
}

/** Markdown has no rows that head others: each group is a table below its own line. */
function tables(heads: readonly BlockHead[], rows: readonly BlockRow[]): string {
  let text = "";
  let open = false;
  for (const row of rows) {
    if ("group" in row) {
      text += `${text === "" ? "" : "\n"}**${escapeMarkdown(row.group)}** (${escapeMarkdown(row.count)})\n\n`;
      open = false;
      continue;
    }
    if (!open) text += tableHead(heads);
    open = true;
    text += line(row.cells);
  }
  return text;
}

function tableHead(heads: readonly BlockHead[]): string {
  const rules = heads.map(({ number }) => (number === true ? "---:" : "---"));
  return `${line(heads.map(({ text }) => text))}| ${rules.join(" | ")} |\n`;
}

function line(cells: readonly string[]): string {
  return `| ${cells.map(markdownCell).join(" | ")} |\n`;
}
