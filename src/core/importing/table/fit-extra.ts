import { limits } from "../../restore/limits.ts";

/**
 * What is kept beside a record within its limits: the first fields that fit. A row of a foreign table is
 * never lost for having too many columns; what found no room is reported.
 */
export function fitExtra(extra: Readonly<Record<string, string>>): {
  readonly kept: Readonly<Record<string, string>>;
  /** Names of the fields that found no room. */
  readonly left: readonly string[];
} {
  const entries = Object.entries(extra);
  let room = limits.unknownBytes - 2;
  const left: string[] = [];
  const kept = entries.filter(([name, value], at) => {
    const size = JSON.stringify([name, value]).length + 1;
    const fits = at - left.length < limits.unknownKeys && size <= room;
    if (fits) room -= size;
    else left.push(name);
    return fits;
  });
  return { kept: left.length === 0 ? extra : Object.fromEntries(kept), left };
}
