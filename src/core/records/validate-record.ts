import * as v from "valibot";
import { fail } from "../failure.ts";
import type { AnyKind } from "./any-kind.ts";
import { recordSchema } from "./record-schema.ts";
import type { AnyRecord } from "./stored-record.ts";

const schemaOf = new WeakMap<AnyKind, ReturnType<typeof recordSchema>>();
function cachedSchema(kind: AnyKind): ReturnType<typeof recordSchema> {
  const known = schemaOf.get(kind) ?? recordSchema(kind);
  schemaOf.set(kind, known);
  return known;
}

/** Keys that would reach a prototype; a record that carries one is refused by name. */
const refusedKeys = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Builds a fresh record of `kind` field by field. `null` and absent are the same; unknown fields move
 * to `extra`. `where` names the place for the person, e.g. `entry 88 of activities.json`.
 * @throws FailureError `invalid-record`, naming the field.
 */
export function validateRecord(kind: AnyKind, value: unknown, where: string): AnyRecord {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return fail({ code: "invalid-record", where, field: "-", detail: "It is not a record" });
  }
  const { known, extra } = splitFields(kind, value, where);
  const result = v.safeParse(cachedSchema(kind), known);
  if (!result.success) {
    const issue = result.issues[0];
    const path = v.getDotPath(issue) ?? "-";
    const shown = typeof issue.input === "string" ? `"${issue.input.slice(0, 40)}" ` : "The value ";
    return fail({ code: "invalid-record", where, field: path, detail: `${shown}${issue.message}` });
  }
  if (kind.anyOf?.every((name) => known[name] === undefined || known[name] === "") === true) {
    const detail = `One of ${kind.anyOf.join(", ")} has to be filled in`;
    return fail({ code: "invalid-record", where, field: kind.anyOf[0] ?? "-", detail });
  }
  return (extra === undefined ? known : { ...known, extra }) as AnyRecord;
}

interface Split {
  readonly known: Readonly<Record<string, unknown>>;
  readonly extra: Readonly<Record<string, unknown>> | undefined;
}

function splitFields(kind: AnyKind, value: object, where: string): Split {
  const known: Record<string, unknown> = {};
  const extra: Record<string, unknown> = {};
  for (const [name, content] of Object.entries(value)) {
    if (refusedKeys.has(name)) {
      return fail({
        code: "invalid-record",
        where,
        field: name,
        detail: `A field may not be named ${name}`,
      });
    }
    if (content === null || content === undefined) continue;
    if (name === "extra" && typeof content === "object") Object.assign(extra, content);
    else if (Object.hasOwn(kind.fields, name)) known[name] = content === 0 ? 0 : content;
    else extra[name] = content;
  }
  return { known, extra: Object.keys(extra).length === 0 ? undefined : extra };
}
