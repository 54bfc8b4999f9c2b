import type { SaidRequest } from "../request/request.ts";
import type { PlanContext } from "./plan-context.ts";

/**
 * What was said, laid over what it refers to: "same but as markdown" keeps every slot of the request
 * before it (its seal too), a saved template brings its own. Said wins slot by slot.
 */
export function effectiveRequest(said: SaidRequest, context: PlanContext): SaidRequest {
  const under = baseOf(said, context);
  if (under === undefined) return said;
  const merged: SaidRequest = { ...under, ...said };
  if (said.intent === "schedule") return merged;
  // An export made from a schedule's request runs once.
  const { schedule: _schedule, op: _op, ...once } = merged;
  return once;
}

function baseOf(said: SaidRequest, { last, saved }: PlanContext): SaidRequest | undefined {
  if (typeof said.template === "object") return saved?.get(said.template.name);
  if (said.base === "last" || said.base === "that" || said.base === "current")
    return last ?? undefined;
  return undefined;
}
