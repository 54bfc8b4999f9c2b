import { describe, expect, test, vi } from "vitest";
import { FailureError, type Failure } from "../../src/core/failure.ts";
import type { PlanPreview, Schedules } from "../../src/core/job-tracker.ts";
import type { Receipt } from "../../src/core/pipeline/ports.ts";
import type { ExportPlan } from "../../src/core/plan/plan.ts";
import {
  lastWords,
  nextWords,
  retentionPreview,
  runDots,
} from "../../src/core/schedule/schedule-words.ts";
import type { Schedule } from "../../src/core/schedule/schedule.ts";
import { SchedulesSession } from "../../src/state/schedules.svelte.ts";
import type { ToastWords } from "../../src/state/toasts.svelte.ts";

const plan = {
  title: "Backup",
  formats: ["json"],
  container: "vault",
  selection: { kinds: [{ kind: "applications" }], leftOut: [] },
  schedule: { freq: "weekly", byDay: [1], time: "08:00" },
} as unknown as ExportPlan;
const schedule: Schedule = {
  id: "s1",
  name: "Weekly backup",
  sentence: "every Monday at 8, encrypted, keep the last two",
  plan,
  rule: { freq: "weekly", byDay: [1], time: "08:00" },
  retention: { keepLast: 2 },
  createdAt: "2026-11-01T08:00:00.000Z",
  from: "2026-11-01",
  paused: false,
  target: { kind: "private" },
  doneUntil: "2026-11-23T08:00",
  runs: 3,
  missed: [],
  nextRun: "2026-11-30T08:00",
};
const receipt = (id: string, startedAt: string, change: Partial<Receipt> = {}): Receipt =>
  ({
    exportId: id,
    plan,
    scheduleId: "s1",
    status: "done",
    verified: "proved",
    kept: id,
    startedAt,
    bytes: 1000,
    fileName: `${id}.jtb`,
    place: "private storage",
    ...change,
  }) as unknown as Receipt;
const context = { today: "2026-11-25", locale: "en-GB" };
const monday = (day: string) => new Date(`${day}T08:00:00`).toISOString();

describe("the words of a schedule", () => {
  test("say when it runs next, or that it does not", () => {
    expect(nextWords(schedule, context)).toBe("Mon 30 Nov, 08:00");
    expect(nextWords({ ...schedule, paused: true }, context)).toBe("Paused");
  });
  test("call out a miss only until a later run has made it good", () => {
    const missed = [{ at: "2026-11-23T08:00", why: "closed" }];
    const before = receipt("a", monday("2026-11-16"));
    const after = receipt("b", new Date("2026-11-24T09:00:00").toISOString());
    expect(lastWords({ ...schedule, missed }, [before], context)).toEqual({
      text: "Missed Mon 23 Nov",
      state: "missed",
    });
    expect(lastWords({ ...schedule, missed }, [after, before], context).state).toBe("proved");
    expect(lastWords(schedule, [], context).state).toBe("none");
  });
  test("draw one dot a run or miss, oldest first", () => {
    const missed = [{ at: "2026-11-20T08:00", why: "closed" }];
    const runs = [
      receipt("b", monday("2026-11-23"), { verified: "not-verified" }),
      receipt("a", monday("2026-11-16")),
    ];
    expect(runDots({ ...schedule, missed }, runs).map(({ state }) => state)).toEqual([
      "proved",
      "missed",
      "not-verified",
    ]);
  });
  test("show which copy the next one pushes out", () => {
    const runs = ["2026-11-23", "2026-11-16"].map((day) => receipt(day, monday(day)));
    expect(retentionPreview(schedule, runs, context).map(({ day, state }) => [day, state])).toEqual(
      [
        ["Mon 30 Nov", "next"],
        ["Mon 23 Nov", "stays"],
        ["Mon 16 Nov", "goes"],
      ],
    );
  });
});

function makeSession(change: Partial<Schedules> = {}, refusal?: Failure) {
  const toasts: ToastWords[] = [];
  const made = vi.fn(() =>
    refusal === undefined ? Promise.resolve("s2") : Promise.reject(new FailureError(refusal)),
  );
  const schedules = {
    list: () => Promise.resolve([schedule]),
    run: () => Promise.resolve(receipt("c", monday("2026-11-25"))),
    pause: vi.fn(() => Promise.resolve()),
    resume: vi.fn(() => Promise.resolve()),
    remove: vi.fn(() => Promise.resolve()),
    pending: () => Promise.resolve(undefined),
    placeState: () => Promise.resolve("granted"),
    reword: (text: string) => Promise.resolve(`${text}, reworded`),
    setPassphrase: vi.fn(() => Promise.resolve()),
    onChange: () => () => undefined,
    ...change,
  } as unknown as Schedules;
  const session = new SchedulesSession({
    schedules,
    exports: {
      schedule: made,
      history: () => Promise.resolve([]),
      onHistory: () => () => undefined,
      plan: () => Promise.resolve({ plan, questions: [] } as unknown as PlanPreview),
    },
    now: () => new Date("2026-11-25T10:00:00Z"),
    say: (toast) => toasts.push(toast),
    save: () => undefined,
  });
  return { session, toasts, made };
}

describe("the list of schedules", () => {
  test("says what a sentence would become, and that it needs a passphrase", async () => {
    const { session } = makeSession();
    await session.write(undefined, "every Monday at 8, everything encrypted");
    expect(session.task).toMatchObject({
      name: "writing",
      preview: { summary: "every Monday at 08:00 · Backup", sealedIn: "vault" },
    });
  });
  test("hands the passphrase over once and keeps nothing of it", async () => {
    const { session, made } = makeSession();
    await session.write(undefined, "every Monday");
    await session.submit("six drawn words");
    expect(made).toHaveBeenCalledWith("every Monday", undefined, { passphrase: "six drawn words" });
    expect(JSON.stringify(session.task)).not.toContain("drawn");
  });
  test("keeps a sentence that was refused in its field", async () => {
    const { session } = makeSession({}, { code: "not-understood", question: "How often?" });
    await session.write(undefined, "now and then");
    await session.submit("");
    expect(session.task).toMatchObject({
      name: "writing",
      text: "now and then",
      failure: { code: "not-understood" },
    });
  });
  test("pauses with a way back", async () => {
    const resume = vi.fn(() => Promise.resolve());
    const { session, toasts } = makeSession({ resume });
    await session.pause(schedule);
    expect(toasts[0]?.text).toBe("Weekly backup is paused.");
    await toasts[0]?.undo?.();
    expect(resume).toHaveBeenCalledWith("s1");
  });
  test("asks for a passphrase when a run lacks the seal", async () => {
    const run = () => Promise.reject(new FailureError({ code: "passphrase-missing" }));
    const { session } = makeSession({ run });
    await session.load();
    await session.runNow("s1");
    expect(session.task).toMatchObject({ name: "sealing", schedule: { id: "s1" } });
  });
  test("takes a folder that was not chosen as an answer, not as a failure", async () => {
    const setTarget = () => Promise.reject(new FailureError({ code: "cancelled" }));
    const { session } = makeSession({ setTarget });
    await session.load();
    await session.change("s1", (all) => all.setTarget("s1", "folder"));
    expect(session.task).toEqual({ name: "none" });
  });
  test("brings a removed schedule back as it was", async () => {
    const putBack = vi.fn(() => Promise.resolve());
    const { session, toasts, made } = makeSession({ putBack });
    await session.remove(schedule);
    await toasts[0]?.undo?.();
    expect(putBack).toHaveBeenCalledWith(schedule);
    expect(made).not.toHaveBeenCalled();
  });
});
