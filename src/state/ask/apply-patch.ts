import type { Edit, SaidRequest } from "../../core/request/request.ts";

type Slots = Record<string, unknown>;

function isSlots(value: unknown): value is Slots {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** One edit on the slots of a request; a path has one or two names (`privacy.level`). */
function applyEdit(slots: Slots, said: Slots, edit: Edit): Slots {
  const [root = "", part] = edit.path.split(".");
  const before = slots[root] ?? said[root];
  if (part !== undefined && !/^\d+$/u.test(part)) {
    const inner = applyEdit(isSlots(before) ? before : {}, {}, { ...edit, path: part });
    return { ...slots, [root]: inner };
  }
  const list = Array.isArray(before) ? (before as readonly unknown[]) : [];
  if (edit.op === "set") return { ...slots, [root]: edit.value };
  if (edit.op === "add") return { ...slots, [root]: [...list, edit.value] };
  const { [root]: _gone, ...rest } = slots;
  return edit.op === "clear"
    ? rest
    : { ...rest, [root]: list.filter((one) => JSON.stringify(one) !== JSON.stringify(edit.value)) };
}

/** What is set by hand, after the edits of an answer or a chip. Slots not named stay with the words. */
export function applyPatch(
  hand: SaidRequest | undefined,
  said: SaidRequest | undefined,
  patch: readonly Edit[],
): SaidRequest {
  const start: Slots = { ...(hand ?? { v: 1, intent: said?.intent ?? "export" }) };
  const words: Slots = { ...(said ?? {}) };
  return patch.reduce(
    (slots, edit) => applyEdit(slots, words, edit),
    start,
  ) as unknown as SaidRequest;
}
