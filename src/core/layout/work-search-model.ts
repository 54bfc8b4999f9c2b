import { addDays, toDayNumber, toISODate, weekday } from "../dates/calendar-day.ts";
import { findOffice, type Office } from "../derive/offices.ts";
import type { ExportDocument } from "../formats/contract.ts";
import type { Readable } from "../statistics/application-path.ts";
import { dayOf } from "../statistics/application-path.ts";
import { sayLongDay, sayWeek, sayWeekday, sayWeeks } from "./say-date.ts";

/** One activity as an office reads it. */
interface LogRow {
  readonly date: string;
  readonly activity: string;
  readonly employer: string;
  /** Address, person and phone, behind the employer. */
  readonly details: string;
  readonly how: string;
  readonly position: string;
  readonly result: string;
  readonly counts: boolean;
  /** `12`, or empty without proof. */
  readonly proof: string;
}
interface LogWeek {
  readonly label: string;
  /** `4 counted, goal 3 met` */
  readonly words: string;
  readonly rows: readonly LogRow[];
}
export interface WorkSearchModel {
  readonly title: string;
  readonly period: string;
  /** Name, number, goal and counted; an empty text is filled in by hand. */
  readonly facts: readonly { readonly name: string; readonly text: string }[];
  readonly weeks: readonly LogWeek[];
  readonly notes: readonly string[];
  readonly foot: string;
}

/** What a log needs to know beside its rows. */
export type LogHead = Pick<ExportDocument, "title" | "options"> & {
  readonly exportInfo: Pick<ExportDocument["exportInfo"], "timestamp">;
};

interface Options {
  readonly name: string;
  readonly number: string;
  readonly goal: number | undefined;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekStart: number;
  readonly office: Office | undefined;
}

/**
 * A log of activities by claim week. Options: `claimant`, `claimNumber` (masked but for the last four
 * unless `showNumber`), `goal` (activities a week), `weekStart` (`monday` or `sunday`), `office` (a preset
 * that gives the last two where they are not said).
 * @param rows clean rows of `activities`; `extra.counts` false keeps one from counting.
 */
export function workSearchModel(document: LogHead, rows: readonly Readable[]): WorkSearchModel {
  const options = readOptions(document);
  const made = sayLongDay(document.exportInfo.timestamp.slice(0, 10));
  const ordered = orderActivities(rows);
  let proofs = 0;
  const dated = ordered.map(({ row, day }) => {
    const hasProof = Array.isArray(row["document_ids"]) && row["document_ids"].length > 0;
    return { day, row: toRow(row, day, hasProof ? String((proofs += 1)) : "") };
  });
  const days = dated.flatMap(({ day }) => (day === undefined ? [] : [day]));
  const weeks = weeksOf(days, options.weekStart).map((from) => toWeek(from, dated, options));
  const counted = dated.filter(({ row }) => row.counts).length;
  const undated = dated.filter(({ day }) => day === undefined).map(({ row }) => row);
  const asked = options.goal === undefined ? undefined : options.goal * weeks.length;
  return {
    title: document.title,
    period: periodOf(days, options.weekStart),
    facts: [
      { name: "Name", text: options.name },
      { name: "Number", text: options.number },
      { name: "Goal", text: options.goal === undefined ? "" : `${String(options.goal)} a week` },
      {
        name: "Counted",
        text:
          asked === undefined ? String(counted) : `${String(counted)} of ${String(asked)} asked`,
      },
    ],
    weeks: [
      ...weeks,
      ...(undated.length === 0
        ? []
        : [
            {
              label: "Without a date",
              words: undated.length === 1 ? "1 entry" : `${String(undated.length)} entries`,
              rows: undated,
            },
          ]),
    ],
    notes: [
      proofs === 0
        ? "I confirm that these entries are true."
        : `I confirm that these entries are true. Proof 1 to ${String(proofs)} is kept with the entries.`,
      officeNote(options.office),
    ],
    foot: [document.title, options.name, `made ${made}`].filter(Boolean).join(" · "),
  };
}

