import { toDayNumber, toISODate, weekdayOf } from "../dates/calendar-day.ts";
import { scheduleParts } from "../request/assemble-schedule.ts";
import { collect } from "../request/collect.ts";
import type { DateFilter, Edit, SaidSchedule } from "../request/request.ts";
import type { EditMaker, TurnContext } from "./turn.ts";

/** Parts that say when it repeats: they change together. */
const ruleKeys = ["freq", "interval", "byDay", "byMonthDay", "bySetPos"] as const;

/** "make it Tuesday", "starting July 1", "until December" inside a schedule (D10). */
function bareDays(turn: TurnContext): Record<string, unknown> {
  const { scene, findings } = turn.analysis;
  const out: Record<string, unknown> = {};
  for (const finding of findings.filter((each) => each.path === "when")) {
    const date = finding.value as DateFilter;
    const match = scene.all("date").find((each) => each.to === finding.to);
    const shape = match?.date?.shape;
    if (shape === "weekday" && date.start !== null) {
      out["byDay"] = [weekdayOf(toDayNumber(date.start))];
      const part = scene
        .all("day.part")
        .find((m) => finding.from <= m.from && m.to <= finding.to + 1);
      if (part !== undefined) out["dayPart"] = part.value;
    } else if (date.end === null && date.start !== null) {
      out["start"] = ahead(date.start, turn);
    } else if (date.start === null && date.end !== null) {
      out["until"] = toISODate(toDayNumber(ahead(date.end, turn)) - 1);
    }
  }
  return out;
}

/** Bounds of a schedule lie ahead: a day of last year means this year's or the next one's. */
function ahead(day: string, turn: TurnContext): string {
  let at = day;
  while (at < turn.analysis.scene.today) at = `${String(Number(at.slice(0, 4)) + 1)}${at.slice(4)}`;
  return at;
}

export function isScheduled({ state }: TurnContext): boolean {
  return state.intent === "schedule";
}

export const editSchedule: EditMaker = (turn) => {
  const { state, analysis } = turn;
  const repeats = analysis.findings.some((each) => each.path === "schedule.said");
  const parts = {
    ...scheduleParts(collect(analysis.findings)),
    ...(isScheduled(turn) ? bareDays(turn) : {}),
  };
  if (Object.keys(parts).length === 0) return [];
  if (!isScheduled(turn)) {
    if (!repeats) return [];
    return [
      { op: "set", path: "intent", value: "schedule" },
      { op: "set", path: "schedule", value: parts },
    ];
  }
  const known: Partial<SaidSchedule> = state.schedule ?? {};
  if (state.schedule === undefined) return [{ op: "set", path: "schedule", value: parts }];
  const freq = parts["freq"];
  if (freq !== undefined && freq !== known.freq) {
    const kept = Object.entries(known).filter(
      ([key]) => !(ruleKeys as readonly string[]).includes(key),
    );
    return [{ op: "set", path: "schedule", value: { ...Object.fromEntries(kept), ...parts } }];
  }
  return partEdits(parts, known);
};

function partEdits(parts: Record<string, unknown>, known: Partial<SaidSchedule>): Edit[] {
  const edits: Edit[] = [];
  for (const [key, value] of Object.entries(parts)) {
    if (key === "freq") continue;
    edits.push({ op: "set", path: `schedule.${key}`, value });
  }
  // A clock time and a part of the day exclude each other.
  if (parts["time"] !== undefined && known.dayPart !== undefined) {
    edits.push({ op: "clear", path: "schedule.dayPart" });
  }
  if (parts["dayPart"] !== undefined && known.time !== undefined) {
    edits.push({ op: "clear", path: "schedule.time" });
  }
  return edits;
}

/** "actually delete it", "just pause it": the schedule that was spoken of. */
export const editOperation: EditMaker = (turn) => {
  const { state, analysis } = turn;
  if (state.intent !== "schedule" || state.op === undefined) return [];
  const said = analysis.findings.find((each) => each.path === "op")?.value;
  const op = said ?? loneOperation(turn);
  return op === undefined || op === state.op ? [] : [{ op: "set", path: "op", value: op }];
};

function loneOperation({ analysis }: TurnContext): string | undefined {
  if (analysis.findings.some((each) => each.path.startsWith("schedule.") || each.path === "when")) {
    return undefined;
  }
  const { scene } = analysis;
  const acting = scene.all("schedule.op").filter((match) => match.value !== "update");
  const longest = [...acting].sort((a, b) => b.to - b.from - (a.to - a.from))[0];
  return longest?.value;
}
