import { isNothing } from "./nothing.ts";
import { isDateLike } from "./read-day.ts";
import { readStatus } from "./status-words.ts";
import { readEmploymentType, readWorkMode } from "./work-words.ts";

/** What a column holds: shares of its cells that are not empty, 0 to 1. */
export interface ColumnValues {
  readonly filled: number;
  readonly dates: number;
  readonly links: number;
  readonly numbers: number;
  readonly statuses: number;
  readonly workModes: number;
  readonly employmentTypes: number;
  readonly titles: number;
  readonly emails: number;
  /** Names of files and links to them: not the thing itself. */
  readonly references: number;
}

export const isLink = (cell: string): boolean =>
  /^\s*(?:https?:\/\/|www\.)\S+/i.test(cell) || /^\s*\[[^\]]*\]\(https?:/i.test(cell);

const jobWord =
  /engineer|developer|manager|analyst|designer|consultant|specialist|assistant|director|architect|scientist|intern\b|internship|technician|coordinator|clerk|accountant|nurse|teacher|writer|planner|lead\b|officer|administrator|praktik|werkstudent|entwickler|ingenieur|berater|sachbearbeiter|leiter|kaufm|mitarbeiter|ingénieur|développeur|assistante?|chargée?|stagiaire|ingeniero|desarrollador|analista|gerente|técnico|diseñador|contable|camarer|lecturer|prof\b|professor|\(m\/[fw]\/[dx]\)|工程师|设计师|经理|开发|分析师|專員|专员|エンジニア|デザイナー|개발자|디자이너/i;

/** Letters of a cell that tell what it is; a letter of a page in a cell says no more than its first lines. */
const looked = 300;

export function profileColumn(cells: readonly string[]): ColumnValues {
  const filled = cells
    .filter((cell) => !isNothing(cell))
    .map((cell) => cell.trim().slice(0, looked));
  const share = (test: (cell: string) => boolean): number =>
    filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
  return {
    filled: cells.length === 0 ? 0 : filled.length / cells.length,
    dates: share(isDateLike),
    links: share(isLink),
    numbers: share((cell) => /^[\s$€£¥]*-?[\d.,\s]+[\s%$€£¥kK]*$/.test(cell)),
    statuses: share((cell) => cell.length <= 60 && readStatus(cell) !== undefined),
    workModes: share((cell) => readWorkMode(cell) !== undefined),
    employmentTypes: share((cell) => readEmploymentType(cell) !== undefined),
    titles: share((cell) => cell.length <= 120 && jobWord.test(cell)),
    emails: share((cell) => /^\S+@\S+\.\S+$/.test(cell.trim())),
    references: share((cell) =>
      /^\[[^\]]*\]\([^)]*\)$|^\S+\.(?:md|pdf|docx?|txt|tex|html?)$/i.test(cell.trim()),
    ),
  };
}
