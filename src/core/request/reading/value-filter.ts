import type { Doubt, Finding } from "../../recognizers/contract.ts";
import type { FieldName } from "../request.ts";
import type { OwnValue } from "./own-values.ts";

/** One filter for values of one field: `eq`, `in`, or their negations. */
export function filterFor(
  field: FieldName,
  values: readonly OwnValue[],
  negated: boolean,
  from: number,
  to: number,
): { findings: Finding[]; doubts: Doubt[] } {
  const stored = [...new Set(values.map((value) => value.value))];
  const many = stored.length > 1;
  const op = negated ? (many ? "nin" : "ne") : many ? "in" : "eq";
  const weakest = values.reduce((a, b) => (b.confidence < a.confidence ? b : a));
  const filter = { field, op, value: many ? stored : (stored[0] ?? "") };
  const corrected = values.find((value) => value.corrected !== undefined)?.corrected;
  const finding: Finding = {
    path: "filters",
    value: filter,
    from,
    to,
    confidence: weakest.confidence,
    via: weakest.via,
    ...(corrected === undefined ? {} : { corrected }),
    ...(weakest.rivals === undefined
      ? {}
      : { alternatives: weakest.rivals.map((value) => ({ value, confidence: 0.5 })) }),
  };
  const doubts = values.flatMap((value): Doubt[] => {
    const place = { slot: "filters", from: value.from, to: value.to, about: value.value };
    if (value.rivals !== undefined) {
      return [{ code: "value.ambiguous", ...place, choices: value.rivals }];
    }
    return value.unknown === true ? [{ code: "value.unknown", ...place }] : [];
  });
  return { findings: [finding], doubts };
}
