import type { Receipt } from "../pipeline/ports.ts";
import { localMinute } from "../schedule/occurrences.ts";
import { decideRetention } from "../schedule/retention.ts";
import type { Retention } from "../schedule/schedule.ts";
import type { ExportsPorts } from "./make-exports.ts";

type CleanUpPorts = Pick<ExportsPorts, "receipts" | "now" | "removeKept">;

/** Removes kept files that no rule keeps; the receipts stay and say that the file is gone. */
export async function cleanUp(ports: CleanUpPorts, rule: Retention): Promise<readonly Receipt[]> {
  const kept = (await ports.receipts.all()).filter(({ kept: file }) => file !== undefined);
  const copies = kept.map((receipt) => ({
    id: receipt.exportId,
    at: localMinute(new Date(receipt.startedAt)),
    proved: receipt.verified === "proved",
  }));
  const gone = decideRetention(copies, rule, localMinute(ports.now()))
    .filter(({ keep }) => !keep)
    .flatMap(({ copy }) => kept.filter(({ exportId }) => exportId === copy.id));
  for (const receipt of gone) await ports.removeKept(receipt);
  return gone;
}
