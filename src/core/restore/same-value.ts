/** Equal as JSON: order of keys and a missing value against an absent one make no difference. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other) || (one === 0 && other === 0)) return true;
  if (typeof one !== "object" || typeof other !== "object") return false;
  if (one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const mine = one as Readonly<Record<string, unknown>>;
  const yours = other as Readonly<Record<string, unknown>>;
  const names = new Set([...Object.keys(mine), ...Object.keys(yours)]);
  for (const name of names) if (!sameValue(mine[name], yours[name])) return false;
  return true;
}

/** Nothing to lose: absent, an empty text, an empty list. */
export const isBlank = (value: unknown): boolean =>
  value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
