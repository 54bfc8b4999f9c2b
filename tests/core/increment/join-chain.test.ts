import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { joinChain, type ChainPart } from "../../../src/core/increment/join-chain.ts";
import type { AnyRecord } from "../../../src/core/records/stored-record.ts";

const record = (id: string, company: string): AnyRecord => ({
  id,
  company,
  created_at: "2026-11-01T00:00:00Z",
  updated_at: "2026-11-01T00:00:00Z",
});

interface Holding {
  readonly records?: Readonly<Record<string, string>>;
  readonly gone?: readonly string[];
}
function part(number: number, { records = {}, gone = [] }: Holding, chainId = "x0"): ChainPart {
  const exportId = number === 0 ? chainId : `${chainId}-${String(number)}`;
  const before = number === 1 ? chainId : `${chainId}-${String(number - 1)}`;
  return {
    name: `${exportId}.jtb`,
    exportId,
    ...(number > 0 && {
      chain: {
        chain_id: chainId,
        number,
        after_id: before,
        since: number,
        since_at: "2026-11-24T08:00:00Z",
      },
    }),
    incoming: Object.entries(records).map(([id, company]) => ({
      kind: "applications",
      record: record(id, company),
      where: exportId,
    })),
    tombstones: gone.map((id) => ({ kind: "applications", id, deletedAt: "2026-11-24T08:00:00Z" })),
    bytes: new Map(),
  };
}
const holds = (parts: readonly ChainPart[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    joinChain(parts).incoming.map((one) => [one.record.id, one.record["company"]]),
  );

const base = part(0, { records: { a: "Acme", b: "Bolt", c: "Cern" } });
const one = part(1, { records: { a: "Acme two", d: "Dyson" } });
const two = part(2, { records: { d: "Dyson two" }, gone: ["b"] });
const three = part(3, { records: { b: "Bolt again" }, gone: ["c"] });
const whole = { a: "Acme two", b: "Bolt again", d: "Dyson two" };

describe("a chain of a base and its increments", () => {
  test("joins to the records as they were at its last file, in any order and with doubles", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([base, one, two, three, base, one, two, three], { minLength: 8 }),
        (parts) => {
          expect(holds(parts)).toEqual(whole);
        },
      ),
    );
  });
  test("carries deletions, so that a merge does not keep what went", () => {
    const { incoming, tombstones, missing } = joinChain([two, one, base]);
    expect(incoming.map((each) => each.record.id).sort()).toEqual(["a", "c", "d"]);
    expect(tombstones.map(({ id }) => id)).toEqual(["b"]);
    expect(missing).toEqual([]);
  });
  test("a record that was written again after its deletion is not deleted", () => {
    expect(joinChain([base, one, two, three]).tombstones.map(({ id }) => id)).toEqual(["c"]);
  });
  test("stops at a gap, and says which file is missing and which cannot be used without it", () => {
    const { missing, unused, used } = joinChain([base, three, one]);
    expect(used).toEqual(["x0.jtb", "x0-1.jtb"]);
    expect(unused).toEqual([{ name: "x0-3.jtb", why: "The file before it is missing" }]);
    expect(missing).toEqual([
      { chainId: "x0", number: 2, why: "Increment 2, made 2026-11-24, before x0-3.jtb" },
    ]);
  });
  test("without its base takes nothing, and asks for the base", () => {
    const { missing, incoming, unused } = joinChain([one, two]);
    expect(incoming).toEqual([]);
    expect(unused).toHaveLength(2);
    expect(missing[0]).toMatchObject({ number: 0 });
    expect(missing[0]?.why).toContain("whole copy");
  });
  test("of two chains takes the longer and names the files of the other", () => {
    const other = part(0, { records: { z: "Zeta" } }, "y0");
    const { used, unused } = joinChain([other, base, one]);
    expect(used).toEqual(["x0.jtb", "x0-1.jtb"]);
    expect(unused).toEqual([{ name: "y0.jtb", why: "It belongs to another chain" }]);
  });
  test("of two increments on one base takes the later, which holds what the earlier held", () => {
    const again: ChainPart = { ...part(1, { records: { a: "Acme three" } }), exportId: "x0-1b" };
    expect(holds([again, base, one])).toMatchObject({ a: "Acme three" });
    expect(holds([one, again, base])).toMatchObject({ a: "Acme three" });
  });
});
