import { describe, expect, test } from "vitest";
import type { Changes } from "../../../src/core/increment/changes.ts";
import type { Receipt } from "../../../src/core/pipeline/ports.ts";
import { makePlan } from "../../../src/core/plan/make-plan.ts";
import { parseRequest } from "../../../src/core/request/parse-request.ts";
import { planOnLast } from "../../../src/core/schedule/stand-on.ts";

const today = "2026-11-25";
const context = (sentence: string) => ({
  sentence,
  today,
  formats: ["json", "csv", "markdown"],
  containers: ["bare", "zip", "vault"],
});
const parse = (text: string) => parseRequest(text, { today, language: "en", data: {} });
function proved(exportId: string, text: string, change: Partial<Receipt> = {}): Receipt {
  const planned = makePlan(parse(text).said, [], context(text));
  if (!("plan" in planned)) throw new Error(`no plan of ${text}`);
  return {
    exportId,
    plan: planned.plan,
    status: "done",
    verified: "proved",
    startedAt: "2026-11-20T08:00:00.000Z",
    cutOff: "2026-11-20T08:00:00.000Z",
    fileName: `${exportId}.zip`,
    place: "Backups",
    mark: 7,
    ...change,
  } as Receipt;
}
const changes: Changes = {
  mark: 9,
  written: { applications: ["a"] },
  removed: [{ kind: "contacts", id: "b" }],
};
async function ask(
  text: string,
  receipts: readonly Receipt[],
  known: Changes | undefined = changes,
) {
  const standing = await planOnLast(parse(text).said, [], context(text), async () => ({
    receipts,
    changesSince: async () => known,
  }));
  if (!("plan" in standing.planned)) throw new Error("no plan");
  const reason = standing.planned.reasons.find(({ slot }) => slot === "baseline");
  return { plan: standing.planned.plan, text: reason?.text, changes: standing.changes };
}
const everything = "everything as zipped JSON with nothing removed";

describe("only what's new since the last export", () => {
  test("takes the records and the form of the newest proved export, and stands on it", async () => {
    const { plan, text } = await ask("only what's new since my last export", [
      proved("old", everything, { startedAt: "2026-11-01T08:00:00.000Z" }),
      proved("base", everything),
    ]);
    expect(plan.chain).toEqual({
      chain_id: "base",
      number: 1,
      after_id: "base",
      since: 7,
      since_at: "2026-11-20T08:00:00.000Z",
    });
    expect(plan.container).toBe("zip");
    expect(plan.fileName).toMatch(/-increment-1\.zip$/);
    expect(text).toContain("base.zip");
  });
  test("goes on after an increment of that chain", async () => {
    const base = proved("base", everything);
    const link = { chain_id: "base", number: 1, after_id: "base" };
    const next = proved("next", everything, { startedAt: "2026-11-22T08:00:00.000Z" });
    const { plan } = await ask("only what's new since my last export", [
      base,
      { ...next, plan: { ...next.plan, chain: link } },
    ]);
    expect(plan.chain).toMatchObject({ chain_id: "base", number: 2, after_id: "next" });
  });
  test("without a proved export it takes everything, and says why", async () => {
    const unproved = proved("base", everything, { verified: "not-verified" });
    const { plan, text } = await ask("only what's new since my last export", [unproved]);
    expect(plan.chain).toBeUndefined();
    expect(text).toMatch(/No proved export.*takes everything/);
  });
  test("does not stand on a copy that was cleaned up, held fewer records or hid some", async () => {
    const removed = proved("a", everything, { place: "this browser's private storage" });
    const fewer = proved("b", "applications as zipped JSON with nothing removed");
    const hidden = proved("c", "everything as zipped JSON, strict");
    for (const base of [removed, fewer, hidden]) {
      const { plan } = await ask(`${everything}, only what's new since my last export`, [base]);
      expect(plan.chain).toBeUndefined();
    }
  });
  test("a table of new records says that deletions have no place in it", async () => {
    const { plan, text } = await ask("applications as CSV, only what's new since my last export", [
      proved("base", everything),
    ]);
    expect(plan.chain?.after_id).toBe("base");
    expect(text).toContain("What was deleted cannot stand");
  });
  test("says that nothing changed, or that the journal does not reach back", async () => {
    const text = `${everything}, only what's new since my last export`;
    const base = [proved("base", everything)];
    const none = await ask(text, base, { mark: 7, written: {}, removed: [] });
    expect(none.text).toContain("Nothing has changed");
    const gone = await planOnLast(parse(text).said, [], context(text), async () => ({
      receipts: base,
      changesSince: async () => undefined,
    }));
    expect(gone.changes).toBeUndefined();
    expect(JSON.stringify(gone.planned.reasons)).toContain("More changed than was noted");
  });
  test("a schedule keeps its own chain", async () => {
    const text = "every Monday everything as zipped JSON, only what's new since my last export";
    const { plan } = await ask(text, [proved("base", everything)]);
    expect(plan.schedule).toBeDefined();
    expect(plan.chain).toBeUndefined();
  });
});
