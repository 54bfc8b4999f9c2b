import type { AnyKind } from "../records/any-kind.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import type { FieldChange } from "./contract.ts";
import { isBlank, sameValue } from "./same-value.ts";

/** A file that others wrote does not know when we made or changed a record. */
const stamps: readonly string[] = ["created_at", "updated_at"];

/** The fields in which a record of the file differs from the one here, in the order of the kind. */
export function fieldChanges(
  kind: AnyKind,
  here: AnyRecord,
  inFile: AnyRecord,
  foreign: boolean,
): readonly FieldChange[] {
  const changes: FieldChange[] = [];
  for (const field of Object.keys(kind.fields)) {
    if (field === "id" || (foreign && stamps.includes(field))) continue;
    const [mine, yours] = [here[field], inFile[field]];
    // A foreign table that lacks a column says nothing about it.
    if (foreign && isBlank(yours)) continue;
    if (!sameValue(mine, yours)) changes.push({ field, here: mine, inFile: yours });
  }
  return changes;
}

/** True when the file only fills in what is empty here. */
export const onlyFills = (changes: readonly FieldChange[]): boolean =>
  changes.every(({ here }) => isBlank(here));

/** -1 when the record here is newer, 1 when the one of the file is, 0 when it cannot be told. */
export function newer(here: AnyRecord, inFile: AnyRecord): number {
  const [mine, yours] = [Date.parse(here.updated_at), Date.parse(inFile.updated_at)];
  return Number.isNaN(mine) || Number.isNaN(yours) ? 0 : Math.sign(yours - mine);
}
