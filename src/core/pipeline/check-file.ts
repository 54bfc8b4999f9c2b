import { manifestName, type Manifest } from "../archive/manifest.ts";
import type { Container } from "../containers/contract.ts";
import { fail } from "../failure.ts";
import type { Bytes } from "../formats/contract.ts";
import type { Verification } from "../job-tracker.ts";
import { isKindId } from "../records/any-kind.ts";
import { makeHasher } from "./hasher.ts";
import type { Receipt } from "./ports.ts";
import { findContainer, findFormats, type Shelves } from "./shelves.ts";

/**
 * Checks a file against the receipt of the export that wrote it: the bytes, and, where it can be opened,
 * every file in it against the manifest, or the number of records in a bare one.
 * @throws FailureError `wrong-passphrase`, `archive-damaged`
 */
export async function checkFile(
  file: Blob,
  receipt: Receipt,
  passphrase: string | undefined,
  shelves: Shelves,
  now: Date,
): Promise<Verification> {
  const at = now.toISOString();
  const digest = await sha256Of(file.stream());
  if (digest !== receipt.sha256) {
    const message = `This is not the file of that export, or it was changed since: its SHA-256 begins with ${digest.slice(0, 16)}, the receipt says ${receipt.sha256.slice(0, 16)}.`;
    return { verified: "failed", message, at };
  }
  const container = findContainer(shelves, receipt.plan.container);
  if (container.encrypts && passphrase === undefined) {
    const message = "Byte for byte the file that was written. Enter the passphrase to open it too.";
    return { verified: "not-verified", message, at };
  }
  const opened =
    container.single === true
      ? await checkBare(file, receipt, container, shelves)
      : await checkPackage(file, container, passphrase, receipt);
  return { verified: "proved", message: `Byte for byte the file that was written. ${opened}`, at };
}

async function checkBare(
  file: Blob,
  receipt: Receipt,
  container: Container,
  shelves: Shelves,
): Promise<string> {
  const [chosen] = findFormats(shelves, receipt.plan.formats);
  for await (const { bytes } of container.unpack(file)) {
    const count = chosen === undefined ? undefined : await countIn(chosen.format, bytes);
    if (count === undefined) return "It is whole.";
    if (count !== receipt.records) {
      fail({
        code: "proof-failed",
        detail: `${String(count)} records instead of ${String(receipt.records)}`,
      });
    }
    return `It holds ${String(count)} records, as the receipt says.`;
  }
  return "It is whole.";
}

async function countIn(
  format: ReturnType<typeof findFormats>[number]["format"],
  bytes: ReadableStream<Bytes>,
): Promise<number | undefined> {
  if (format.read === undefined) return format.count?.(bytes);
  let count = 0;
  for await (const { kindId } of format.read(bytes)) if (isKindId(kindId)) count += 1;
  return count;
}

async function checkPackage(
  file: Blob,
  container: Container,
  passphrase: string | undefined,
  { coverage }: Receipt,
): Promise<string> {
  const digests = new Map<string, string>();
  let manifest: Manifest | undefined;
  for await (const { name, bytes } of container.unpack(file, passphrase)) {
    // Written by this app: its digest is that of the receipt.
    if (name === manifestName) manifest = (await new Response(bytes).json()) as Manifest;
    else digests.set(name, await sha256Of(bytes));
  }
  const wrong = manifest?.files.find(({ name, sha256 }) => digests.get(name) !== sha256);
  if (manifest === undefined || wrong !== undefined) {
    const where = wrong?.name ?? manifestName;
    return fail({ code: "archive-damaged", where, detail: "It is not as the list of files says" });
  }
  const { files, export_info: info } = manifest;
  // The counts of that moment: the receipt was made from the records, the list from the files.
  const kinds = new Set([...Object.keys(info.coverage.records), ...Object.keys(coverage.records)]);
  for (const kind of [...kinds].filter(isKindId)) {
    const [there, then] = [info.coverage.records[kind] ?? 0, coverage.records[kind] ?? 0];
    if (there !== then) {
      const detail = `${String(there)} ${kind} instead of ${String(then)}`;
      fail({ code: "proof-failed", detail });
    }
  }
  const several = files.length === 1 ? "1 file" : `${String(files.length)} files`;
  return `Opened: ${several}, as the list says, with ${String(info.coverage.total)} records, kind by kind as many as there were.`;
}

async function sha256Of(bytes: ReadableStream<Bytes>): Promise<string> {
  const hasher = makeHasher();
  for await (const piece of bytes) await hasher.update(piece);
  return hasher.digest();
}
