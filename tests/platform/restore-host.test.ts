import { describe, expect, test } from "vitest";
import { inspect } from "../../src/core/restore/inspect.ts";
import { makeRestoreService } from "../../src/core/restore/restore-service.ts";
import { allPages, cutPage } from "../../src/platform/cut-page.ts";
import { makeRestoreClient } from "../../src/platform/restore-client.ts";
import { makeRestoreHost, type RestoreHost } from "../../src/platform/restore-host.ts";
import { RestoreStore, restoreExtras } from "../support/restore-store.ts";

const record = (at: number): object => ({
  id: `id-${String(at)}`,
  company: "Northwind",
  title: `Job ${String(at)}`,
  status: "applied",
  created_at: "2026-01-01T00:00:00Z",
  updated_at: "2026-01-01T00:00:00Z",
});
function fileOf(count: number): Blob {
  const applications = Array.from({ length: count }, (_, at) => record(at));
  const head = { format: "json", version: "1.0", timestamp: "2026-01-01T00:00:00Z" };
  return new Blob([JSON.stringify({ export_info: head, data: { applications } })]);
}

/** What crosses is cloned, as between threads; the largest piece is remembered. */
function connected(store = new RestoreStore()) {
  const service = makeRestoreService({
    ...store.ports,
    ...restoreExtras(store),
    companies: () => Promise.resolve([]),
    receipts: () => Promise.resolve([]),
    keepReceipt: () => Promise.resolve(),
    takeBack: () => Promise.resolve(false),
  });
  const sizes: number[] = [];
  const cross = <T>(value: T): T => {
    sizes.push(JSON.stringify(value, (_, one: unknown) => (one instanceof Map ? [] : one)).length);
    return structuredClone(value);
  };
  const real = makeRestoreHost(service);
  const host: RestoreHost = {
    inspect: async (file, options) => cross(await real.inspect(file, options)),
    inspectTogether: async (files, options) => cross(await real.inspectTogether(files, options)),
    incoming: async (held, from) => cross(await real.incoming(held, from)),
    plan: async (inspection, policy) => cross(await real.plan(cross(inspection), policy)),
    records: async (held, from) => cross(await real.records(held, from)),
    run: async (plan, decided) => cross(await real.run(cross(plan), cross(decided ?? []))),
    undo: (restoreId) => real.undo(restoreId),
    history: () => real.history(),
    compare: async (before, after) =>
      cross(await real.compare(cross(before), after && cross(after))),
    differences: async (held, from) => cross(await real.differences(held, from)),
    drill: async (inspection) => cross(await real.drill(cross(inspection))),
    kept: () => real.kept(),
    salvage: () => real.salvage(),
    startAnew: () => real.startAnew(),
  };
  return { client: makeRestoreClient(() => host), store, sizes };
}

describe("an import across threads", () => {
  test("reaches the window in pages, and is the same", async () => {
    const { client, sizes } = connected();
    const inspection = await client.inspect(fileOf(2_000), { name: "a.json" });
    const direct = await inspect(fileOf(2_000), { name: "a.json", now: () => new Date(0) });
    expect(inspection.incoming).toEqual(direct.incoming);
    const plan = await client.plan(inspection, { everywhere: "newest" });
    expect(plan.records).toHaveLength(2_000);
    expect(Math.max(...sizes)).toBeLessThan(300_000);
  });

  test("writes what was decided about single records, without sending the plan back", async () => {
    const { client, store, sizes } = connected();
    const plan = await client.plan(await client.inspect(fileOf(2_000)), { everywhere: "newest" });
    const records = plan.records.map((one, at) => {
      const { write: _write, ...rest } = one;
      return at === 7 ? rest : one;
    });
    sizes.length = 0;
    const receipt = await client.run({ ...plan, records, writes: 1_999 });
    expect(receipt.written).toBe(1_999);
    expect(store.list("applications").some(({ id }) => id === "id-7")).toBe(false);
    expect(Math.max(...sizes)).toBeLessThan(10_000);
  });

  test("still knows the file after it was planned many times", async () => {
    const { client } = connected();
    const inspection = await client.inspect(fileOf(3));
    for (let time = 0; time < 20; time += 1) {
      const plan = await client.plan(inspection, { everywhere: "merge" });
      expect(plan.counts.new).toBe(3);
    }
  });
});

describe("a page", () => {
  test("ends by weight as well as by number, and holds one value at least", async () => {
    const heavy = Array.from({ length: 5 }, () => "x".repeat(400_000));
    expect(cutPage(heavy, 0)).toEqual({ values: [heavy[0]], next: 1 });
    expect(await allPages((from) => Promise.resolve(cutPage(heavy, from)))).toEqual(heavy);
    expect(cutPage([], 0)).toEqual({ values: [] });
  });

  test("compares and tries out what the worker holds, and sends differences in pages", async () => {
    const { client, sizes } = connected();
    const before = await client.inspect(fileOf(10), { name: "a.json" });
    const after = await client.inspect(fileOf(3_000), { name: "b.json" });
    const { differences, kinds } = await client.compare(before, after);
    expect(differences).toHaveLength(2_990);
    expect(kinds).toEqual([
      { kind: "applications", added: 2_990, removed: 0, changed: 0, same: 10 },
    ]);
    expect((await client.drill(after)).equal).toBe(true);
    expect(Math.max(...sizes)).toBeLessThan(300_000);
  });
});
