import { fail, unwrap } from "../failure.ts";
import type { Verification } from "../job-tracker.ts";
import type { ExportsPorts } from "./make-exports.ts";

type VerifyPorts = Pick<ExportsPorts, "receipts" | "keptFile" | "runner">;

/** Checks the file of an export again; a receipt that was not proved yet is proved by it. */
export async function verify(
  ports: VerifyPorts,
  exportId: string,
  { file, passphrase }: { readonly file?: Blob; readonly passphrase?: string } = {},
): Promise<Verification> {
  const receipt = await ports.receipts.get(exportId);
  if (receipt === undefined) return fail({ code: "not-found", what: `The export ${exportId}` });
  const given = file ?? (await ports.keptFile(receipt));
  if (given === undefined) return fail({ code: "not-found", what: "The file of this export" });
  const verification = unwrap(await ports.runner.check(given, receipt, passphrase));
  if (verification.verified === "proved" && receipt.verified !== "proved") {
    await ports.receipts.put({ ...receipt, verified: "proved", proof: verification.message });
  }
  return verification;
}
