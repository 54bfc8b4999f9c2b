import { fail } from "../../failure.ts";
import { limits } from "../../restore/limits.ts";
import { collectBytes } from "../../zip/byte-streams.ts";
import { openZip } from "../../zip/open-zip.ts";

const doctype = /<!(?:DOCTYPE|ENTITY)/i;
const cellTag = /<(?:\w+:)?(c|row)\b([^>]*)>(?:\s*<(?:\w+:)?v>([^<]*)<)?/g;

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
    over(`Bytes of ${part.name}`, limits.workbookPart, part.size);
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

/** Places are counted where a cell does not say its own: a row of nameless cells is as wide as they are many. */
function checkCells(part: string, text: string, strings: number): void {
  let row = 0;
  let column = 0;
  for (const [, tag = "", attributes = "", value] of text.matchAll(cellTag)) {
    if (tag === "row") {
      row = Number(/\br=["'](\d+)["']/.exec(attributes)?.[1] ?? row + 1);
      column = 0;
      over(`Rows (row ${String(row)} of ${part})`, limits.csvRows, row);
      continue;
    }
    const [, letters = "", at] = /\br=["']([A-Za-z]{1,9})(\d{1,15})["']/.exec(attributes) ?? [];
    column = letters === "" ? column + 1 : columnNumber(letters);
    const place = `cell ${letters === "" ? String(column) : letters}${at ?? ` of row ${String(row)}`} of ${part}`;
    over(`Columns (${place})`, limits.csvColumns, column);
    over(`Rows (${place})`, limits.csvRows, Number(at ?? row));
    if (/\bt=["']s["']/.test(attributes) && value !== undefined) checkString(place, value, strings);
  }
}

const columnNumber = (letters: string): number =>
  Array.from(letters.toUpperCase()).reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  );

function checkString(place: string, value: string, strings: number): void {
  const index = value.trim();
  if (/^\d{1,9}$/.test(index) && Number(index) < strings) return;
  refuse(place, `It refers to text ${index.slice(0, 40)}, and there are ${String(strings)}`);
}

function over(what: string, limit: number, actual: number): void {
  if (actual > limit) fail({ code: "limit-exceeded", what, limit, actual });
}

const refuse = (where: string, detail: string): never =>
  fail({ code: "archive-refused", where, detail });
