import { contentText } from "../escape/content-text.ts";
import { safeLink } from "../escape/safe-link.ts";
import type { Bytes, ExportDocument } from "../formats/contract.ts";
import { utf8Chunks } from "../reading/decode-text.ts";
import { linesOf } from "../reading/lines-of.ts";
import type { CleanRow } from "../sanitize/clean-row.ts";

type Library = typeof import("ical.js").default;
type Version = "3.0" | "4.0";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const nameless = "Unnamed";

/** One card a contact. `UID` is the record's id and `REV` its last change: a second import updates. */
export async function* writeCards(document: ExportDocument): AsyncGenerator<string> {
  const { default: ical } = await import("ical.js");
  // The library counts without the blank that begins a folded line (RFC 6350, 3.2: 75 octets).
  ical.foldLength = 74;
  const version: Version = document.options?.["version"] === "3.0" ? "3.0" : "4.0";
  for await (const section of document.sections) {
    for await (const batch of section.batches) {
      if (batch.length > 0) yield batch.map((row) => card(row, version, ical)).join("");
    }
  }
}

function card(row: CleanRow, version: Version, ical: Library): string {
  const text = (name: string): string => {
    const value = row[name];
    return typeof value === "string" ? contentText(value).trim() : "";
  };
  const component = new ical.Component("vcard");
  const add = (name: string, value: string | readonly string[]): void => {
    if (value === "") return;
    const property = new ical.Property(name);
    property.setValue(value);
    component.addProperty(property);
  };
  const [name, company] = [text("name"), text("company")];
  add("version", version);
  add("prodid", "-//Job Tracker Pro//Export 1.0//EN");
  if (text("id") !== "") add("uid", uuid.test(text("id")) ? `urn:uuid:${text("id")}` : text("id"));
  if (version === "4.0" && name === "" && company !== "") add("kind", "org");
  add("fn", name || company || text("email") || text("phone") || nameless);
  add("n", namePartsOf(name));
  if (company !== "") add("org", [company]);
  add("title", text("role"));
  add("email", text("email"));
  add("tel", text("phone"));
  // A comma would be escaped by some readers' rules and not by others'.
  add("url", safeLink(text("profile_url"))?.replaceAll(",", "%2C") ?? "");
  const seen = text("last_contact_on");
  add(
    "note",
    [text("notes"), seen === "" ? "" : `Last contact: ${seen}`].filter(Boolean).join("\n"),
  );
  add("rev", stampOf(text("updated_at")));
  const design = version === "3.0" ? ical.design.vcard3 : ical.design.vcard;
  return `${ical.stringify.component(component.jCal, design)}\r\n`;
}

/**
 * Family name, given names. A record holds one name: its last word is taken for the family's, which sorts
 * an address book; `FN` keeps the name as it is. RFC 2426 wants `N` in every card.
 */
function namePartsOf(name: string): readonly string[] {
  const words = name.split(/\s+/);
  const family = words.at(-1) ?? "";
  return [family, words.slice(0, -1).join(" "), "", "", ""];
}

function stampOf(instant: string): string {
  if (!/^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:\d{2})$/.test(instant)) return "";
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? "" : `${at.toISOString().slice(0, 19)}Z`;
}

/** Counts the cards in the written text; a further line of a value begins with a blank. */
export async function countCards(bytes: ReadableStream<Bytes>): Promise<number> {
  const decoder = new TextDecoder();
  let cards = 0;
  for await (const line of linesOf(utf8Chunks(bytes))) {
    if (decoder.decode(line.bytes).trimEnd() === "BEGIN:VCARD") cards += 1;
  }
  return cards;
}
