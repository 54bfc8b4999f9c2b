import { fail } from "../../failure.ts";
import { limits } from "../../restore/limits.ts";
import { collectBytes } from "../../zip/byte-streams.ts";
import { openZip } from "../../zip/open-zip.ts";

const doctype = /<!(?:DOCTYPE|ENTITY)/i;
const cellTag = /<(?:\w+:)?c\b([^>]*)>(?:\s*<(?:\w+:)?v>(\d+)<)?/g;

/**
 * Judges the parts of a workbook before a library reads them: no document types, no cell beyond the
 * limits, no string that does not exist.
 * @throws FailureError naming the part and the cell.
 */
export async function checkWorkbook(book: Blob, name: string): Promise<"xlsx" | "ods"> {
  const { entries } = await openZip(book, {});
  const parts = entries.filter((entry) => /\.(?:xml|rels)$/i.test(entry.name));
  const texts = new Map<string, string>();
  for (const part of parts) {
    const text = decodeXml(await collectBytes(part.open()));
    if (doctype.test(text)) refuse(part.name, "It holds a document type");
    texts.set(part.name, text);
  }
  const strings = [...texts].find(([part]) => /sharedStrings\.xml$/i.test(part))?.[1];
  const count = strings === undefined ? 0 : (strings.match(/<(?:\w+:)?si\b/g)?.length ?? 0);
  for (const [part, text] of texts) {
    if (/worksheets\/[^/]+\.xml$/i.test(part)) checkCells(part, text, count);
  }
  if (texts.size === 0) refuse(name, "It holds no parts");
  return texts.has("content.xml") ? "ods" : "xlsx";
}

/** XML in UTF-16 would hide from a search for ASCII. */
function decodeXml(bytes: Uint8Array): string {
  const wide = bytes[0] === 0xff || bytes[0] === 0xfe || bytes[0] === 0 || bytes[1] === 0;
  const big = bytes[0] === 0xfe || bytes[0] === 0;
  return new TextDecoder(wide ? (big ? "utf-16be" : "utf-16le") : "utf-8").decode(bytes);
}

function checkCells(part: string, text: string, strings: number): void {
  for (const [, attributes = "", value] of text.matchAll(cellTag)) {
    const [, letters = "", row = "0"] = /\br="([A-Z]{1,3})(\d{1,7})"/.exec(attributes) ?? [];
    const column = Array.from(letters).reduce(
      (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
      0,
    );
    over(`Columns (cell ${letters}${row} of ${part})`, limits.csvColumns, column);
    over(`Rows (cell ${letters}${row} of ${part})`, limits.csvRows, Number(row));
    if (/\bt="s"/.test(attributes) && value !== undefined && Number(value) >= strings) {
      const detail = `It refers to text ${value}, and there are ${String(strings)}`;
      refuse(`cell ${letters}${row} of ${part}`, detail);
    }
  }
}

function over(what: string, limit: number, actual: number): void {
  if (actual > limit) fail({ code: "limit-exceeded", what, limit, actual });
}

const refuse = (where: string, detail: string): never =>
  fail({ code: "archive-refused", where, detail });
