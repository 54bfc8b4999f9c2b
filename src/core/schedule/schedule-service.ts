import type { SealingKey } from "../containers/contract.ts";
import { fail } from "../failure.ts";
import type { Receipt } from "../pipeline/ports.ts";
import type { ExportPlan } from "../plan/plan.ts";
import type { Edit, SaidRequest } from "../request/request.ts";
import { stateByHand, stateEdited } from "./by-hand.ts";
import { calendarFile } from "./calendar-file.ts";
import { makeSchedule, nameSchedule, withNextRun } from "./make-schedule.ts";
import { localMinute } from "./occurrences.ts";
import { ownRuns } from "./own-runs.ts";
import { canChain } from "./plan-of-run.ts";
import {
  chainOf,
  mergeRule,
  ruleEdit,
  stampOf,
  withSettings,
  type ScheduleSettings,
} from "./reshape.ts";
import type { SchedulePorts } from "./schedule-ports.ts";
import { ScheduleRuns } from "./schedule-runs.ts";
import type { Schedule } from "./schedule.ts";
import type { ScheduleOptions } from "./schedules.ts";

/** The schedules of a person: made and changed by sentences, run when due while the app is open. */
export class ScheduleService {
  readonly #ports: SchedulePorts;
  readonly #runs: ScheduleRuns;
  /** Public halves, for an undo while the app is open. */
  readonly #removedSeals = new Map<string, SealingKey>();

  constructor(ports: SchedulePorts) {
    this.#ports = ports;
    this.#runs = new ScheduleRuns(ports);
  }

