import type { ISODate, SaidSchedule, Weekday } from "../request/request.ts";

const dayPartTimes = {
  morning: "08:00",
  afternoon: "14:00",
  evening: "19:00",
  night: "02:00",
} as const;

/** 1 = Monday; the calendar is proleptic Gregorian, no zone involved. */
function weekdayOf(day: ISODate): Weekday {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return (((new Date(Date.UTC(year, month - 1, date)).getUTCDay() + 6) % 7) + 1) as Weekday;
}

/** Fills what a sentence left open (contract, section 5): 08:00, today's weekday, the first, keep five. */
export function decideSchedule(said: SaidSchedule, today: ISODate): SaidSchedule {
  const time = said.time ?? (said.dayPart === undefined ? "08:00" : dayPartTimes[said.dayPart]);
  const needsDay = said.freq === "weekly" && said.byDay === undefined;
  const needsDate =
    said.freq === "monthly" && said.byDay === undefined && said.byMonthDay === undefined;
  return {
    ...said,
    ...(said.freq === "onChange" ? {} : { time }),
    ...(needsDay ? { byDay: [weekdayOf(today)] } : {}),
    ...(needsDate ? { byMonthDay: [1] } : {}),
    retention: said.retention ?? { keepLast: 5 },
    notify: said.notify ?? ["browser"],
  };
}
