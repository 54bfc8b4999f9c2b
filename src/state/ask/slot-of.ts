import type { Edit } from "../../core/request/request.ts";

/** Slots whose parts are decided apart, so that each gets a chip of its own. */
const divided = new Set(["when", "filters", "privacy"]);

/** The slot that a path of evidence or a reason belongs to: `entities.include` → `entities`. */
export function slotOf(path: string): string {
  const [root = "", part] = path.split(/[.[\]]+/u);
  if (root === "schedule" && part === "retention") return "schedule.retention";
  return divided.has(root) && part !== undefined && part !== "" ? `${root}.${part}` : root;
}

const labels: Readonly<Record<string, string>> = {
  entities: "Records",
  formats: "File",
  when: "When",
  filters: "Which",
  "privacy.level": "Privacy",
  "privacy.hide": "Without",
  "privacy.keep": "Keep",
  "privacy.pseudonyms": "Names",
  encryption: "Seal",
  template: "Use",
  privacy: "Privacy",
  audience: "For",
  schedule: "Repeat",
  "schedule.retention": "Keep",
  destination: "Where",
  items: "Named",
  fields: "Columns",
  sort: "Order",
  group: "Group",
  limit: "How many",
  base: "Like",
  baseline: "Since",
  intent: "Do",
  fileName: "Name",
};

/** First line of a chip for which the plan gave no reason. */
export function labelOfSlot(slot: string): string {
  return labels[slot] ?? labels[slot.split(".")[0] ?? ""] ?? "Also";
}

/** The slots that were set by hand, as chips name them. */
export function handSlots(edits: readonly Edit[]): ReadonlySet<string> {
  return new Set(edits.map(({ path }) => slotOf(path)));
}
