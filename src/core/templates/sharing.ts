import type { Template } from "./contract.ts";

export const sharing: Template = {
  label: "Sharing report",
  description:
    "A report for somebody else: figures, funnel and applications, names and addresses replaced.",
  sentence: "sanitized report for my mentor",
  kinds: ["applications", "interviews"],
  formats: ["pdf"],
  containers: ["bare"],
  level: "moderate",
};
