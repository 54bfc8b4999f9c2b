/** The senses of a language: each role of its words becomes symbols with values. */
import { dayNumber, type DayNumber } from "./calendar-day.ts";
import type { Sym } from "./chart.ts";
import { holiday } from "./holidays.ts";
import type { Forms, LexiconData, WordRole } from "./lexicon/contract.ts";
import { monthTerm, weekdayTerm, yearTerm } from "./rules-numbers.ts";
import * as S from "./symbols.ts";
import { cyclic, fixed, type Term } from "./term.ts";
import { grainOf, wholeUnit } from "./units.ts";

/** Takes forms between bars, what they are, and their value, which may need today. */
export type Add = <T>(forms: string, symbol: Sym<T>, value: T | ((today: DayNumber) => T)) => void;

const SEASON_START: Readonly<Record<string, number>> = {
  spring: 3,
  summer: 6,
  autumn: 9,
  winter: 12,
};

function seasonTerm(name: string): Term {
  const start = SEASON_START[name] ?? 3;
  return cyclic(
    "year",
    (year) => ({ from: dayNumber(year, start, 1), to: dayNumber(year, start + 3, 1) }),
    { grain: "part", shape: "season", soft: "date.ambiguous" },
  );
}

function holidayTerm(name: string): Term | null {
  const known = holiday(name);
  if (!known) return null;
  const at = (year: number) => ({ from: known.day(year), to: known.day(year) + 1 });
  return cyclic("year", at, {
    grain: "day",
    shape: "holiday",
    ...(!known.supported && { hard: "date.invalid" }),
  });
}

const SIDES: Readonly<Record<string, S.Part>> = {
  early: { side: "start", noun: false },
  mid: { side: "middle", noun: false },
  late: { side: "end", noun: false },
  start: { side: "start", noun: true },
  middle: { side: "middle", noun: true },
  end: { side: "end", noun: true },
};

function each(forms: Forms | undefined, take: (value: string, forms: string) => void): void {
  for (const [value, list] of Object.entries(forms ?? {})) take(value, list);
}

/** Adds every word of a language. */
export function addSenses(data: LexiconData, add: Add): void {
  addNumbers(data, add);
  addGlued(data, add);
  addCalendar(data, add);
  addTerms(data, add);
  addRepeats(data, add);
  for (const [role, forms] of Object.entries(data.words))
    add(forms, S.word(role as WordRole), true);
}

function addNumbers(data: LexiconData, add: Add): void {
  each(data.numbers, (n, forms) => add(forms, S.NUMBER_WORD, Number(n)));
  each(data.tens, (n, forms) => add(forms, S.TENS, Number(n)));
  each(data.ordinals, (n, forms) => add(forms, S.ORDINAL_WORD, Number(n)));
  each(data.hundreds, (n, forms) => add(forms, S.HUNDREDS, Number(n)));
  each(data.ordinalMonths, (n, forms) => add(forms, S.ORDINAL_MONTH, Number(n)));
  add(data.lastOfMonth ?? "", S.MONTH_DAYS, [-1]);
  add(data.hundred ?? "", S.HUNDRED, true);
  add(data.thousand ?? "", S.THOUSAND, true);
  add(data.ordinalEndings, S.ORDINAL_END, true);
}

/** Numbers to 99 in one word ("eenentwintig", "ventuno"), their ordinals, and years made of them. */
function addGlued({ glued, numbers, tens, ordinalGlue, centuries }: LexiconData, add: Add): void {
  if (!glued) return;
  const words = new Map<number, string>();
  each(numbers, (n, forms) => words.set(Number(n), forms.split("|")[0] ?? ""));
  each(tens, (ten, form) => {
    words.set(Number(ten), form);
    for (let unit = 1; unit <= 9; unit += 1) {
      const n = Number(ten) + unit;
      const joined = glue(words.get(unit) ?? "", form, glued);
      words.set(n, joined);
      add(joined, S.NUMBER_WORD, n);
      if (ordinalGlue) add(`${joined}${ordinalGlue}`, S.ORDINAL_WORD, n);
    }
  });
  each(centuries, (century, beginnings) => {
    add(beginnings, S.CENTURY, Number(century));
    const [beginning = ""] = beginnings.split("|");
    for (const [n, form] of words) {
      const year = yearTerm(Number(century) + n, 1);
      if (n >= (century === "1900" ? 10 : 1)) add(`${beginning}${form}`, S.TERM, year);
    }
  });
}

