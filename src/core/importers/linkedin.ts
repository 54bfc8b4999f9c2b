import { FailureError } from "../failure.ts";
import { eachRecord } from "../importing/each-record.ts";
import { decodeEntities } from "../importing/html-text.ts";
import type { ReadJobs } from "../importing/linkedin/read-jobs.ts";
import { readJobs } from "../importing/linkedin/read-jobs.ts";
import { readMessages } from "../importing/linkedin/read-messages.ts";
import type { LinkedInPart, SortedFiles } from "../importing/linkedin/sort-files.ts";
import { sortLinkedIn } from "../importing/linkedin/sort-files.ts";
import { relevantChats } from "../importing/relevant-chats.ts";
import type { Table } from "../importing/table/read-table.ts";
import { readTable } from "../importing/table/read-table.ts";
import { foldHeader } from "../importing/table/column-words.ts";
import { readContacts } from "../importing/table/table-contacts.ts";
import type { Skipped } from "../restore/contract.ts";
import type { FoundFile, ImportContext, Importer, ReadRecord } from "./contract.ts";

/** "Get a copy of your data" of LinkedIn, zipped, unpacked, or one table out of it. */
export const linkedin: Importer = {
  label: "LinkedIn",
  async recognises(files) {
    const { parts } = await sortLinkedIn(files);
    if (parts.size === 0) return 0;
    return files.length === 1 || parts.size > 1 || parts.has("applications") ? 0.92 : 0.7;
  },
  async read(files, context) {
    const sorted = await sortLinkedIn(files);
    const broken: Skipped[] = [];
    const tables = (part: LinkedInPart): Promise<readonly Table[]> =>
      readParts(sorted.parts.get(part) ?? [], files.length > 1, broken);
    const jobs = readJobs(await tables("applications"), await tables("saved"), context);
    const people = (await tables("connections")).map((table) =>
      readContacts(table, context, "linkedin"),
    );
    const chats = readMessages(await tables("messages"), context);
    const alerts = (await tables("alerts")).flatMap((table) => readAlerts(table, context));
    const contacts = people.flatMap((reading) => reading.records);
    return {
      label: "Copy of your data from LinkedIn",
      records: eachRecord([...jobs.records, ...contacts, ...chats.records, ...alerts]),
      skipped: [
        ...counted(jobs, chats.drafts),
        ...people.flatMap((reading) => reading.skipped),
        ...broken,
        ...leftUnread(sorted),
      ],
      warnings: [
        ...people.flatMap((one) => one.warnings),
        ...relevantChats(chats.records, context.companies),
      ],
      ...mappingOf(jobs.readings[0] ?? people[0]),
    };
  },
};

/** The tables of a part. A broken one is left out where there are other files, and said. */
async function readParts(
  files: readonly FoundFile[],
  isArchive: boolean,
  broken: Skipped[],
): Promise<readonly Table[]> {
  const tables: Table[] = [];
  for (const file of files) {
    try {
      tables.push(await readDecoded(file));
    } catch (error) {
      if (!isArchive || !(error instanceof FailureError)) throw error;
      const { failure } = error;
      const why = "detail" in failure ? failure.detail : failure.code;
      broken.push({ what: file.name, why: `It is damaged: ${why}` });
    }
  }
  return tables;
}

function counted(jobs: ReadJobs, drafts: number): readonly Skipped[] {
  const counts: readonly (readonly [number, string, string])[] = [
    [jobs.doubles, "Duplicates", "The same job stands in the files before"],
    [jobs.merged, "Saved jobs that were applied for", "The application is taken"],
    [drafts, "Draft messages", "They were never sent"],
  ];
  return counts.flatMap(([count, what, why]) =>
    count === 0 ? [] : [{ what: `${what}: ${String(count)}`, why }],
  );
}

const leftUnread = ({ empty, unread }: SortedFiles): readonly Skipped[] => [
  ...empty.map(({ name }) => ({ what: name, why: "It holds no table" })),
  ...unread.map(({ name }) => ({
    what: name,
    why: "Not about jobs, people or messages: left unread",
  })),
];

const mappingOf = (reading: { readonly mapping: Readonly<Record<string, string>> } | undefined) =>
  reading === undefined ? {} : { mapping: reading.mapping };

/** LinkedIn writes entities into cells: `R&amp;D`. */
async function readDecoded(file: FoundFile): Promise<Table> {
  const table = await readTable(file);
  const body = table.body.map(({ cells, number }) => ({
    cells: cells.map(decodeEntities),
    number,
  }));
  return { ...table, body };
}

/** `[keywords:data analyst, location:Berlin]` as a saved search. */
function readAlerts(table: Table, context: ImportContext): readonly ReadRecord[] {
  const at = new Map(table.head.map((name, index) => [foldHeader(name), index]));
  return table.body.flatMap(({ cells, number }) => {
    const text = (cells[at.get("alert parameters") ?? -1] ?? "").trim().replace(/^\[|\]$/g, "");
    const id = (cells[at.get("saved search id") ?? -1] ?? "").trim();
    if (text === "") return [];
    const pairs = text.split(/,\s*(?=\w+:)/).map((part) => part.split(/:\s*/, 2));
    const known = pairs.filter(
      ([name, value]) =>
        name !== undefined &&
        value !== undefined &&
        !/^(?:__proto__|constructor|prototype)$/.test(name),
    );
    const { keywords, ...filters } = Object.fromEntries(known) as Record<string, string>;
    const value = {
      id: context.newId(`linkedin search ${id} ${text}`),
      query: keywords ?? text,
      ...(Object.keys(filters).length > 0 ? { filters } : {}),
      board: "linkedin",
      alert: true,
    };
    return [{ kindId: "job_searches", value, where: `row ${String(number)}` }];
  });
}
