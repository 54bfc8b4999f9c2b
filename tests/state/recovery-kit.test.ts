import { expect, test } from "vitest";
import type { ExportResult, JobTracker } from "../../src/core/job-tracker.ts";
import { AskThread } from "../../src/state/ask/ask-thread.svelte.ts";
import { recoveryKitOf } from "../../src/state/ask/recovery-kit-of.ts";

const result = {
  exportId: "e1",
  fileName: "backup.jtb",
  bytes: 900,
  records: 640,
  sha256: "ab".repeat(32),
  verified: "proved",
  receipt: { plan: { said: { v: 1, intent: "export" } } },
} as unknown as ExportResult;

function openThread(): AskThread {
  const parsed = { said: { v: 1, intent: "export" }, questions: [], confidence: 1, evidence: [] };
  const plan = { container: "vault", said: parsed.said, sanitization: {}, destination: "ask" };
  const tracker = {
    exports: {
      plan: () => Promise.resolve({ plan, parsed, questions: [], reasons: [], counts: {} }),
      exportPlan: () => Promise.resolve(result),
    },
    parser: { parse: () => parsed },
    formatters: { list: () => [] },
    assistant: { reset: () => undefined },
  } as unknown as JobTracker;
  return new AskThread(tracker, {
    now: () => new Date(2026, 10, 25, 10, 42),
    random: (count) => new Uint8Array(count),
  });
}
async function exportSealed(thread: AskThread) {
  const card = thread.current;
  card.say("backup everything encrypted");
  await card.makePlan();
  await card.passphrase.drawWords();
  const words = card.passphrase.phase.name === "drawn" ? card.passphrase.phase.words : [];
  card.passphrase.third = words[2] ?? "";
  card.passphrase.fifth = words[4] ?? "";
  await thread.export(card);
  return { card, words };
}

test("the drawn words can be printed after the run, until the next card runs", async () => {
  const thread = openThread();
  const first = await exportSealed(thread);
  expect(first.words).toHaveLength(6);
  expect(first.card.sealed).toEqual({ words: first.words });
  const second = await exportSealed(thread);
  expect(first.card.sealed).toBeUndefined();
  expect(second.card.sealed).toEqual({ words: second.words });
  thread.startOver();
  expect(second.card.sealed).toBeUndefined();
});
test("a phrase of one's own leaves nothing to print but a line", async () => {
  const thread = openThread();
  const card = thread.current;
  card.say("backup everything encrypted");
  await card.makePlan();
  card.passphrase.ownInstead();
  card.passphrase.typed = "mural cinch dragonfly septum outfit";
  await card.passphrase.measure("vault");
  card.passphrase.again = card.passphrase.typed;
  await thread.export(card);
  expect(card.sealed).toEqual({});
  expect(recoveryKitOf(result, {}, new Date(2026, 10, 25).toISOString())).not.toHaveProperty(
    "words",
  );
});
test("the kit names the file, the moment and the next four months", () => {
  const made = new Date(2026, 10, 25, 10, 42).toISOString();
  expect(recoveryKitOf(result, { words: ["mural"] }, made)).toMatchObject({
    fileName: "backup.jtb",
    made: expect.stringMatching(/25 November 2026.*10:42/) as string,
    holds: "640 records. Read back and proved.",
    months: ["Dec 2026", "Jan 2027", "Feb 2027", "Mar 2027"],
    words: ["mural"],
  });
});
