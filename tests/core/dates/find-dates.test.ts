import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findDates } from "../../../src/core/dates/find-dates.ts";
import { findWhen } from "../../../src/core/dates/find-when.ts";

/** A Wednesday. */
const today = "2025-06-18";

function read(text: string, language = "en"): string {
  return findDates(text, { today, language })
    .map(({ from, to, hard }) => hard ?? `${from ?? "…"}/${to ?? "…"}`)
    .join(" ");
}

describe("the words people type into an export", () => {
  test.each([
    ["applications from last month", "2025-05-01/2025-06-01"],
    ["since March", "2025-03-01/…"],
    ["past 90 days", "2025-03-20/2025-06-19"],
    ["Q3 2025", "2025-07-01/2025-10-01"],
    ["rejections in Q3", "2024-07-01/2024-10-01"],
    ["everything from 2016", "2016-01-01/2017-01-01"],
    ["from 2014 to 2018", "2014-01-01/2019-01-01"],
    ["between 3 and 9 June", "2025-06-03/2025-06-10"],
    ["Jan–Feb 2017", "2017-01-01/2017-03-01"],
    ["until the end of March", "…/2025-04-01"],
    ["earlier this year", "2025-01-01/2025-06-18"],
    ["mid-May", "2025-05-11/2025-05-21"],
    ["first week of May", "2025-04-28/2025-05-05"],
    ["older than 6 months", "…/2024-12-18"],
    ["more than 30 days ago", "…/2025-05-19"],
    ["less than 30 days old", "2025-05-19/2025-06-19"],
    ["the last 48 hours", "2025-06-16/2025-06-19"],
    ["year to date", "2025-01-01/2025-06-19"],
    ["rest of the month", "2025-06-18/2025-07-01"],
    ["2 weeks starting May 20th", "2025-05-20/2025-06-03"],
    ["yesterday and today", "2025-06-17/2025-06-19"],
    ["in April and May", "2025-04-01/2025-06-01"],
    ["weeks 10 to 12", "2025-03-03/2025-03-24"],
    ["interviews since Septmber", "2024-09-01/…"],
  ])("%s is %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("what cannot be exported as said", () => {
  test.each([
    ["applications from 31 June", "date.invalid"],
    ["29 February 2025", "date.invalid"],
    ["June 10 - 31, 2022", "date.invalid"],
    ["from 10 June 2025 to 2 May 2025", "date.reversed"],
    ["from 10 June to 2 June", "date.reversed"],
    ["fiscal year 2025", "date.invalid"],
    ["during Ramadan", "date.invalid"],
  ])("%s asks %s", (text, code) => {
    expect(read(text)).toBe(code);
  });
  test("a season, an order of numbers and a coming day are asked about softly", () => {
    const soft = (text: string) => findDates(text, { today, language: "en" })[0]?.soft;
    expect(soft("last summer")).toBe("date.ambiguous");
    expect(soft("in the last month")).toBe("date.ambiguous");
    expect(soft("3/4/2025")).toBe("date.order");
    expect(soft("next week")).toBe("date.future");
    expect(soft("13/4/2025")).toBeUndefined();
  });
  test("the other reading is offered", () => {
    const [found] = findDates("past month", { today, language: "en" });
    expect(found?.alternatives).toContainEqual({ from: "2025-05-18", to: "2025-06-19" });
  });
});

describe("words that only look like dates", () => {
  test.each([
    "may I export my applications",
    "march with me through the list",
    "second interview at Google",
    "sat down with the recruiter, then the sun came out",
    "mark all as read",
    "conversations with April Smith",
    "interviews at Monday.com",
    "over 2000 applications",
    "top 10 by salary",
    "page 3/4 of version 2.10.3",
    "call 555-1234 or 06 12 34 56 78",
    "salary between 1990 and 2010 euros",
    "grouped by month, one file per week",
    "the file autumn-review as csv2025",
    "5 years of experience, 24/7, for now",
    "",
  ])("%s says no date", (text) => {
    expect(read(text)).toBe("");
  });
  test("a month beside a preposition, a number or a year is one", () => {
    expect(read("since may")).toBe("2025-05-01/…");
    expect(read("may 5")).toBe("2025-05-05/2025-05-06");
    expect(read("march 2024")).toBe("2024-03-01/2024-04-01");
  });
});

describe("other languages", () => {
  test.each([
    ["de", "Bewerbungen vom 3.4. bis 9.5.", "2025-04-03/2025-05-10"],
    ["de", "seit letztem Montag", "2025-06-16/…"],
    ["de", "erstes Halbjahr 2024", "2024-01-01/2024-07-01"],
    ["fr", "entre le 3 et le 9 juin", "2025-06-03/2025-06-10"],
    ["fr", "les 3 derniers mois", "2025-03-18/2025-06-19"],
    ["fr", "jusqu'à fin mars", "…/2025-04-01"],
    ["es", "a partir del 3 de abril", "2025-04-03/…"],
    ["es", "hace dos semanas", "2025-06-04/2025-06-05"],
    ["pt", "até ao fim de março", "…/2025-04-01"],
    ["pt", "trimestre passado", "2025-01-01/2025-04-01"],
    ["nl", "van 1 tot en met 15 mei", "2025-05-01/2025-05-16"],
    ["nl", "ouder dan 6 maanden", "…/2024-12-18"],
    ["it", "prima di marzo", "…/2025-03-01"],
    ["it", "negli ultimi sei mesi", "2024-12-18/2025-06-19"],
  ])("%s: %s is %s", (language, text, expected) => {
    expect(read(text, language)).toBe(expected);
  });
  test("3/4/2025 is read in the order of the language", () => {
    expect(read("3/4/2025")).toBe("2025-03-04/2025-03-05");
    expect(read("3/4/2025", "fr")).toBe("2025-04-03/2025-04-04");
  });
  test("words of a second language are understood beside the first", () => {
    const [found] = findDates("Bewerbungen since last month", {
      today,
      language: "de",
      languages: ["en"],
    });
    expect(found?.from).toBe("2025-05-01");
  });
});

describe("any text", () => {
  const word = fc.constantFrom(
    ..."last next 3 first of May since until and to - / . , 2025 week month ago the in Friday quarter end every at 8 before Q1 31 '".split(
      " ",
    ),
  );
  test("gives dates that lie in it, in order, without overlap and never backwards", () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), (words) => {
        const text = words.join(" ");
        const { dates } = findWhen(text, { today, language: "en" });
        let end = 0;
        for (const date of dates) {
          expect(date.start).toBeGreaterThanOrEqual(end);
          expect(date.end).toBeGreaterThan(date.start);
          end = date.end;
          if (date.from !== null && date.to !== null) expect(date.from < date.to).toBe(true);
          if (date.from === null && date.to === null) expect(date.hard).toBeDefined();
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
  test("in any letters and signs is read without an error", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 80 }),
        fc.constantFrom("en", "de", "fr", "es", "pt", "nl", "it", "xx"),
        (text, language) => {
          findWhen(text, { today, language });
        },
      ),
    );
  });
  test("keeps its offsets around accents, emoji and curly quotes", () => {
    const text = "🎉 “Été” — candidatures d’août 2024";
    const [found] = findDates(text, { today, language: "fr" }).filter((date) => date.from !== null);
    expect(text.slice(found?.start, found?.end)).toBe("août 2024");
  });
  test("reads the same in upper and lower case", () => {
    for (const text of ["since last month", "from 3 to 9 june 2024", "first week of may 2024"]) {
      expect(read(text.toUpperCase())).toBe(read(text));
    }
  });
  test("of 2,000 repeated date words takes less than a tenth of a second", () => {
    for (const part of ["monday and ", "1/2 ", "last ", "the first of the ", "1-"]) {
      const text = part.repeat(2000).slice(0, 2000);
      findWhen(text, { today, language: "en" });
      const before = process.cpuUsage().user;
      findWhen(text, { today, language: "en" });
      expect(process.cpuUsage().user - before).toBeLessThan(100_000);
    }
  });
});

test("a month called last is offered as the one just gone too, open or not", () => {
  const [found] = findDates("since last March", { today, language: "en" });
  expect(found).toMatchObject({ from: "2024-03-01", to: null, soft: "date.ambiguous" });
  expect(found?.alternatives).toEqual([{ from: "2025-03-01", to: null }]);
});
test.each([
  ["en", "not before 5 May 2024", "2024-05-05/…"],
  ["en", "no later than 5 May 2024", "…/2024-05-06"],
  ["de", "nicht nach dem 5. Mai 2024", "…/2024-05-06"],
  ["fr", "pas avant le 5 mai 2024", "2024-05-05/…"],
  ["es", "no después del 5 de mayo de 2024", "…/2024-05-06"],
])("%s: a denied border turns around: %s", (language, text, expected) => {
  expect(read(text, language)).toBe(expected);
});
