import type { Risk } from "../standing.svelte.ts";
import type { Surroundings } from "../surroundings.ts";

/** A proved backup is old after so many days, or so many changes (security.md, "Passphrase experience"). */
const [oldDays, oldChanges] = [30, 50];
const dayMilliseconds = 86_400_000;
const key = "backup-reminder";

/** Reminds of a backup when the newest proved one is old; may be told to stop for good. */
export class BackupReminder {
  isOff = $state.raw(false);
  readonly #remembered: Surroundings["remembered"];
  readonly #now: () => Date;

  constructor(around: Pick<Surroundings, "remembered" | "now">) {
    this.#remembered = around.remembered;
    this.#now = around.now;
    this.isOff = around.remembered.read(key) === "off";
  }

  /** Worth a word now: something would be lost, and no proved backup is recent. */
  isDue({ changes, backup }: Risk): boolean {
    if (this.isOff || changes === 0) return false;
    if (backup === undefined || changes > oldChanges) return true;
    const age = this.#now().getTime() - new Date(backup.startedAt).getTime();
    return age > oldDays * dayMilliseconds;
  }

  turn(on: boolean): void {
    this.isOff = !on;
    this.#remembered.write(key, on ? undefined : "off");
  }
}
