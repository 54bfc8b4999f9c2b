import { stable } from "./canonical.ts";
import type { Filter, FilterOp } from "./request.ts";

const joined: Readonly<Partial<Record<FilterOp, FilterOp>>> = {
  eq: "in",
  in: "in",
  ne: "nin",
  nin: "nin",
};

/** Several values of one field said apart are one list: "at Google, and the ones at Stripe". */
export function joinFilters(filters: readonly Filter[]): Filter[] {
  const out: Filter[] = [];
  for (const filter of filters) {
    const op = joined[filter.op];
    const at =
      op === undefined || typeof filter.value === "boolean"
        ? -1
        : out.findIndex(
            (each) => stable(each.field) === stable(filter.field) && joined[each.op] === op,
          );
    const known = out[at];
    if (known === undefined || op === undefined) {
      if (!out.some((each) => stable(each) === stable(filter))) out.push(filter);
    } else {
      const values = [...list(known.value), ...list(filter.value)];
      out[at] = { field: filter.field, op, value: [...new Set(values)] };
    }
  }
  return out;
}

function list(value: Filter["value"]): (string | number)[] {
  if (typeof value === "string" || typeof value === "number") return [value];
  return typeof value === "object" ? [...value] : [];
}
