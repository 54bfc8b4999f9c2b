/** Days of named feasts by year; only those of the request contract (D6) are taken without asking. */
import { dayNumber, weekdayOf, type DayNumber } from "./calendar-day.ts";

/** Gregorian Easter Sunday (anonymous algorithm of Meeus, Jones and Butcher). */
export function easter(year: number): DayNumber {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return dayNumber(year, month, ((h + l - 7 * m + 114) % 31) + 1);
}

type DayOf = (year: number) => DayNumber;
const on =
  (month: number, day: number): DayOf =>
  (year) =>
    dayNumber(year, month, day);
const afterEaster =
  (days: number): DayOf =>
  (year) =>
    easter(year) + days;
/** The nth weekday of a month; -1 is the last. */
const nth =
  (n: number, weekday: number, month: number, plus = 0): DayOf =>
  (year) => {
    if (n > 0) {
      const first = dayNumber(year, month, 1);
      return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (n - 1) + plus;
    }
    const last = dayNumber(year, month + 1, 1) - 1;
    return last - ((weekdayOf(last) - weekday + 7) % 7) + plus;
  };

/** Supported: taken as said. */
const SUPPORTED: Readonly<Record<string, DayOf>> = {
  newYear: on(1, 1),
  newYearsEve: on(12, 31),
  easter,
  halloween: on(10, 31),
  thanksgiving: nth(4, 4, 11),
  blackFriday: nth(4, 4, 11, 1),
  christmas: on(12, 25),
  christmasEve: on(12, 24),
  independence: on(7, 4),
  labourMonday: nth(1, 1, 9),
  labourMay: on(5, 1),
};
/** Known, but asked about first. */
const ASKED: Readonly<Record<string, DayOf>> = {
  valentine: on(2, 14),
  stPatrick: on(3, 17),
  goodFriday: afterEaster(-2),
  holyThursday: afterEaster(-3),
  easterMonday: afterEaster(1),
  ascension: afterEaster(39),
  pentecost: afterEaster(49),
  whitMonday: afterEaster(50),
  corpusChristi: afterEaster(60),
  ashWednesday: afterEaster(-46),
  palmSunday: afterEaster(-7),
  carnivalMonday: afterEaster(-48),
  carnivalTuesday: afterEaster(-47),
  carnivalSaturday: afterEaster(-50),
  carnivalSunday: afterEaster(-49),
  carnivalThursday: afterEaster(-52),
  boxingDay: on(12, 26),
  mothersDay: nth(2, 7, 5),
  fathersDay: nth(3, 7, 6),
  mlk: nth(3, 1, 1),
  presidents: nth(3, 1, 2),
  memorial: nth(-1, 1, 5),
  juneteenth: on(6, 19),
  columbus: nth(2, 1, 10),
  veterans: on(11, 11),
  cyberMonday: nth(4, 4, 11, 4),
  earthDay: on(4, 22),
  aprilFools: on(4, 1),
  groundhog: on(2, 2),
  epiphany: on(1, 6),
  allSaints: on(11, 1),
  allSouls: on(11, 2),
  reformation: on(10, 31),
  assumption: on(8, 15),
  martin: on(11, 11),
  nicholas: on(12, 6),
  barbara: on(12, 4),
  womensDay: on(3, 8),
  childrensDay: on(6, 1),
  harvest: nth(1, 7, 10),
  germanUnity: on(10, 3),
  walpurgis: on(4, 30),
  bastille: on(7, 14),
  kingsDay: on(4, 27),
  liberationNl: on(5, 5),
  sinterklaas: on(12, 5),
  workers: on(5, 1),
  teachersDay: on(9, 10),
  innocents: on(12, 28),
  hispanicDay: on(10, 12),
  immaculate: on(12, 8),
  ferragosto: on(8, 15),
  liberationIt: on(4, 25),
  republicIt: on(6, 2),
  carnationDay: on(4, 25),
  portugalDay: on(6, 10),
  brazilIndependence: on(9, 7),
  childrenBr: on(10, 12),
};

/** The day of a feast, and whether the contract supports it; null for an unknown name. */
export function holiday(name: string): { readonly day: DayOf; readonly supported: boolean } | null {
  const supported = SUPPORTED[name];
  if (supported) return { day: supported, supported: true };
  const asked = ASKED[name];
  return asked ? { day: asked, supported: false } : null;
}
