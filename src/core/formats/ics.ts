import type { Format } from "./contract.ts";

/** A calendar (RFC 5545): interviews, deadlines and next actions. Records without a day are not in it. */
export const ics: Format = {
  label: "Calendar",
  words: ["ics", "calendar", "icalendar", "ical"],
  extension: "ics",
  mediaType: "text/calendar;charset=utf-8",
  layout: "whole",
  lossless: false,
  refuses: (kindId) =>
    kindId === "applications" || kindId === "interviews"
      ? undefined
      : "A calendar holds interviews, deadlines and next actions only",
  async *write(document) {
    const { writeCalendar } = await import("../layout/write-calendar.ts");
    yield* writeCalendar(document);
  },
};
