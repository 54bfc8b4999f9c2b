import { describe, expect, test } from "vitest";
import { sameRequest } from "../../../src/core/request/canonical.ts";
import { parseRequest } from "../../../src/core/request/parse-request.ts";
import type { OwnNames, SaidRequest } from "../../../src/core/request/request.ts";

const today = "2025-06-18";
const data: OwnNames = {
  companies: ["Google", "Stripe", "Apple", "Target", "Next", "Delta Air Lines", "Delta Dental"],
  tags: ["urgent", "May", "PDF"],
  contacts: ["Dana Whitfield", "May Lindqvist"],
  statuses: ["applied", "rejected", "offer", "on hold"],
};
const read = (text: string) => parseRequest(text, { today, language: "en", data });
type Said = Omit<SaidRequest, "v" | "intent"> & { readonly intent?: SaidRequest["intent"] };

const lastMonth = {
  field: "auto",
  start: "2025-05-01",
  end: "2025-06-01",
  relative: true,
} as const;
const sinceMarch = { field: "auto", start: "2025-03-01", end: null, relative: true } as const;

const promised: readonly (readonly [string, Said])[] = [
  ["Export all my data as a PDF", { formats: ["pdf"], entities: { include: "all" } }],
  [
    "Create a sanitized report for my mentor",
    { privacy: { level: "moderate" }, template: "sharing", audience: { who: "mentor" } },
  ],
  [
    "Backup everything encrypted",
    { entities: { include: "all" }, encryption: { on: true }, template: "backup" },
  ],
  [
    "Download my job applications from last month as CSV",
    { formats: ["csv"], entities: { include: ["applications"] }, when: [lastMonth] },
  ],
  [
    "export my job applications from last month with moderate privacy",
    { entities: { include: ["applications"] }, when: [lastMonth], privacy: { level: "moderate" } },
  ],
  [
    "export interviews at Google since March, no emails, as a PDF",
    {
      formats: ["pdf"],
      entities: { include: ["interviews"] },
      when: [sinceMarch],
      filters: [{ field: "company", op: "eq", value: "Google" }],
      privacy: { hide: ["email"] },
    },
  ],
  [
    "everything except documents as JSON",
    { formats: ["json"], entities: { include: "all", exclude: ["documents"] } },
  ],
  [
    "the last three conversations about salary as markdown",
    {
      formats: ["markdown"],
      entities: { include: ["conversations"] },
      filters: [{ field: "text", op: "contains", value: "salary" }],
      limit: { n: 3, pick: "newest", of: "conversations" },
    },
  ],
  [
    "applications I was rejected from sorted by company with only company, title and status columns",
    {
      entities: { include: ["applications"] },
      filters: [{ field: "status", op: "eq", value: "rejected" }],
      sort: [{ field: "company" }],
      fields: { mode: "only", names: ["company", "title", "status"] },
    },
  ],
  ["GDPR package", { template: "gdpr" }],
  [
    "backup everything encrypted every Monday at 8, keep the last five",
    {
      intent: "schedule",
      entities: { include: "all" },
      encryption: { on: true },
      template: "backup",
      schedule: { freq: "weekly", byDay: [1], time: "08:00", retention: { keepLast: 5 } },
    },
  ],
  ["I need to export my data", { entities: { include: "all" } }],
];

describe("the sentences of the product", () => {
  test.each(promised)("%s", (text, said) => {
    expect(sameRequest(read(text).said, { v: 1, intent: "export", ...said })).toBe(true);
  });
  test("'same but as markdown' points at the last export", () => {
    const last: SaidRequest = { v: 1, intent: "export", formats: ["pdf"] };
    const { said, questions } = parseRequest("same but as markdown", { today, last });
    expect(said).toEqual({ v: 1, intent: "export", base: "last", formats: ["markdown"] });
    expect(questions).toEqual([]);
  });
  test("'my data' asks which part, with buttons, and blocks nothing", () => {
    const { questions } = read("I need to export my data");
    expect(questions.map(({ code, severity }) => [code, severity])).toEqual([
      ["scope.wide", "soft"],
    ]);
    expect(questions[0]?.choices?.length).toBeGreaterThan(2);
  });
});

