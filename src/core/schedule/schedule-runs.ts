import { describeFailure } from "../describe-failure.ts";
import { attempt, fail, toFailure } from "../failure.ts";
import { countChanges } from "../increment/changes.ts";
import { describeReceipt } from "../pipeline/receipts.ts";
import type { Receipt } from "../pipeline/ports.ts";
import { dueRun, followClock } from "./due-run.ts";
import { needsSeal, withNextRun } from "./make-schedule.ts";
import { localMinute, minutesBetween, type LocalMinute } from "./occurrences.ts";
import { adoptFinished, copiesOf, ownRuns, slotsRun } from "./own-runs.ts";
import { planOfRun } from "./plan-of-run.ts";
import { decideRetention } from "./retention.ts";
import type { SchedulePorts } from "./schedule-ports.ts";
import { burstMinutes, scheduleVersion, type Miss, type Schedule } from "./schedule.ts";

const mostMissedKept = 60;
/** A failed slot is tried again after this, at the next start, or when the schedule was changed. */
const retryMinutes = 15;
/** After a run, changes wait: an afternoon of edits is one copy, not twenty. */
const quietMinutes = 5;

/** When the schedules run, and what becomes of each run. */
export class ScheduleRuns {
  readonly #ports: SchedulePorts;
  readonly #failedAt = new Map<string, LocalMinute>();

  constructor(ports: SchedulePorts) {
    this.#ports = ports;
  }

  /** What failed may be tried at once: something was changed about it. */
  forgive(id: string): void {
    this.#failedAt.delete(id);
  }

