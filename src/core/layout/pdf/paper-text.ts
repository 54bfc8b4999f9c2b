import type { Section } from "../../formats/contract.ts";
import type { Field } from "../../records/field.ts";
import type { CleanRow } from "../../sanitize/clean-row.ts";
import type { RelationNames } from "../relation-names.ts";
import { sayDay, sayInstant } from "../say-date.ts";
import { showValue } from "../show-value.ts";

/** A value as it stands on paper: days in words, everything else as in other documents. */
export function paperText(value: unknown, field: Field | undefined): string {
  if (typeof value === "string" && field?.type === "day") return sayDay(value);
  if (typeof value === "string" && field?.type === "instant") return sayInstant(value);
  return showValue(value, field);
}

/** The cells of a row, by column name. */
export function paperCells(
  row: CleanRow,
  section: Section,
  names: RelationNames,
): ReadonlyMap<string, string> {
  return new Map(
    section.columns.map((name) => {
      const field = section.kind.fields[name];
      return [name, paperText(names.resolve(row[name], field), field).trim()];
    }),
  );
}
