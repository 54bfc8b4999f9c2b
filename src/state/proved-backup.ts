import { privatePlace, type Receipt } from "../core/pipeline/ports.ts";
import { storedKindIds } from "../core/records/any-kind.ts";

/**
 * A backup counts when all stored kinds left this browser, unsanitised, and the file was proved. An
 * increment holds only what changed, so it is none by itself.
 */
export function isProvedBackup(receipt: Receipt): boolean {
  const { selection, sanitization } = receipt.plan;
  const taken = new Set(selection.kinds.filter((one) => isWhole(one)).map((one) => one.kind));
  return (
    receipt.status === "done" &&
    receipt.verified === "proved" &&
    receipt.place !== privatePlace &&
    (receipt.plan.chain === undefined || receipt.plan.chain.number === 0) &&
    sanitization.level !== "strict" &&
    sanitization.level !== "moderate" &&
    sanitization.level !== "custom" &&
    storedKindIds.every((kind) => kind === "settings" || taken.has(kind))
  );
}
function isWhole(one: Receipt["plan"]["selection"]["kinds"][number]): boolean {
  return one.where === undefined && one.limit === undefined && one.onlyColumns !== true;
}
