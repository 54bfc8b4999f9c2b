import { findOffice, type Office } from "../../core/derive/offices.ts";
import { proposeActivities } from "../../core/derive/propose-activities.ts";
import type { JobTracker, NewRecord } from "../../core/job-tracker.ts";
import { workSearchModel, type WorkSearchModel } from "../../core/layout/work-search-model.ts";
import { claimantKey, readClaimant } from "../../core/plan/claimant.ts";
import {
  type FileSettings,
  fileSettingsKey,
  readFileSettings,
} from "../../core/plan/file-settings.ts";
import type { AnyRecord } from "../../core/records/stored-record.ts";
import type { Surroundings } from "../surroundings.ts";

type Ports = Pick<JobTracker, "records">;
type Around = Pick<Surroundings, "remembered" | "now">;

/** What a person can look through; the rest comes after. */
const shownAtOnce = 500;

/** The work-search log: whose it is, which office asks for it, what is in it, and what is missing. */
export class WorkLog {
  settings = $state.raw<FileSettings>({});
  name = $state("");
  number = $state("");
  showNumber = $state(false);
  activities = $state.raw<readonly AnyRecord[]>([]);
  proposals = $state.raw<readonly NewRecord[]>([]);
  /** Proposals that wait until these are decided. */
  later = $state.raw(0);
  /** Places in `proposals` that are not wanted now. */
  unwanted = $state.raw<ReadonlySet<number>>(new Set());
  known = $state.raw(false);
  readonly #tracker: Ports;
  readonly #around: Around;
  readonly #today: () => string;

  constructor(tracker: Ports, around: Around, today: () => string) {
    this.#tracker = tracker;
    this.#around = around;
    this.#today = today;
    const { name, number, showNumber } = readClaimant(around.remembered.read(claimantKey));
    this.name = name ?? "";
    this.number = number ?? "";
    this.showNumber = showNumber ?? false;
  }

  get office(): Office | undefined {
    return findOffice(this.settings.office);
  }
  /** What the log itself would say: weeks, counts, how the number is shown. */
  readonly model: WorkSearchModel = $derived.by(() =>
    workSearchModel(
      {
        title: "Work-search log",
        options: {
          ...this.settings,
          claimant: this.name,
          claimNumber: this.number,
          showNumber: this.showNumber,
        },
        exportInfo: { timestamp: this.#around.now().toISOString() },
      },
      this.activities,
    ),
  );
  readonly wanted: readonly NewRecord[] = $derived(
    this.proposals.filter((_one, at) => !this.unwanted.has(at)),
  );

  async read(): Promise<void> {
    const { records } = this.#tracker;
    const stored = await records.get("settings", fileSettingsKey);
    this.settings = readFileSettings(stored?.["value"]);
    const [applications, interviews, contacts, activities] = await Promise.all(
      (["applications", "interviews", "contacts", "activities"] as const).map((kind) =>
        records.list(kind),
      ),
    );
    this.activities = activities ?? [];
    const proposals = proposeActivities(
      {
        applications: applications ?? [],
        interviews: interviews ?? [],
        contacts: contacts ?? [],
        activities: this.activities,
      },
      this.#today(),
    );
    this.proposals = proposals.slice(0, shownAtOnce);
    this.later = proposals.length - this.proposals.length;
    this.unwanted = new Set();
    this.known = true;
  }

  /** Stores one choice; undefined takes it back. */
  async choose(change: { readonly [K in keyof FileSettings]?: FileSettings[K] | undefined }) {
    const { records } = this.#tracker;
    const value = readFileSettings({ ...this.settings, ...change });
    this.settings = value;
    const stored = await records.get("settings", fileSettingsKey);
    await records.put("settings", {
      ...(stored ?? { id: fileSettingsKey, key: fileSettingsKey }),
      value,
    } as AnyRecord);
  }

  /** Kept in this browser beside the records: it is in no backup and in no file but a log. */
  keepClaimant(): void {
    const kept = readClaimant(
      JSON.stringify({ name: this.name, number: this.number, showNumber: this.showNumber }),
    );
    const text = kept.name === undefined && kept.number === undefined ? undefined : kept;
    this.#around.remembered.write(claimantKey, text && JSON.stringify(text));
  }

  want(at: number, wanted: boolean): void {
    const unwanted = new Set(this.unwanted);
    if (wanted) unwanted.delete(at);
    else unwanted.add(at);
    this.unwanted = unwanted;
  }

  /** The chosen proposals become records, in one step that one undo takes back. */
  async add(): Promise<number> {
    const chosen = this.wanted;
    const edits = chosen.map((record) => ({ kind: "activities" as const, record }));
    await this.#tracker.records.putMany(edits, {
      label: chosen.length === 1 ? "1 activity added" : `${String(chosen.length)} activities added`,
    });
    await this.read();
    return chosen.length;
  }
}
