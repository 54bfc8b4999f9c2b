import type { FormatEntry } from "../../core/job-tracker.ts";
import type { OwnNames, SaidRequest } from "../../core/request/request.ts";

/** A likely value of a slot, as words: written over the old ones, or behind the sentence. */
export interface Choice {
  readonly label: string;
  /** Stands where the old words stood. */
  readonly replace: string;
  /** Stands behind the sentence where nothing was said; `replace` where they are the same. */
  readonly append?: string;
  /** One line of advice below the label. */
  readonly advice?: string;
}

const monthNames =
  "January February March April May June July August September October November December";

/** The month two before this one, for "since September". */
function earlierMonth(today: string): string {
  const month = Number(today.slice(5, 7));
  return monthNames.split(" ")[(month + 9) % 12] ?? "January";
}

function times(today: string): readonly Choice[] {
  const month = earlierMonth(today);
  return [
    { label: "Last month", replace: "last month", append: "from last month" },
    { label: "Last four weeks", replace: "in the last four weeks" },
    { label: `Since ${month}`, replace: `since ${month}` },
    { label: "This year", replace: "this year", append: "from this year" },
  ];
}

const formatWords: Readonly<Record<string, string>> = {
  pdf: "PDF",
  csv: "CSV",
  xlsx: "Excel",
  json: "JSON",
  markdown: "markdown",
  html: "web page",
  text: "text",
  xml: "XML",
  yaml: "YAML",
  ndjson: "JSON lines",
  ics: "calendar file",
  docx: "Word document",
  parquet: "Parquet",
  vcard: "vCard",
  notes: "Obsidian notes",
};

function files(formats: readonly FormatEntry[]): readonly Choice[] {
  return formats.flatMap(({ id, label }) => {
    const word = formatWords[id];
    return word === undefined ? [] : [{ label, replace: word, append: `as ${word}` }];
  });
}

const levels: readonly Choice[] = [
  { label: "Nothing removed", replace: "nothing removed" },
  { label: "Basic", replace: "basic privacy" },
  { label: "Moderate", replace: "sanitized" },
  { label: "Strict", replace: "anonymous" },
];
const records: readonly Choice[] = [
  { label: "Everything", replace: "everything" },
  { label: "Applications", replace: "applications" },
  { label: "Interviews", replace: "interviews" },
  { label: "Applications and interviews", replace: "applications and interviews" },
  { label: "Contacts", replace: "contacts" },
  { label: "Activities", replace: "activities" },
  { label: "Conversations", replace: "conversations" },
];
const audiences: readonly Choice[] = ["mentor", "coach", "recruiter", "lawyer"].map((who) => ({
  label: who.charAt(0).toUpperCase() + who.slice(1),
  replace: who,
  append: `for my ${who}`,
}));
const repeats: readonly Choice[] = [
  { label: "Every day", replace: "every day" },
  { label: "Every Monday at 8", replace: "every Monday at 8" },
  { label: "First of the month", replace: "on the first of every month" },
];
const kept: readonly Choice[] = [3, 5, 10].map((count) => ({
  label: `The last ${String(count)}`,
  replace: `keep the last ${String(count)}`,
}));
const limits: readonly Choice[] = [5, 10, 20, 50].map((count) => ({
  label: `The newest ${String(count)}`,
  replace: `the last ${String(count)}`,
}));
const seals: readonly Choice[] = [
  {
    label: "Vault",
    replace: "encrypted as a vault",
    advice: "For your own backups. Opens here, or with a short public script.",
  },
  {
    label: "Capsule",
    replace: "encrypted as a capsule",
    advice: "For someone without this app. Opens itself in a browser on a computer; up to 50 MB.",
  },
  {
    label: "Encrypted ZIP",
    replace: "encrypted as a zip",
    advice: "For someone with 7-Zip. Easiest to attack: keep the drawn words.",
  },
  {
    label: "Not encrypted",
    replace: "not encrypted",
    advice: "Anyone who has the file can read it.",
  },
];
const places: readonly Choice[] = [
  { label: "Downloads", replace: "download", append: "into my downloads" },
  { label: "A folder you choose", replace: "into a folder" },
];
const without: readonly Choice[] = [
  ["Salaries", "no salaries"],
  ["Names", "no names"],
  ["E-mail addresses", "no emails"],
  ["Phone numbers", "no phone numbers"],
  ["Notes", "no notes"],
].map(([label = "", replace = ""]) => ({ label, replace }));

function filterChoices(said: SaidRequest, slot: string, own: OwnNames): readonly Choice[] {
  const field = said.filters?.[Number(slot.split(".")[1] ?? 0)]?.field;
  const named = (names: readonly string[] | undefined): readonly Choice[] =>
    (names ?? []).slice(0, 6).map((name) => ({ label: name, replace: name }));
  if (field === "company") return named(own.companies);
  if (field === "tag") return named(own.tags);
  if (field === "location") return named(own.locations);
  if (field === "contact") return named(own.contacts);
  if (field !== "status") return [];
  return ["active", "applied", "interview", "offer", "rejected", "ghosted"].map((status) => ({
    label: status.charAt(0).toUpperCase() + status.slice(1),
    replace: status,
  }));
}

export interface ChoiceContext {
  readonly today: string;
  readonly said: SaidRequest;
  readonly formats: readonly FormatEntry[];
  readonly own: OwnNames;
}

/** Five to seven likely values of a slot; none where only dropping makes sense. */
export function choicesFor(slot: string, context: ChoiceContext): readonly Choice[] {
  if (slot.startsWith("when")) return times(context.today);
  if (slot.startsWith("filters")) return filterChoices(context.said, slot, context.own);
  const bySlot: Readonly<Record<string, readonly Choice[]>> = {
    formats: files(context.formats).slice(0, 7),
    "privacy.level": levels,
    "privacy.hide": without,
    entities: records,
    audience: audiences,
    schedule: repeats,
    "schedule.retention": kept,
    limit: limits,
    encryption: seals,
    destination: places,
  };
  return bySlot[slot] ?? [];
}