  async list(): Promise<readonly Schedule[]> {
    return [...(await this.#ports.all())].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  }

  /** Makes a schedule of a sentence. */
  async create(text: string, { passphrase, hand }: ScheduleOptions = {}): Promise<string> {
    const { sentence, byHand } =
      hand === undefined
        ? { sentence: text, byHand: [] }
        : await stateByHand(text, hand, this.#ports);
    const { plan, questions } = await this.#ports.understand(sentence, byHand);
    if (plan?.schedule === undefined) {
      return fail({
        code: "not-understood",
        question: questions[0]?.text ?? "How often shall it run?",
      });
    }
    const schedule = makeSchedule(this.#ports.newId(), plan, byHand, this.#ports.now());
    if (passphrase !== undefined) await this.#ports.setSeal(schedule.id, passphrase);
    await this.#ports.put(schedule);
    return schedule.id;
  }

  async setPassphrase(id: string, passphrase: string): Promise<void> {
    await this.find(id);
    await this.#ports.setSeal(id, passphrase);
    this.#runs.forgive(id);
  }

  async setTarget(id: string, target: Schedule["target"]): Promise<void> {
    await this.#ports.put({ ...(await this.find(id)), target });
    this.#runs.forgive(id);
  }

  /** Retention and increments, which a sentence cannot say whole. */
  async configure(id: string, settings: ScheduleSettings): Promise<void> {
    const schedule = await this.find(id);
    const { expected } = settings;
    if (expected !== undefined && expected !== stampOf(schedule)) {
      return fail({ code: "edited-elsewhere", what: schedule.name, at: "an unknown time" });
    }
    if (settings.chain && !canChain(schedule.plan)) {
      return fail({
        code: "unsupported",
        what: "Only a whole backup can be written in increments",
      });
    }
    await this.#ports.put(withSettings(schedule, settings, this.#ports.now()));
  }

  /**
   * "change it to Fridays": what the new words say replaces those parts, and the sentence is rewritten
   * so that it says what now holds. A whole new request replaces all.
   */
  async update(id: string, text: string): Promise<void> {
    const old = await this.find(id);
    const { said, plan } = await this.#ports.understand(text);
    if (plan?.schedule !== undefined && isWhole(said)) {
      await this.#replace(old, plan, text === old.sentence ? (old.byHand ?? []) : []);
      return;
    }
    if (said.schedule === undefined) {
      return fail({
        code: "not-understood",
        question: "What shall change: the days, the time, or how many copies are kept?",
      });
    }
    await this.edit(id, [ruleEdit(mergeRule(await this.#saidRule(old), said.schedule))]);
  }

  /** Edits of the request, as a form or a chip makes them: the sentence says them afterwards. */
  async edit(id: string, edits: readonly Edit[]): Promise<void> {
    const old = await this.find(id);
    const stated = await stateEdited(old.sentence, old.byHand ?? [], edits, this.#ports);
    const { plan, questions } = await this.#ports.understand(stated.sentence, stated.byHand);
    if (plan?.schedule === undefined) {
      return fail({ code: "not-understood", question: questions[0]?.text ?? "How often?" });
    }
    await this.#replace(old, plan, stated.byHand);
  }

  reword(text: string, edits: readonly Edit[]): Promise<string> {
    return this.#ports.rewrite(text, edits);
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
    this.#runs.forgive(id);
  }

  /** The copies that it made stay. */
  async remove(id: string): Promise<void> {
    await this.find(id);
    const seal = await this.#ports.sealOf(id);
    if (seal !== undefined) this.#removedSeals.set(id, seal);
    await this.#ports.remove(id);
    await this.#ports.removeSeal(id);
  }

  /** Undo of a removal: as it was, its seal too. What fell due meanwhile is not made good. */
  async putBack(schedule: Schedule): Promise<void> {
    const seal = this.#removedSeals.get(schedule.id);
    if (seal !== undefined) await this.#ports.keepSeal?.(schedule.id, seal);
    const doneUntil = localMinute(this.#ports.now());
    await this.#ports.put(withNextRun({ ...schedule, doneUntil }));
  }

  async run(id: string): Promise<Receipt> {
    return this.#runs.runNow(await this.find(id));
  }

  runDue(now?: Date): Promise<readonly Receipt[]> {
    return this.#runs.runDue(now);
  }

  /** Something changed that may let a failed run succeed: the folder was allowed again. */
  forgive(id: string): void {
    this.#runs.forgive(id);
  }

  /** Changes that wait for a schedule which runs on change. */
  async pending(id: string): Promise<number | undefined> {
    const own = ownRuns(await this.#ports.receipts(), id);
    return this.#runs.pending(own);
  }

  async calendarFile(id: string): Promise<Blob> {
    const text = calendarFile(await this.find(id), this.#ports.now());
    return new Blob([text], { type: "text/calendar;charset=utf-8" });
  }

  async find(id: string): Promise<Schedule> {
    const found = (await this.#ports.all()).find((schedule) => schedule.id === id);
    return found ?? fail({ code: "not-found", what: "This schedule" });
  }

  /** What its sentence says of the rule, without what was decided for it. */
  async #saidRule(schedule: Schedule): Promise<Schedule["rule"]> {
    const { said } = await this.#ports.understand(schedule.sentence, schedule.byHand);
    return said.schedule ?? schedule.rule;
  }

  /** The same schedule over a new sentence: its runs, place and pause stay. */
  async #replace(old: Schedule, plan: ExportPlan, byHand: readonly Edit[]): Promise<void> {
    const now = this.#ports.now();
    const rule = keepEveryChanges(plan.schedule ?? old.rule, old.rule);
    const saidKeep = plan.said.schedule?.retention;
    const keepChanged =
      JSON.stringify(saidKeep) !== JSON.stringify(old.plan.said.schedule?.retention);
    const { chain: oldChain, byHand: _before, ...rest } = old;
    const chain = canChain(plan) ? (chainOf(plan.said) ?? oldChain) : undefined;
    const next: Schedule = {
      ...rest,
      name: nameSchedule(plan, rule),
      sentence: plan.sentence,
      ...(byHand.length > 0 && { byHand }),
      plan,
      rule,
      retention: keepChanged ? (rule.retention ?? {}) : old.retention,
      doneUntil: localMinute(now),
      // Other records than before: what was proved until now is no ground for an increment.
      ...(chain !== undefined && {
        chain: sameRecords(old.plan, plan) ? chain : { ...chain, notBefore: now.toISOString() },
      }),
    };
    await this.#ports.put(withNextRun(next));
    this.#runs.forgive(old.id);
  }
}

/** "after 25 changes" is set by hand: another sentence does not take it away. */
function keepEveryChanges(rule: Schedule["rule"], { freq, interval }: Schedule["rule"]) {
  const keeps = rule.freq === "onChange" && freq === "onChange" && rule.interval === undefined;
  return keeps && interval !== undefined ? { ...rule, interval } : rule;
}

function isWhole(said: SaidRequest): boolean {
  const wants = said.entities !== undefined || said.template !== undefined;
  return said.op !== "update" && wants && said.schedule !== undefined;
}

function sameRecords(a: ExportPlan, b: ExportPlan): boolean {
  return JSON.stringify([a.selection, a.container]) === JSON.stringify([b.selection, b.container]);
}
