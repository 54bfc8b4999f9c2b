import type { Format } from "./contract.ts";
import { applicationsOnly, huntrKeeps } from "../layout/leave/keeps.ts";

/** For leaving: the board of Huntr as its own CSV has it. Applications only. */
export const huntr: Format = {
  label: "Huntr",
  words: ["huntr"],
  extension: "csv",
  mediaType: "text/csv;charset=utf-8",
  layout: "whole",
  lossless: false,
  program: "Huntr",
  refuses: applicationsOnly("Huntr"),
  keeps: () => huntrKeeps,
  async *write(document) {
    const { csvOf } = await import("../layout/leave/cells.ts");
    const { huntrColumns } = await import("../layout/leave/huntr-columns.ts");
    yield* csvOf(document, huntrColumns);
  },
  async count(bytes) {
    const { countCsvRows } = await import("../layout/leave/pack.ts");
    return countCsvRows(bytes);
  },
};
