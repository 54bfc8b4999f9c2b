import { expect, test } from "vitest";
import type { Receipt } from "../../src/core/pipeline/ports.ts";
import { BackupReminder } from "../../src/state/settings/backup-reminder.svelte.ts";
import type { Risk } from "../../src/state/standing.svelte.ts";

function around() {
  const kept = new Map<string, string>();
  return {
    now: () => new Date("2026-11-25T10:00:00Z"),
    remembered: {
      read: (key: string) => kept.get(key),
      write: (key: string, value: string | undefined) => {
        if (value === undefined) kept.delete(key);
        else kept.set(key, value);
      },
    },
  };
}
const risk = (changes: number, startedAt?: string): Risk => ({
  changes,
  added: changes,
  edited: 0,
  removed: 0,
  ...(startedAt === undefined ? {} : { backup: { startedAt } as Receipt }),
});

test("nothing is said while nothing would be lost", () => {
  expect(new BackupReminder(around()).isDue(risk(0))).toBe(false);
});
test("without any proved backup one change is enough", () => {
  expect(new BackupReminder(around()).isDue(risk(1))).toBe(true);
});
test("a proved backup is old after 30 days or 50 changes", () => {
  const reminder = new BackupReminder(around());
  expect(reminder.isDue(risk(50, "2026-10-27T10:00:00Z"))).toBe(false);
  expect(reminder.isDue(risk(51, "2026-11-24T10:00:00Z"))).toBe(true);
  expect(reminder.isDue(risk(1, "2026-10-25T10:00:00Z"))).toBe(true);
});
test("told to stop, it stays silent in the next session too, until it is turned on again", () => {
  const place = around();
  new BackupReminder(place).turn(false);
  const next = new BackupReminder(place);
  expect(next.isDue(risk(900))).toBe(false);
  next.turn(true);
  expect(new BackupReminder(place).isDue(risk(900))).toBe(true);
});
