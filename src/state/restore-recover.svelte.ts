import { isProvedBackup } from "./proved-backup.ts";
import { attempt, type Failure } from "../core/failure.ts";
import type { JobTracker } from "../core/job-tracker.ts";
import type { Drill, Inspection, KeptBackup, NamedFile } from "../core/restore/contract.ts";
import { failureOf } from "./tracker-ports.ts";

export interface RecoverPorts {
  readonly tracker: Pick<JobTracker, "restore" | "exports" | "records">;
  readonly save: (file: Blob, name: string) => void;
  /** Loads the page again at an address of the app. */
  readonly reload: (hash: string) => void;
}

/** A backup that was found in this browser. */
export interface FoundBackup extends KeptBackup {
  readonly name: string;
  /** A receipt says that it holds everything and was proved. Without the database nobody knows. */
  readonly whole: boolean;
}

export type TrialPhase =
  | { readonly name: "idle" }
  | { readonly name: "trying"; readonly id: string }
  /** Sealed: its passphrase is asked for, again with `failure` where it did not open. */
  | { readonly name: "locked"; readonly id: string; readonly failure?: Failure }
  | {
      readonly name: "tried";
      readonly id: string;
      readonly drill: Drill;
      readonly inspection: Inspection;
    }
  | { readonly name: "failed"; readonly id: string; readonly failure: Failure };

/** Backups in this browser: found without the database, tried in a scratch one, and taken back. */
export class RecoverSession {
  backups = $state.raw<readonly FoundBackup[] | undefined>(undefined);
  /** Whether the database of the app can be read. */
  works = $state.raw<boolean | undefined>(undefined);
  trial = $state.raw<TrialPhase>({ name: "idle" });
  /** The way to an empty database failed: what stands in the way. */
  trouble = $state.raw<Failure | undefined>(undefined);
  /** Nothing was left to save, or what was saved. */
  saved = $state.raw<"none" | "saved" | undefined>(undefined);
  readonly #ports: RecoverPorts;

  constructor(ports: RecoverPorts) {
    this.#ports = ports;
  }

  /** Looks at the database and for backups. */
  async look(): Promise<void> {
    const { restore, records, exports } = this.#ports.tracker;
    const found = await attempt(() => restore.kept());
    const receipts = await attempt(() => exports.history());
    const read = await attempt(() => records.count("applications"));
    const known = new Map(
      (receipts.ok ? receipts.value : []).map((receipt) => [receipt.exportId, receipt]),
    );
    this.works = read.ok;
    this.backups = (found.ok ? found.value : []).map((backup) => {
      const receipt = known.get(backup.id);
      const whole = receipt !== undefined && isProvedBackup({ ...receipt, place: "" });
      return { ...backup, whole, name: receipt?.fileName ?? nameOf(backup) };
    });
  }

  /** Restores a backup into a scratch database and says whether it came back as it is. */
  async tryOut({ id, file, name, sealed }: FoundBackup, passphrase?: string): Promise<void> {
    if (sealed && passphrase === undefined) {
      this.trial = { name: "locked", id };
      return;
    }
    this.trial = { name: "trying", id };
    const { restore } = this.#ports.tracker;
    try {
      const options = { name, ...(passphrase === undefined ? {} : { passphrase }) };
      const inspection = await restore.inspect(file, options);
      const drill = await restore.drill(inspection);
      this.trial = { name: "tried", id, drill, inspection };
    } catch (error) {
      const failure = failureOf(error);
      const locked = failure.code === "wrong-passphrase" || failure.code === "passphrase-missing";
      this.trial = locked ? { name: "locked", id, failure } : { name: "failed", id, failure };
    }
  }

  /** Hands over what the broken database still gives. */
  async saveReadable(): Promise<void> {
    const found = await attempt(() => this.#ports.tracker.restore.salvage());
    const file = found.ok ? found.value : undefined;
    if (file !== undefined) this.#ports.save(file, "job-tracker-pro-what-could-be-read.json");
    this.saved = file === undefined ? "none" : "saved";
  }

  /** An empty database in place of the broken one; then the backup is looked at again. */
  async startAnew(id?: string): Promise<void> {
    this.trouble = undefined;
    const done = await attempt(() => this.#ports.tracker.restore.startAnew());
    if (!done.ok) this.trouble = done.failure;
    else this.#ports.reload(id === undefined ? "#/restore" : `#/restore/recover/${id}`);
  }

  fileOf(id: string): NamedFile | undefined {
    return this.backups?.find((backup) => backup.id === id);
  }
}

/** Without a receipt a file is called after the moment it was written. */
function nameOf({ madeAt, sealed }: KeptBackup): string {
  const moment = madeAt.slice(0, 16).replace(/[T:]/g, "-");
  return `backup-${moment}${sealed ? ".jtb" : ""}`;
}
