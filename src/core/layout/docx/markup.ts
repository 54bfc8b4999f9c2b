import { escapeXml } from "../../escape/markup.ts";

export interface Run {
  readonly text: string;
  readonly bold?: true;
  /** An address that `safeLink` let through. */
  readonly link?: string;
}

/** Styles of `styles.xml`. `Record` marks the first paragraph of each record, for whoever counts them. */
export type Style =
  | "Title"
  | "Heading1"
  | "Heading2"
  | "Normal"
  | "Quiet"
  | "Cell"
  | "CellHead"
  | "CellHeadRight"
  | "CellRight"
  | "Record"
  | "RecordHeading";

export function paragraph(style: Style, runs: string | readonly Run[]): string {
  const all = typeof runs === "string" ? [{ text: runs }] : runs;
  const properties = style === "Normal" ? "" : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}${all.map(runMarkup).join("")}</w:p>`;
}

function runMarkup({ text, bold, link }: Run): string {
  const properties = bold === true ? "<w:rPr><w:b/><w:bCs/></w:rPr>" : "";
  const run = `<w:r>${properties}${textMarkup(text)}</w:r>`;
  // A field, not a relation: the file can be written in one go.
  return link === undefined
    ? run
    : `<w:fldSimple w:instr=" HYPERLINK &quot;${escapeXml(link)}&quot; ">${run}</w:fldSimple>`;
}

/** Line ends and tabs are elements of their own (ECMA-376, 17.3.3). */
function textMarkup(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .split(/(\n|\t)/)
    .map((part) => {
      if (part === "\n") return "<w:br/>";
      if (part === "\t") return "<w:tab/>";
      return part === "" ? "" : `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`;
    })
    .join("");
}

export interface CellMarkup {
  /** Paragraphs. */
  readonly content: string;
  readonly span?: number;
  readonly shaded?: true;
}

/** Opens a table of fixed columns, in twentieths of a point. Rows follow, and `</w:tbl>`. */
export function openTable(widths: readonly number[]): string {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const grid = widths.map((width) => `<w:gridCol w:w="${String(width)}"/>`).join("");
  return `<w:tbl><w:tblPr><w:tblStyle w:val="Table"/><w:tblW w:w="${String(total)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>`;
}

/** A row is never split over pages; a head is repeated on each. */
export function tableRow(
  cells: readonly CellMarkup[],
  widths: readonly number[],
  more: { readonly head?: true; readonly keepNext?: true } = {},
): string {
  let column = 0;
  const parts = cells.map(({ content, span = 1, shaded }) => {
    const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
    column += span;
    const spans = span === 1 ? "" : `<w:gridSpan w:val="${String(span)}"/>`;
    const shade = shaded === true ? '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F0"/>' : "";
    return `<w:tc><w:tcPr><w:tcW w:w="${String(width)}" w:type="dxa"/>${spans}${shade}</w:tcPr>${content}</w:tc>`;
  });
  const head = more.head === true ? "<w:tblHeader/>" : "";
  return `<w:tr><w:trPr><w:cantSplit/>${head}</w:trPr>${parts.join("")}</w:tr>`;
}

/** Widths that fill the page in the given shares. */
export function shareOut(shares: readonly number[], total: number): readonly number[] {
  const sum = shares.reduce((all, share) => all + share, 0);
  return shares.map((share) => Math.round((share / sum) * total));
}
