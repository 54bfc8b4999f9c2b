import type { ExportDocument, Section } from "../formats/contract.ts";
import type { CleanRow } from "../sanitize/clean-row.ts";
import type { Block } from "./blocks.ts";
import { logBlocks } from "./log-blocks.ts";
import { reportBlocks } from "./report-blocks.ts";
import { reportModel } from "./report-model.ts";
import { workSearchModel } from "./work-search-model.ts";

/** True where the document's template has a layout of its own for this section. */
export function hasSpecialLayout(document: ExportDocument, section: Section): boolean {
  return (
    (document.template === "sharing" && section.kindId === "applications") ||
    (document.template === "work-search" && section.kindId === "activities")
  );
}

export function specialBlocks(
  document: ExportDocument,
  rows: readonly CleanRow[],
): readonly Block[] {
  return document.template === "sharing"
    ? reportBlocks(reportModel(document, rows))
    : logBlocks(workSearchModel(document, rows));
}
