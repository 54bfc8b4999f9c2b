import type { KindId } from "../records/any-kind.ts";
import type { AnyRecord } from "../records/stored-record.ts";

/**
 * What a record is known by besides its id, best first: the same link, the same company, title and day,
 * the same address. Empty where too little is known to say.
 */
export function naturalKeys(kind: KindId, record: AnyRecord): readonly string[] {
  return (makers[kind] ?? none)(record).filter((key) => key !== "");
}

const none = (): readonly string[] => [];

/** A text as it is compared: composed, lower case, single blanks. */
export const folded = (value: unknown): string =>
  typeof value === "string" ? value.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim() : "";

/** One key of several values; empty when one of them is. */
function all(name: string, ...values: readonly unknown[]): string {
  const parts = values.map(folded);
  return parts.includes("") ? "" : JSON.stringify([name, ...parts]);
}

/** A link without what differs between two visits: scheme, `www.`, closing slash, fragment. */
export function linkKey(value: unknown): string {
  const link = folded(value).replace(/#.*$/, "");
  return link
    .replace(/^https?:\/\//, "")
    .replace(/^www\./, "")
    .replace(/\/$/, "");
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

const makers: Partial<Record<KindId, (record: AnyRecord) => readonly string[]>> = {
  applications: (r) => [
    all("link", linkKey(r["url"])),
    all("company", r["company"], r["title"], text(r["applied_on"]) || "-"),
  ],
  contacts: (r) => [
    all("email", r["email"]),
    all("profile", linkKey(r["profile_url"])),
    all("name", r["name"], text(r["company"]) || "-"),
  ],
  interviews: (r) => [
    all("start", text(r["application_id"]) || "-", r["starts_at"], text(r["round"]) || "-"),
  ],
  activities: (r) => [
    all(
      "activity",
      r["date"],
      r["employer"],
      text(r["activity_type"]) || "-",
      text(r["job_title"]) || "-",
    ),
  ],
  job_searches: (r) => [
    all("query", text(r["query"]) || "-", text(r["board"]) || "-", linkKey(r["url"]) || "-"),
  ],
  conversations: (r) => [all("start", r["source"], r["started_at"], text(r["title"]) || "-")],
  documents: (r) => [all("bytes", r["sha256"], r["name"])],
  memories: (r) => [all("text", r["text"])],
  settings: (r) => [all("key", r["key"])],
};
