import type { Salvaged } from "./salvage-json.ts";

const mostNamed = 20;
const head = '{"export_info":{"format":"ndjson","version":"1.0"}}';

/** Lines of JSON that are whole. Undefined where the text is something else. */
export function salvageNdjson(text: string): Salvaged | undefined {
  const lines = text.split("\n");
  const whole = lines.map((line) => isObject(line));
  const count = whole.filter(Boolean).length;
  const own = /^\{\s*"export_info"\s*:/.test(lines[0] ?? "") || /"kind"\s*:/.test(lines[1] ?? "");
  if (count < 2 || !own) return undefined;
  const broken = lines.flatMap((line, at) =>
    whole[at] || line.trim() === "" ? [] : [`line ${String(at + 1)}`],
  );
  const kept = lines.filter((_, at) => whole[at]);
  const headed = kept[0]?.includes('"export_info"') === true;
  return {
    text: `${[...(headed ? [] : [head]), ...kept].join("\n")}\n`,
    kept: headed ? count - 1 : count,
    lost: named(broken),
  };
}

function isObject(line: string): boolean {
  if (!line.startsWith("{")) return false;
  try {
    return typeof JSON.parse(line) === "object";
  } catch {
    return false;
  }
}

/** Letters of one row; a quote that lost its end would else take everything behind it. */
const longestRow = 1024 * 1024;
const mostWalks = 12;

/**
 * Rows that have as many cells as the header and whole quotes; after a broken one the next line begins anew.
 * Undefined where the text is no table.
 */
export function salvageCsv(text: string): Salvaged | undefined {
  const plain = text.replace(/^\ufeff/, "");
  const first = rowAt(plain, 0, delimiterOf(plain), plain.length);
  if (first.cells < 2) return undefined;
  const delimiter = delimiterOf(plain);
  const rows = [plain.slice(0, first.end)];
  const lost: string[] = [];
  let budget = mostWalks * plain.length + longestRow;
  let line = 1 + lineEnds(plain, 0, first.end);
  for (let at = first.end; at < plain.length;) {
    const row = budget > 0 ? rowAt(plain, at, delimiter, longestRow) : undefined;
    const good = row !== undefined && (row.cells === first.cells || row.empty);
    const end = good ? row.end : nextLine(plain, at);
    budget -= (row?.end ?? at) - at;
    if (!good) lost.push(`row in line ${String(line)}`);
    else if (!row.empty) rows.push(plain.slice(at, end));
    line += lineEnds(plain, at, end);
    at = end;
  }
  const joined = rows.map((row) => row.replace(/\r?\n?$/, "\r\n")).join("");
  return { text: joined, kept: rows.length - 1, lost: named(lost) };
}

function delimiterOf(text: string): string {
  const header = text.slice(0, nextLine(text, 0));
  const counts = [",", ";", "\t"].map((one) => [one, header.split(one).length] as const);
  return counts.sort((one, other) => other[1] - one[1])[0]?.[0] ?? ",";
}

interface Row {
  readonly end: number;
  readonly cells: number;
  readonly empty: boolean;
}

/** Number of cells of a row with broken quotes: fits no header. */
const broken = -1;

/** One row of RFC 4180; `end` is how far it was walked. */
function rowAt(text: string, from: number, delimiter: string, most: number): Row {
  let cells = 1;
  let quoted = false;
  let fresh = true;
  const last = Math.min(text.length, from + most);
  for (let at = from; at < last; at += 1) {
    const sign = text[at];
    if (quoted) {
      if (sign !== '"') continue;
      if (text[at + 1] === '"') at += 1;
      else {
        quoted = false;
        if (!/^(?:[,;\t\r\n]|$)/.test(text.slice(at + 1, at + 2)))
          return { end: at, cells: broken, empty: false };
      }
    } else if (sign === '"' && fresh) {
      quoted = true;
      fresh = false;
    } else if (sign === "\n") return { end: at + 1, cells, empty: at - from < 2 };
    else if (sign === delimiter) {
      cells += 1;
      fresh = true;
    } else fresh = false;
  }
  return { end: last, cells: quoted || last < text.length ? broken : cells, empty: last === from };
}

function nextLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end + 1;
}

function lineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1))
    count += 1;
  return count;
}

const named = (places: readonly string[]): readonly string[] =>
  places.length <= mostNamed
    ? places
    : [...places.slice(0, mostNamed), `and ${String(places.length - mostNamed)} more`];
