import type { SealingKey } from "../containers/contract.ts";
import { attempt } from "../failure.ts";
import type { JobTracker, RestoreInterface } from "../job-tracker.ts";
import { ExportService } from "../pipeline/export-service.ts";
import type { ChangesSince } from "../increment/changes.ts";
import type { Receipt } from "../pipeline/ports.ts";
import type { SchedulePorts } from "../schedule/schedule-ports.ts";
import type { ScheduleService } from "../schedule/schedule-service.ts";
import type { Schedule } from "../schedule/schedule.ts";
import { localDay } from "./local-day.ts";
import { makeAssistant } from "./make-assistant.ts";
import { makeDataSanitizer } from "./make-data-sanitizer.ts";
import { makeExports, type ExportsPorts } from "./make-exports.ts";
import { makeFormatters } from "./make-formatters.ts";
import { makeParser } from "./make-parser.ts";
import { makeRecords, type RecordsPorts } from "./records.ts";
import { NewestExport } from "./newest-export.ts";
import { Parts, type HeavyParts } from "./parts.ts";
import { makeSchedules, type SchedulesPorts } from "./make-schedules.ts";
import type { FarReader } from "./far-reader.ts";
import { NamesOfRecords } from "./names-of-records.ts";
import { RecordCache } from "./record-cache.ts";
import type { RecordStore } from "./record-store.ts";
import type { Store } from "./store.ts";
import { Templates, type SavedTemplate } from "./templates.ts";
import type { UnderstandPorts } from "./understand.ts";
import { withWords } from "./with-words.ts";

type ServicePorts = ConstructorParameters<typeof ExportService>[0];

export interface JobTrackerPorts
  extends
    Omit<ServicePorts, "receipts" | "runner">,
    Pick<RecordsPorts, "sample" | "sha256">,
    Pick<ExportsPorts, "acquire" | "keptFile" | "removeKept">,
    Pick<SchedulesPorts, "chooseFolder" | "folderState" | "allowFolder">,
    Pick<SchedulePorts, "sealOf" | "setSeal" | "keepSeal" | "removeSeal" | "alone" | "notify"> {
  /** Loads the heavy chunk: an `import()` of `heavy-parts.ts`. */
  readonly loadParts: () => Promise<HeavyParts>;
  readonly runner: ServicePorts["runner"] & ExportsPorts["runner"] & FarReader;
  readonly records: RecordStore;
  readonly receipts: Store<Receipt>;
  readonly templates: Store<SavedTemplate>;
  readonly schedules: Store<Schedule>;
  readonly restore: RestoreInterface;
  /** Where the copies of a schedule go. @throws FailureError `permission-lost` */
  readonly targetOf: (schedule: Schedule) => Promise<Parameters<ExportService["start"]>[1]>;
  /** The change journal, for increments. */
  readonly changesSince?: ChangesSince;
  /** BCP 47 primary tag of the interface. */
  readonly language: () => string;
  /** Lets other work go first where the thread has been busy for long. */
  readonly breathe?: () => Promise<void>;
  /** Runs `work` when nobody waits. */
  readonly later: (work: () => void) => void;
}

