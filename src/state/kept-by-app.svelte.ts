import { makeNewId } from "../core/interface/new-id.ts";
import type { App } from "./app.svelte.ts";
import { CompareSession } from "./restore-compare.svelte.ts";
import { RestoreSession } from "./restore.svelte.ts";
import { SchedulesSession } from "./schedules.svelte.ts";
import type { TrackerPorts } from "./tracker-ports.ts";
import { TrackerSession } from "./tracker.svelte.ts";

/**
 * Made at first use and kept as long as the app: leaving a screen loses nothing. A root of its own,
 * because what is derived inside a screen's effect would end with the screen.
 */
function keptByApp<T extends object>(make: (app: App) => T): (app: App) => T {
  const kept = new WeakMap<App, T>();
  return (app) => {
    const known = kept.get(app);
    if (known !== undefined) return known;
    let made: T | undefined;
    $effect.root(() => {
      made = make(app);
    });
    const fresh = made ?? make(app);
    kept.set(app, fresh);
    return fresh;
  };
}

export function trackerPorts(app: App): TrackerPorts {
  return {
    records: app.tracker.records,
    now: app.now,
    newId: makeNewId(app.now, (bytes) => crypto.getRandomValues(new Uint8Array(bytes))),
    locale: () => app.locale,
    remembered: app.around.remembered,
    undo: app.undo,
    say: app.say,
    go: app.go,
    ask: (sentence, edits) => {
      app.ask(sentence);
      if (edits.length > 0) app.thread.current.setByHand(edits);
    },
    plan: (sentence) => app.tracker.exports.plan(sentence),
  };
}

export const trackerOf = keptByApp((app) => new TrackerSession(trackerPorts(app)));
export const restoreOf = keptByApp(
  (app) =>
    new RestoreSession({
      restore: app.tracker.restore,
      records: app.tracker.records,
      now: app.now,
      say: app.say,
      go: app.go,
    }),
);
export const compareOf = keptByApp(
  (app) =>
    new CompareSession({
      restore: app.tracker.restore,
      now: app.now,
      locale: () => app.locale,
      save: app.around.save,
    }),
);
export const schedulesOf = keptByApp(
  (app) =>
    new SchedulesSession({
      schedules: app.tracker.schedules,
      exports: app.tracker.exports,
      now: app.now,
      say: app.say,
      save: app.around.save,
    }),
);