function glue(unit: string, ten: string, glued: NonNullable<LexiconData["glued"]>): string {
  if (!glued.tensFirst) return `${unit}${unit.endsWith("e") ? glued.after : glued.join}${ten}`;
  return `${/^[aeiou]/.test(unit) ? ten.slice(0, -1) : ten}${unit}`;
}

function shiftOf(key: string): S.Shift {
  return { by: Number.parseInt(key, 10), vague: key.endsWith("~"), near: key.endsWith("!") };
}

function addCalendar(data: LexiconData, add: Add): void {
  each(data.months, (n, forms) => add(forms, S.MONTH, monthTerm(Number(n))));
  each(data.weekdays, (n, forms) => {
    add(forms, S.WEEKDAY, Number(n) as 1);
    add(forms, S.TERM, weekdayTerm(Number(n)));
  });
  each(data.weekdaysEvery, (n, forms) => add(forms, S.WEEKDAYS, Number(n) as 1));
  each(data.units, (name, forms) => add(forms, S.UNIT, name as S.UnitName));
  each(data.shifts, (n, forms) => add(forms, S.SHIFT, shiftOf(n)));
  each(data.shiftsAfter, (n, forms) => add(forms, S.SHIFT_AFTER, shiftOf(n)));
  each(data.toDates, (name, forms) => add(forms, S.TO_DATE, name as S.UnitName));
  each(data.partsOf, (key, forms) => {
    const [side = "end", unit = "month"] = key.split(" ");
    const part = SIDES[side];
    if (part) add(forms, S.PART_OF, { part, unit: unit as S.UnitName });
  });
  each(data.seasons, (name, forms) => add(forms, S.SEASON, seasonTerm(name)));
  each(data.parts, (name, forms) => {
    const part = SIDES[name];
    if (part) add(forms, S.PART, part);
  });
  add(data.quarterLetters, S.QUARTER_LETTER, true);
  add(data.halfLetters, S.HALF_LETTER, true);
  add(data.weekLetters, S.WEEK_LETTER, true);
}

function addTerms(data: LexiconData, add: Add): void {
  each(data.days, (offset, forms) =>
    add(forms, S.TERM, (today) =>
      fixed(today + Number(offset), today + Number(offset) + 1, {
        grain: "day",
        shape: "day",
        relative: true,
      }),
    ),
  );
  each(data.shiftedUnits, (key, forms) => {
    const [offset = "0", unit = "month"] = key.split(" ");
    const name = unit as S.UnitName;
    add(forms, S.TERM, (today) => {
      const { from, to } = wholeUnit(name, today, Number(offset));
      return fixed(from, to, { grain: grainOf(name), shape: "unit", relative: true });
    });
  });
  each(data.holidays, (name, forms) => {
    const term = holidayTerm(name);
    if (term) add(forms, S.TERM, term);
  });
  add(
    data.unsupported,
    S.UNSUPPORTED,
    fixed(null, null, { grain: "part", shape: "holiday", hard: "date.invalid" }),
  );
}

function addRepeats(data: LexiconData, add: Add): void {
  each(data.frequencies, (key, forms) => {
    const [freq = "daily", interval = "1"] = key.split(" ");
    add(forms, S.FREQUENCY, repeatOf(freq, Number(interval)));
  });
  each(data.dayParts, (name, forms) => {
    const part = name.replace("!", "") as S.DayPart;
    add(forms, S.DAY_PART, part);
    if (name.endsWith("!")) add(forms, S.DAY_PART_SAID, part);
  });
  add(data.blocked, S.BLOCKED, true);
  each(data.clockBefore, (minutes, forms) => add(forms, S.CLOCK_BEFORE, Number(minutes)));
  each(data.clockAfter, (minutes, forms) => add(forms, S.CLOCK_AFTER, Number(minutes)));
  each(data.clock, (time, forms) =>
    add(forms, S.CLOCK_WORD, {
      hour: Number(time.slice(0, 2)),
      minute: Number(time.slice(3)),
      vague: false,
    }),
  );
}

function repeatOf(freq: string, interval: number): S.Repeat {
  if (freq === "nightly") return { freq: "daily", interval, dayPart: "night" };
  if (freq === "weekdays") return { freq: "weekly", interval, byDay: [1, 2, 3, 4, 5] };
  if (freq === "weekends") return { freq: "weekly", interval, byDay: [6, 7] };
  if (freq === "hourly") return { freq: "never", interval, hard: "schedule.unsupported" };
  return { freq: freq as "daily", interval };
}
