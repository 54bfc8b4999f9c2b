import type { RecordSource } from "../pipeline/ports.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import { applicationStatistics } from "../statistics/application-statistics.ts";
import { statisticsFigures } from "../statistics/statistics-figures.ts";

/** Only what statistics read is kept of each application, so that memory stays small. */
function needed({ status, stages, applied_on, source }: AnyRecord): Record<string, unknown> {
  return { status, stages, applied_on, source };
}

/**
 * Statistics as records of the kind `analytics`.
 * @param at ISO 8601 instant that dates the figures. @param today local day, `YYYY-MM-DD`.
 */
export async function deriveAnalytics(
  source: RecordSource,
  at: string,
  today: string,
): Promise<readonly AnyRecord[]> {
  const rows: Record<string, unknown>[] = [];
  for await (const batch of source.batches("applications")) rows.push(...batch.map(needed));
  if (rows.length === 0) return [];
  return statisticsFigures(applicationStatistics(rows, today)).map((figure, index) => ({
    id: `figure-${String(index + 1).padStart(4, "0")}`,
    created_at: at,
    updated_at: at,
    ...figure,
  }));
}
