import { describe, expect, test } from "vitest";
import { inspectTogether } from "../../../src/core/restore/inspect-together.ts";
import { makeRestoreService } from "../../../src/core/restore/restore-service.ts";
import type { Inspection } from "../../../src/core/restore/contract.ts";
import { application, atTheEnd, chainPassphrase, writeStep } from "../../support/chain-files.ts";
import { RestoreStore, restoreExtras } from "../../support/restore-store.ts";

const now = () => new Date("2026-11-25T12:00:00Z");
const [base, one, two] = await Promise.all([writeStep(0), writeStep(1), writeStep(2)]);
const other = { file: new Blob(["Company,Title\nNorthwind,Analyst\n"]), name: "mine.csv" };

function makeService(store = new RestoreStore()) {
  const service = makeRestoreService({
    ...store.ports,
    ...restoreExtras(store),
    companies: () => Promise.resolve([]),
    receipts: () => Promise.resolve([]),
    keepReceipt: () => Promise.resolve(),
    takeBack: () => Promise.resolve(false),
  });
  return { store, service };
}
const companiesOf = ({ incoming }: Inspection): unknown =>
  Object.fromEntries(incoming.map(({ record }) => [record.id, record["company"]]));
const companiesIn = (store: RestoreStore): unknown =>
  Object.fromEntries(store.list("applications").map((each) => [each.id, each["company"]]));

describe("files of a chain, read together", () => {
  test.each([
    ["oldest first", [base, one, two]],
    ["newest first", [two, one, base]],
    ["with doubles", [one, two, base, two, one]],
  ])("come back as they were at the newest, %s", async (_order, files) => {
    const { store, service } = makeService();
    const together = await service.inspectTogether(files);
    if (together === undefined) throw new Error("not joined");
    expect(companiesOf(together.inspection)).toEqual(atTheEnd);
    expect(together.taken).toEqual(files.map((_, at) => at));
    expect(together.inspection).toMatchObject({
      name: "copy-0-2.zip and 2 files before it",
      kinds: { applications: 3 },
      joined: { missing: [], unused: [], whole: true },
    });
    const receipt = await service.run(await service.plan(together.inspection));
    expect([receipt.verified, companiesIn(store)]).toEqual([true, atTheEnd]);
  });
  test("leave files that belong to nothing for their turn", async () => {
    const together = await inspectTogether([other, base, one], { now });
    expect(together?.taken).toEqual([1, 2]);
    expect(await inspectTogether([other, base], { now })).toBeUndefined();
  });
  test("of two chains are those of the one with more files", async () => {
    const foreign = await writeStep(0, "zip", "copy-9");
    const more = await writeStep(1, "zip", "copy-9");
    const together = await inspectTogether([foreign, base, one, more, two], { now });
    expect(together?.taken).toEqual([1, 2, 4]);
    expect(together && companiesOf(together.inspection)).toEqual(atTheEnd);
  });
  test("stop at a gap, and name what is missing and what it keeps out", async () => {
    const together = await inspectTogether([two, base], { now });
    expect(together && companiesOf(together.inspection)).toEqual({
      a: "Acme",
      b: "Bolt",
      c: "Cern",
    });
    const why = "Increment 1, made 2026-11-24, before copy-0-2.zip";
    expect(together?.inspection.joined).toMatchObject({
      used: ["copy-0.zip"],
      missing: [{ number: 1, why }],
      unused: [{ what: "copy-0-2.zip", why: "The file before it is missing" }],
    });
  });
  test("without their base are what changed, and say so", async () => {
    const together = await inspectTogether([two, one], { now });
    expect(together?.inspection.joined).toMatchObject({ whole: false, missing: [{ number: 0 }] });
    expect(together && companiesOf(together.inspection)).toEqual({
      a: "Acme two",
      d: "Dyson two",
    });
  });
});

describe("sealed files of a chain", () => {
  test("open with one passphrase, asked for before any of them is read", async () => {
    const sealed = [await writeStep(1, "vault"), await writeStep(0, "vault"), two];
    const read = (passphrase?: string) =>
      inspectTogether(sealed, { now, ...(passphrase === undefined ? {} : { passphrase }) });
    await expect(read()).rejects.toMatchObject({ failure: { code: "passphrase-missing" } });
    await expect(read("not the one at all")).rejects.toMatchObject({
      failure: { code: "wrong-passphrase" },
    });
    const together = await read(chainPassphrase);
    expect(together && companiesOf(together.inspection)).toEqual(atTheEnd);
  }, 60_000);
});

describe("an increment by itself", () => {
  test("says its place and everything that it builds on", async () => {
    const { service } = makeService();
    const { exportId, chain, joined } = await service.inspect(two.file, { name: two.name });
    expect([exportId, chain?.number, chain?.after_id]).toEqual(["copy-0-2", 2, "copy-0-1"]);
    expect(joined?.whole).toBe(false);
    expect(joined?.missing.map(({ number }) => number)).toEqual([0, 1]);
  });
  test("merges into what is here: it removes what was deleted, unless that changed since", async () => {
    const { store, service } = makeService();
    store.put("applications", application("b", "Bolt"), application("x", "Xerxes"));
    const inspection = await service.inspect(two.file, { name: two.name });
    const plan = await service.plan(inspection);
    expect(plan.removes).toEqual([{ kind: "applications", id: "b" }]);
    expect((await service.plan(inspection, { everywhere: "skip" })).removes).toBeUndefined();
    const without = await service.plan(inspection, { everywhere: "newest", without: ["b"] });
    expect(without.removes).toBeUndefined();
    await service.run(plan);
    expect(companiesIn(store)).toEqual({ d: "Dyson two", x: "Xerxes" });
    store.put("applications", { ...application("b", "Bolt"), updated_at: "2026-11-25T10:00:00Z" });
    expect((await service.plan(inspection)).removes).toBeUndefined();
  });
  test("is not made of a whole copy, whose deletions remove nothing", async () => {
    const { service } = makeService();
    const { exportId, chain, joined } = await service.inspect(base.file, { name: base.name });
    expect([exportId, chain, joined]).toEqual(["copy-0", undefined, undefined]);
  });
});
