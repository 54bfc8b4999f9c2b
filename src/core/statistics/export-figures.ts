import type { Receipt } from "../pipeline/ports.ts";
import { labelFile } from "../plan/decide-file.ts";

/** What left so far, for one format or one privacy level. */
export interface ExportFigure {
  readonly label: string;
  readonly runs: number;
  readonly records: number;
  readonly bytes: number;
  /** Of one run, on average; absent where no run tells. */
  readonly milliseconds?: number;
}

export interface ExportFigures {
  readonly byFormat: readonly ExportFigure[];
  readonly byLevel: readonly ExportFigure[];
}

type Done = Pick<Receipt, "status" | "plan" | "records" | "bytes" | "milliseconds">;

/** Counts finished exports by format and by level, most used first. Nothing leaves the device for it. */
export function exportFigures(receipts: readonly Done[]): ExportFigures {
  const done = receipts.filter(({ status }) => status === "done");
  return {
    byFormat: grouped(done, ({ plan }) => labelFile(plan.formats, plan.container)),
    byLevel: grouped(done, ({ plan }) => plan.sanitization.level),
  };
}

function grouped(
  receipts: readonly Done[],
  labelOf: (receipt: Done) => string,
): readonly ExportFigure[] {
  const groups = new Map<string, Done[]>();
  for (const receipt of receipts) {
    const label = labelOf(receipt);
    const group = groups.get(label);
    if (group === undefined) groups.set(label, [receipt]);
    else group.push(receipt);
  }
  return [...groups]
    .map(([label, group]) => figureOf(label, group))
    .sort((a, b) => b.runs - a.runs || (a.label < b.label ? -1 : 1));
}

function figureOf(label: string, group: readonly Done[]): ExportFigure {
  const times = group.flatMap(({ milliseconds }) => milliseconds ?? []);
  const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
  return {
    label,
    runs: group.length,
    records: sum(group.map(({ records }) => records)),
    bytes: sum(group.map(({ bytes }) => bytes)),
    ...(times.length > 0 && { milliseconds: Math.round(sum(times) / times.length) }),
  };
}
