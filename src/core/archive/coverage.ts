import type { Coverage } from "../formats/contract.ts";
import type { ChosenFormat } from "../pipeline/shelves.ts";
import type { Chosen } from "../pipeline/select-records.ts";
import type { ExportPlan } from "../plan/plan.ts";
import { findKind, type KindId } from "../records/any-kind.ts";

type LeftOut = Coverage["left_out"][number];

/** What of a plan's documents goes along. */
export type BytesOfDocuments = "taken" | "not-asked" | "cannot-be-cleaned" | "format-has-no-place";

export interface CoverageInput {
  readonly plan: ExportPlan;
  readonly chosen: readonly Chosen[];
  readonly formats: readonly ChosenFormat[];
  readonly bytes: BytesOfDocuments;
  /** Stored records of kinds that were left out whole. */
  readonly storedOf: ReadonlyMap<KindId, number>;
}

/** Which records leave, and everything that does not, with the reason. */
export function makeCoverage(input: CoverageInput): Coverage {
  const carried = input.chosen.filter(({ kind }) =>
    input.formats.some(({ format }) => format.refuses?.(kind) === undefined),
  );
  const records = Object.fromEntries(carried.map(({ kind, count }) => [kind, count]));
  return {
    records,
    total: carried.reduce((sum, { count }) => sum + count, 0),
    left_out: [
      ...leftOutKinds(input),
      ...input.chosen.flatMap((part) => leftOutRecords(part)),
      ...input.formats.flatMap((format) => refusedKinds(format, input.chosen)),
      ...(input.formats.some(({ format }) => keepsAll(format))
        ? leftOutWished(input.chosen)
        : input.formats.flatMap((format) => leftOutFields(format, input.chosen))),
      ...leftOutBytes(input),
    ],
  };
}

/** True where no field is left out for want of a column. */
function keepsAll({ lossless, keepsEveryField }: ChosenFormat["format"]): boolean {
  return lossless || keepsEveryField === true;
}

function leftOutKinds({ plan, storedOf }: CoverageInput): readonly LeftOut[] {
  return plan.selection.leftOut.map(({ kind, why }) => {
    const count = storedOf.get(kind);
    return { what: findKind(kind).label, ...(count !== undefined && { count }), why };
  });
}

function leftOutRecords({ kind, count, stored, selection }: Chosen): readonly LeftOut[] {
  if (stored <= count) return [];
  const why =
    selection.limit !== undefined && count === selection.limit
      ? `Only the first ${String(count)} were asked for`
      : "They do not fit the request";
  return [{ what: findKind(kind).label, count: stored - count, why }];
}

function refusedKinds({ format }: ChosenFormat, chosen: readonly Chosen[]): readonly LeftOut[] {
  return chosen.flatMap(({ kind, count }) => {
    const why = format.refuses?.(kind);
    if (why === undefined || count === 0) return [];
    return [{ what: `${findKind(kind).label} in ${format.label}`, count, why }];
  });
}

/** What a table or a report has no column for; where a lossless format goes along, nothing is lost. */
function leftOutFields({ format }: ChosenFormat, chosen: readonly Chosen[]): readonly LeftOut[] {
  return chosen.flatMap((part) => {
    if (part.count === 0 || format.refuses?.(part.kind) !== undefined) return [];
    const kept = format.keeps?.(part.kind);
    if (kept !== undefined) {
      return namesOutside(part, `${format.label} has no place for them`, kept);
    }
    const why =
      part.selection.columns === undefined
        ? `${format.label} shows the standard columns`
        : "Other columns were asked for";
    return namesOutside(part, why);
  });
}

function leftOutWished(chosen: readonly Chosen[]): readonly LeftOut[] {
  const wished = chosen.filter(({ count, selection }) => count > 0 && selection.onlyColumns);
  return wished.flatMap((part) => namesOutside(part, "Other columns were asked for"));
}

function namesOutside(
  { kind, selection }: Chosen,
  why: string,
  named?: readonly string[],
): readonly LeftOut[] {
  const { fields, columns, label, derived } = findKind(kind);
  if (derived === true) return [];
  const kept = new Set([...(named ?? selection.columns ?? columns), "sample"]);
  const names = Object.entries(fields).flatMap(([name, field]) =>
    kept.has(name) ? [] : field.label.toLowerCase(),
  );
  if (names.length === 0) return [];
  return [{ what: `Fields of ${label.toLowerCase()}: ${names.join(", ")}`, why }];
}

function leftOutBytes({ chosen, bytes }: CoverageInput): readonly LeftOut[] {
  const documents = chosen.find(({ kind }) => kind === "documents");
  if (documents === undefined || documents.count === 0 || bytes === "taken") return [];
  const why = {
    "not-asked": "The files themselves were not asked for",
    "cannot-be-cleaned": "Files cannot be cleaned, so none leaves at this privacy level",
    "format-has-no-place": "This format has no place for files",
  }[bytes];
  return [{ what: "Attached files", count: documents.count, why }];
}
