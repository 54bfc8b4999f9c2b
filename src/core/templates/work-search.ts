import type { Template } from "./contract.ts";

/** The shelf's names are ids: "work-search" in a request is `workSearch` here. */
export const workSearch: Template = {
  label: "Work-search log",
  description:
    "The activities of your search, as employment offices ask for them, with a place to sign.",
  sentence: "work-search log for the last four weeks",
  kinds: ["activities"],
  formats: ["pdf"],
  containers: ["bare"],
  level: "none",
};
