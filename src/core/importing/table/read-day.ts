import { isDay } from "../../records/record-schema.ts";

/** Which of two numbers is the day: `d/m` or `m/d`. */
export type DayOrder = "day-first" | "month-first";

const monthNames: readonly (readonly string[])[] = [
  "jan january januar jänner janvier janv enero ene gennaio gen janeiro ocak januari".split(" "),
  "feb february februar février fevrier févr fevr febrero febbraio fevereiro fev şubat februari".split(
    " ",
  ),
  "mar march märz maerz mär mrz mars marzo março marco mart maart".split(" "),
  "apr april avril avr abril abr aprile nisan".split(" "),
  "may mai mayo maggio mag maio mayıs mei".split(" "),
  "jun june juni juin junio giugno giu junho haziran".split(" "),
  "jul july juli juillet juil julio luglio lug julho temmuz".split(" "),
  "aug august août aout agosto ago ağustos augustus".split(" "),
  "sep sept september septembre septiembre settembre set setembro eylül".split(" "),
  "oct october oktober okt octobre octubre ottobre ott outubro out ekim".split(" "),
  "nov november novembre noviembre novembro kasım".split(" "),
  "dec december dezember dez décembre decembre déc diciembre dic dicembre dezembro aralık".split(
    " ",
  ),
];
const monthOf = new Map(
  monthNames.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

const numeric = /^(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})\.?$/;
/** A time of day, and what stands for a zone: the day is taken as written, so both are dropped. */
const time =
  /[,T\s]+(?:at\s+|um\s+)?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?|uhr)?\s*(?:z|utc|gmt|[+-]\d{2}(?::?\d{2})?)?$/i;

function makeDay(year: number, month: number, day: number): string | undefined {
  const full = year < 100 ? 2000 + year : year;
  const text = `${String(full).padStart(4, "0")}-${pad(month)}-${pad(day)}`;
  return isDay(text) ? text : undefined;
}
const pad = (value: number): string => String(value).padStart(2, "0");

/** Days between 2000 and 2099 as spreadsheets count them: from 1899-12-30. */
function fromSerial(text: string): string | undefined {
  const days = Number(/^(\d{5})(?:\.\d+)?$/.exec(text)?.[1] ?? 0);
  if (days < 36_526 || days > 73_050) return undefined;
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Seconds or milliseconds since 1970, between 2001 and 2100; the day in UTC. */
function fromEpoch(text: string): string | undefined {
  const [, seconds, millis] = /^(\d{10})(?:\.\d+)?$|^(\d{13})$/.exec(text) ?? [];
  const at = seconds === undefined ? Number(millis ?? 0) : Number(seconds) * 1000;
  return at < 978_307_200_000 || at > 4_102_444_800_000
    ? undefined
    : new Date(at).toISOString().slice(0, 10);
}

/** No way of writing a day and a time is longer. */
const longestDay = 120;

/** Without the end of a range, the zone in brackets and the time of day. */
function plainDay(cell: string): string {
  const [start = ""] = cell
    .trim()
    .slice(0, longestDay)
    .split(/\s*→\s*/);
  return start
    .trim()
    .replace(/\s*\((?:GMT|UTC)[^)]*\)$/i, "")
    .replace(time, "")
    .trim();
}

/**
 * The day in a cell, `YYYY-MM-DD`, as written and never moved by a time zone; undefined where it cannot
 * be read. `order` decides what `3/5/2026` means.
 */
export function readDay(cell: string, order: DayOrder): string | undefined {
  const text = plainDay(cell);
  const [, year, month, day] =
    /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})日?$/.exec(text) ??
    /^(20\d{2})(\d{2})(\d{2})$/.exec(text) ??
    [];
  if (year !== undefined) return makeDay(Number(year), Number(month), Number(day));
  const [, one, , two, shortYear] = numeric.exec(text) ?? [];
  if (one !== undefined) return fromNumbers(Number(one), Number(two), Number(shortYear), order);
  return fromSerial(text) ?? fromEpoch(text) ?? fromWords(text);
}

/** A number above 12 can only be the day, whatever the order of the rest. */
function fromNumbers(one: number, two: number, year: number, order: DayOrder): string | undefined {
  const dayFirst = one > 12 || (two <= 12 && order === "day-first");
  return dayFirst ? makeDay(year, two, one) : makeDay(year, one, two);
}

function fromWords(text: string): string | undefined {
  const parts = text
    .toLowerCase()
    .normalize("NFC")
    .replace(/(\d)(?:st|nd|rd|th|er|º|ª)(?![\p{L}])/gu, "$1")
    .split(/[\s,.\-/']+|\bde\b|\bof\b/u)
    .filter((part) => part !== "");
  const words = parts.filter((part) => !/^\d+$/.test(part));
  const numbers = parts.filter((part) => /^\d+$/.test(part)).map(Number);
  const months = words.map((word) => monthOf.get(word)).filter((month) => month !== undefined);
  const [month] = months;
  const [first, second] = numbers;
  if (months.length !== 1 || month === undefined || numbers.length !== 2 || words.length > 2) {
    return undefined;
  }
  if (first === undefined || second === undefined) return undefined;
  return first > 31 ? makeDay(first, month, second) : makeDay(second, month, first);
}

/** True for text that someone meant as a date, readable or not: `8-Jul`, `8/82025`. */
export function isDateLike(cell: string): boolean {
  return readDay(cell, "day-first") !== undefined || readDay(cell, "month-first") !== undefined;
}

export interface GuessedOrder {
  readonly order: DayOrder;
  readonly certain: boolean;
  /** How the days look, for the report: `d.m.y`, `m/d/y`, `ISO`. */
  readonly form: string;
}

/**
 * Which number is the day, from a whole column: a number above 12 decides; then points mean day first;
 * then the order in which the days of the column jump least.
 */
export function guessOrder(cells: readonly string[], dayFirstHint: boolean): GuessedOrder {
  let [dayFirst, monthFirst, points, slashes] = [0, 0, 0, 0];
  let sign = "";
  for (const cell of cells) {
    const [, one, between = "", two] = numeric.exec(plainDay(cell)) ?? [];
    if (one === undefined) continue;
    sign = between;
    if (between === ".") points += 1;
    else slashes += 1;
    if (Number(one) > 12) dayFirst += 1;
    if (Number(two) > 12) monthFirst += 1;
  }
  if (points + slashes === 0) return { order: "day-first", certain: true, form: "ISO" };
  const decided = dayFirst !== monthFirst;
  const order = decided
    ? dayFirst > monthFirst
      ? "day-first"
      : "month-first"
    : points > slashes || dayFirstHint || jumps(cells, "day-first") < jumps(cells, "month-first")
      ? "day-first"
      : "month-first";
  const form = order === "day-first" ? `d${sign}m${sign}y` : `m${sign}d${sign}y`;
  return { order, certain: decided || points > slashes, form };
}

function jumps(cells: readonly string[], order: DayOrder): number {
  const days = cells
    .map((cell) => readDay(cell, order))
    .filter((day) => day !== undefined)
    .map((day) => Date.parse(day));
  return days.reduce((sum, day, at) => sum + Math.abs(day - (days[at - 1] ?? day)), 0);
}
