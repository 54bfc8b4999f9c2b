import type { ReadRecord } from "../importers/contract.ts";
import { unflattenValue } from "../layout/flat-value.ts";
import type { AnyKind } from "../records/any-kind.ts";
import { findKind, kindIds } from "../records/any-kind.ts";
import { seededId } from "../restore/seeded-id.ts";
import type { TableRow } from "./table/row-scanner.ts";

/** The kind of a sheet of our own workbook: its name is a kind, its header the labels of fields. */
export function ownSheetKind(name: string, head: readonly string[]): AnyKind | undefined {
  const kind = kindIds.map((id) => findKind(id)).find(({ label }) => label === name);
  if (kind === undefined || head.length < 2) return undefined;
  return head.every((label) => fieldOf(kind, label) !== undefined) ? kind : undefined;
}

const fieldOf = (kind: AnyKind, label: string): string | undefined =>
  Object.entries(kind.fields).find(([name, field]) => field.label === label || name === label)?.[0];

/** The records of such a sheet. Kinds that are computed hold none. */
export function ownSheetRecords(
  kind: AnyKind,
  head: readonly string[],
  body: readonly TableRow[],
): readonly ReadRecord[] {
  if (kind.derived === true) return [];
  const fields = head.map((label) => fieldOf(kind, label) ?? label);
  const times = new Map<string, number>();
  return body.flatMap(({ cells, number }) => {
    const entries = fields.flatMap((name, at) => {
      const value = unflattenValue(cells[at] ?? "", kind.fields[name]);
      return value === undefined ? [] : [[name, value] as const];
    });
    if (entries.length === 0) return [];
    const record = Object.fromEntries(entries);
    const content = JSON.stringify(record);
    const time = (times.get(content) ?? 0) + 1;
    times.set(content, time);
    const seed = `${kind.id} ${content} ${String(time)}`;
    const id = kind.id === "settings" ? record["key"] : seededId(seed);
    return [
      {
        kindId: kind.id,
        value: { id, ...record },
        where: `row ${String(number)} of ${kind.label}`,
      },
    ];
  });
}
