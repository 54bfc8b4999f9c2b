import { chosenOrder } from "./choose-mapping.ts";
import { isBareDate, readHeader } from "./column-words.ts";
import type { Target } from "./column-words.ts";
import type { Mapping } from "./guess-mapping.ts";
import type { DayOrder, GuessedOrder } from "./read-day.ts";
import { guessOrder } from "./read-day.ts";
import { currencyOf, periodOf, usesDecimalComma } from "./read-salary.ts";
import type { Table } from "./read-table.ts";
import type { TableRow } from "./row-scanner.ts";
import { uniqueNames } from "./unique-names.ts";

/** What has to be known of whole columns before a single row can be read. */
export interface TableColumns {
  /** Unique names, as keys of `extra` and of the mapping. */
  readonly names: readonly string[];
  readonly targets: Mapping;
  readonly orders: ReadonlyMap<number, GuessedOrder>;
  readonly decimalComma: boolean;
  /** Column of the day of application that is headed "Date" and no more. */
  readonly bareDate: number | undefined;
  readonly currency: string | undefined;
  readonly period: string | undefined;
}

const dayTargets: readonly Target[] = ["applied_on", "deadline", "next_action_on", "created_at"];
const payTargets: readonly Target[] = ["salary", "salary_min", "salary_max"];

/** `chosen` as in `ImportContext.mapping`: an order of days that a person chose is certain. */
export function describeColumns(
  table: Table,
  targets: Mapping,
  chosen?: Readonly<Record<string, string>>,
): TableColumns {
  const names = uniqueNames(table.head);
  const column = (at: number): readonly string[] => table.body.map(({ cells }) => cells[at] ?? "");
  const pay = targets.flatMap((target, at) => (payTargets.includes(target) ? [at] : []));
  const decimalComma = usesDecimalComma(pay.flatMap(column));
  const dayFirst = decimalComma || table.delimiter === ";" || !isEnglish(table.head);
  const orders = new Map<number, GuessedOrder>();
  targets.forEach((target, at) => {
    if (!dayTargets.includes(target)) return;
    const guessed = guessOrder(column(at), dayFirst);
    const order = chosenOrder(chosen, names[at] ?? "");
    orders.set(at, order === undefined ? guessed : withOrder(guessed, order));
  });
  const payHead = pay.map((at) => table.head[at] ?? "").join(" ");
  const applied = targets.indexOf("applied_on");
  const bare = applied >= 0 && isBareDate(table.head[applied] ?? "") ? applied : undefined;
  return {
    names,
    targets,
    orders: agreed(orders),
    decimalComma,
    bareDate: bare,
    currency: currencyOf(payHead),
    period: periodOf(payHead),
  };
}

function withOrder({ form }: GuessedOrder, order: DayOrder): GuessedOrder {
  const sign = /[./-]/.exec(form)?.[0] ?? "/";
  const written = order === "day-first" ? `d${sign}m${sign}y` : `m${sign}d${sign}y`;
  return { order, certain: true, form: form === "ISO" ? form : written };
}

/** A column that cannot tell follows one that can: a person writes days in one way. */
function agreed(orders: ReadonlyMap<number, GuessedOrder>): ReadonlyMap<number, GuessedOrder> {
  const sure = [...orders.values()].find(({ certain, form }) => certain && form !== "ISO");
  if (sure === undefined) return orders;
  return new Map(
    [...orders].map(([at, one]) => [
      at,
      one.certain ? one : { ...one, order: sure.order, certain: true },
    ]),
  );
}

/** Small words and letters that English headers do not have: "Date de candidature", "Beworben am". */
const foreign = /\b(?:de|del|da|du|di|des|am|der|le|la|el|od|op)\b|[^\p{ASCII}]/iu;

const isEnglish = (head: readonly string[]): boolean =>
  !head.some((name) => foreign.test(name.replace(/[^\p{L}\p{N}\s]/gu, " "))) &&
  head.some((name) =>
    /\b(?:date|applied|company|title|role|link|status|notes)\b/i.test(name.replace(/_/g, " ")),
  );

/**
 * True when a table says enough of an application: a company, a title or a link; without names of
 * columns also a day, a status or a link, for two words side by side are any list.
 */
export function tellsApplications(table: Table, targets: Mapping): boolean {
  const has = (...wanted: readonly Target[]): boolean =>
    targets.some((one) => wanted.includes(one));
  const named = table.row !== undefined || table.hints !== undefined;
  return has("company", "title", "url") && (named || has("applied_on", "status", "url"));
}

/** How many columns have a name that is known. */
export const knownHeaders = (head: readonly string[]): number =>
  head.filter((name) => readHeader(name) !== undefined).length;

/** The cells of a row, each at its column. */
export const cellsAt = (row: TableRow, width: number): readonly string[] =>
  Array.from({ length: width }, (_, at) => row.cells[at] ?? "");
