import type { RecordSource } from "../pipeline/ports.ts";
import type { ExportPlan } from "./plan.ts";

/** Standing choices for files: paper for every document, the rest for work-search logs alone. */
export interface FileSettings {
  readonly paper?: "a4" | "letter";
  /** A record that cannot be written stops the export instead of being named and left out. */
  readonly allOrNothing?: true;
  /** Id of an office, see `offices`. */
  readonly office?: string;
  /** Activities a week; absent: the office's. */
  readonly goal?: number;
  readonly weekStart?: "monday" | "sunday";
}

/** The settings record that holds them. Nothing personal: it travels with a backup. */
export const fileSettingsKey = "file_settings";

/** Reads the stored value; what is no choice is left out. */
export function readFileSettings(value: unknown): FileSettings {
  if (typeof value !== "object" || value === null) return {};
  const { paper, allOrNothing, office, goal, weekStart } = value as Record<string, unknown>;
  return {
    ...((paper === "a4" || paper === "letter") && { paper }),
    ...(allOrNothing === true && { allOrNothing }),
    ...(typeof office === "string" && office !== "" && { office }),
    ...(typeof goal === "number" && goal >= 1 && goal < 100 && { goal: Math.floor(goal) }),
    ...((weekStart === "monday" || weekStart === "sunday") && { weekStart }),
  };
}

/** A plan with the standing choices below its own. */
export function withFileSettings(plan: ExportPlan, settings: FileSettings): ExportPlan {
  const { paper, allOrNothing, ...log } = settings;
  const options = {
    ...(paper !== undefined && { paper }),
    ...(allOrNothing !== undefined && { allOrNothing }),
    ...(plan.template === "work-search" && log),
    ...plan.options,
  };
  return Object.keys(options).length === 0 ? plan : { ...plan, options };
}

export async function fileSettingsOf(source: Pick<RecordSource, "byIds">): Promise<FileSettings> {
  const [record] = await source.byIds("settings", [fileSettingsKey]);
  return readFileSettings(record?.["value"]);
}
