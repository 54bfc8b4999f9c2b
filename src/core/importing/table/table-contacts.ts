import type { ImportContext, ReadRecord } from "../../importers/contract.ts";
import { readCell, readLink } from "./cell-text.ts";
import { foldHeader } from "./column-words.ts";
import { isNothing } from "./nothing.ts";
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
  first: /^(?:first name|given name|vorname|prénom|prenom|nombre)$/,
  last: /^(?:last name|surname|family name|nachname|nom de famille|apellidos?)$/,
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
  return head.map((name) => {
    const folded = foldHeader(name);
    const [target] = Object.entries(words).find(
      ([one, word]) => !given.has(one) && word.test(folded),
    ) ?? ["extra"];
    given.add(target);
    return target as ContactTarget;
  });
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

/** Reads every row of a table as a contact. */
export function readContacts(
  table: Table,
  context: ImportContext,
  seed = "contacts",
): TableReading {
  const targets = contactTargets(table.head);
  const dayAt = targets.indexOf("last_contact_on");
  const { order } = guessOrder(
    table.body.map(({ cells }) => cells[dayAt] ?? ""),
    table.delimiter === ";",
  );
  const seen = new Set<string>();
  const records: ReadRecord[] = [];
  let [blank, nameless, doubles, noMail] = [0, 0, 0, 0];
  for (const { cells, number } of table.body) {
    const draft: Record<string, unknown> = {};
    const extra: Record<string, string> = {};
    targets.forEach((target, at) => {
      const { text } = readCell(cells[at] ?? "");
      if (isNothing(text)) return;
      if (target === "email" && !/^\S+@\S+\.\S+$/.test(text)) noMail += 1;
      else if (target === "last_contact_on") draft[target] = readDay(text, order) ?? undefined;
      else if (target === "profile_url") draft[target] = readLink(text).url ?? text;
      else if (target === "extra")
        extra[
          (table.head[at] ?? "").replace(/^(?:__proto__|constructor|prototype)$/, "column $&")
        ] = text;
      else draft[target] = text;
    });
    const { first, last, ...rest } = draft;
    const name = [first, last].filter((part) => typeof part === "string").join(" ");
    const contact: Record<string, unknown> = name === "" ? rest : { name, ...rest };
    const { name: known, email, phone, profile_url: profile } = contact;
    if (Object.keys(contact).length === 0 && Object.keys(extra).length === 0) blank += 1;
    else if (
      known === undefined &&
      email === undefined &&
      phone === undefined &&
      profile === undefined
    )
      nameless += 1;
    else {
      const key = JSON.stringify([seed, profile ?? email ?? [known, contact["company"], phone]]);
      if (seen.has(key)) doubles += 1;
      else {
        seen.add(key);
        const value = {
          id: context.newId(key),
          ...contact,
          ...(Object.keys(extra).length > 0 ? { extra } : {}),
        };
        records.push({ kindId: "contacts", value, where: `row ${String(number)}` });
      }
    }
  }
  const skipped = [
    {
      count: nameless,
      what: "Contacts without a name",
      why: "Nobody to write to stands in the row",
    },
    { count: doubles, what: "Duplicates", why: "The same person stands in the file before" },
    { count: blank, what: "Blank rows", why: "Nothing stands in them" },
  ].flatMap(({ count, what, why }) =>
    count === 0 ? [] : [{ what: `${what}: ${String(count)}`, why }],
  );
  const warnings =
    noMail === 0 ? [] : [`Cells that are no e-mail address and were left out: ${String(noMail)}.`];
  const mapping = Object.fromEntries(table.head.map((name, at) => [name, mappedTo(targets[at])]));
  return { records, skipped, warnings: [...table.notes, ...warnings], mapping };
}

function mappedTo(target: ContactTarget | undefined): string {
  if (target === undefined || target === "extra") return "extra";
  return `contacts.${target === "first" || target === "last" ? "name" : target}`;
}
