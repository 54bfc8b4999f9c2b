import type { Target } from "./column-words.ts";
import type { Mapping } from "./guess-mapping.ts";
import { guessMapping } from "./guess-mapping.ts";
import type { Table } from "./read-table.ts";

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
  return guessed.map((target, at) => {
    const name = table.head[at] ?? "";
    const own = Object.hasOwn(chosen, name) ? chosen[name] : undefined;
    return own !== undefined && targets.has(own) ? (own as Target) : target;
  });
}
