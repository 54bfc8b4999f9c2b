import { isInstant } from "../../records/record-schema.ts";
import { isObject, textOf } from "../json-items.ts";
import { readStatus } from "../table/status-words.ts";

/** Names under which trackers keep when a status began. */
const times = ["timestamp", "at", "date", "changedAt", "createdAt", "time"];

/** A log of statuses as stages, in the order of time; entries without a time are left out. */
export function readStages(
  value: unknown,
): readonly { readonly status: string; readonly at: string }[] {
  if (!Array.isArray(value)) return [];
  const stages = (value as readonly unknown[]).flatMap((one) => {
    if (!isObject(one)) return [];
    const status = textOf(one["status"]) ?? textOf(one["stage"]);
    const at = times
      .map((name) => textOf(one[name]))
      .find((time) => time !== undefined && isInstant(time));
    return status === undefined || at === undefined
      ? []
      : [{ status: readStatus(status) ?? status, at }];
  });
  return [...stages].sort((one, other) => one.at.localeCompare(other.at));
}
