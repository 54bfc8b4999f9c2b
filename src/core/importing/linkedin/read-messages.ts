import type { ImportContext, ReadRecord } from "../../importers/contract.ts";
import { decodeEntities } from "../html-text.ts";
import { foldHeader } from "../table/column-words.ts";
import type { Table } from "../table/read-table.ts";

interface Row {
  readonly thread: string;
  readonly title: string;
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  readonly at: string;
  readonly text: string;
  readonly draft: boolean;
  readonly where: string;
}
export interface ReadMessages {
  readonly records: readonly ReadRecord[];
  readonly drafts: number;
  readonly owner: string | undefined;
}

/** Messages by conversation, in the order of their time; drafts are left out. */
export function readMessages(tables: readonly Table[], context: ImportContext): ReadMessages {
  const rows = tables.flatMap(rowsOf);
  const sent = rows.filter(({ draft }) => !draft);
  const threads = new Map<string, Row[]>();
  for (const row of sent) threads.set(row.thread, [...(threads.get(row.thread) ?? []), row]);
  const owner = ownerOf([...threads.values()]);
  const records = [...threads].map(([thread, messages]) => {
    messages.sort((one, other) => one.at.localeCompare(other.at));
    return toRecord(thread, messages, owner, context);
  });
  return { records, drafts: rows.length - sent.length, owner };
}

function rowsOf(table: Table): readonly Row[] {
  const at = new Map(table.head.map((name, index) => [foldHeader(name), index]));
  return table.body.flatMap(({ cells, number }) => {
    const cell = (name: string): string => decodeEntities(cells[at.get(name) ?? -1] ?? "").trim();
    const thread = cell("conversation id");
    if (thread === "") return [];
    return [
      {
        thread,
        title: cell("conversation title"),
        subject: cell("subject"),
        from: cell("from"),
        to: cell("to"),
        at: toInstant(cell("date")),
        text: cell("content").replace(/\r\n?/g, "\n"),
        draft:
          /^(?:yes|true)$/i.test(cell("is message draft")) ||
          /^(?:yes|true)$/i.test(cell("is conversation draft")),
        where: `row ${String(number)}`,
      },
    ];
  });
}

/** `2024-03-05 14:22:11 UTC` as ISO 8601. */
const toInstant = (text: string): string =>
  text.replace(/^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}) UTC$/, "$1T$2Z");

/** The one who takes part in most conversations. */
function ownerOf(threads: readonly (readonly Row[])[]): string | undefined {
  const counts = new Map<string, number>();
  for (const rows of threads) {
    const people = new Set(rows.flatMap(({ from, to }) => [from, ...to.split(/,\s*/)]));
    for (const person of people)
      if (person !== "") counts.set(person, (counts.get(person) ?? 0) + 1);
  }
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0];
}

function toRecord(
  thread: string,
  rows: readonly Row[],
  owner: string | undefined,
  context: ImportContext,
): ReadRecord {
  const others = new Set(
    rows
      .flatMap(({ from, to }) => [from, ...to.split(/,\s*/)])
      .filter((one) => one !== "" && one !== owner),
  );
  const [first] = rows;
  const title = [first?.title, first?.subject, [...others].join(", ")].find(
    (one) => one !== undefined && one !== "",
  );
  const messages = rows.map((row, index) => ({
    id: context.newId(`linkedin ${thread} ${String(index)} ${row.at}`),
    role: row.from === owner ? "user" : "contact",
    ...(row.from === "" ? {} : { author: row.from }),
    ...(row.at === "" ? {} : { sent_at: row.at }),
    text: row.text,
  }));
  const value = {
    id: context.newId(`linkedin conversation ${thread}`),
    ...(title === undefined ? {} : { title }),
    source: "linkedin",
    started_at: first?.at,
    ended_at: rows.at(-1)?.at,
    messages,
  };
  return { kindId: "conversations", value, where: first?.where ?? "messages" };
}
