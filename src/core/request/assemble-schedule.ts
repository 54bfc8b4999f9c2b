import type { Draft } from "./assemble.ts";
import type { Collected } from "./collect.ts";
import type { SaidSchedule } from "./request.ts";

/** Findings that only say that something repeats. */
const markers: ReadonlySet<string> = new Set(["said", "loose", "part"]);

/** Gathers `schedule.*` findings; the first said of each part counts. */
export function scheduleParts(found: Collected): Record<string, unknown> {
  const parts: Record<string, unknown> = {};
  for (const { path, value } of found.under("schedule.")) {
    const [, key = "", part] = path.split(".");
    if (markers.has(key)) continue;
    if (key === "clock") parts["time"] ??= value;
    else if (part === undefined) parts[key] ??= value;
    else parts[key] = { ...(parts[key] as object | undefined), [part]: value };
  }
  // A clock time makes the part of the day superfluous (S2).
  if (parts["time"] === undefined) return parts;
  return Object.fromEntries(Object.entries(parts).filter(([key]) => key !== "dayPart"));
}

/** Pausing, running or deleting says nothing but which schedule; other operations may say more. */
export function fillSchedule(draft: Draft, found: Collected): Draft {
  const op = found.first("op");
  const { intent } = draft;
  if (intent !== "schedule") return draft;
  if (op !== undefined && op !== "update") {
    const { base } = draft;
    return { v: 1, intent, op, ...(base === undefined ? {} : { base }) };
  }
  const parts = scheduleParts(found);
  const said = op === undefined ? draft : { ...draft, op };
  if (Object.keys(parts).length === 0) return said;
  return { ...said, schedule: parts as unknown as SaidSchedule };
}
