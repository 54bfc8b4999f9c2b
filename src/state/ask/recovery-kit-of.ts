import type { ExportResult } from "../../core/job-tracker.ts";
import type { RecoveryKit } from "../../core/layout/recovery-kit.ts";
import { countOf } from "../../core/words/format-count.ts";
import { formatLongDay, formatTime, localDay } from "../../core/words/format-date.ts";

/** What may be printed about how a file was sealed: the drawn words, or none for a phrase of one's own. */
export interface Sealed {
  readonly words?: readonly string[];
  readonly recoveryCode?: string;
}

/** The page for a sealed file. It is written in English, as the app is; `made` is an ISO instant. */
export function recoveryKitOf(result: ExportResult, sealed: Sealed, made: string): RecoveryKit {
  const proof = result.verified === "proved" ? "Read back and proved." : "Not read back yet.";
  return {
    fileName: result.fileName,
    bytes: result.bytes,
    made: `${formatLongDay(localDay(made), "en-GB")} ${localDay(made).slice(0, 4)}, ${formatTime(made, "en-GB")}`,
    holds: `${countOf(result.records, "record", "en")}. ${proof}`,
    sha256: result.sha256,
    ...(sealed.words === undefined ? {} : { words: sealed.words }),
    ...(sealed.recoveryCode === undefined ? {} : { recoveryCode: sealed.recoveryCode }),
    months: nextMonths(localDay(made)),
  };
}

const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function nextMonths(day: string): readonly string[] {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return [0, 1, 2, 3].map((step) => {
    const at = month + step;
    return `${names[at % 12] ?? ""} ${String(year + Math.floor(at / 12))}`;
  });
}