/** Builds the object behind `window.jobTracker`: every component of the specification over the same parts. */
export function makeJobTracker(ports: JobTrackerPorts): JobTracker {
  const service = new ExportService(ports);
  const templates = new Templates(ports.templates);
  const cache = new RecordCache(ports.records, ports.breathe);
  const parts = new Parts(ports.loadParts);
  const names = new NamesOfRecords(cache, templates, ports);
  const parser = makeParser({ ...ports, parts, names: () => names.own });
  const newest = new NewestExport(ports.receipts);
  const understandPorts: UnderstandPorts = {
    source: cache,
    parts,
    now: ports.now,
    last: () => newest.said,
    parse: (text: string) => parser.parse(text, { last: newest.said }),
    saved: () => templates.saved,
    known: () => names.known,
    far: async () => ((await cache.holdsAll()) ? undefined : ports.runner),
    earlier: async () => ({
      receipts: await ports.receipts.all(),
      changesSince: ports.changesSince ?? noJournal,
    }),
  };
  const schedules = scheduleService(
    schedulePorts(
      ports,
      service,
      async (text, byHand) => (await parts.ready()).understand(text, understandPorts, byHand),
      async (text, edits) => {
        const { editSentence } = await import("../request/edit-sentence.ts");
        const today = localDay(ports.now());
        const context = { today, language: ports.language(), data: names.own };
        return editSentence(text, parser.parse(text), edits, context);
      },
    ),
  );
  const exports = makeExports({ ...ports, ...understandPorts, service, templates, schedules });
  const records = makeRecords({
    ...ports,
    store: ports.records,
    source: cache,
    async digest() {
      const { digestRecords } = await import("../records/digest.ts");
      return digestRecords((kind) => ports.records.batches(kind));
    },
  });
  return {
    version: ports.appVersion,
    ready: begin(ports, service, names, newest, parts),
    system: withWords({
      run: (plan, options) => exports.exportPlan(plan, options),
      get running() {
        return service.running;
      },
      onProgress: (listener) => service.onProgress(listener),
    }),
    exports: withWords(exports),
    assistant: withWords(makeAssistant({ ...ports, parts, exports, names: () => names.own })),
    parser: withWords(parser),
    sanitizer: withWords(makeDataSanitizer(parts, names)),
    formatters: withWords(makeFormatters(parts)),
    records: withWords(records),
    restore: withWords(ports.restore),
    schedules: withWords(
      makeSchedules({
        ...ports,
        service: schedules,
        parser,
        onChange: (listener) => ports.schedules.onChange(listener),
      }),
    ),
  };
}

/** A browser without a journal takes everything. */
const noJournal: ChangesSince = () => Promise.resolve(undefined);

/** What the last closed tab left unfinished is settled first; the rest is read when nobody waits. */
async function begin(
  ports: JobTrackerPorts,
  service: ExportService,
  names: NamesOfRecords,
  newest: NewestExport,
  parts: Parts,
): Promise<void> {
  const loading = parts.ready();
  await attempt(() => service.recover());
  await attempt(() => names.read());
  await attempt(() => newest.read());
  const sanitizer = attempt(() => parts.readySanitizer());
  const { makeSanitizer } = (await loading).shelves;
  // Word lists of the strict level: previews and the Privacy screen want them at once.
  const warm = async (): Promise<void> => {
    await attempt(() => makeSanitizer({ level: "strict" }, { known: names.known }));
  };
  ports.later(() => void warm());
  // Where its chunk cannot come (a first visit cut short, now offline) all the rest still works.
  await sanitizer;
}

/** The service is built when it is first called. */
function scheduleService(ports: SchedulePorts): () => Promise<ScheduleService> {
  let service: ScheduleService | undefined;
  return async () => {
    const { ScheduleService } = await import("../schedule/schedule-service.ts");
    return (service ??= new ScheduleService(ports));
  };
}

function schedulePorts(
  ports: JobTrackerPorts,
  service: ExportService,
  understand: SchedulePorts["understand"],
  rewrite: SchedulePorts["rewrite"],
): SchedulePorts {
  const { schedules, receipts } = ports;
  return {
    ...ports,
    rewrite,
    changesSince: ports.changesSince ?? noJournal,
    all: () => schedules.all(),
    put: (schedule) => schedules.put(schedule),
    remove: (id) => schedules.remove(id),
    receipts: () => receipts.all(),
    removeCopy: (receipt) => ports.removeKept(receipt),
    understand,
    async run(plan, schedule, key: SealingKey | undefined, slot) {
      const target = await ports.targetOf(schedule);
      const options = { scheduleId: schedule.id, slot, ...(key !== undefined && { key }) };
      return (await service.start(plan, target, options)).receipt;
    },
  };
}
