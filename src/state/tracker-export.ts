import type { PlanPreview } from "../core/job-tracker.ts";
import { findKind } from "../core/records/any-kind.ts";
import type { AnyRecord } from "../core/records/stored-record.ts";
import type { Edit } from "../core/request/request.ts";
import { compileCondition } from "../core/select/matches.ts";
import { describeRows, describeView } from "../core/table/describe-view.ts";
import type { TableView } from "../core/table/view.ts";

/** A sentence for Ask, and what is set by hand where words cannot say it. */
export interface ViewRequest {
  readonly sentence: string;
  readonly edits: readonly Edit[];
}
type Plan = (sentence: string) => Promise<PlanPreview>;

/** Exactly these rows, by their ids. */
export function requestForRows(view: TableView, ids: readonly string[]): ViewRequest {
  const edits: readonly Edit[] = [{ op: "set", path: "items.ids", value: ids }];
  return { sentence: describeRows(view, ids.length), edits };
}

/**
 * The words for what a view shows, when they lead back to the same rows; else the rows themselves.
 * "Export this view" never takes more or less than what is seen.
 */
export async function requestForView(
  view: TableView,
  rows: readonly AnyRecord[],
  records: readonly AnyRecord[],
  plan: Plan,
): Promise<ViewRequest> {
  const sentence = describeView(view);
  const ids = rows.map((record) => record.id);
  if (ids.length === records.length && view.filters.length === 0) return { sentence, edits: [] };
  const preview = await plan(sentence).catch(() => undefined);
  const same = preview !== undefined && takesSame(preview, view, new Set(ids), records);
  return same || ids.length === 0 ? { sentence, edits: [] } : requestForRows(view, ids);
}

function takesSame(
  preview: PlanPreview,
  view: TableView,
  ids: ReadonlySet<string>,
  records: readonly AnyRecord[],
): boolean {
  const [taken, ...others] = preview.plan?.selection.kinds ?? [];
  if (taken?.kind !== view.kind || others.length > 0 || taken.limit !== undefined) return false;
  const test =
    taken.where === undefined ? () => true : compileCondition(findKind(view.kind), taken.where);
  return records.every((record) => test(record) === ids.has(record.id));
}
