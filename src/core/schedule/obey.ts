import { fail } from "../failure.ts";
import { describeReceipt } from "../pipeline/receipts.ts";
import type { SaidRequest } from "../request/request.ts";
import { saySchedule } from "../plan/say-schedule.ts";
import { readOrder, type Order } from "./read-order.ts";
import type { ScheduleService } from "./schedule-service.ts";
import type { Schedule } from "./schedule.ts";

/** What was done, in a sentence, and to which schedule. */
export interface Obeyed {
  readonly id: string;
  readonly op: NonNullable<SaidRequest["op"]>;
  readonly text: string;
}

/** Which schedule is meant, and what shall become of it. */
export interface Meant {
  readonly op: Order["op"];
  readonly schedule: Schedule;
}

/**
 * "pause the weekly backup", "change it to Fridays", "run it now". `about` is the schedule spoken of last.
 * @throws FailureError `not-understood` with the question that is open, `not-found`
 */
export function readMeant(
  schedules: readonly Schedule[],
  text: string,
  said: SaidRequest,
  about?: string,
): Meant {
  const order = readOrder(text, said);
  const op = said.op ?? order?.op ?? (said.schedule === undefined ? undefined : "update");
  if (op === undefined || op === "create" || op === "list") {
    return fail({
      code: "not-understood",
      question: "Pause it, resume it, run it now, change or remove it?",
    });
  }
  return { op, schedule: pick(schedules, said, order?.ordinal, about) };
}

/** Does at once what was said, removal too: whoever calls it has asked before. */
export async function obey(
  service: ScheduleService,
  text: string,
  said: SaidRequest,
  about?: string,
): Promise<Obeyed> {
  const { op, schedule } = readMeant(await service.list(), text, said, about);
  const { id, name } = schedule;
  const done = (words: string): Obeyed => ({ id, op, text: words });
  switch (op) {
    case "pause":
      await service.pause(id);
      return done(`${name} is paused.`);
    case "resume":
      await service.resume(id);
      return done(`${name} runs again.`);
    case "run":
      return done(`${name}: ${describeReceipt(await service.run(id))}`);
    case "delete":
      await service.remove(id);
      return done(`${name} is removed. Its copies stay where they are.`);
    case "update": {
      await service.update(id, text);
      const next = await service.find(id);
      const before = saySchedule(schedule.rule);
      const now = saySchedule(next.rule);
      return done(
        before === now
          ? `${next.name} runs ${now}, as before.`
          : `${next.name} now runs ${now}, no longer ${before}.`,
      );
    }
  }
}

function pick(
  schedules: readonly Schedule[],
  { base }: SaidRequest,
  counted: number | undefined,
  about: string | undefined,
): Schedule {
  const named = typeof base === "object" && "name" in base ? fold(base.name) : undefined;
  const ordinal = typeof base === "object" && "ordinal" in base ? base.ordinal : counted;
  const fits = schedules.filter(
    ({ name, rule, plan }) =>
      named === undefined ||
      fold(name).includes(named) ||
      named.includes(fold(name)) ||
      named === `${rule.freq} ${fold(plan.title)}`,
  );
  if (ordinal !== undefined) return schedules.at(ordinal > 0 ? ordinal - 1 : ordinal) ?? noSuch();
  const spoken = named === undefined ? schedules.find(({ id }) => id === about) : undefined;
  const [only, ...others] = fits;
  if (spoken !== undefined) return spoken;
  if (only === undefined) return noSuch();
  if (others.length === 0) return only;
  const names = fits.map(({ name }) => `“${name}”`).join(" or ");
  return fail({ code: "not-understood", question: `Which one: ${names}?` });
}

function noSuch(): never {
  return fail({ code: "not-found", what: "A schedule of that name" });
}

function fold(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/s$/u, "");
}
