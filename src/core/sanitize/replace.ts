import type { FoundSpan } from "./find-personal.ts";
import { labelOf, piiOf } from "./pii-types.ts";
import type { Pseudonyms } from "./pseudonyms.ts";

/** What stands in a text for a find: pseudonyms where they read well, else the rule's label. */
export function standIn(
  find: FoundSpan,
  value: string,
  pseudonyms: Pseudonyms | undefined,
): string {
  if (!pseudonyms || find.type === "OWN") return safe(find.replacement);
  switch (piiOf(find.type)) {
    case "name":
      return find.type === "PERSON" ? pseudonyms.person(find.name ?? value) : find.replacement;
    case "company":
      return pseudonyms.company(find.name ?? value);
    case "email":
      return pseudonyms.email(value, find.name);
    case "phone":
      return pseudonyms.phone(value);
    case "address":
    case "url":
    case "salary":
    case "title":
    case "date":
    case "id":
    case "secret":
    case "notes":
    case "document":
      return find.type === "OWN"
        ? safe(find.replacement)
        : find.replacement || labelOf(piiOf(find.type));
  }
}

/** A replacement holds nothing that could break a format or begin a formula (docs/privacy.md). */
function safe(replacement: string): string {
  return (
    replacement
      .replace(/["',\t|\r\n;<>&]/g, " ")
      .replace(/ {2,}/g, " ")
      .replace(/^[=+\-@\s]+/, "")
      .trim() || "[hidden]"
  );
}

/** The text with every find replaced. `note` hears what was taken out. */
export function replaceFinds(
  text: string,
  finds: readonly FoundSpan[],
  write: (find: FoundSpan, value: string) => string,
): string {
  let out = "";
  let at = 0;
  for (const find of finds) {
    out += text.slice(at, find.start) + write(find, text.slice(find.start, find.end));
    at = find.end;
  }
  return out + text.slice(at);
}
