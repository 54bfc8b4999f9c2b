import type { Card } from "../importing/cards/read-cards.ts";
import { preferred, readCards, structured, unescapeText } from "../importing/cards/read-cards.ts";
import { eachRecord } from "../importing/each-record.ts";
import { guessEncoding } from "../importing/table/decode-table.ts";
import { wholeText } from "../importing/whole-text.ts";
import { headText } from "../restore/sniff.ts";
import type { Skipped } from "../restore/contract.ts";
import type { FoundFile, ImportContext, Importer, ReadRecord } from "./contract.ts";

const isCards = ({ head }: FoundFile): boolean => /^\ufeff?\s*BEGIN:VCARD/i.test(headText(head));

/** An address book (vCard 2.1, 3 and 4). Photos and groups are not taken. */
export const vcard: Importer = {
  label: "Address book",
  recognises: (files) => (files.some(isCards) ? (files.length === 1 ? 1 : 0.6) : 0),
  async read(files, context) {
    const records = new Map<string, ReadRecord>();
    let [groups, photos, nameless, doubles, cutOff] = [0, 0, 0, 0, 0];
    for (const file of files.filter(isCards)) {
      const text = await wholeText(file, (await guessEncoding(file.head)).label);
      const read = readCards(text);
      cutOff += read.cutOff;
      for (const card of read.cards) {
        if (preferred(card.properties.get("KIND"))?.toLowerCase() === "group") groups += 1;
        else {
          photos += card.properties.has("PHOTO") ? 1 : 0;
          const record = toRecord(card, context);
          if (record === undefined) nameless += 1;
          else if (records.has(record.id)) doubles += 1;
          else
            records.set(record.id, {
              kindId: "contacts",
              value: record,
              where: `line ${String(card.line)}`,
            });
        }
      }
    }
    const counted: readonly (readonly [number, string, string])[] = [
      [photos, "Photos", "Pictures of people are not taken"],
      [groups, "Groups", "A group is no person"],
      [nameless, "Contacts without a name", "Nobody to write to stands in the card"],
      [doubles, "Duplicates", "The same person stands in the file before"],
      [cutOff, "Cards that are cut off", "The file ends in the middle of them"],
    ];
    const skipped: Skipped[] = counted.flatMap(([count, what, why]) =>
      count === 0 ? [] : [{ what: `${what}: ${String(count)}`, why }],
    );
    return { label: "Address book", records: eachRecord(records.values()), skipped, warnings: [] };
  },
};

function toRecord({ properties }: Card, context: ImportContext) {
  const text = (name: string): string | undefined => {
    const value = preferred(properties.get(name));
    const plain = value === undefined ? "" : unescapeText(value).trim();
    return plain === "" ? undefined : plain;
  };
  const [family = "", given = ""] = structured(preferred(properties.get("N")) ?? "");
  const name = text("FN") ?? ([given, family].filter((part) => part !== "").join(" ") || undefined);
  const company = structured(preferred(properties.get("ORG")) ?? "")[0];
  const email = text("EMAIL")?.replace(/^mailto:/i, "");
  const phone = text("TEL")?.replace(/^tel:/i, "");
  const fields = {
    name,
    role: text("TITLE") ?? text("ROLE"),
    company: company === "" ? undefined : company,
    email,
    phone,
    profile_url: text("URL"),
    notes: text("NOTE"),
  };
  const known = Object.entries(fields).filter(([, value]) => value !== undefined);
  if (name === undefined && email === undefined && phone === undefined) return undefined;
  const uid = text("UID") ?? JSON.stringify([name, email, phone, company]);
  return { id: context.newId(`vcard ${uid}`), ...Object.fromEntries(known) };
}
