import { contentText } from "../escape/content-text.ts";
import type { CalendarEvent } from "./calendar-events.ts";
import { calendarEvents } from "./calendar-events.ts";
import type { ExportDocument } from "../formats/contract.ts";

export async function* writeCalendar(document: ExportDocument): AsyncGenerator<string> {
  const { default: ical } = await import("ical.js");
  // The library counts without the blank that begins a folded line (RFC 5545, 3.1: 75 octets).
  ical.foldLength = 74;
  const calendar = new ical.Component("vcalendar");
  calendar.addPropertyWithValue("version", "2.0");
  calendar.addPropertyWithValue("prodid", "-//Job Tracker Pro//Export 1.0//EN");
  calendar.addPropertyWithValue("x-wr-calname", contentText(document.title));
  const stamp = `${new Date(document.exportInfo.timestamp).toISOString().slice(0, 19)}Z`;
  const addTime = (to: InstanceType<typeof ical.Component>, name: string, time: string): void => {
    const property = new ical.Property(name);
    property.setValue(ical.Time.fromString(time, property));
    to.addProperty(property);
  };
  const undated = { records: 0 };
  for await (const event of eventsOf(document, undated)) {
    const component = new ical.Component("vevent");
    component.addPropertyWithValue("uid", `${contentText(event.uid)}@job-tracker-pro`);
    addTime(component, "dtstamp", stamp);
    component.addPropertyWithValue("sequence", event.sequence);
    if (event.changed !== undefined) addTime(component, "last-modified", event.changed);
    component.addPropertyWithValue("summary", contentText(event.summary));
    addTime(component, "dtstart", event.start);
    if (event.minutes !== undefined) {
      const length = ical.Duration.fromSeconds(event.minutes * 60);
      component.addPropertyWithValue("duration", length);
    }
    for (const name of ["location", "description"] as const) {
      const value = event[name];
      if (value !== undefined) component.addPropertyWithValue(name, contentText(value));
    }
    calendar.addSubcomponent(component);
  }
  if (undated.records > 0) {
    const [one, many] = ["record has no day and is", "records have no day and are"];
    const what = undated.records === 1 ? one : many;
    const said = `${String(undated.records)} ${what} not in this calendar`;
    calendar.addPropertyWithValue("x-wr-caldesc", said);
  }
  yield `${calendar.toString()}\r\n`;
}

async function* eventsOf(
  document: ExportDocument,
  undated: { records: number },
): AsyncGenerator<CalendarEvent> {
  for await (const section of document.sections) {
    for await (const batch of section.batches) {
      for (const row of batch) {
        const events = calendarEvents(row, section);
        if (events.length === 0) undated.records += 1;
        yield* events;
      }
    }
  }
}
