import { beforeEach, expect, test, vi } from "vitest";
import { parseRequest } from "../../src/core/request/parse-request.ts";
import { obey } from "../../src/core/schedule/obey.ts";
import type { ScheduleService } from "../../src/core/schedule/schedule-service.ts";
import type { Schedule } from "../../src/core/schedule/schedule.ts";
import { Answers } from "../../src/state/ask/answer.ts";

const context = { risk: undefined, locale: "en-GB", today: "2026-11-25" };
const names = ["Weekly backup", "Monthly GDPR package"];
const parse = (text: string) =>
  parseRequest(text, { today: "2026-11-25", language: "en", data: { schedules: names } });

let stored: Schedule[] = [];
function makeAnswers() {
  const service = {
    list: async () => stored,
    find: async (id: string) => stored.find((one) => one.id === id),
    pause: vi.fn(),
    resume: vi.fn(),
    remove: vi.fn(async (id: string) => {
      stored = stored.filter((one) => one.id !== id);
    }),
    update: vi.fn(async (id: string, text: string) => {
      const { schedule } = parse(text).said;
      stored = stored.map((one) =>
        one.id === id ? { ...one, rule: { ...one.rule, ...schedule } } : one,
      );
    }),
    run: vi.fn(),
  };
  const schedules = {
    ...service,
    obey: (text: string, about?: string) =>
      obey(service as unknown as ScheduleService, text, parse(text).said, about),
  };
  const chat = vi.fn(async () => ({ text: "From the assistant." }));
  const answers = new Answers({ schedules, assistant: { chat } } as never);
  const ask = async (text: string, afterRequest = false) =>
    answers.takes(text, parse(text), afterRequest)
      ? (await answers.answer(text, parse(text), context)).text
      : undefined;
  return { ask, service };
}
beforeEach(() => {
  stored = names.map((name, at) => ({
    id: `s${String(at + 1)}`,
    name,
    rule: { freq: "weekly", byDay: [1], time: "08:00" },
    plan: { title: name },
  })) as unknown as Schedule[];
});

test("a schedule that is named is paused, and “it” means that one from then on", async () => {
  const { ask, service } = makeAnswers();
  expect(await ask("pause the weekly backup")).toBe("Weekly backup is paused.");
  expect(service.pause).toHaveBeenCalledWith("s1");
  expect(await ask("change it to Fridays")).toMatch(
    /^Weekly backup now runs every Friday.*no longer every Monday/,
  );
  expect(await ask("resume it")).toBe("Weekly backup runs again.");
});
test("removal asks first; yes removes, anything else leaves it", async () => {
  const { ask, service } = makeAnswers();
  expect(await ask("delete the weekly backup")).toMatch(/^Remove Weekly backup\?.*Say “yes”/);
  expect(await ask("no")).toBe("Weekly backup stays.");
  expect(await ask("yes")).not.toMatch(/removed/);
  expect(service.remove).not.toHaveBeenCalled();
  await ask("delete it");
  expect(await ask("yes")).toBe("Weekly backup is removed. Its copies stay where they are.");
  expect(stored.map(({ id }) => id)).toEqual(["s2"]);
});
test("with several schedules and none spoken of, it asks which", async () => {
  const { ask, service } = makeAnswers();
  expect(await ask("run it now")).toMatch(/“Weekly backup” or “Monthly GDPR package”/);
  expect(service.run).not.toHaveBeenCalled();
});
test("below a request, “make it weekly” belongs to the request", async () => {
  const { ask } = makeAnswers();
  expect(await ask("make it weekly", true)).toBeUndefined();
  expect(await ask("every Monday at 8, everything encrypted")).toBeUndefined();
});
