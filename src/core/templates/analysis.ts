import type { Template } from "./contract.ts";

export const analysis: Template = {
  label: "Analysis",
  description: "Plain tables for a spreadsheet or notebook, one file a kind.",
  sentence: "everything for analysis as CSV",
  kinds: "ask",
  formats: ["csv"],
  containers: ["bare", "zip"],
  level: "none",
};
