import { attempt } from "../core/failure.ts";
import type { FarReader } from "../core/interface/far-reader.ts";
import { makePreview } from "../core/interface/make-preview.ts";
import { readNames } from "../core/interface/read-names.ts";
import { defaultShelves } from "../core/pipeline/default-shelves.ts";
import type { Database } from "./database.ts";
import { makeRecordSource } from "./record-source.ts";
import { partToTake } from "./run-export-job.ts";

/** Reads for the window, one pass after the other: two at once would only share the disk. */
export function makeFarReader(database: Database): FarReader {
  const { makeSanitizer } = defaultShelves;
  const now = (): Date => new Date();
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
  return {
    names: () => attempt(() => inTurn(() => readNames(makeRecordSource(database)))),
    look: (plan, known) =>
      attempt(() =>
        inTurn(async () => {
          const { source } = await partToTake(plan, database, now);
          return makePreview(plan, { source, makeSanitizer, known: () => known, now });
        }),
      ),
  };
}
