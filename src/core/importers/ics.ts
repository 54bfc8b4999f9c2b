import { interviewType, isAboutSearch } from "../importing/calendar/about-interview.ts";
import type { CalendarEvent, ReadEvents } from "../importing/calendar/read-events.ts";
import { readEvents } from "../importing/calendar/read-events.ts";
import { eachRecord } from "../importing/each-record.ts";
import { guessEncoding } from "../importing/table/decode-table.ts";
import { wholeText } from "../importing/whole-text.ts";
import { limits } from "../restore/limits.ts";
import { headText } from "../restore/sniff.ts";
import type { Skipped } from "../restore/contract.ts";
import type { FoundFile, ImportContext, Importer, ReadRecord } from "./contract.ts";

const isCalendar = ({ head }: FoundFile): boolean =>
  /^\ufeff?\s*BEGIN:VCALENDAR/i.test(headText(head));

/** Interviews out of a calendar (RFC 5545); the rest of the life in it is not taken. */
export const ics: Importer = {
  label: "Calendar",
  recognises: (files) => (files.some(isCalendar) ? (files.length === 1 ? 1 : 0.6) : 0),
  async read(files, context) {
    const records: ReadRecord[] = [];
    const skipped: Skipped[] = [];
    const warnings: string[] = [];
    for (const file of files.filter(isCalendar)) {
      const text = await wholeText(file, (await guessEncoding(file.head)).label);
      const read = await readEvents(text);
      const own = read.events.filter(({ summary }) => isAboutSearch(summary, context.companies));
      records.push(...own.map((event) => toRecord(event, context)));
      report(read, read.events.length - own.length, skipped, warnings);
    }
    return { label: "Calendar", records: eachRecord(records), skipped, warnings };
  },
};

function toRecord(event: CalendarEvent, context: ImportContext): ReadRecord {
  const type = interviewType(`${event.summary} ${event.location}`);
  const value = {
    id: context.newId(`ics ${event.uid} ${event.starts}`),
    round: event.summary,
    ...(type === undefined ? {} : { type }),
    starts_at: event.starts,
    ...(event.minutes === undefined ? {} : { duration_minutes: event.minutes }),
    ...(event.location === "" ? {} : { location: event.location }),
    ...(event.cancelled ? { outcome: "cancelled" } : {}),
    ...(event.description === "" ? {} : { notes: event.description.replace(/\r\n?/g, "\n") }),
  };
  return { kindId: "interviews", value, where: event.where };
}

function report(read: ReadEvents, others: number, skipped: Skipped[], warnings: string[]): void {
  warnings.push(`Events in the file: ${String(read.inFile)}.`);
  const say = (count: number, what: string, why: string): void => {
    if (count > 0) skipped.push({ what: `${what}: ${String(count)}`, why });
  };
  say(
    others,
    "Events not about the search",
    "Neither an interview nor a tracked company is in their title",
  );
  say(read.superseded, "Older versions of events", "A newer version is in the file");
  say(read.todos, "To-dos", "They are not taken");
  say(read.cutOff, "Events that are cut off", "The file ends in the middle of them");
  say(read.unreadable, "Events that cannot be read", "They are not written as a calendar asks");
  if (read.expanded > 0)
    warnings.push(`Repetitions taken as events of their own: ${String(read.expanded)}.`);
  if (read.endless > 0) {
    warnings.push(
      `Events that repeat without end, by the hour, or in a way that is not followed: ${String(read.endless)}; the first one is taken, the rest is left out.`,
    );
  }
  if (read.bounded > 0) {
    warnings.push(
      `Events that repeat more than ${String(limits.repeats)} times: ${String(read.bounded)}; as many are taken.`,
    );
  }
}
