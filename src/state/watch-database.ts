import { attempt } from "../core/failure.ts";
import type { JobTracker } from "../core/job-tracker.ts";
import { storedKindIds } from "../core/records/any-kind.ts";
import type { AppNews } from "./app-news.ts";
import type { Surroundings } from "./surroundings.ts";

/** What the watch needs of the app; `App` has it. */
export interface Watched {
  readonly tracker: Pick<JobTracker, "records">;
  readonly around: Pick<Surroundings, "remembered">;
  news: AppNews | undefined;
  go(hash: string): void;
}

export const recoverHash = "#/restore/recover";
const countKey = "records";
const pauseMilliseconds = 1000;

/**
 * Tells of a database that cannot be read, or that is empty although records were here when the app was
 * last open: a browser may clear storage by itself. Loaded after the first screen, whose script knows
 * nothing of it. The count for the next start is kept outside of the database.
 */
export async function watchDatabase(app: Watched): Promise<void> {
  const before = Number(app.around.remembered.read(countKey) ?? 0);
  const found = await attempt(() => countRecords(app));
  if (!found.ok) app.news = newsOfLoss(app, unreadable);
  else {
    if (found.value === 0 && before > 0) app.news = newsOfLoss(app, lost(before));
    app.around.remembered.write(countKey, String(found.value));
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  app.tracker.records.onChange(() => {
    clearTimeout(timer);
    timer = setTimeout(() => void keepCount(app), pauseMilliseconds);
  });
}

async function keepCount(app: Watched): Promise<void> {
  const found = await attempt(() => countRecords(app));
  if (found.ok) app.around.remembered.write(countKey, String(found.value));
}

/** Reads one record of each kind too: a damaged store may still be counted. */
async function countRecords({ tracker: { records } }: Watched): Promise<number> {
  let count = 0;
  for (const kind of storedKindIds) {
    const here = await records.count(kind);
    if (here > 0) await records.list(kind, { limit: 1 });
    if (kind !== "settings") count += here;
  }
  return count;
}

type Words = Pick<AppNews, "title" | "text">;
const unreadable: Words = {
  title: "The database of this app cannot be read.",
  text: "Nothing was changed or removed. Backups in this browser are looked for in Restore.",
};
const lost = (before: number): Words => ({
  title: "The database is empty.",
  text: `${String(before)} ${before === 1 ? "record was" : "records were"} here when the app was last open. Backups in this browser are looked for in Restore.`,
});

const newsOfLoss = (app: Watched, words: Words): AppNews => ({
  ...words,
  action: "Recover",
  run: () => {
    app.news = undefined;
    app.go(recoverHash);
  },
});
