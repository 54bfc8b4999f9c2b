import { fail } from "../failure.ts";
import type { ExportInterface, ExportOptions, ExportResult, ExportTarget } from "../job-tracker.ts";
import type { ExportRunner, TargetRef } from "../pipeline/export-job.ts";
import type { ExportService } from "../pipeline/export-service.ts";
import type { Receipt } from "../pipeline/ports.ts";
import type { ExportPlan } from "../plan/plan.ts";
import { withOwnPrivacy } from "../sanitize/own-privacy.ts";
import type { ScheduleService } from "../schedule/schedule-service.ts";
import { ownPrivacyOf } from "./own-privacy-of.ts";
import type { Store } from "./store.ts";
import type { Templates } from "./templates.ts";
import { decide, preview, type UnderstandPorts } from "./understand.ts";

export interface ExportsPorts extends UnderstandPorts {
  readonly service: ExportService;
  readonly receipts: Store<Receipt>;
  readonly templates: Templates;
  readonly schedules: () => Promise<ScheduleService>;
  /** Acquires the place; asks the person where that is the choice, so it has to begin inside the click. */
  readonly acquire: (target: ExportTarget, plan: ExportPlan) => Promise<TargetRef>;
  /** The finished file of a receipt, while it is kept. */
  readonly keptFile: (receipt: Receipt) => Promise<Blob | undefined>;
  readonly removeKept: (receipt: Receipt) => Promise<void>;
  readonly runner: Pick<ExportRunner, "check">;
}

/** The friendly door: sentences in, files out. */
export function makeExports(ports: ExportsPorts): ExportInterface {
  const { service, receipts, templates, schedules, now } = ports;
  const find = async (exportId: string): Promise<Receipt> =>
    (await receipts.get(exportId)) ?? fail({ code: "not-found", what: `The export ${exportId}` });
  const exportPlan = (plan: ExportPlan, options: ExportOptions = {}): Promise<ExportResult> =>
    runPlan(ports, plan, options);
  const exportText = async (text: string, options?: ExportOptions): Promise<ExportResult> =>
    exportPlan(await planOf(text, ports), options);
  return {
    plan: (text, hand) => preview(text, hand, ports),
    export: exportText,
    exportPlan,
    async getExportData(exportId) {
      const kept = await ports.keptFile(await find(exportId));
      return kept ?? fail({ code: "not-found", what: "The file of this export" });
    },
    listTemplates: () => templates.list(),
    async useTemplate(name, options) {
      await templates.read();
      if (templates.isBuiltIn(name)) return exportText(templates.sentenceOf(name), options);
      return exportPlan(await renewed(templates.find(name).plan, ports), options);
    },
    saveTemplate: (name, plan) => templates.save(name, plan, now()),
    deleteTemplate: (name) => templates.remove(name),
    async schedule(text, frequency, options) {
      await ports.parts.ready();
      return (await schedules()).create(withFrequency(text, frequency, ports), options?.passphrase);
    },
    history: async () => newestFirst(await receipts.all()),
    onHistory: (listener) => receipts.onChange(listener),
    async verify(exportId, options) {
      const { verify } = await import("./verify-export.ts");
      return verify(ports, exportId, options);
    },
    cancel: (exportId) => service.cancel(exportId),
    cleanUp: async (rule) => {
      const { cleanUp } = await import("./clean-up.ts");
      return cleanUp(ports, rule);
    },
  };
}

function newestFirst(receipts: readonly Receipt[]): readonly Receipt[] {
  return [...receipts].sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
}

async function runPlan(
  ports: ExportsPorts,
  plan: ExportPlan,
  { passphrase, target = "private", signal, onProgress, claimant }: ExportOptions,
): Promise<ExportResult> {
  const acquired = await ports.acquire(target, plan);
  // A plan made elsewhere or long ago: the person's own rules hold for it too.
  const own = await ownPrivacyOf(ports.source);
  const guarded = { ...plan, sanitization: withOwnPrivacy(plan.sanitization, own) };
  return ports.service.start(guarded, acquired, {
    ...(passphrase !== undefined && { key: { passphrase } }),
    ...(signal !== undefined && { signal }),
    ...(claimant !== undefined && { claimant }),
    ...(onProgress !== undefined && { onProgress }),
  });
}

/** @throws FailureError `not-understood` with the question that is open. */
async function planOf(text: string, ports: ExportsPorts): Promise<ExportPlan> {
  const parts = await ports.parts.ready();
  const planned = await decide(text, ports.parse(text), undefined, ports, parts);
  if ("plan" in planned) return planned.plan;
  return fail({ code: "not-understood", question: planned.questions[0].text });
}

/**
 * A stored plan as of today: "last month" is the month before now, so a sentence with such dates is read
 * again. Without them what was decided by hand holds.
 */
async function renewed(plan: ExportPlan, ports: ExportsPorts): Promise<ExportPlan> {
  const parts = await ports.parts.ready();
  const parsed = ports.parse(plan.sentence);
  const isRelative = plan.said.when?.some(({ relative }) => relative === true) === true;
  const hand = isRelative ? undefined : plan.said;
  const planned = await decide(plan.sentence, parsed, hand, ports, parts);
  if (!("plan" in planned)) return plan;
  return { ...planned.plan, ...(plan.options !== undefined && { options: plan.options }) };
}

const often = { daily: "every day", weekly: "every week", monthly: "every month" } as const;

function withFrequency(
  text: string,
  frequency: keyof typeof often | undefined,
  { parse }: ExportsPorts,
): string {
  if (frequency === undefined || parse(text).said.schedule !== undefined) return text;
  return `${text} ${often[frequency]}`;
}
