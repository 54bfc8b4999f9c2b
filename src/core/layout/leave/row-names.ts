import type { AnyKind } from "../../records/any-kind.ts";
import type { AnyRecord } from "../../records/stored-record.ts";
import type { CleanRow } from "../../sanitize/clean-row.ts";
import { showValue } from "../show-value.ts";
import type { KindRows } from "./pack.ts";

const longestName = 120;

/** One name a record, each name once in its table: tables of other programs are linked by names. */
export class RowNames {
  readonly #byId = new Map<string, string>();
  readonly #names = new Map<CleanRow, string>();

  constructor(kinds: readonly KindRows[]) {
    for (const { kind, rows } of kinds) {
      const used = new Set<string>();
      for (const row of rows) this.#add(kind, row, used);
    }
  }

  #add(kind: AnyKind, row: CleanRow, used: Set<string>): void {
    const said = kind
      .title(row as unknown as AnyRecord)
      .replace(/\s+/g, " ")
      .trim();
    const plain = [...(said || `Unnamed ${kind.one}`)].slice(0, longestName).join("");
    let name = plain;
    for (let next = 2; used.has(name.toLowerCase()); next += 1) name = `${plain} ${String(next)}`;
    used.add(name.toLowerCase());
    this.#names.set(row, name);
    if (typeof row["id"] === "string") this.#byId.set(`${kind.id} ${row["id"]}`, name);
  }

  of(row: CleanRow): string {
    return this.#names.get(row) ?? "";
  }

  /** A field as a cell: ids become the names of what they mean; one that is not here stays an id. */
  cell(kind: AnyKind, row: CleanRow, name: string): string {
    const field = kind.fields[name];
    const value = row[name];
    if (field?.refers === undefined) return showCell(value, field?.type === "texts");
    const ids: readonly unknown[] = Array.isArray(value) ? value : [value];
    const names = ids.flatMap((id) =>
      typeof id === "string" ? (this.#byId.get(`${field.refers ?? ""} ${id}`) ?? id) : [],
    );
    return joinChoices(names);
  }
}

function showCell(value: unknown, isList: boolean): string {
  if (isList && Array.isArray(value)) return joinChoices(value.map(String));
  return typeof value === "string" ? value : showValue(value, undefined);
}

/** Several choices in one cell: a comma parts them, so one inside a choice becomes a semicolon. */
function joinChoices(choices: readonly string[]): string {
  return choices.map((choice) => choice.replaceAll(",", ";")).join(", ");
}
