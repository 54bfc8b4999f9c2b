import type { Template } from "./contract.ts";

export const backup: Template = {
  label: "Backup",
  description: "Everything, encrypted, read back and proved. Restores to exactly what you have.",
  sentence: "backup everything encrypted",
  kinds: "all",
  formats: ["json"],
  containers: ["vault", "encrypted-zip"],
  level: "none",
  wholeCopy: true,
};