/** As a log lists them: by day, those without one last. The annex numbers its proof in the same order. */
export function orderActivities<T extends Readable>(
  rows: readonly T[],
): readonly { readonly row: T; readonly day: string | undefined }[] {
  const order = (day: string | undefined): string => day ?? "9";
  return rows
    .map((row) => ({ row, day: dayOf(row["date"]) }))
    .sort((a, b) => (order(a.day) < order(b.day) ? -1 : order(a.day) > order(b.day) ? 1 : 0));
}

function officeNote(office: Office | undefined): string {
  if (office === undefined) {
    return "Which activities count differs from office to office: check with yours.";
  }
  return `${office.label}, as noted on ${sayLongDay(office.asOf)}: ${office.rule} Check with your office.`;
}

function readOptions({ options = {} }: LogHead): Options {
  const text = (name: string): string => {
    const value = options[name];
    return typeof value === "string" ? value.trim() : "";
  };
  const number = text("claimNumber");
  const office = findOffice(options["office"]);
  const goal = options["goal"] ?? office?.goal;
  return {
    office,
    name: text("claimant"),
    number: options["showNumber"] === true ? number : maskNumber(number),
    goal: typeof goal === "number" && goal > 0 ? goal : undefined,
    weekStart: (options["weekStart"] ?? office?.weekStart) === "sunday" ? 7 : 1,
  };
}

/** All but the last four letters, in groups of three: `••• ••• 4821`. */
export function maskNumber(number: string): string {
  const plain = number.replace(/[^\p{L}\p{N}]/gu, "");
  if (plain === "") return "";
  const hidden = "•".repeat(Math.max(3, plain.length - 4)).match(/.{1,3}/g) ?? [];
  return [...hidden, plain.length > 4 ? plain.slice(-4) : ""].filter(Boolean).join(" ");
}

function startOfWeek(day: string, weekStart: number): string {
  return addDays(day, -((weekday(day) - weekStart + 7) % 7));
}

/** Every week from the first to the last entry, also those without any. */
function weeksOf(days: readonly string[], weekStart: number): readonly string[] {
  const starts = days.map((day) => toDayNumber(startOfWeek(day, weekStart)));
  if (starts.length === 0) return [];
  const first = starts.reduce((least, day) => Math.min(least, day));
  const last = starts.reduce((most, day) => Math.max(most, day));
  const weeks = (last - first) / 7 + 1;
  return Array.from({ length: weeks }, (_value, at) => toISODate(first + at * 7));
}

function toWeek(
  from: string,
  dated: readonly { readonly day: string | undefined; readonly row: LogRow }[],
  { goal }: Options,
): LogWeek {
  const to = addDays(from, 6);
  const rows = dated
    .filter(({ day }) => day !== undefined && day >= from && day <= to)
    .map(({ row }) => row);
  const counted = rows.filter((row) => row.counts).length;
  const short = goal === undefined ? 0 : goal - counted;
  const goalWords =
    goal === undefined
      ? ""
      : short <= 0
        ? `, goal ${String(goal)} met`
        : `, ${String(short)} short`;
  return {
    label: sayWeek(from, to),
    words: `${String(counted)} counted${goalWords}`,
    rows,
  };
}

function periodOf(days: readonly string[], weekStart: number): string {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return "No entries";
  const from = startOfWeek(first, weekStart);
  const to = addDays(startOfWeek(last, weekStart), 6);
  return sayWeeks(from, to);
}

function toRow(row: Readable, day: string | undefined, proof: string): LogRow {
  const text = (name: string): string => {
    const value = row[name];
    return typeof value === "string" ? value.trim() : "";
  };
  const extra = row["extra"];
  const uncounted =
    typeof extra === "object" && extra !== null && "counts" in extra && extra.counts === false;
  const person = [text("employer_contact"), text("employer_phone")].filter(Boolean).join(", ");
  const address = text("employer_address");
  const reference = text("reference");
  return {
    date: day === undefined ? "" : sayWeekday(day),
    activity: capital(text("activity_type")),
    employer: text("employer"),
    details: [address === "" ? "" : `, ${address}`, person === "" ? "" : ` · ${person}`].join(""),
    how: capital(text("method")),
    position: [text("job_title"), reference === "" ? "" : `ref. ${reference}`]
      .filter(Boolean)
      .join(", "),
    result: [text("result"), text("notes")].filter(Boolean).join(". "),
    counts: !uncounted,
    proof,
  };
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
