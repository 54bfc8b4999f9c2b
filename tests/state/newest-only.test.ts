import { describe, expect, test } from "vitest";
import { NewestOnly } from "../../src/state/newest-only.ts";

describe("work that is asked for faster than it gets done", () => {
  test("runs one at a time, and of those that wait only the newest", async () => {
    const [plans, done, ends] = [new NewestOnly(), [] as string[], [] as (() => void)[]];
    const ask = (name: string): Promise<void> =>
      plans.run(async () => {
        await new Promise<void>((end) => ends.push(end));
        done.push(name);
      });
    const asked = [ask("first"), ask("second"), ask("third")];
    expect(ends).toHaveLength(1);
    ends[0]?.();
    await expect.poll(() => ends.length).toBe(2);
    ends[1]?.();
    await Promise.all(asked);
    expect(done).toEqual(["first", "third"]);
  });

  test("goes on after a failure, which its caller sees", async () => {
    const plans = new NewestOnly();
    const failing = plans.run(() => Promise.reject(new Error("no")));
    const next = plans.run(() => Promise.resolve());
    await expect(failing).rejects.toThrow("no");
    await expect(next).resolves.toBeUndefined();
  });
});
