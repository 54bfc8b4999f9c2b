import type { Failure } from "../failure.ts";
import type { ExportPlan } from "../plan/plan.ts";
import type { Receipt } from "./ports.ts";

/** The receipt of a run that has begun. */
export function runningReceipt(
  exportId: string,
  plan: ExportPlan,
  now: Date,
  { scheduleId, slot }: { readonly scheduleId?: string; readonly slot?: string } = {},
): Receipt {
  return {
    v: 1,
    exportId,
    status: "running",
    sentence: plan.sentence,
    plan,
    startedAt: now.toISOString(),
    fileName: plan.fileName,
    mediaType: "",
    bytes: 0,
    sha256: "",
    records: 0,
    coverage: { records: {}, total: 0, left_out: [] },
    verified: "not-verified",
    proof: "",
    place: "",
    cutOff: now.toISOString(),
    ...(scheduleId !== undefined && { scheduleId }),
    ...(slot !== undefined && { slot }),
  };
}

export function failedReceipt(started: Receipt, failure: Failure, now: Date): Receipt {
  const failedProof = failure.code === "proof-failed" || failure.code === "leak-found";
  return {
    ...started,
    status: failure.code === "cancelled" ? "cancelled" : "failed",
    verified: failedProof ? "failed" : "not-verified",
    failure,
    endedAt: now.toISOString(),
  };
}

/** The copy in private storage was proved; what the browser saved cannot be read, and is not called proved. */
export function settleDownload(receipt: Receipt): Receipt {
  const proof = `The downloaded file itself cannot be read by the app: drop it here to check it. The copy kept in this browser was checked. ${receipt.proof}`;
  return { ...receipt, verified: "not-verified", proof };
}

/** One sentence for the end of a run: how much, where, and whether it was proved. */
export function describeReceipt(receipt: Receipt): string {
  const { records, fileName, place, verified, coverage } = receipt;
  const count = `${String(records)} ${records === 1 ? "record" : "records"}`;
  const seal = {
    proved: "Read back and proved.",
    "not-verified": "Not verified: the file could not be read back.",
    failed: "The proof failed.",
  }[verified];
  const left = coverage.left_out.length;
  const rest =
    left === 0
      ? ""
      : ` ${String(left)} ${left === 1 ? "thing was" : "things were"} left out; the receipt says which.`;
  return `${count} in ${fileName}, in ${place}. ${seal}${rest}`;
}
