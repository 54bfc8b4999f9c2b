import type { ChainLink } from "../../src/core/increment/chain.ts";
import { defaultShelves } from "../../src/core/pipeline/default-shelves.ts";
import { runExport } from "../../src/core/pipeline/run-export.ts";
import type { ContainerId } from "../../src/core/plan/plan.ts";
import type { AnyRecord } from "../../src/core/records/stored-record.ts";
import type { NamedFile, Tombstone } from "../../src/core/restore/contract.ts";
import { arraySource } from "./array-source.ts";
import { planOf, portsOf, record } from "./export-run.ts";
import { memorySink } from "./memory-sink.ts";

export const chainPassphrase = "copper walnut orbit lantern";
const kinds = ["applications", "contacts"] as const;

export const application = (id: string, company: string): AnyRecord =>
  record(id, { company, title: "Engineer", status: "applied" });

interface Step {
  readonly records: readonly AnyRecord[];
  readonly gone?: readonly string[];
}

/** What changed three times: a whole copy, an increment, and one with a deletion. */
export const steps: readonly Step[] = [
  { records: [application("a", "Acme"), application("b", "Bolt"), application("c", "Cern")] },
  { records: [application("a", "Acme two"), application("d", "Dyson")] },
  { records: [application("d", "Dyson two")], gone: ["b"] },
];
/** What was here when the last of them was written. */
export const atTheEnd = { a: "Acme two", c: "Cern", d: "Dyson two" };

/** Writes one file of a chain as a schedule does. */
export async function writeStep(
  number: number,
  container: ContainerId = "zip",
  chainId = "copy-0",
): Promise<NamedFile> {
  const { records, gone = [] } = steps[number] ?? { records: [] };
  const idOf = (at: number): string => (at === 0 ? chainId : `${chainId}-${String(at)}`);
  const chain: ChainLink = {
    chain_id: chainId,
    number,
    after_id: idOf(number - 1),
    since: number,
    since_at: "2026-11-24T08:00:00.000Z",
  };
  const deletedAt = "2026-11-25T09:00:00.000Z";
  const stones = gone.map((id): Tombstone => ({ kind: "applications", id, deletedAt }));
  const sink = memorySink();
  await runExport(
    planOf(kinds, { container, ...(number > 0 && { chain }) }),
    portsOf({
      source: arraySource({ applications: records }),
      sink,
      exportId: idOf(number),
      tombstones: () => Promise.resolve(stones),
      ...(container !== "zip" && { key: { passphrase: chainPassphrase } }),
    }),
    defaultShelves,
  );
  const file = sink.finished();
  if (file === undefined) throw new Error("The file was not written");
  return { file, name: `${idOf(number)}.${container === "zip" ? "zip" : "jtb"}` };
}
