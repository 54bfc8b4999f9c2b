import { labelFile } from "../plan/decide-file.ts";
import { containerEncrypts } from "../plan/seals.ts";
import { sayRetention } from "../plan/say-schedule.ts";
import type { ExportPlan } from "../plan/plan.ts";
import type { Edit } from "../request/request.ts";
import { placeWords, whatWords } from "./schedule-words.ts";
import type { Schedule } from "./schedule.ts";

/** One step of what a schedule does at each run. */
export interface RecipeStep {
  readonly id: "select" | "clean" | "shape" | "pack" | "prove" | "place";
  readonly label: string;
  readonly text: string;
  /** Absent: the step never changes. A copy is read back, or it is no copy (product law 3). */
  readonly choices?: readonly RecipeChoice[];
}
export interface RecipeChoice {
  readonly label: string;
  /** Of the request: the sentence says them afterwards. */
  readonly edits: readonly Edit[];
  /** Another place, which no sentence says; a folder is asked for inside the click. */
  readonly target?: Schedule["target"]["kind"];
}

const set = (path: string, value: unknown): Edit => ({ op: "set", path, value });

const selections: readonly RecipeChoice[] = [
  { label: "Everything", edits: [set("entities", { include: "all" })] },
  {
    label: "Everything without documents",
    edits: [set("entities", { include: "all", exclude: ["documents"] })],
  },
  { label: "Applications", edits: [set("entities", { include: ["applications"] })] },
];
const levels: readonly RecipeChoice[] = [
  { label: "Nothing is removed", edits: [set("privacy", { level: "none" })] },
  { label: "Passwords and keys are removed", edits: [set("privacy", { level: "basic" })] },
  { label: "Personal details are removed", edits: [set("privacy", { level: "moderate" })] },
  { label: "Nobody can be recognised", edits: [set("privacy", { level: "strict" })] },
];
const places: readonly RecipeChoice[] = [
  { label: "A folder…", edits: [], target: "folder" },
  { label: "This browser’s private storage", edits: [], target: "private" },
  { label: "Downloads, not verified", edits: [], target: "download" },
];

/** Another format leaves the package, and the seal around it, as they are. */
function shapesFor({ container }: ExportPlan): readonly RecipeChoice[] {
  const method = container === "vault" || container === "capsule" ? container : undefined;
  const sealed = method === undefined ? [] : [set("encryption", { on: true, method })];
  const zipped = container === "zip" || container === "encrypted-zip" ? ["zip"] : [];
  const shape = (label: string, format: string): RecipeChoice => ({
    label,
    edits: [set("formats", [format, ...zipped]), ...sealed],
  });
  return [shape("JSON", "json"), shape("CSV tables", "csv"), shape("Excel workbook", "xlsx")];
}

/** Where one file stood bare, the seal needs a package around it. */
function packsFor({ container, formats }: ExportPlan): readonly RecipeChoice[] {
  const packed = container === "bare" ? [set("formats", [...formats, "zip"])] : [];
  return [
    { label: "Encrypted", edits: [...packed, set("encryption", { on: true })] },
    { label: "Not encrypted", edits: [set("encryption", { on: false })] },
  ];
}

const cleaned: Readonly<Record<string, string>> = {
  none: "Nothing is removed",
  basic: "Passwords and keys are removed",
  moderate: "Personal details are removed",
  strict: "Nobody can be recognised",
  custom: "By your own choice of details",
};

/** What a schedule does, step by step: select, clean, shape, pack, prove, place. */
export function recipeOf(schedule: Schedule): readonly RecipeStep[] {
  const { plan, target, chain } = schedule;
  const part = chain === undefined ? "" : ", only what changed since the last proved copy";
  const kept = sayRetention(schedule.retention);
  return [
    { id: "select", label: "Select", text: `${whatWords(schedule)}${part}`, choices: selections },
    { id: "clean", label: "Clean", text: cleaned[plan.sanitization.level] ?? "", choices: levels },
    {
      id: "shape",
      label: "Shape",
      text: plan.formats.join(", ").toUpperCase(),
      choices: shapesFor(plan),
    },
    {
      id: "pack",
      label: "Pack",
      text: `${labelFile(plan.formats, plan.container)}${containerEncrypts(plan.container) ? ", sealed with the public key" : ""}`,
      choices: packsFor(plan),
    },
    {
      id: "prove",
      label: "Prove",
      text:
        target.kind === "download"
          ? "The copy here is read back; the download cannot be"
          : "Written under another name, read back, counted and compared, then named",
    },
    {
      id: "place",
      label: "Place",
      text: `${placeWords(target)}${kept === "" ? "" : `, ${kept}`}`,
      choices: places,
    },
  ];
}
