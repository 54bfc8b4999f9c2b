import type {
  DateFilter,
  Filter,
  SaidRequest,
  SaidSchedule,
} from "../../../src/core/request/request.ts";

/** Requests that words can express, the same for the same seed: what a chip can set. */

export interface Dice {
  /** Whole number below `n`. */
  below(n: number): number;
}

/** Mulberry32: small, and the same on every machine. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  return {
    below(n) {
      state = (state + 0x6d2b79f5) >>> 0;
      let t = Math.imul(state ^ (state >>> 15), state | 1);
      t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
      return ((t ^ (t >>> 14)) >>> 0) % n;
    },
  };
}

function one<T>(roll: Dice, values: readonly [T, ...T[]]): T {
  return values[roll.below(values.length)] ?? values[0];
}

function some<T>(roll: Dice, values: readonly T[], most = 3): T[] {
  const wanted = 1 + roll.below(Math.min(most, values.length));
  const left = [...values];
  while (left.length > wanted) left.splice(roll.below(left.length), 1);
  return left;
}

const kinds = [
  "conversations",
  "applications",
  "interviews",
  "contacts",
  "documents",
  "activities",
  "companies",
  "memories",
  "settings",
  "analytics",
  "job_searches",
] as const;
const filters: readonly Filter[] = [
  { field: "company", op: "eq", value: "Google" },
  { field: "company", op: "in", value: ["Acme Corp", "Stripe"] },
  { field: "company", op: "ne", value: "Ernst & Young" },
  { field: "contact", op: "eq", value: "Dana Whitfield" },
  { field: "tag", op: "eq", value: "urgent" },
  { field: "tag", op: "nin", value: ["dream job", "urgent"] },
  { field: "status", op: "eq", value: "rejected" },
  { field: "text", op: "contains", value: "no emails, as PDF" },
  { field: "text", op: "ncontains", value: "salary" },
  { field: "location", op: "contains", value: "Berlin" },
  { field: "remote", op: "eq", value: true },
  { field: "archived", op: "eq", value: false },
  { field: "priority", op: "eq", value: "high" },
  { field: "salary", op: "gte", value: 70_000, unit: { currency: "EUR", per: "year" } },
  { field: "salary", op: "lt", value: 120_000 },
  { field: "rating", op: "gt", value: 3 },
  { field: "source", op: "eq", value: "LinkedIn" },
  { field: "type", op: "eq", value: "resume" },
];

type Maker<Slot extends keyof SaidRequest> = (roll: Dice) => NonNullable<SaidRequest[Slot]>;
type Makers = { readonly [Slot in Exclude<keyof SaidRequest, "v" | "intent">]?: Maker<Slot> };

function randomEntities(roll: Dice): NonNullable<SaidRequest["entities"]> {
  if (roll.below(3) === 0) return { include: "all" };
  if (roll.below(3) === 0) return { include: "all", exclude: some(roll, kinds) };
  return { include: some(roll, kinds) };
}

function randomDates(roll: Dice): DateFilter[] {
  const field = one<DateFilter["field"]>(roll, [
    "auto",
    "created",
    "updated",
    "applied",
    "responded",
    "closed",
    "last_contact",
  ]);
  const [start, end] = one<readonly [string | null, string | null]>(roll, [
    ["2025-05-01", "2025-06-01"],
    ["2025-03-14", "2025-03-15"],
    ["2024-11-02", "2025-02-28"],
    ["2025-01-01", null],
    [null, "2024-12-31"],
  ]);
  return [{ field, start, end }];
}

function randomPrivacy(roll: Dice): NonNullable<SaidRequest["privacy"]> {
  const hide = some(roll, ["email", "phone", "name", "url", "salary", "date"] as const);
  const keep = some(roll, ["company", "title"] as const);
  const level = one(roll, ["none", "basic", "moderate", "strict"] as const);
  return one<NonNullable<SaidRequest["privacy"]>>(roll, [
    { level },
    { hide },
    { level, hide },
    { level, keep },
    { hide, keep },
    { pseudonyms: true },
    { level, pseudonyms: true },
  ]);
}

function randomSchedule(roll: Dice): SaidSchedule {
  const rule = one<SaidSchedule>(roll, [
    { freq: "daily" },
    { freq: "weekly" },
    { freq: "monthly" },
    { freq: "weekly", interval: 2 },
    { freq: "monthly", interval: 3 },
    { freq: "monthly", byMonthDay: [1] },
    { freq: "monthly", byMonthDay: [-1] },
    { freq: "monthly", byDay: [1], bySetPos: 1 },
    { freq: "weekly", byDay: some(roll, [1, 2, 3, 4, 5, 6, 7] as const, 2) },
    { freq: "onChange" },
  ]);
  const time =
    rule.freq !== "onChange" && roll.below(2) === 0
      ? { time: one(roll, ["08:00", "21:30", "12:00"]) }
      : {};
  const keepLast = 2 + roll.below(18);
  const retention = one(roll, [
    {},
    {},
    { retention: { keepLast } },
    { retention: { maxAgeDays: 60 } },
    { retention: { keepLast, maxAgeDays: 30 } },
  ]);
  const notify = one<Pick<SaidSchedule, "notify">>(roll, [
    {},
    {},
    { notify: ["browser"] },
    { notify: ["email"] },
    { notify: ["none"] },
  ]);
  return { ...rule, ...time, ...retention, ...notify };
}

const makers: Makers = {
  entities: randomEntities,
  filters: (roll) =>
    some(roll, filters, 2).filter((f, i, all) => all.findIndex((o) => o.field === f.field) === i),
  when: randomDates,
  formats: (roll) =>
    some(
      roll,
      ["json", "csv", "pdf", "markdown", "zip", "xlsx", "html", "ics", "yaml"] as const,
      2,
    ),
  fields: (roll) => ({
    mode: one(roll, ["only", "add", "drop"]),
    names: some(roll, [
      "company",
      "title",
      "status",
      "notes",
      "salary",
      "url",
      "deadline",
    ] as const),
  }),
  sort: (roll) =>
    one<NonNullable<SaidRequest["sort"]>>(roll, [
      [{ field: "company" }],
      [{ field: "salary", dir: "desc" }],
      [{ field: "status" }, { field: "deadline", dir: "desc" }],
    ]),
  group: (roll) => ({
    by: one(roll, ["company", "status", "entity"]),
    as: one(roll, ["section", "file"]),
  }),
  privacy: randomPrivacy,
  encryption: (roll) =>
    one<NonNullable<SaidRequest["encryption"]>>(roll, [
      { on: true },
      { on: false },
      { on: true, method: "aes" },
      { on: true, method: "public-key" },
    ]),
  template: (roll) =>
    one<NonNullable<SaidRequest["template"]>>(roll, [
      "backup",
      "analysis",
      "gdpr",
      "work-search",
      { name: "Friday pack" },
    ]),
  audience: (roll) =>
    one<NonNullable<SaidRequest["audience"]>>(roll, [
      { who: "mentor" },
      { who: "lawyer", name: "Brandt" },
      { who: "self" },
      { who: "authority" },
      { who: "friend" },
    ]),
  destination: (roll) =>
    one<NonNullable<SaidRequest["destination"]>>(roll, [
      { kind: "clipboard" },
      { kind: "email" },
      { kind: "print" },
      { kind: "cloud", detail: "Dropbox" },
      { kind: "folder", detail: "Old things" },
    ]),
  fileName: (roll) => one(roll, ["autumn-review", "my file"]),
  schedule: randomSchedule,
};

/** At most five slots: longer sentences are possible and nobody's. */
export function randomRequest(roll: Dice): SaidRequest {
  const chosen = some(roll, Object.entries(makers), 5);
  const slots = Object.fromEntries(
    chosen.map(([slot, make]) => [slot, (make as (r: Dice) => unknown)(roll)]),
  );
  return { v: 1, intent: "schedule" in slots ? "schedule" : "export", ...slots };
}
