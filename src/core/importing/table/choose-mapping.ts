import type { Target } from "./column-words.ts";
import type { Mapping } from "./guess-mapping.ts";
import { guessMapping } from "./guess-mapping.ts";
import type { DayOrder } from "./read-day.ts";
import type { Table } from "./read-table.ts";
import { uniqueNames } from "./unique-names.ts";

const targets: ReadonlySet<string> = new Set<Target>([
  "company",
  "title",
  "status",
  "applied_on",
  "url",
  "location",
  "work_mode",
  "employment_type",
  "salary_min",
  "salary_max",
  "salary",
  "salary_currency",
  "salary_period",
  "source",
  "notes",
  "description",
  "next_action",
  "next_action_on",
  "deadline",
  "rating",
  "priority",
  "tags",
  "archived",
  "created_at",
  "extra",
  "skip",
]);

/** The proposal for a table, with what a person changed on top: `chosen` is column name → field. */
export function mappingFor(table: Table, chosen: Readonly<Record<string, string>> = {}): Mapping {
  const names = table.hints ?? table.head;
  const padded = table.head.map((name, at) => names[at] ?? name);
  const guessed = guessMapping(padded, table.body, table.row !== undefined);
  const keys = uniqueNames(table.head);
  return guessed.map((target, at) => chosenTarget(chosen, keys[at] ?? "") ?? target);
}

/** The field that a person chose for a column, or undefined; words that are no field are not believed. */
export function chosenTarget(
  chosen: Readonly<Record<string, string>> | undefined,
  name: string,
): Target | undefined {
  const own = chosen !== undefined && Object.hasOwn(chosen, name) ? chosen[name] : undefined;
  const [target = ""] = own?.split(" ") ?? [];
  return targets.has(target) ? (target as Target) : undefined;
}

/** The order of days that a person chose for a column: `applied_on day-first`. */
export function chosenOrder(
  chosen: Readonly<Record<string, string>> | undefined,
  name: string,
): DayOrder | undefined {
  const own = chosen !== undefined && Object.hasOwn(chosen, name) ? chosen[name] : undefined;
  const order = own?.split(" ")[1];
  return order === "day-first" || order === "month-first" ? order : undefined;
}
