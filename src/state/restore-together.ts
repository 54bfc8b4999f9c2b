import type { RestoreInterface } from "../core/job-tracker.ts";
import type { Inspection, NamedFile, RestorePlan } from "../core/restore/contract.ts";
import type { KindId } from "../core/records/any-kind.ts";
import type { RestoreDecisions } from "./restore-decisions.svelte.ts";
import type { RestorePhase } from "./restore-phase.ts";

/** What is looked at now: one import, the files it is made of, and those that wait for their turn. */
interface Looked {
  readonly inspection: Inspection;
  readonly files: readonly NamedFile[];
  readonly waiting: readonly NamedFile[];
}

/** Files of one chain are one import; of any others the first is looked at and the rest wait. */
export async function lookTogether(
  restore: Pick<RestoreInterface, "inspectTogether">,
  files: readonly NamedFile[],
  passphrase: string | undefined,
): Promise<Looked | undefined> {
  if (files.length < 2) return undefined;
  const found = await restore.inspectTogether(files, {
    ...(passphrase === undefined ? {} : { passphrase }),
  });
  if (found === undefined) return undefined;
  const taken = new Set(found.taken);
  return {
    inspection: found.inspection,
    files: files.filter((_, at) => taken.has(at)),
    waiting: files.filter((_, at) => !taken.has(at)),
  };
}

/** Files that are dropped on a chain with a gap may fill it: they are looked at with it. */
export function withChain(phase: RestorePhase, files: readonly NamedFile[]): readonly NamedFile[] {
  const lacks = phase.name === "seen" && (phase.inspection.joined?.missing.length ?? 0) > 0;
  return lacks ? [...phase.files, ...files] : files;
}

/** "daily-1.jtb", "daily-1.jtb and 2 more". */
export function namesOf(files: readonly NamedFile[]): string {
  const [first] = files;
  const name = first?.name ?? "The file";
  return files.length < 2 ? name : `${name} and ${String(files.length - 1)} more`;
}

/** Pasted text as a file. */
export function pastedFile(text: string): NamedFile {
  const looksLikeData = /^\s*[[{]/u.test(text);
  const name = looksLikeData ? "pasted.json" : "pasted.txt";
  const type = looksLikeData ? "application/json" : "text/plain";
  return { file: new Blob([text], { type }), name };
}

export const sizeOf = (files: readonly NamedFile[]): number =>
  files.reduce((sum, { file }) => sum + file.size, 0);

/** Settings stay as they are here, unless nothing is here: an empty browser gets everything back. */
export async function firstPlan(
  restore: Pick<RestoreInterface, "plan">,
  decisions: RestoreDecisions,
  inspection: Inspection,
): Promise<RestorePlan> {
  decisions.leftOut = new Set();
  const whole = await restore.plan(inspection, decisions.policy);
  if (whole.records.every(({ verdict }) => verdict === "new" || verdict === "refused"))
    return whole;
  decisions.leftOut = new Set<KindId>(["settings"]);
  return restore.plan(inspection, decisions.policyFor(inspection));
}

/** Sealed files that were not opened yet wait on their own: putting one aside is not putting all aside. */
export const behindLocked = (phase: RestorePhase): readonly NamedFile[] =>
  phase.name === "locked" ? phase.files.slice(1) : [];
