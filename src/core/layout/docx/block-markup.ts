import type { Block, BlockHead, BlockRow } from "../blocks.ts";
import { openTable, paragraph, shareOut, tableRow, type CellMarkup } from "./markup.ts";
import type { Page } from "./page.ts";

const blank = paragraph("Cell", "");

/** One part of a document as markup of Word. */
export function blockMarkup(block: Block, page: Page): string {
  switch (block.is) {
    case "heading":
      return paragraph(block.level === 1 ? "Title" : "Heading1", block.text);
    case "text": {
      const lead =
        block.lead === undefined ? [] : [{ text: `${block.lead} `, bold: true } as const];
      return paragraph(block.quiet === true ? "Quiet" : "Normal", [...lead, { text: block.text }]);
    }
    case "table":
      return tableMarkup(block.heads, block.rows, page);
    case "lines": {
      const widths = [page.inner];
      const row = tableRow([{ content: blank + blank }], widths);
      return openTable(widths) + row.repeat(block.count) + closeTable;
    }
    case "signature": {
      const widths = shareOut([1, 0.2, 1], page.inner);
      const gap = paragraph("Normal", "") + paragraph("Normal", "");
      const line = "_".repeat(38);
      const cells = block.labels.map((label) => ({
        content: paragraph("Cell", line) + paragraph("Quiet", label),
      }));
      const [first = { content: blank }, second = { content: blank }] = cells;
      // No rules: the lines to sign on are the only ones.
      const open = openTable(widths).replace('<w:tblStyle w:val="Table"/>', "");
      return gap + open + tableRow([first, { content: blank }, second], widths) + closeTable;
    }
  }
}

/** Word wants a paragraph behind a table. */
export const closeTable = `</w:tbl>${paragraph("Cell", "")}`;

function tableMarkup(heads: readonly BlockHead[], rows: readonly BlockRow[], page: Page): string {
  const widths = shareOut(
    heads.map(({ width }) => width),
    page.inner,
  );
  const head = tableRow(
    heads.map(({ text, number }) => ({
      content: paragraph(number === true ? "CellHeadRight" : "CellHead", text),
    })),
    widths,
    { head: true },
  );
  return (
    openTable(widths) +
    head +
    rows.map((row) => rowMarkup(row, heads, widths)).join("") +
    closeTable
  );
}

function rowMarkup(row: BlockRow, heads: readonly BlockHead[], widths: readonly number[]): string {
  if ("group" in row) {
    const words = [{ text: row.group, bold: true } as const, { text: ` · ${row.count}` }];
    const cell: CellMarkup = {
      content: paragraph("CellHead", words),
      span: heads.length,
      shaded: true,
    };
    return tableRow([cell], widths);
  }
  const cells = row.cells.map((text, at) => ({
    content: paragraph(heads[at]?.number === true ? "CellRight" : "Cell", text),
  }));
  return tableRow(cells, widths);
}
