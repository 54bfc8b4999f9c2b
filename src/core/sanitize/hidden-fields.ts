import type { Field } from "../records/field.ts";
import type { Sanitization } from "./sanitization.ts";

const structural: readonly string[] = ["id", "created_at", "updated_at"];

/** Whether a wish hides the field whole. */
export function isHidden(
  sanitization: Sanitization,
  kindId: string,
  key: string,
  field: Field | undefined,
): boolean {
  if (structural.includes(key) && key !== "id") return false;
  const named =
    sanitization.hideFields?.some((name) => name === key || name === `${kindId}.${key}`) === true;
  return named || (field?.pii !== undefined && sanitization.hide?.includes(field.pii) === true);
}
