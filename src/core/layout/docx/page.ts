import { escapeXml } from "../../escape/markup.ts";
import type { ExportDocument } from "../../formats/contract.ts";

/** A page in twentieths of a point. */
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  readonly inner: number;
}

/** A4 or Letter; the log and documents of tables lie down. */
export function pageOf(document: ExportDocument): Page {
  const [short, long] = document.options?.["paper"] === "letter" ? [12240, 15840] : [11906, 16838];
  const upright = document.template === "sharing";
  const margin = document.template === "work-search" ? 851 : 1134;
  const [width, height] = upright ? [short, long] : [long, short];
  return { width, height, margin, inner: width - 2 * margin };
}

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const bodyStart = `${declaration}<w:document ${namespaces}><w:body>`;

export function bodyEnd({ width, height, margin }: Page): string {
  const lies = width > height ? ' w:orient="landscape"' : "";
  const [w, h, m] = [width, height, margin].map(String);
  return `<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="${w ?? ""}" w:h="${h ?? ""}"${lies}/><w:pgMar w:top="1021" w:right="${m ?? ""}" w:bottom="1021" w:left="${m ?? ""}" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`;
}

/** What the page is, and which of how many. */
export function footerPart(text: string, { inner }: Page): string {
  const field = (name: string): string =>
    `<w:fldSimple w:instr=" ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
  const say = (words: string): string =>
    `<w:r><w:t xml:space="preserve">${escapeXml(words)}</w:t></w:r>`;
  const tab = `<w:tabs><w:tab w:val="right" w:pos="${String(inner)}"/></w:tabs>`;
  return `${declaration}<w:ftr ${namespaces}><w:p><w:pPr><w:pStyle w:val="Footer"/>${tab}</w:pPr>${say(text)}<w:r><w:tab/></w:r>${say("Page ")}${field("PAGE")}${say(" of ")}${field("NUMPAGES")}</w:p></w:ftr>`;
}

/** Title, language and time; nobody's name (look.md, Documents). */
export function corePart({ title, language, exportInfo }: ExportDocument): string {
  const at = `${new Date(exportInfo.timestamp).toISOString().slice(0, 19)}Z`;
  const time = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`;
  return `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>Job Tracker Pro</dc:creator><dc:language>${escapeXml(language)}</dc:language>${time("created")}${time("modified")}</cp:coreProperties>`;
}
