import { containerEncrypts } from "./core/plan/seals.ts";
import { makeAppLock, type Marker } from "./platform/window/lock/app-lock.ts";
import { passkeysWork } from "./platform/window/lock/passkey.ts";
import type { Watch } from "./platform/window/lock/watch-lock.ts";
import { registerServiceWorker } from "./platform/window/register-service-worker.ts";
import { watchSchedules } from "./platform/window/schedule-clock.ts";
import type { App } from "./state/app.svelte.ts";
import { newsOfUpdate } from "./state/news-of-update.ts";
import { readRules, usualRules, type LockPorts } from "./state/lock-ports.ts";
import { watchDatabase } from "./state/watch-database.ts";

/** A link to a finished download stays valid for a minute; then no file in clear is kept. */
const tidyMilliseconds = 90_000;

/** What begins after the first screen: schedules, the watch over the database, the offline worker, and the app lock. */
export function startLate(app: App, watch: Watch | undefined): LockPorts {
  watchSchedules(app.tracker);
  void watchDatabase(app);
  void registerServiceWorker(({ apply }) => {
    app.news = newsOfUpdate(apply);
  });
  if (watch !== undefined) keepTidy(app);
  const { remembered } = app.around;
  const marker: Marker = {
    read: () => remembered.read("lock"),
    write: (value) => {
      remembered.write("lock", value);
    },
  };
  return {
    isOn: watch !== undefined,
    get rules() {
      return readRules(marker.read());
    },
    setRules: (rules) => {
      marker.write(JSON.stringify(rules));
    },
    passkeysWork,
    plainCopies: () => countPlain(app),
    lockNow: () => watch?.lockNow(),
    ...makeAppLock(marker, JSON.stringify(usualRules)),
  };
}

async function countPlain({ tracker }: App): Promise<number> {
  const receipts = await tracker.exports.history();
  const isPlain = (kept: string | undefined, container: string): boolean =>
    kept !== undefined && !kept.includes("/") && !containerEncrypts(container);
  return receipts.filter(({ kept, plan }) => isPlain(kept, plan.container)).length;
}

/** While the lock is on, finished files in clear go, and what was written in clear is sealed. */
function keepTidy({ tracker }: App): void {
  const tidy = async (): Promise<void> => {
    const { tidyUnderLock } = await import("./platform/lock/change-lock.ts");
    await tidyUnderLock();
  };
  void tidy().catch(() => undefined);
  tracker.exports.onHistory(() => {
    setTimeout(() => void tidy().catch(() => undefined), tidyMilliseconds);
  });
}
