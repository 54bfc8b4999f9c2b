import type { Format } from "./contract.ts";
import { applicationsOnly, reactiveKeeps } from "../layout/leave/keeps.ts";

/** For leaving: the applications of Reactive Resume as its own CSV has them (mark in front, all quoted). */
export const reactiveresume: Format = {
  label: "Reactive Resume",
  words: ["reactive resume", "reactive-resume", "rxresume", "rx resume"],
  extension: "csv",
  mediaType: "text/csv;charset=utf-8",
  layout: "whole",
  lossless: false,
  program: "Reactive Resume",
  refuses: applicationsOnly("Reactive Resume"),
  keeps: () => reactiveKeeps,
  async *write(document) {
    const { csvOf } = await import("../layout/leave/cells.ts");
    const { reactiveColumns } = await import("../layout/leave/reactive-columns.ts");
    yield "\ufeff";
    yield* csvOf(document, reactiveColumns, true);
  },
  async count(bytes) {
    const { countCsvRows } = await import("../layout/leave/pack.ts");
    return countCsvRows(bytes);
  },
};
