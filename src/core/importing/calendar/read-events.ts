import type * as Ical from "ical.js";
import { limits } from "../../restore/limits.ts";
import { cutComponents } from "../content-lines.ts";
import { offsetText, zoneOffset } from "./zone-offset.ts";

type IcalLibrary = (typeof Ical)["default"];
type Component = InstanceType<IcalLibrary["Component"]>;
type Time = InstanceType<IcalLibrary["Time"]>;

export interface CalendarEvent {
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  /** ISO 8601: with offset, without zone, or a plain day, as it is written. */
  readonly starts: string;
  readonly minutes?: number;
  readonly cancelled: boolean;
  readonly where: string;
}
export interface ReadEvents {
  readonly events: readonly CalendarEvent[];
  readonly inFile: number;
  readonly superseded: number;
  readonly expanded: number;
  readonly endless: number;
  readonly bounded: number;
  readonly todos: number;
  readonly cutOff: number;
  readonly unreadable: number;
}

interface Found {
  readonly component: Component;
  readonly line: number;
}

/** Reads the events of a calendar: newest version of each, repetitions expanded within bounds. */
export async function readEvents(text: string): Promise<ReadEvents> {
  const { default: ical } = await import("ical.js");
  const { parts, cutOff } = cutComponents(text, ["VTIMEZONE", "VEVENT", "VTODO"]);
  const zones = new Map<string, InstanceType<IcalLibrary["Timezone"]>>();
  const found: Found[] = [];
  let unreadable = 0;
  for (const part of parts) {
    try {
      const component = new ical.Component(ical.parse(part.text) as unknown[]);
      if (part.name === "VTIMEZONE") {
        const zone = new ical.Timezone(component);
        zones.set(zone.tzid, zone);
      } else if (part.name === "VEVENT") found.push({ component, line: part.line });
    } catch {
      unreadable += 1;
    }
  }
  const newest = newestOf(found);
  const moved = movedStarts(newest);
  const tally = { expanded: 0, endless: 0, bounded: 0 };
  const events = newest.flatMap((one) => {
    try {
      return eventsOf(ical, one, zones, moved.get(uidOf(one)) ?? noStarts, tally);
    } catch {
      unreadable += 1;
      return [];
    }
  });
  const inFile = parts.filter(({ name }) => name === "VEVENT").length;
  const todos = parts.filter(({ name }) => name === "VTODO").length;
  return {
    events,
    inFile,
    superseded: found.length - newest.length,
    ...tally,
    todos,
    cutOff,
    unreadable,
  };
}

/** A text, a number or a time of a property, as it is written. */
function text(component: Component, name: string): string {
  const value: unknown = component.getFirstPropertyValue(name);
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  const isWritten = typeof value === "object" && value !== null && "toString" in value;
  return isWritten ? (value as { readonly toString: () => string }).toString() : "";
}

const uidOf = ({ component }: Found): string => text(component, "uid");
const noStarts: ReadonlySet<string> = new Set();

/** Of several versions of one event (same UID and RECURRENCE-ID) the one with the highest SEQUENCE. */
function newestOf(found: readonly Found[]): readonly Found[] {
  const best = new Map<string, Found>();
  for (const one of found) {
    const key = `${uidOf(one) || `line ${String(one.line)}`} ${text(one.component, "recurrence-id")}`;
    const other = best.get(key);
    const sequence = (each: Found): number => Number(text(each.component, "sequence")) || 0;
    if (other === undefined || sequence(one) >= sequence(other)) best.set(key, one);
  }
  return [...best.values()];
}

/** Starts of the repetitions that have a version of their own, by UID. */
function movedStarts(all: readonly Found[]): ReadonlyMap<string, ReadonlySet<string>> {
  const moved = new Map<string, Set<string>>();
  for (const one of all) {
    const start = text(one.component, "recurrence-id");
    if (start === "") continue;
    const starts = moved.get(uidOf(one)) ?? new Set();
    moved.set(uidOf(one), starts.add(start));
  }
  return moved;
}

const tooFast = new Set(["SECONDLY", "MINUTELY", "HOURLY"]);

