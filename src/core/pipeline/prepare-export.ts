import { makeCoverage, type BytesOfDocuments } from "../archive/coverage.ts";
import type { Container } from "../containers/contract.ts";
import { fail } from "../failure.ts";
import type { Coverage } from "../formats/contract.ts";
import type { ExportPlan } from "../plan/plan.ts";
import { findKind, type KindId } from "../records/any-kind.ts";
import type { Sanitizer } from "../sanitize/make-sanitizer.ts";
import type { ExportPorts } from "./ports.ts";
import type { ProgressMeter } from "./progress.ts";
import { mayCarryFiles } from "./sanitizing.ts";
import { chooseRecords, type Chosen } from "./select-records.ts";
import type { Unwritten } from "./unwritten.ts";
import { findContainer, findFormats, type ChosenFormat, type Shelves } from "./shelves.ts";

/** Everything a run decided before the first byte is written. */
export interface Prepared {
  readonly plan: ExportPlan;
  readonly formats: readonly ChosenFormat[];
  readonly container: Container;
  readonly sanitizer: Sanitizer;
  readonly chosen: readonly Chosen[];
  readonly coverage: Coverage;
  readonly bytes: BytesOfDocuments;
  readonly started: Date;
  /** Filled while the files are written: each record once, however many formats it fails. */
  readonly unwritten: Map<string, Unwritten>;
}

/**
 * Decides and counts; writes nothing.
 * @throws FailureError `nothing-selected`, `passphrase-missing`, `unsupported`, `cancelled`
 */
export async function prepareExport(
  plan: ExportPlan,
  ports: ExportPorts,
  shelves: Shelves,
  progress: ProgressMeter,
): Promise<Prepared> {
  const started = ports.now();
  const formats = findFormats(shelves, plan.formats);
  const container = findContainer(shelves, plan.container);
  if (container.encrypts && ports.key === undefined) fail({ code: "passphrase-missing" });
  const sanitizer = await shelves.makeSanitizer(plan.sanitization, {
    known: ports.known,
    key: ports.pseudonymKey,
  });
  const stored = await Promise.all(
    plan.selection.kinds.map(({ kind }) => ports.source.count(kind)),
  );
  progress.enter(
    "count",
    stored.reduce((sum, count) => sum + count, 0),
  );
  const chosen: Chosen[] = [];
  for (const selection of plan.selection.kinds) {
    const count = (records: number): void => {
      throwIfCancelled(ports);
      progress.addRecords(records);
    };
    chosen.push(await chooseRecords(ports.source, selection, count));
  }
  const isIncrement = plan.chain !== undefined && plan.chain.number > 0;
  // An increment may hold nothing but deletions.
  if (!isIncrement) refuseEmpty(plan, chosen);
  const bytes = bytesOfDocuments(plan, formats, container);
  const storedOf = await countLeftOut(plan, ports);
  const coverage = makeCoverage({ plan, chosen, formats, bytes, storedOf });
  if (coverage.total === 0 && !isIncrement)
    fail({ code: "unsupported", what: "This format carries none of the records" });
  return {
    plan,
    formats,
    container,
    sanitizer,
    chosen,
    coverage,
    bytes,
    started,
    unwritten: new Map(),
  };
}

function refuseEmpty(plan: ExportPlan, chosen: readonly Chosen[]): void {
  const own = chosen.filter(({ kind }) => findKind(kind).derived !== true);
  const asked = own.length > 0 ? own : chosen;
  if (asked.every(({ count }) => count === 0))
    fail({ code: "nothing-selected", where: plan.title });
}

function bytesOfDocuments(
  plan: ExportPlan,
  formats: readonly ChosenFormat[],
  container: Container,
): BytesOfDocuments {
  if (!plan.withBytes) return mayCarryFiles(plan.sanitization) ? "not-asked" : "cannot-be-cleaned";
  if (!mayCarryFiles(plan.sanitization)) return "cannot-be-cleaned";
  const inline = formats.some(({ format }) => format.layout === "whole" && format.lossless);
  return container.single !== true || inline ? "taken" : "format-has-no-place";
}

async function countLeftOut(
  { selection }: ExportPlan,
  { source }: ExportPorts,
): Promise<ReadonlyMap<KindId, number>> {
  const kinds = selection.leftOut.filter(({ kind }) => findKind(kind).derived !== true);
  const counts = await Promise.all(
    kinds.map(async ({ kind }) => [kind, await source.count(kind)] as const),
  );
  return new Map(counts);
}

export function throwIfCancelled({ signal }: ExportPorts): void {
  if (signal.aborted) fail({ code: "cancelled" });
}
