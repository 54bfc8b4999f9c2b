import type { Container, ExportFile, OpeningKey, SealingKey } from "../containers/contract.ts";
import { attempt, fail, unwrap } from "../failure.ts";
import { isKindId, type KindId } from "../records/any-kind.ts";
import type { Sanitizer } from "../sanitize/make-sanitizer.ts";
import type { Bytes, Format } from "../formats/contract.ts";
import { compareBytes } from "./compare-bytes.ts";
import type { MakeHasher } from "./hasher.ts";
import type { Verified } from "./ports.ts";
import { readTallies } from "./read-tallies.ts";
import type { ChosenFormat } from "./shelves.ts";
import { isSanitizing } from "./sanitizing.ts";
import { findLeak, isReadable, isText, textOf } from "./second-look.ts";
import type { RecordFile } from "./write-files.ts";
import type { Written } from "./write-to-sink.ts";

export interface ProofInput {
  readonly file: Blob;
  readonly written: Written;
  readonly container: Container;
  readonly formats: readonly ChosenFormat[];
  readonly key?: SealingKey;
  readonly recordFiles: readonly RecordFile[];
  readonly sanitizer: Sanitizer;
  readonly makeHasher?: MakeHasher | undefined;
  readonly check: () => void;
  readonly onRecords: (records: number) => void;
}
export interface Proof {
  /** Of the whole file, lower-case hex. */
  readonly sha256: string;
  readonly verified: Verified;
  readonly proof: string;
}

/**
 * Opens the finished file again: bytes as written, container opened, records counted and, where nothing
 * is lost, compared by digest; sanitised text is looked at a second time.
 * @throws FailureError `proof-failed`, `leak-found`: the caller removes the file.
 */
export async function proveExport(input: ProofInput): Promise<Proof> {
  const opening = openingKey(input.key);
  const closed = input.container.encrypts && opening === undefined;
  // The content is read while other threads hash the bytes; what is wrong with the bytes is told first.
  const content = closed ? undefined : attempt(() => proveContent(input, opening));
  const sha256 = await compareBytes(input.file, input.written, input.check, input.makeHasher);
  if (content === undefined) {
    const proof =
      "The bytes on the disk are those that were sealed. Opening it takes your passphrase.";
    return { sha256, verified: "not-verified", proof };
  }
  return { sha256, verified: "proved", proof: unwrap(await content) };
}

/** @returns what was found, in words. */
async function proveContent(input: ProofInput, opening: OpeningKey | undefined): Promise<string> {
  const { container } = input;
  const seen = new Seen();
  for await (const file of container.unpack(input.file, opening)) {
    input.check();
    await proveFile(input, file, seen);
  }
  const missing = input.recordFiles.find(({ name }) => !seen.names.has(name));
  if (missing !== undefined && container.single !== true) refuse(`${missing.name} is missing`);
  return seen.words(input);
}

/** A schedule's file is opened by a secret that only this run knows, and that is dropped with it. */
function openingKey(key: SealingKey | undefined): OpeningKey | undefined {
  if (key === undefined) return undefined;
  if ("passphrase" in key) return key.passphrase;
  return key.proof === undefined ? undefined : { secret: key.proof };
}

class Seen {
  readonly names = new Set<string>();
  files = 0;
  records = 0;
  compared = 0;
  uncounted = 0;

  words({ sanitizer, container }: ProofInput): string {
    const opened = container.encrypts ? "decrypted, " : "";
    const files = `${String(this.files)} ${this.files === 1 ? "file" : "files"}`;
    return [
      `Read back from ${files}, ${opened}byte for byte as written${this.#counted()}.`,
      ...(this.uncounted > 0 ? ["Where records cannot be counted, the bytes were compared."] : []),
      ...(isSanitizing(sanitizer.sanitization) ? ["A second look found nothing personal."] : []),
    ].join(" ");
  }

  #counted(): string {
    if (this.records === 0) return "";
    const content = this.compared > 0 ? ", the content equal by digest" : "";
    return `: ${String(this.records)} ${this.records === 1 ? "record" : "records"}, all there${content}`;
  }
}

async function proveFile(input: ProofInput, file: ExportFile, seen: Seen): Promise<void> {
  seen.files += 1;
  seen.names.add(file.name);
  const records =
    input.container.single === true
      ? input.recordFiles[0]
      : input.recordFiles.find(({ name }) => name === file.name);
  const format = input.formats.find(({ id }) => id === records?.formatId)?.format;
  const looked =
    isSanitizing(input.sanitizer.sanitization) &&
    (format === undefined ? isText(file.name) : isReadable(format));
  const [first, second] = looked ? file.bytes.tee() : [file.bytes, undefined];
  const leak = second === undefined ? undefined : findLeak(textOf(second, format), input.sanitizer);
  if (isSanitizing(input.sanitizer.sanitization)) {
    const [inName] = input.sanitizer.rescan(file.name);
    if (inName) fail({ code: "leak-found", where: "a file name", type: inName.type });
  }
  // Awaited below; a failure of the comparison comes first.
  leak?.catch(() => undefined);
  if (records === undefined || format === undefined) await drain(first);
  else await compareRecords(first, format, records, seen, input);
  const type = await leak;
  if (type !== undefined) fail({ code: "leak-found", where: file.name, type });
}

async function compareRecords(
  bytes: ReadableStream<Bytes>,
  format: Format,
  { name, tallies }: RecordFile,
  seen: Seen,
  { onRecords }: ProofInput,
): Promise<void> {
  const expected = tallies.reduce((sum, { count }) => sum + count, 0);
  const only: KindId | undefined = tallies.length === 1 ? tallies[0]?.kindId : undefined;
  if (format.lossless && format.read !== undefined) {
    const digested = new Set(tallies.filter(({ digest }) => digest).map(({ kindId }) => kindId));
    const asWritten = format.keepsFieldOrder === true;
    const found = await readTallies(format.read(bytes, only), digested, asWritten, onRecords);
    for (const { kindId, count, digest } of tallies) {
      const here = found.get(kindId);
      if (digest === undefined) continue;
      if ((here?.count ?? 0) !== count) {
        refuse(`${name} holds ${String(here?.count ?? 0)} ${kindId} instead of ${String(count)}`);
      }
      if (count > 0 && (await here?.hex()) !== (await digest.hex())) {
        refuse(`the ${kindId} in ${name} are not those that were written`);
      }
      seen.compared += count;
    }
    seen.records += expected;
    return;
  }
  const count = await countRecords(format, bytes, only);
  if (count === undefined) seen.uncounted += expected;
  else if (count !== expected)
    refuse(`${name} holds ${String(count)} records instead of ${String(expected)}`);
  else seen.records += count;
  onRecords(expected);
}

async function countRecords(
  format: Format,
  bytes: ReadableStream<Bytes>,
  only: KindId | undefined,
): Promise<number | undefined> {
  if (format.count !== undefined) return format.count(bytes);
  if (format.read === undefined) return drain(bytes);
  let count = 0;
  for await (const { kindId } of format.read(bytes, only)) if (isKindId(kindId)) count += 1;
  return count;
}

async function drain(bytes: ReadableStream<Bytes>): Promise<undefined> {
  const reader = bytes.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read());
}

function refuse(detail: string): never {
  return fail({ code: "proof-failed", detail });
}
