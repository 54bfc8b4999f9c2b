/** What is measured. Every case runs in the page of the built app and ends in bytes on the sink. */
export interface Measured {
  readonly milliseconds: number;
  /** Until the last byte was written, before the file was read back. */
  readonly written?: number;
  readonly bytes: number;
  readonly records: number;
}
export interface Case {
  readonly name: string;
  /** The case that the ratio is taken of. */
  readonly of?: string;
  /** Bar of the ratio in docs/performance.md. */
  readonly bar?: number;
  readonly run: (input: Input) => Promise<Measured>;
  readonly input?: Input;
}
/** What a case is called with; it crosses to the page. */
export interface Input {
  readonly sentence?: string;
  readonly level?: "none" | "strict";
  readonly passphrase?: string;
}

/** Functions below run in the page: they use nothing from outside themselves. */
async function readBare(): Promise<Measured> {
  const start = performance.now();
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open("job-tracker-pro");
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error("open"));
  });
  let records = 0;
  let last: IDBValidKey | undefined;
  for (;;) {
    const batch = await new Promise<{ readonly id: string }[]>((resolve, reject) => {
      const store = database.transaction("applications").objectStore("applications");
      const range = last === undefined ? null : IDBKeyRange.lowerBound(last, true);
      const request = store.getAll(range, 250);
      request.onsuccess = () => resolve(request.result as { id: string }[]);
      request.onerror = () => reject(new Error("read"));
    });
    if (batch.length === 0) break;
    records += batch.length;
    last = batch.at(-1)?.id;
  }
  database.close();
  return { milliseconds: performance.now() - start, bytes: 0, records };
}

async function putBare(): Promise<Measured> {
  const applications = await globalThis.jobTracker.records.list("applications");
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open("bench", 1);
    opening.onupgradeneeded = () =>
      opening.result.createObjectStore("rows", { keyPath: "id" }).createIndex("on", "applied_on");
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error("open"));
  });
  const start = performance.now();
  for (let from = 0; from < applications.length; from += 2000) {
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction("rows", "readwrite");
      for (const row of applications.slice(from, from + 2000)) {
        transaction.objectStore("rows").put(row);
      }
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(new Error("put"));
    });
  }
  const milliseconds = performance.now() - start;
  database.close();
  indexedDB.deleteDatabase("bench");
  return { milliseconds, bytes: 0, records: applications.length };
}

/** A sentence through the real plan, at the level given. */
async function exportSentence({
  sentence = "",
  level = "none",
  passphrase,
}: Input): Promise<Measured> {
  const { exports } = globalThis.jobTracker;
  const { plan } = await exports.plan(sentence);
  if (plan === undefined) throw new Error("no plan");
  const start = performance.now();
  const result = await exports.exportPlan(
    { ...plan, sanitization: { level } },
    passphrase === undefined ? {} : { passphrase },
  );
  const milliseconds = performance.now() - start;
  const written = milliseconds - (result.receipt.proofMilliseconds ?? 0);
  if (result.verified !== "proved") throw new Error("not proved");
  await exports.cleanUp({ keepLast: 1 });
  return { milliseconds, written, bytes: result.bytes, records: result.records };
}

async function restoreAll(): Promise<Measured> {
  const { jobTracker } = globalThis;
  const { plan } = await jobTracker.exports.plan("applications as ndjson");
  if (plan === undefined) throw new Error("no plan");
  const made = await jobTracker.exports.exportPlan({ ...plan, sanitization: { level: "none" } });
  const file = await jobTracker.exports.getExportData(made.exportId);
  const before = await jobTracker.records.digest();
  await jobTracker.records.clear();
  const inspection = await jobTracker.restore.inspect(file, { name: made.fileName });
  const planned = await jobTracker.restore.plan(inspection);
  const start = performance.now();
  const receipt = await jobTracker.restore.run(planned);
  const milliseconds = performance.now() - start;
  if ((await jobTracker.records.digest()) !== before) throw new Error("not equal");
  return { milliseconds, bytes: made.bytes, records: receipt.written };
}

const phrase = "correct horse battery staple";
export const cases: readonly Case[] = [
  { name: "bare read", run: readBare },
  {
    name: "json",
    of: "bare read",
    bar: 1.5,
    run: exportSentence,
    input: { sentence: "applications as json" },
  },
  {
    name: "ndjson",
    of: "bare read",
    bar: 1.5,
    run: exportSentence,
    input: { sentence: "applications as ndjson" },
  },
  {
    name: "csv",
    of: "bare read",
    bar: 1.5,
    run: exportSentence,
    input: { sentence: "applications as csv" },
  },
  {
    name: "vault",
    of: "bare read",
    bar: 3,
    run: exportSentence,
    input: { sentence: "backup everything encrypted", passphrase: phrase },
  },
  {
    name: "strict json",
    of: "bare read",
    run: exportSentence,
    input: { sentence: "applications as json", level: "strict" },
  },
  { name: "bare put", run: putBare },
  { name: "restore", of: "bare put", bar: 1.3, run: restoreAll },
];
