import type { FoundFile } from "../../importers/contract.ts";
import { headTable } from "../table/head-table.ts";
import { isSigned } from "../table/signed-table.ts";

export type LinkedInPart = "applications" | "saved" | "connections" | "messages" | "alerts";

/** Header words of the parts that are read; everything else in the archive stays unread. */
const signatures: Readonly<Record<LinkedInPart, readonly (readonly string[])[]>> = {
  applications: [
    ["application date", "company name", "job title", "job url", "question and answers"],
    ["application date", "company name", "job title", "job url", "resume name"],
  ],
  saved: [["saved date", "job url", "job title"]],
  connections: [
    ["first name", "connected on"],
    ["company", "position", "connected on"],
    ["first name", "last name", "company", "position", "email address"],
  ],
  messages: [["conversation id", "from", "date", "content"]],
  alerts: [["alert parameters", "saved search id"]],
};

export interface SortedFiles {
  readonly parts: ReadonlyMap<LinkedInPart, readonly FoundFile[]>;
  readonly unread: readonly FoundFile[];
  /** Files that should hold a table and hold a sentence instead. */
  readonly empty: readonly FoundFile[];
}

const names: readonly (readonly [RegExp, LinkedInPart])[] = [
  [/job applications(?:[_ ]\d+)?\.csv$/i, "applications"],
  [/saved jobs(?:[_ ]\d+)?\.csv$/i, "saved"],
  [/connections(?:[_ ]\d+)?\.csv$/i, "connections"],
  [/messages(?:[_ ]\d+)?\.csv$/i, "messages"],
  [/savedjobalerts(?:[_ ]\d+)?\.csv$/i, "alerts"],
];

/** Finds the parts by their headers, in any folder and any number of shards. */
export async function sortLinkedIn(files: readonly FoundFile[]): Promise<SortedFiles> {
  const parts = new Map<LinkedInPart, FoundFile[]>();
  const unread: FoundFile[] = [];
  const empty: FoundFile[] = [];
  for (const file of files) {
    const part = await partOf(file);
    if (part !== undefined) parts.set(part, [...(parts.get(part) ?? []), file]);
    else if (names.some(([name]) => name.test(file.name))) empty.push(file);
    else unread.push(file);
  }
  return { parts, unread, empty };
}

async function partOf(file: FoundFile): Promise<LinkedInPart | undefined> {
  const table = await headTable(file);
  if (table === undefined) return undefined;
  // Too large for the head: the name has to do.
  if (table === "too-large") return names.find(([name]) => name.test(file.name))?.[1];
  const found = Object.entries(signatures).find(([, all]) =>
    all.some((one) => isSigned(table, one)),
  );
  return found?.[0] as LinkedInPart | undefined;
}
