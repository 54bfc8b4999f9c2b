import type { Template } from "./contract.ts";

export const gdpr: Template = {
  label: "GDPR package",
  description:
    "All data with schema, data dictionary and a notice in plain language (Articles 15 and 20).",
  sentence: "GDPR package",
  kinds: "all",
  formats: ["json", "csv"],
  containers: ["zip"],
  level: "none",
  wholeCopy: true,
};
