import type { CleanRow } from "../../sanitize/clean-row.ts";
import { htmlOf, type LeaveColumn, salaryOf, textOf } from "./cells.ts";

/** What Huntr writes where there is nothing. */
const nothing = "-";
const lists: Readonly<Record<string, string>> = {
  saved: "wishlist",
  screening: "phone screen",
  withdrawn: "archived",
};

function given(name: string, cell: (row: CleanRow) => string): LeaveColumn {
  return { head: name, cell: (row) => cell(row) || nothing };
}
const absent = (name: string): LeaveColumn => ({ head: name, cell: () => nothing });

/** `YYYY-MM-DD HH:mm:ss`, the wall clock as written; a day alone begins at midnight. */
function moment(text: string): string {
  const [, day, time = "00:00", seconds = ":00"] =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(:\d{2})?)?/.exec(text) ?? [];
  return day === undefined ? "" : `${day} ${time}${seconds}`;
}

function lastMoved(row: CleanRow): string {
  const stages: unknown = row["stages"];
  const last: unknown = Array.isArray(stages) ? stages.at(-1) : undefined;
  const at = typeof last === "object" && last !== null && "at" in last ? last.at : undefined;
  return moment(typeof at === "string" ? at : textOf(row, "updated_at"));
}

function domain(row: CleanRow): string {
  const url = textOf(row, "url");
  return URL.canParse(url) ? new URL(url).hostname : "";
}

function listName(row: CleanRow): string {
  const status = textOf(row, "status");
  return lists[status] ?? status;
}

/** The board of Huntr (import-sources C2): the 22 columns of its own CSV, its empty sign, its clock. */
export const huntrColumns: readonly LeaveColumn[] = [
  given("id", (row) => textOf(row, "id")),
  // Boards are ordered by it: the day of the application where there is one.
  given("createdAt", (row) => moment(textOf(row, "applied_on") || textOf(row, "created_at"))),
  given("title", (row) => textOf(row, "title")),
  given("salary", salaryOf),
  given("location", (row) => textOf(row, "location")),
  given("url", (row) => textOf(row, "url")),
  given("rootDomain", domain),
  given("htmlDescription", (row) =>
    [textOf(row, "description"), textOf(row, "notes")].map(htmlOf).join(""),
  ),
  given("deadline", (row) => moment(textOf(row, "deadline"))),
  absent("color"),
  given("lastMovedAt", lastMoved),
  absent("boardId"),
  { head: "boardName", cell: () => "Job search" },
  absent("listId"),
  given("listName", listName),
  absent("companyId"),
  given("companyName", (row) => textOf(row, "company")),
  absent("companyDomain"),
  ...["Id", "FirstName", "LastName", "Email"].map((name) => absent(`creatorUser${name}`)),
];
