import type { Query } from "../check.ts";
import type { Scene } from "../reading/scene.ts";
import type { Edit, Question } from "../request.ts";
import { wordingOf } from "./wording.ts";

const soft: ReadonlySet<string> = new Set([
  "format.missing",
  "date.ambiguous",
  "date.future",
  "date.order",
  "privacy.audience",
  "encryption.secure",
  "schedule.time",
  "schedule.confirm",
  "scope.wide",
  "typo",
]);

type Choice = NonNullable<Question["choices"]>[number];

/** Puts a query into one sentence of the person's language, with buttons where they help. */
export function wordQuestion(query: Query, scene: Scene): Question {
  const words = wordingOf(scene.lexicon.language);
  const template = words.questions[query.code] ?? query.code;
  const { from, to } = query;
  const choices = [...fixedChoices(query, words.choices), ...valueChoices(query)];
  return {
    code: query.code,
    severity: soft.has(query.code) ? "soft" : "hard",
    slot: query.slot,
    ...(from === undefined || to === undefined ? {} : { span: scene.span(from, to) }),
    text: template.replace("{about}", query.about ?? ""),
    ...(choices.length === 0 ? {} : { choices }),
  };
}

function fixedChoices(
  query: Query,
  all: Readonly<Record<string, readonly { label: string; patch: readonly Edit[] }[]>>,
): Choice[] {
  return [...(all[query.code] ?? [])];
}

/** Names to choose from when a value fits several, or dates with a second reading. */
function valueChoices(query: Query): Choice[] {
  if (query.code === "schedule.split") {
    return (query.choices ?? []).filter(isPart).map(({ label, rule }) => ({
      label,
      patch: [{ op: "set", path: "schedule", value: rule }],
    }));
  }
  if (query.code !== "value.ambiguous") return [];
  return (query.choices ?? []).filter(isText).map((value) => ({
    label: value,
    patch: [{ op: "set", path: "filters", value: [{ field: "company", op: "eq", value }] }],
  }));
}

const isPart = (value: unknown): value is { label: string; rule: unknown } =>
  typeof value === "object" && value !== null && "rule" in value && "label" in value;

const isText = (value: unknown): value is string => typeof value === "string";