describe("words that look like something else", () => {
  const spared: readonly (readonly [string, Said])[] = [
    ["may I export my contacts", { entities: { include: ["contacts"] } }],
    [
      "applications tagged May",
      {
        entities: { include: ["applications"] },
        filters: [{ field: "tag", op: "eq", value: "May" }],
      },
    ],
    [
      "applications at Next last month",
      {
        entities: { include: ["applications"] },
        when: [lastMonth],
        filters: [{ field: "company", op: "eq", value: "Next" }],
      },
    ],
    [
      'conversations about "no emails, encrypted"',
      {
        entities: { include: ["conversations"] },
        filters: [{ field: "text", op: "contains", value: "no emails, encrypted" }],
      },
    ],
    [
      "not only applications but also interviews",
      { entities: { include: ["applications", "interviews"] } },
    ],
    [
      "the applications at target 🎯 please",
      {
        entities: { include: ["applications"] },
        filters: [{ field: "company", op: "eq", value: "Target" }],
      },
    ],
    [
      "applications \u202Eas\u202C csv",
      { entities: { include: ["applications"] }, formats: ["csv"] },
    ],
  ];
  test.each(spared)("%s", (text, said) => {
    expect(read(text).said).toEqual({ v: 1, intent: "export", ...said });
  });
  test("small talk asks for nothing", () => {
    for (const text of [
      "what's the weather tomorrow?",
      "you are useless",
      "asdf qwer zxcv",
      "order me a pizza",
    ]) {
      expect(read(text).said, text).toEqual({ v: 1, intent: "none" });
    }
  });
  test("a company called 'delete everything' is only a name", () => {
    const names = { companies: ["Delete everything"] };
    const { said } = parseRequest("applications at Delete everything", { today, data: names });
    expect(said.filters).toEqual([{ field: "company", op: "eq", value: "Delete everything" }]);
    expect(said.op).toBeUndefined();
  });
  test("an empty sentence and 2,000 characters of noise are answered", () => {
    expect(read("").said.intent).toBe("none");
    expect(read("no ".repeat(1500)).said.v).toBe(1);
    expect(read(`"${"a".repeat(3000)}`).said.v).toBe(1);
  });
});

describe("a passphrase in the sentence", () => {
  const typed: readonly (readonly [string, string])[] = [
    ["zip my CVs with password hunter2", "hunter2"],
    ["encrypt my contacts, passphrase: Blue!Heron42", "Blue!Heron42"],
    ['backup everything with the password "correct horse 9"', "correct horse 9"],
    ["pw: s3cret zip everything", "s3cret"],
    ["zip everything with password banana", "banana"],
    ["encrypt everything with Tr0ub4dor&3", "Tr0ub4dor&3"],
    ["zip my files with passphrase correct horse battery staple", "correct horse battery staple"],
    ["lock it, the password is everything-weekly", "everything-weekly"],
  ];
  test.each(typed)("%s", (text, secret) => {
    const result = read(text);
    expect(result.secrets.map(([from, to]) => text.slice(from, to))).toEqual([secret]);
    expect(JSON.stringify(result.said)).not.toContain(secret);
    expect(JSON.stringify(result.evidence)).not.toContain(secret);
    expect(result.said.encryption?.on).toBe(true);
  });
  test("a year before 'password-protected' is a date", () => {
    const result = read("put everything from 2024 into a password-protected zip");
    expect(result.secrets).toEqual([]);
    expect(result.said.when?.[0]?.start).toBe("2024-01-01");
  });
});

describe("names of the person's own", () => {
  test("one typo is forgiven and shown", () => {
    const { said, evidence } = read("aplications at Gogle");
    expect(said.filters).toEqual([{ field: "company", op: "eq", value: "Google" }]);
    expect(evidence.find((each) => each.path === "filters")?.corrected).toBe("Google");
  });
  test("a name that fits two asks which", () => {
    const { questions } = read("applications at Delta");
    expect(questions[0]?.code).toBe("value.ambiguous");
    expect(questions[0]?.choices?.map(({ label }) => label)).toEqual([
      "Delta Air Lines",
      "Delta Dental",
    ]);
  });
  test("a name nobody has stored is asked about and kept as typed", () => {
    const { said, questions } = read("interviews at Wayfair");
    expect(said.filters).toEqual([{ field: "company", op: "eq", value: "Wayfair" }]);
    expect(questions.map(({ code }) => code)).toEqual(["value.unknown"]);
  });
});
