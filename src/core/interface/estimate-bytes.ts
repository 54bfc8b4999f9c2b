import type { ExportPlan } from "../plan/plan.ts";
import type { KindId } from "../records/any-kind.ts";

/** Bytes of a file for each byte of JSON, measured on sample data; a whole file has a beginning too. */
const shareOfJson: Readonly<Record<string, number>> = {
  json: 1,
  ndjson: 1,
  yaml: 1.25,
  xml: 1.5,
  csv: 0.5,
  markdown: 0.6,
  html: 0.9,
  text: 0.5,
  xlsx: 0.2,
  pdf: 0.5,
  parquet: 0.3,
};
const beginning: Readonly<Record<string, number>> = { pdf: 60_000, html: 6_000, xlsx: 4_000 };
const deflated = 0.26;

export interface Measured {
  readonly kind: KindId;
  readonly count: number;
  /** JSON bytes of one row, on average. */
  readonly rowBytes: number;
}

/** About how large the file will be; within a factor of two on ordinary data. */
export function estimateBytes(
  plan: ExportPlan,
  kinds: readonly Measured[],
  fileBytes: number,
): number {
  const json = 1_000 + kinds.reduce((sum, { count, rowBytes }) => sum + count * (rowBytes + 2), 0);
  const texts = plan.formats.reduce(
    (sum, id) => sum + json * (shareOfJson[id] ?? 1) + (beginning[id] ?? 0),
    0,
  );
  const bare = plan.container === "bare";
  // Base64 in a bare file; stored as they are in a package.
  const files = plan.withBytes ? fileBytes * (bare ? 4 / 3 : 1) : 0;
  return Math.round(texts * (bare ? 1 : deflated) + files);
}
