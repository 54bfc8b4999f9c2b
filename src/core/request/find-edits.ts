import { stable } from "./canonical.ts";
import type { Edit, SaidRequest } from "./request.ts";

const listPaths: readonly string[] = [
  "formats",
  "filters",
  "entities.include",
  "entities.exclude",
  "privacy.hide",
  "privacy.keep",
  "fields.names",
];

function at(said: SaidRequest, path: string): unknown {
  let value: unknown = said;
  for (const key of path.split(".")) {
    value =
      typeof value === "object" && value !== null
        ? (value as Record<string, unknown>)[key]
        : undefined;
  }
  return value;
}

/** Edits that turn one request into another, as small as the paths allow. */
export function findEdits(from: SaidRequest, to: SaidRequest): Edit[] {
  const slots = new Set([...Object.keys(from), ...Object.keys(to)]);
  slots.delete("v");
  return [...slots].flatMap((slot) => slotEdits(from, to, slot));
}

function slotEdits(from: SaidRequest, to: SaidRequest, slot: string): Edit[] {
  const before = at(from, slot);
  const after = at(to, slot);
  if (stable(before) === stable(after)) return [];
  const parts = listPaths.filter((path) => path === slot || path.startsWith(`${slot}.`));
  const rest = (value: unknown): string => stable(without(value, parts, slot));
  const onlyLists = parts.length > 0 && rest(before) === rest(after);
  if (onlyLists) {
    const edits = parts.flatMap((path) => listEdits(at(from, path), at(to, path), path));
    if (edits.length > 0 && edits.every((each) => each.op !== "set")) return edits;
  }
  return [
    after === undefined ? { op: "clear", path: slot } : { op: "set", path: slot, value: after },
  ];
}

/** The slot without its lists: what must be equal for the lists to be edited alone. */
function without(value: unknown, paths: readonly string[], slot: string): unknown {
  if (paths.includes(slot)) return null;
  if (typeof value !== "object" || value === null) return {};
  const keys = new Set(paths.map((path) => path.slice(slot.length + 1)));
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.has(key)));
}

function listEdits(before: unknown, after: unknown, path: string): Edit[] {
  if (stable(before) === stable(after)) return [];
  if (before === "all" || after === "all") return [{ op: "set", path, value: after }];
  const old = Array.isArray(before) ? before : [];
  const now = Array.isArray(after) ? after : [];
  const has = (list: readonly unknown[], x: unknown): boolean =>
    list.some((each) => stable(each) === stable(x));
  const gone = old.filter((x) => !has(now, x));
  const come = now.filter((x) => !has(old, x));
  if (gone.length > 0 && come.length > 0) return [{ op: "set", path, value: after }];
  return [
    ...(gone.length > 0 ? [{ op: "remove" as const, path, value: gone }] : []),
    ...(come.length > 0 ? [{ op: "add" as const, path, value: come }] : []),
  ];
}
