import { describe, expect, test } from "vitest";
import { describeFailure } from "../../../src/core/describe-failure.ts";
import { toFailure } from "../../../src/core/failure.ts";
import { inspect } from "../../../src/core/restore/inspect.ts";
import type { HostileCase } from "../../support/hostile/case.ts";
import { hostileJsons } from "../../support/hostile/jsons.ts";
import { hostileTables } from "../../support/hostile/tables.ts";
import { hostileTexts } from "../../support/hostile/texts.ts";
import { hostileWorkbooks } from "../../support/hostile/workbooks.ts";
import { hostileZips } from "../../support/hostile/zips.ts";

const cases = [
  ...hostileZips(),
  ...hostileJsons(),
  ...hostileTables(),
  ...hostileWorkbooks(),
  ...hostileTexts(),
];
const clear =
  /^(?:archive-refused|archive-damaged|limit-exceeded|newer-archive|not-an-archive|passphrase-missing|invalid-record): /;
/** Generous: a busy machine is no hang. */
const mostMilliseconds = 8_000;

interface Verdict {
  readonly taken: boolean;
  readonly said: string;
  readonly records: number;
}
async function verdictOf({ name, bytes, passphrase }: HostileCase): Promise<Verdict> {
  const options = {
    name,
    now: () => new Date(0),
    ...(passphrase === undefined ? {} : { passphrase }),
  };
  try {
    const { incoming, warnings, skipped, refused } = await inspect(new Blob([bytes]), options);
    const notes = [
      ...warnings,
      ...skipped.map(({ what, why }) => `${what}: ${why}`),
      ...refused.map(({ row, why }) => `${row}: ${why}`),
    ];
    return { taken: true, said: notes.join("\n"), records: incoming.length };
  } catch (error) {
    const failure = toFailure(error);
    return {
      taken: false,
      said: `${failure.code}: ${describeFailure(failure).message}`,
      records: 0,
    };
  }
}

describe("a file made to be difficult gets a clear verdict", () => {
  test.each(cases)("$name", { timeout: mostMilliseconds }, async (one) => {
    const { taken, said, records } = await verdictOf(one);
    if (one.expect !== "any")
      expect([taken ? "accept" : "refuse", said]).toEqual([one.expect, said]);
    if (!taken) expect(said).toMatch(clear);
    if (one.says !== undefined) expect(said).toMatch(one.says);
    if (one.records !== undefined) expect(records).toBe(one.records);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});