  /** Runs what is due, each once, in one tab; a failed run is told and tried again later. */
  async runDue(now?: Date): Promise<readonly Receipt[]> {
    const done = await this.#ports.alone(async () => {
      const receipts: Receipt[] = [];
      for (const { id } of await this.#ports.all()) {
        const receipt = await this.#runIfDue(id, localMinute(now ?? this.#ports.now()));
        if (receipt !== undefined) receipts.push(receipt);
      }
      return receipts;
    });
    return done ?? [];
  }

  /** Runs one now, due or not. @throws FailureError what went wrong, or `busy` */
  async runNow(schedule: Schedule): Promise<Receipt> {
    const at = localMinute(this.#ports.now());
    const receipt = await this.#ports.alone(() => this.#runOnce(schedule, at, [], "file"));
    return receipt ?? fail({ code: "busy", what: "A scheduled run" });
  }

  /** Changes that wait for an `onChange` schedule; undefined: not known, or everything. */
  async pending(own: readonly Receipt[]): Promise<number | undefined> {
    const last = own.find(({ status, mark }) => status === "done" && mark !== undefined);
    if (last?.mark === undefined) return undefined;
    const changes = await this.#ports.changesSince(last.mark);
    return changes === undefined ? undefined : countChanges(changes);
  }

  async #runIfDue(id: string, now: LocalMinute): Promise<Receipt | undefined> {
    // Read anew: the run before this one may have taken an hour, or another tab changed it.
    const stored = (await this.#ports.all()).find((one) => one.id === id);
    if (stored === undefined || (stored.v ?? 1) > scheduleVersion || stored.paused)
      return undefined;
    const failed = this.#failedAt.get(id);
    if (failed !== undefined && Math.abs(minutesBetween(failed, now)) < retryMinutes)
      return undefined;
    const own = ownRuns(await this.#ports.receipts(), id);
    const schedule = followClock(adoptFinished(stored, own), now);
    if (schedule !== stored) await this.#ports.put(withNextRun(schedule));
    const due =
      schedule.rule.freq === "onChange"
        ? await this.#dueByChange(schedule, own, now)
        : dueRun(schedule, now, slotsRun(own));
    return due === undefined ? undefined : this.#tryRun(schedule, due.at, due.missed);
  }

  async #dueByChange(schedule: Schedule, own: readonly Receipt[], now: LocalMinute) {
    const { start, until, count, interval = 1 } = schedule.rule;
    const today = now.slice(0, 10);
    if (today < (start ?? "") || today > (until ?? "9999")) return undefined;
    if (count !== undefined && schedule.runs >= count) return undefined;
    const last = own[0] === undefined ? undefined : localMinute(new Date(own[0].startedAt));
    if (last !== undefined && Math.abs(minutesBetween(last, now)) < quietMinutes) return undefined;
    const changes = (await this.pending(own)) ?? Infinity;
    return changes >= interval ? { at: now, missed: [] } : undefined;
  }

  async #tryRun(
    schedule: Schedule,
    at: LocalMinute,
    missed: readonly LocalMinute[],
  ): Promise<Receipt | undefined> {
    try {
      const receipt = await this.#runOnce(schedule, at, missed, "what-changed");
      this.#failedAt.delete(schedule.id);
      return receipt;
    } catch (error) {
      const failure = toFailure(error);
      const { message } = describeFailure(failure);
      this.#failedAt.set(schedule.id, localMinute(this.#ports.now()));
      const isNew = !schedule.missed.some((miss) => miss.at === at);
      const failed = { at, why: message, code: failure.code };
      await this.#ports.put(withMisses(schedule, [...missed.map(closedAt), failed]));
      if (isNew) this.#tell(schedule, `${schedule.name} could not run`, message, true);
      return undefined;
    }
  }

  /** `undefined`: nothing had changed, and no file was needed. */
  async #runOnce(
    schedule: Schedule,
    at: LocalMinute,
    missed: readonly LocalMinute[],
    take: "file" | "what-changed",
  ): Promise<Receipt | undefined> {
    const key = await this.#ports.sealOf(schedule.id);
    // Law 5: no passphrase, no file; never in clear because a key was missing.
    if (needsSeal(schedule) && key === undefined) return fail({ code: "passphrase-missing" });
    // "Last month" means the month before this run, not before the day the schedule was made.
    const understood =
      (await this.#ports.understand(schedule.sentence, schedule.byHand)).plan ?? schedule.plan;
    const { chain: _said, ...fresh } = { ...understood, container: schedule.plan.container };
    const own = ownRuns(await this.#ports.receipts(), schedule.id);
    const planned = await planOfRun(fresh, schedule.chain, own, this.#ports.changesSince);
    const after = withMisses(schedule, missed.map(closedAt));
    if ("nothingNew" in planned && take === "what-changed") {
      const quiet = {
        at,
        why: "Nothing had changed: no file was needed.",
        nothingNew: true as const,
      };
      await this.#ports.put(withNextRun(withMisses({ ...after, doneUntil: at }, [quiet])));
      return undefined;
    }
    const plan = "plan" in planned ? planned.plan : fresh;
    const receipt = await this.#ports.run(plan, schedule, key, at);
    if (receipt.status !== "done") return fail(receipt.failure ?? { code: "interrupted" });
    const done = {
      ...(await this.#asStored(after)),
      doneUntil: at,
      runs: schedule.runs + 1,
      lastRunId: receipt.exportId,
      missed: after.missed.filter((miss) => miss.at !== at),
    };
    await this.#ports.put(withNextRun(done));
    // The copy is made and proved: an old one that could not be removed is removed after the next.
    await attempt(() => this.#retain(done, receipt));
    this.#tell(schedule, `${schedule.name} is done`, describeReceipt(receipt), false);
    return receipt;
  }

  /** What a person changed while it ran is not undone by the bookkeeping of the run. */
  async #asStored(schedule: Schedule): Promise<Schedule> {
    return (await this.#ports.all()).find(({ id }) => id === schedule.id) ?? schedule;
  }

  /** Old copies go only after a newer one was proved. */
  async #retain(schedule: Schedule, newest: Receipt): Promise<void> {
    if (newest.verified !== "proved") return;
    const own = ownRuns(await this.#ports.receipts(), schedule.id);
    const rule = { mergeMinutes: burstMinutes, ...schedule.retention };
    const now = localMinute(this.#ports.now());
    for (const { copy, keep } of decideRetention(copiesOf(own), rule, now)) {
      const receipt = own.find(({ exportId }) => exportId === copy.id);
      if (!keep && receipt !== undefined) await this.#ports.removeCopy(receipt);
    }
  }

  #tell(schedule: Schedule, title: string, text: string, failed: boolean): void {
    if (schedule.rule.notify?.includes("none") === true && !failed) return;
    this.#ports.notify({ scheduleId: schedule.id, title, text, failed });
  }
}

function closedAt(at: LocalMinute): Miss {
  return { at, why: "The app was closed; the next run made good for it." };
}

function withMisses(schedule: Schedule, misses: readonly Miss[]): Schedule {
  const added = new Set(misses.map(({ at }) => at));
  const kept = schedule.missed.filter(({ at }) => !added.has(at));
  return { ...schedule, missed: [...kept, ...misses].slice(-mostMissedKept) };
}
