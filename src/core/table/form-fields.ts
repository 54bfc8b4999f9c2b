import type { AnyKind, KindId } from "../records/any-kind.ts";

const first: Readonly<Partial<Record<KindId, readonly string[]>>> = {
  applications: [
    "company",
    "title",
    "location",
    "work_mode",
    "salary_min",
    "salary_max",
    "salary_currency",
    "salary_period",
    "employment_type",
    "source",
    "status",
    "applied_on",
    "deadline",
    "priority",
    "next_action",
    "next_action_on",
    "url",
    "tags",
    "notes",
  ],
};

const unasked = new Set([
  "id",
  "created_at",
  "updated_at",
  "extra",
  "sample",
  "stages",
  "messages",
  "filters",
  "sha256",
  "size",
  "media_type",
]);

/** The fields that the form for a new record asks for, in its order; the rest waits on the page. */
export function formFields(kind: AnyKind): readonly string[] {
  return first[kind.id] ?? Object.keys(kind.fields).filter((name) => !unasked.has(name));
}
