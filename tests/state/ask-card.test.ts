import { whyNotReady } from "../../src/state/ask/passphrase-words.ts";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { FailureError } from "../../src/core/failure.ts";
import type { ExportResult, PlanPreview } from "../../src/core/job-tracker.ts";
import type { ExportPlan } from "../../src/core/plan/plan.ts";
import type { ParseResult, Question } from "../../src/core/request/request.ts";
import { AskCard, type CardPorts } from "../../src/state/ask/ask-card.svelte.ts";

const parsed: ParseResult = {
  said: { v: 1, intent: "export", entities: { include: ["applications"] } },
  evidence: [],
  unused: [],
  questions: [],
  secrets: [],
  confidence: 1,
  language: "en",
};
const plan: ExportPlan = {
  v: 1,
  sentence: "applications as CSV",
  said: parsed.said,
  today: "2026-11-25",
  selection: { kinds: [{ kind: "applications" }], leftOut: [] },
  sanitization: { level: "basic" },
  formats: ["csv"],
  container: "bare",
  withBytes: false,
  destination: "ask",
  fileName: "applications.csv",
  title: "Applications",
};
const preview: PlanPreview = {
  sentence: "applications as CSV",
  plan,
  parsed,
  reasons: [],
  questions: [],
  counts: { applications: 40 },
  estimatedBytes: 1000,
  sample: {},
  before: {},
};
const conflict: Question = {
  code: "conflict.privacy",
  severity: "hard",
  slot: "privacy",
  text: "Which one counts?",
  choices: [{ label: "Strict", patch: [{ op: "set", path: "privacy.level", value: "strict" }] }],
};

function cardWith(exports: Partial<CardPorts["exports"]>, questions: readonly Question[] = []) {
  const ports = {
    exports: { plan: () => Promise.resolve(preview), ...exports },
    parser: { parse: () => ({ ...parsed, questions }) },
    formatters: { list: () => [] },
  } as unknown as CardPorts;
  const around = {
    now: () => new Date("2026-11-25T10:42:00Z"),
    random: (count: number) => new Uint8Array(count),
  };
  return new AskCard("card-1", ports, around);
}
const settle = () => vi.advanceTimersByTimeAsync(200);

describe("a card", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test("is empty, then planning, then planned, one thing at a time", async () => {
    const card = cardWith({});
    expect(card.phase.name).toBe("empty");
    card.say("applications as CSV");
    expect(card.phase.name).toBe("planning");
    await settle();
    expect(card.phase.name).toBe("planned");
    expect(card.records).toBe(40);
    card.say("  ");
    expect(card.phase.name).toBe("empty");
  });

  test("plans once when the typing rests, and shows only the last words' plan", async () => {
    const asked: string[] = [];
    const card = cardWith({
      plan: (text) => {
        asked.push(text);
        return Promise.resolve(preview);
      },
    });
    for (const text of ["a", "ap", "app"]) card.say(text);
    await settle();
    expect(asked).toEqual(["app"]);
  });

  test("keeps the earlier plan in sight while a new one is made", async () => {
    const card = cardWith({});
    card.say("applications");
    await settle();
    card.say("applications as");
    expect(card.phase.name).toBe("planning");
    expect(card.preview).toBe(preview);
  });

  test("runs to its receipt and reports on the way", async () => {
    const result = { exportId: "e1" } as ExportResult;
    const seen: string[] = [];
    const card = cardWith({
      exportPlan: (_plan, options) => {
        options?.onProgress?.({
          exportId: "e1",
          stage: "write",
          records: 1,
          recordsPlanned: 40,
          bytes: 10,
          share: 0.3,
        });
        seen.push(card.phase.name);
        return Promise.resolve(result);
      },
    });
    card.say("applications as CSV");
    await settle();
    await card.export();
    expect(seen).toEqual(["running"]);
    expect(card.phase).toEqual({ name: "finished", result });
    expect(card.endedAt).toBe("2026-11-25T10:42:00.000Z");
  });

  test("says what happened when a run fails, and leads back to its plan", async () => {
    const card = cardWith({
      exportPlan: () => Promise.reject(new FailureError({ code: "storage-full" })),
    });
    card.say("applications as CSV");
    await settle();
    await card.export();
    expect(card.phase).toMatchObject({
      name: "failed",
      words: { title: "There is not enough room" },
    });
    card.backToPlan();
    expect(card.phase.name).toBe("planned");
  });

  test("stops when it is told to, and leaves nothing behind", async () => {
    const card = cardWith({
      exportPlan: (_plan, options) =>
        new Promise((_resolve, reject) => {
          options?.signal?.addEventListener("abort", () =>
            reject(new FailureError({ code: "cancelled" })),
          );
        }),
    });
    card.say("applications as CSV");
    await settle();
    const run = card.export();
    card.stop();
    expect(card.phase.name).toBe("stopping");
    await run;
    expect(card.phase).toMatchObject({ name: "failed", failure: { code: "cancelled" } });
  });

  test("writes no encrypted file before the passphrase is certain", async () => {
    const exportPlan = vi.fn();
    const sealed = { ...preview, plan: { ...plan, container: "vault" } };
    const card = cardWith({ exportPlan, plan: () => Promise.resolve(sealed) });
    card.say("backup everything encrypted");
    await settle();
    expect(card.needsPassphrase).toBe(true);
    await card.export();
    expect(exportPlan).not.toHaveBeenCalled();
  });

  test("asks for a plan by hand only when the open question was answered", async () => {
    const hands: unknown[] = [];
    const card = cardWith(
      {
        plan: (_text, hand) => {
          hands.push(hand?.privacy?.level);
          return Promise.resolve(preview);
        },
      },
      [conflict],
    );
    card.say("strict but keep names");
    await settle();
    expect(card.question?.code).toBe("conflict.privacy");
    card.answer(conflict, conflict.choices?.[0]?.patch ?? []);
    // What lays answers over the words is loaded with the first answer.
    await vi.waitFor(() => {
      expect(hands).toEqual([undefined, "strict"]);
    });
    expect(card.question).toBeUndefined();
  });
});

describe("a drawn passphrase", () => {
  test("is ready once two of its words were typed back", async () => {
    const { passphrase } = cardWith({});
    await passphrase.drawWords();
    const words = passphrase.phase.name === "drawn" ? passphrase.phase.words : [];
    expect(words).toHaveLength(6);
    expect(passphrase.ready).toBeUndefined();
    passphrase.third = words[2] ?? "";
    passphrase.fifth = ` ${(words[4] ?? "").toUpperCase()} `;
    expect(passphrase.ready).toBe(words.join(" "));
    passphrase.forget();
    expect(passphrase.ready).toBeUndefined();
  });
  test("of one's own has to be strong and typed twice", async () => {
    const { passphrase } = cardWith({});
    passphrase.ownInstead();
    passphrase.typed = "password1";
    await passphrase.measure("vault");
    passphrase.again = "password1";
    expect(passphrase.ready).toBeUndefined();
    passphrase.typed = "mural cinch dragonfly septum outfit";
    await passphrase.measure("vault");
    expect(whyNotReady(passphrase)).toBe("Type it once more, the same.");
    passphrase.again = passphrase.typed;
    expect(passphrase.ready).toBe("mural cinch dragonfly septum outfit");
  });
});
