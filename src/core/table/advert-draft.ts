import { addDays, daysBetween, isRealDay, partsOf, toDayNumber } from "../dates/calendar-day.ts";

/** Field texts read from a pasted advert, and for each the words it was read from. */
export interface AdvertDraft {
  readonly fields: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<string, string>>;
}

interface Found {
  readonly value: string;
  readonly words: string;
}

const months =
  "january february march april may june july august september october november december";
const monthNames = months.split(" ");

const currencies: Readonly<Record<string, string>> = { "€": "EUR", "£": "GBP", $: "USD" };

function firstLine(text: string): Found | undefined {
  const line = text
    .split("\n")
    .map((one) => one.trim())
    .find((one) => one.length > 2 && one.length <= 90);
  if (line === undefined) return undefined;
  const value = line.replace(/\s*\((?:[a-z]\s*\/\s*){1,3}[a-z]\)\s*$/iu, "");
  return { value, words: value };
}

function company(text: string): Found | undefined {
  const stated = /(?:^|\n)\s*(?:company|employer|firma)\s*[:–-]\s*([^\n]{2,80})/iu.exec(text)?.[1];
  const builds =
    /(?:^|[\n.!?]\s+)((?:[\p{Lu}\d][\p{L}\d.&'’-]*\s(?:&\s)?){1,4})(?:is|are|builds|makes|develops|offers|helps|runs)\s/u.exec(
      text,
    )?.[1];
  const at = /\b(?:join|at)\s+((?:[\p{Lu}][\p{L}\d.&'’-]*\s?(?:&\s)?){1,4})/u.exec(text)?.[1];
  const value = (stated ?? usable(builds) ?? usable(at))?.trim();
  return value === undefined || value === "" ? undefined : { value, words: value };
}

/** "We are", "This is" and their like are sentences, not names. */
function usable(name: string | undefined): string | undefined {
  const first = name?.trim().split(/\s/u)[0] ?? "";
  return /^(?:we|you|this|our|the|it|they|there|who|what|i|your)$/iu.test(first) ? undefined : name;
}

function workMode(text: string): Found | undefined {
  const words = /\b(?:fully remote|remote|hybrid|on[- ]site)\b/iu.exec(text)?.[0];
  if (words === undefined) return undefined;
  const folded = words.toLowerCase();
  const value = folded.includes("remote") ? "remote" : folded === "hybrid" ? "hybrid" : "on-site";
  return { value, words };
}

function employment(text: string): Found | undefined {
  const words = /\b(?:full[- ]time|part[- ]time|internship|contract|temporary)\b/iu.exec(text)?.[0];
  return words === undefined ? undefined : { value: words.toLowerCase().replace(" ", "-"), words };
}

const salaryPattern =
  /(?<sign>[€£$])\s?(?<low>\d[\d.,\s]*\d\s?k?)(?:\s?(?:–|-|to)\s?[€£$]?\s?(?<high>\d[\d.,\s]*\d\s?k?))?(?<per>\s?(?:a|per|\/)\s?(?:year|month|day|hour))?/iu;

function amount(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const thousands = /k$/iu.test(text.trim());
  const digits = text.replace(/[^\d]/gu, "");
  return digits === "" ? undefined : thousands ? `${digits}000` : digits;
}

function salary(text: string): Readonly<Record<string, Found>> {
  const match = salaryPattern.exec(text);
  if (match?.groups === undefined) return {};
  const { sign, low, high, per } = match.groups;
  const words = match[0].trim();
  const entries: readonly (readonly [string, string | undefined])[] = [
    ["salary_min", amount(low)],
    ["salary_max", amount(high)],
    ["salary_currency", currencies[sign ?? ""]],
    ["salary_period", per?.trim().split(/\s|\//u).at(-1)?.toLowerCase()],
  ];
  const found = entries.flatMap(([name, value]) =>
    value === undefined ? [] : [[name, { value, words }] as const],
  );
  return Object.fromEntries(found);
}

/** "by 11 December": the next such day from `today`. */
function deadline(text: string, today: string): Found | undefined {
  const pattern =
    /\b(?:by|until|before|deadline:?|closing(?: date)?:?)\s+(?:the\s+)?(\d{1,2})\.?\s+([a-z]+)\.?(?:\s+(\d{4}))?/iu;
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const month = monthNames.findIndex((name) => name.startsWith((match[2] ?? "").toLowerCase())) + 1;
  const year = match[3] === undefined ? partsOf(toDayNumber(today)).year : Number(match[3]);
  const day = Number(match[1]);
  if ((match[2] ?? "").length < 3 || month === 0 || !isRealDay(year, month, day)) return undefined;
  const iso = `${String(year)}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const passed = match[3] === undefined && daysBetween(iso, addDays(today, -30)) > 0;
  return { value: passed ? iso.replace(String(year), String(year + 1)) : iso, words: match[0] };
}

function place(text: string): Found | undefined {
  const stated = /(?:^|\n)\s*(?:location|place|ort)\s*[:–-]\s*([^\n]{2,60})/iu.exec(text)?.[1];
  const inside =
    /\b(?:people|team|office|based|located)\s+in\s+(\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?)/u.exec(
      text,
    )?.[1];
  const value = (stated ?? inside)?.trim();
  return value === undefined ? undefined : { value, words: value };
}

function link(text: string): Found | undefined {
  const value = /https?:\/\/[^\s<>"']+/u.exec(text)?.[0];
  return value === undefined ? undefined : { value, words: value };
}

/** Reads what an advert says plainly; anything doubtful is left for the person. `today` dates "by 11 December". */
export function readAdvert(text: string, today: string): AdvertDraft {
  const sample = text.slice(0, 20_000);
  const found: Readonly<Record<string, Found | undefined>> = {
    title: firstLine(sample),
    company: company(sample),
    location: place(sample),
    work_mode: workMode(sample),
    employment_type: employment(sample),
    deadline: deadline(sample, today),
    url: link(sample),
    ...salary(sample),
  };
  const kept = Object.entries(found).flatMap(([name, one]) => (one ? [[name, one] as const] : []));
  return {
    fields: Object.fromEntries(kept.map(([name, one]) => [name, one.value])),
    words: Object.fromEntries(kept.map(([name, one]) => [name, one.words])),
  };
}
