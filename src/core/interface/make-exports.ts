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
import type { UnderstandPorts } from "./understand.ts";

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
    exportPlan(await (await ports.parts.ready()).planOf(text, ports), options);
  return {
    plan: async (text, hand) => (await ports.parts.ready()).preview(text, hand, ports),
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
      const { renewed } = await ports.parts.ready();
      return exportPlan(await renewed(templates.find(name).plan, ports), options);
    },
    saveTemplate: (name, plan) => templates.save(name, plan, now()),
    deleteTemplate: (name) => templates.remove(name),
    async schedule(text, frequency, options) {
      await ports.parts.ready();
      return (await schedules()).create(withFrequency(text, frequency, ports), options);
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
  {
    passphrase,
    recoveryCode,
    passkey,
    target = "private",
    signal,
    onProgress,
    claimant,
  }: ExportOptions,
): Promise<ExportResult> {
  const acquired = await ports.acquire(target, plan);
  // A plan made elsewhere or long ago: the person's own rules hold for it too.
  const own = await ownPrivacyOf(ports.source);
  const guarded = { ...plan, sanitization: withOwnPrivacy(plan.sanitization, own) };
  return ports.service.start(guarded, acquired, {
    ...(passphrase !== undefined && { key: { passphrase, recoveryCode, passkey } }),
    ...(signal !== undefined && { signal }),
    ...(claimant !== undefined && { claimant }),
    ...(onProgress !== undefined && { onProgress }),
  });
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