/**
 * Rules by the hour, and daily ones that may never meet a day (the 30th of February; each seventh day
 * that is a Tuesday): a library searches them for ever, and no interview needs them.
 */
function isNotFollowed({ freq, interval, parts }: InstanceType<IcalLibrary["Recur"]>): boolean {
  const asks = (part: string): boolean => Object.hasOwn(parts, part);
  const mayNeverMeet = asks("BYMONTH") || asks("BYMONTHDAY") || (asks("BYDAY") && interval > 1);
  return tooFast.has(freq) || (freq === "DAILY" && mayNeverMeet);
}

function eventsOf(
  ical: IcalLibrary,
  { component, line }: Found,
  zones: ReadonlyMap<string, InstanceType<IcalLibrary["Timezone"]>>,
  overridden: ReadonlySet<string>,
  tally: { expanded: number; endless: number; bounded: number },
): readonly CalendarEvent[] {
  const property = component.getFirstProperty("dtstart");
  const start = component.getFirstPropertyValue("dtstart") as Time | null;
  if (property === null || start === null) return [];
  const tzid = property.getParameter("tzid");
  const zone = typeof tzid === "string" ? tzid : undefined;
  const event = (at: Time): CalendarEvent => {
    const minutes = minutesOf(component, start);
    return {
      uid: text(component, "uid"),
      summary: text(component, "summary"),
      description: text(component, "description"),
      location: text(component, "location"),
      starts: startText(at, zone, zones),
      ...(minutes === undefined ? {} : { minutes }),
      cancelled: text(component, "status").toUpperCase() === "CANCELLED",
      where: `line ${String(line)}`,
    };
  };
  const rule = component.getFirstPropertyValue("rrule") as InstanceType<
    IcalLibrary["Recur"]
  > | null;
  if (rule === null) return [event(start)];
  if (!rule.isFinite() || isNotFollowed(rule)) {
    tally.endless += 1;
    return [event(start)];
  }
  const starts = expand(ical, component, start, overridden);
  if (starts.length >= limits.repeats) tally.bounded += 1;
  tally.expanded += starts.length;
  return starts.map(event);
}

function expand(
  ical: IcalLibrary,
  component: Component,
  start: Time,
  overridden: ReadonlySet<string>,
): readonly Time[] {
  const iterator = new ical.RecurExpansion({ component, dtstart: start });
  const starts: Time[] = [];
  for (let tries = 0; starts.length < limits.repeats && tries < limits.repeats * 4; tries += 1) {
    // The iterator hands out the same object again and again.
    const next = iterator.next() as Time | null | undefined;
    if (next === null || next === undefined) break;
    const at = next.clone();
    if (!overridden.has(at.toString())) starts.push(at);
  }
  return starts;
}

function startText(
  at: Time,
  zone: string | undefined,
  zones: ReadonlyMap<string, InstanceType<IcalLibrary["Timezone"]>>,
): string {
  const pad = (value: number): string => String(value).padStart(2, "0");
  const day = `${String(at.year).padStart(4, "0")}-${pad(at.month)}-${pad(at.day)}`;
  if (at.isDate) return day;
  const wall = `${day}T${pad(at.hour)}:${pad(at.minute)}:${pad(at.second)}`;
  if (zone === undefined) return at.zone.tzid === "UTC" ? `${wall}Z` : wall;
  const known = zones.get(zone);
  const offset = known === undefined ? zoneOffset(zone, wall) : known.utcOffset(at) / 60;
  return offset === undefined ? wall : `${wall}${offsetText(offset)}`;
}

function minutesOf(component: Component, start: Time): number | undefined {
  const end = component.getFirstPropertyValue("dtend") as Time | null;
  const duration = component.getFirstPropertyValue("duration") as { toSeconds(): number } | null;
  if (start.isDate) return undefined;
  const seconds =
    duration !== null
      ? duration.toSeconds()
      : end === null
        ? 0
        : end.toUnixTime() - start.toUnixTime();
  return seconds > 0 && Number.isFinite(seconds) ? Math.round(seconds / 60) : undefined;
}
