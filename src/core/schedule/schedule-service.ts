import { fail, toFailure } from "../failure.ts";
import { describeFailure } from "../describe-failure.ts";
import type { Receipt } from "../pipeline/ports.ts";
import { calendarFile } from "./calendar-file.ts";
import { dueRun } from "./due-run.ts";
import { makeSchedule, needsSeal, withNextRun } from "./make-schedule.ts";
import { localMinute, type LocalMinute } from "./occurrences.ts";
import { decideRetention } from "./retention.ts";
import type { SchedulePorts } from "./schedule-ports.ts";
import type { Schedule } from "./schedule.ts";

const mostMissedKept = 20;

/** The schedules of a person: made from a sentence, run when due while the app is open, caught up at start. */
export class ScheduleService {
  readonly #ports: SchedulePorts;

  constructor(ports: SchedulePorts) {
    this.#ports = ports;
  }

  async list(): Promise<readonly Schedule[]> {
    return [...(await this.#ports.all())].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  }

  /** Makes a schedule of a sentence; `passphrase` is used once, to make the seal, and not kept. */
  async create(text: string, passphrase?: string): Promise<string> {
    const { plan, questions } = await this.#ports.understand(text);
    if (plan?.schedule === undefined) {
      return fail({
        code: "not-understood",
        question: questions[0]?.text ?? "How often shall it run?",
      });
    }
    const schedule = makeSchedule(this.#ports.newId(), text, plan, this.#ports.now());
    if (passphrase !== undefined) await this.#ports.setSeal(schedule.id, passphrase);
    await this.#ports.put(schedule);
    return schedule.id;
  }

  async setPassphrase(id: string, passphrase: string): Promise<void> {
    await this.find(id);
    await this.#ports.setSeal(id, passphrase);
  }

  async setTarget(id: string, target: Schedule["target"]): Promise<void> {
    await this.#ports.put({ ...(await this.find(id)), target });
  }

  /** "change it to Fridays": what the new words say replaces those parts; a whole new request replaces all. */
  async update(id: string, text: string): Promise<void> {
    const old = await this.find(id);
    const { said, plan } = await this.#ports.understand(text);
    const rule = plan?.schedule ?? said.schedule;
    if (rule === undefined) {
      return fail({
        code: "not-understood",
        question: "What shall change: the days, the time, or how many copies are kept?",
      });
    }
    const changed = said.schedule ?? {};
    const wholeNew =
      plan?.schedule !== undefined && said.op !== "update" && said.entities !== undefined;
    const next: Schedule = wholeNew
      ? {
          ...makeSchedule(id, text, plan, this.#ports.now()),
          createdAt: old.createdAt,
          target: old.target,
          runs: old.runs,
        }
      : {
          ...old,
          rule: { ...old.rule, ...changed },
          retention: said.schedule?.retention ?? old.retention,
        };
    const minute = localMinute(this.#ports.now());
    await this.#ports.put(withNextRun({ ...next, doneUntil: minute }));
  }

  async pause(id: string): Promise<void> {
    await this.#ports.put(withNextRun({ ...(await this.find(id)), paused: true }));
  }

  /** What fell into the pause is not made good. */
  async resume(id: string): Promise<void> {
    const minute = localMinute(this.#ports.now());
    await this.#ports.put(
      withNextRun({ ...(await this.find(id)), paused: false, doneUntil: minute }),
    );
  }

  /** The copies that it made stay. */
  async remove(id: string): Promise<void> {
    await this.find(id);
    await this.#ports.remove(id);
    await this.#ports.removeSeal(id);
  }

  async run(id: string): Promise<Receipt> {
    return this.#runOnce(await this.find(id), localMinute(this.#ports.now()), []);
  }

  /** Runs what is due, each once, in one tab; a failed run is told and tried again at the next start. */
  async runDue(now: Date = this.#ports.now()): Promise<readonly Receipt[]> {
    const done = await this.#ports.alone(async () => {
      const receipts: Receipt[] = [];
      for (const schedule of await this.list()) {
        const due = dueRun(schedule, localMinute(now));
        if (due === undefined) continue;
        const receipt = await this.#tryRun(schedule, due.at, due.missed);
        if (receipt !== undefined) receipts.push(receipt);
      }
      return receipts;
    });
    return done ?? [];
  }

  async calendarFile(id: string): Promise<Blob> {
    const text = calendarFile(await this.find(id), this.#ports.now());
    return new Blob([text], { type: "text/calendar;charset=utf-8" });
  }

  async find(id: string): Promise<Schedule> {
    const found = (await this.#ports.all()).find((schedule) => schedule.id === id);
    return found ?? fail({ code: "not-found", what: "This schedule" });
  }

  async #tryRun(
    schedule: Schedule,
    at: LocalMinute,
    missed: readonly LocalMinute[],
  ): Promise<Receipt | undefined> {
    try {
      return await this.#runOnce(schedule, at, missed);
    } catch (error) {
      const { message } = describeFailure(toFailure(error));
      await this.#ports.put(withMissed(schedule, [...missed, at], message));
      return undefined;
    }
  }

  async #runOnce(
    schedule: Schedule,
    at: LocalMinute,
    missed: readonly LocalMinute[],
  ): Promise<Receipt> {
    const key = await this.#ports.sealOf(schedule.id);
    // Law 5: no passphrase, no file; never in clear because a key was missing.
    if (needsSeal(schedule) && key === undefined) return fail({ code: "passphrase-missing" });
    // "Last month" means the month before this run, not before the day the schedule was made.
    const plan = (await this.#ports.understand(schedule.sentence)).plan ?? schedule.plan;
    const receipt = await this.#ports.run(
      { ...plan, container: schedule.plan.container },
      schedule,
      key,
    );
    if (receipt.status !== "done") return fail(receipt.failure ?? { code: "interrupted" });
    const done = withMissed(
      { ...schedule, doneUntil: at, runs: schedule.runs + 1, lastRunId: receipt.exportId },
      missed,
      "The app was closed; this run makes good for it.",
    );
    await this.#ports.put(withNextRun(done));
    await this.#retain(schedule, receipt);
    this.#ports.notify(receipt, schedule);
    return receipt;
  }

  /** Old copies go only after a newer one was proved. */
  async #retain(schedule: Schedule, newest: Receipt): Promise<void> {
    if (newest.verified !== "proved") return;
    const own = (await this.#ports.receipts()).filter(
      ({ scheduleId, status, kept }) =>
        scheduleId === schedule.id && status === "done" && kept !== undefined,
    );
    const copies = own.map((receipt) => ({
      id: receipt.exportId,
      at: localMinute(new Date(receipt.startedAt)),
      proved: receipt.verified === "proved",
    }));
    for (const { copy, keep } of decideRetention(
      copies,
      schedule.retention,
      localMinute(this.#ports.now()),
    )) {
      const receipt = own.find(({ exportId }) => exportId === copy.id);
      if (!keep && receipt !== undefined) await this.#ports.removeCopy(receipt);
    }
  }
}

function withMissed(schedule: Schedule, minutes: readonly LocalMinute[], why: string): Schedule {
  const known = new Set(schedule.missed.map(({ at }) => at));
  const added = minutes.filter((at) => !known.has(at)).map((at) => ({ at, why }));
  return { ...schedule, missed: [...schedule.missed, ...added].slice(-mostMissedKept) };
}
