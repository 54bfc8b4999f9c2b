import type { ImportContext, ReadRecord } from "../../importers/contract.ts";
import { readCell, readLink } from "./cell-text.ts";
import { foldHeader } from "./column-words.ts";
import { isNothing } from "./nothing.ts";
import type { DayOrder } from "./read-day.ts";
import { guessOrder, readDay } from "./read-day.ts";
import type { Table } from "./read-table.ts";
import type { TableReading } from "./table-applications.ts";

type ContactTarget =
  | "first"
  | "last"
  | "name"
  | "email"
  | "phone"
  | "company"
  | "role"
  | "profile_url"
  | "last_contact_on"
  | "notes"
  | "extra";

const words: Readonly<Record<Exclude<ContactTarget, "extra">, RegExp>> = {
  first:
    /^(?:first name|given name|vorname|prénom|prenom|nombre|primeiro nome|voornaam|förnamn|imię)$/,
  last: /^(?:last name|surname|family name|nachname|nom de famille|apellidos?|cognome|sobrenome|achternaam|efternamn|nazwisko)$/,
  name: /^(?:name|full name|contact|contact name|recruiter|recruiter name|person|ansprechpartner|kontakt|nom|contacto)$/,
  email: /^(?:e ?mail|e mail address|email address|mail|contact email|correo)$/,
  phone:
    /^(?:phone|phone number|mobile|telephone|telefon|tel|téléphone|teléfono|contact phone number)$/,
  company:
    /^(?:company|company name|organi[sz]ation|employer|firma|unternehmen|empresa|entreprise)$/,
  role: /^(?:position|role|title|job title|contact title|funktion|rolle|cargo|poste)$/,
  profile_url: /^(?:url|profile|profile url|linked ?in|linkedin url|contact linked ?in)$/,
  last_contact_on:
    /^(?:last contact|last contacted|last contact date|date contacted|letzter kontakt)$/,
  notes: /^(?:notes?|comments?|bemerkung|notizen|notas)$/,
};

export function contactTargets(head: readonly string[]): readonly ContactTarget[] {
  const given = new Set<string>();
  const targets = head.map((name): ContactTarget => {
    const folded = foldHeader(name);
    const [target] = Object.entries(words).find(
      ([one, word]) => !given.has(one) && word.test(folded),
    ) ?? ["extra"];
    given.add(target);
    return target as ContactTarget;
  });
  // Beside "Prénom" the column "Nom" holds the family name.
  return given.has("first") && !given.has("last")
    ? targets.map((target) => (target === "name" ? "last" : target))
    : targets;
}

/** People, not applications: a name and a way to reach them, and no status or day of application. */
export function tellsContacts(head: readonly string[]): boolean {
  const targets = contactTargets(head);
  const named = targets.includes("name") || (targets.includes("first") && targets.includes("last"));
  const reached =
    targets.includes("email") || targets.includes("phone") || targets.includes("profile_url");
  const applied = head.some((name) =>
    /\b(?:status|applied|application|stage|salary|job)\b/.test(foldHeader(name)),
  );
  return named && reached && !applied;
}

interface ContactRow {
  readonly contact: Readonly<Record<string, unknown>>;
  readonly extra: Readonly<Record<string, string>>;
  /** A cell of the e-mail column that is no address. */
  readonly badMail: boolean;
}

/** Reads every row of a table as a contact. */
export function readContacts(
  table: Table,
  context: ImportContext,
  seed = "contacts",
): TableReading {
  const targets = contactTargets(table.head);
  const dayAt = targets.indexOf("last_contact_on");
  const days = table.body.map(({ cells }) => cells[dayAt] ?? "");
  const { order } = guessOrder(days, table.delimiter === ";");
  const records = new Map<string, ReadRecord>();
  const counts = { blank: 0, nameless: 0, doubles: 0, badMail: 0 };
  for (const { cells, number } of table.body) {
    const row = readRow(cells, table.head, targets, order);
    const { name, email, phone, profile_url: profile, company } = row.contact;
    const isKnown = [name, email, phone, profile].some((value) => value !== undefined);
    const key = JSON.stringify([seed, profile ?? email ?? [name, company, phone]]);
    if (row.badMail) counts.badMail += 1;
    if (!isKnown && Object.keys({ ...row.contact, ...row.extra }).length === 0) counts.blank += 1;
    else if (!isKnown) counts.nameless += 1;
    else if (records.has(key)) counts.doubles += 1;
    else {
      const extra = Object.keys(row.extra).length > 0 ? { extra: row.extra } : {};
      const value = { id: context.newId(key), ...row.contact, ...extra };
      records.set(key, { kindId: "contacts", value, where: `row ${String(number)}` });
    }
  }
  const mapping = Object.fromEntries(table.head.map((name, at) => [name, mappedTo(targets[at])]));
  return { records: [...records.values()], mapping, ...contactReport(table, counts) };
}

function readRow(
  cells: readonly string[],
  head: readonly string[],
  targets: readonly ContactTarget[],
  order: DayOrder,
): ContactRow {
  const draft: Record<string, unknown> = {};
  const extra = new Map<string, string>();
  let badMail = false;
  targets.forEach((target, at) => {
    const { text, link } = readCell(cells[at] ?? "");
    if (isNothing(text)) return;
    if (target === "email" && !/^\S+@\S+\.\S+$/.test(text)) badMail = true;
    else if (target === "last_contact_on") draft[target] = readDay(text, order);
    else if (target === "profile_url") draft[target] = link ?? readLink(text).url ?? text;
    else if (target === "extra") extra.set(safeName(head[at] ?? "", at), text);
    else draft[target] = text;
  });
  const { first, last, ...rest } = draft;
  const name = [first, last].filter((part) => typeof part === "string").join(" ");
  const known = Object.entries(name === "" ? rest : { name, ...rest });
  const contact = Object.fromEntries(known.filter(([, value]) => value !== undefined));
  return { contact, extra: Object.fromEntries(extra), badMail };
}

/** A header as a key of `extra`: a name that would reach a prototype is only a word. */
function safeName(name: string, at: number): string {
  if (name === "") return `column ${String(at + 1)}`;
  return /^(?:__proto__|constructor|prototype)$/.test(name) ? `column ${name}` : name;
}

function contactReport(
  table: Table,
  counts: Readonly<Record<"blank" | "nameless" | "doubles" | "badMail", number>>,
): Pick<TableReading, "skipped" | "warnings"> {
  const listed: readonly (readonly [number, string, string])[] = [
    [counts.nameless, "Contacts without a name", "Nobody to write to stands in the row"],
    [counts.doubles, "Duplicates", "The same person stands in the file before"],
    [counts.blank, "Blank rows", "Nothing stands in them"],
  ];
  const skipped = listed.flatMap(([count, what, why]) =>
    count === 0 ? [] : [{ what: `${what}: ${String(count)}`, why }],
  );
  const mails = `Cells that are no e-mail address and were left out: ${String(counts.badMail)}.`;
  return { skipped, warnings: [...table.notes, ...(counts.badMail === 0 ? [] : [mails])] };
}

function mappedTo(target: ContactTarget | undefined): string {
  if (target === undefined || target === "extra") return "extra";
  return `contacts.${target === "first" || target === "last" ? "name" : target}`;
}
