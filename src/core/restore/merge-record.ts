import type { AnyKind } from "../records/any-kind.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import type { FieldChange } from "./contract.ts";
import { isBlank, sameValue } from "./same-value.ts";

const joined = new Set(["texts", "ids", "stages", "messages"]);

/**
 * The record here with what the file adds: empty fields are filled, lists are joined, and where both
 * say something the newer one is believed; where that cannot be told, the one here stays.
 */
export function mergeRecord(
  kind: AnyKind,
  here: AnyRecord,
  changes: readonly FieldChange[],
  fileIsNewer: boolean,
): AnyRecord {
  const merged: Record<string, unknown> = { ...here };
  for (const { field, here: mine, inFile } of changes) {
    const type = kind.fields[field]?.type ?? "any";
    if (isBlank(inFile)) continue;
    if (isBlank(mine)) merged[field] = inFile;
    else if (joined.has(type)) merged[field] = joinLists(mine, inFile);
    else if (field === "extra") merged[field] = { ...asObject(inFile), ...asObject(mine) };
    else if (fileIsNewer && field !== "created_at") merged[field] = inFile;
  }
  return merged as AnyRecord;
}

function joinLists(mine: unknown, inFile: unknown): unknown {
  if (!Array.isArray(mine) || !Array.isArray(inFile)) return mine;
  const more = inFile.filter((one) => !mine.some((other) => sameValue(one, other)));
  return more.length === 0 ? mine : [...(mine as unknown[]), ...(more as unknown[])];
}

const asObject = (value: unknown): object =>
  typeof value === "object" && value !== null ? value : {};
