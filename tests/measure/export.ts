import { readFile, mkdir } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { needsNames, readKnownNames } from "../../src/core/derive/known-names.ts";
import { withDerived } from "../../src/core/derive/with-derived.ts";
import { describeFailure } from "../../src/core/describe-failure.ts";
import { toFailure } from "../../src/core/failure.ts";
import * as heavy from "../../src/core/interface/heavy-parts.ts";
import { readNames } from "../../src/core/interface/read-names.ts";
import { Parts } from "../../src/core/interface/parts.ts";
import { decide } from "../../src/core/interface/understand.ts";
import type { RecordSource } from "../../src/core/pipeline/ports.ts";
import { runExport } from "../../src/core/pipeline/run-export.ts";
import type { ExportPlan } from "../../src/core/plan/plan.ts";
import type { KindId } from "../../src/core/records/any-kind.ts";
import type { AnyRecord } from "../../src/core/records/stored-record.ts";
import type { OwnNames } from "../../src/core/request/request.ts";
import { inspect } from "../../src/core/restore/inspect.ts";
import { arraySource } from "../support/array-source.ts";
import { fileSink } from "../support/file-sink.ts";

interface Surroundings {
  readonly source: RecordSource;
  readonly names: OwnNames;
  readonly today: string;
  readonly out: string;
  readonly passphrase?: string;
}

/** `--data FILE --today DAY --out FOLDER [--passphrase P] SENTENCE…`: the real plan and pipeline, to files. */
export async function run(args: string[], print: (row: unknown) => void): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      data: { type: "string" },
      today: { type: "string" },
      out: { type: "string" },
      passphrase: { type: "string" },
    },
  });
  const { data, today, out, passphrase } = values;
  if (data === undefined || today === undefined || out === undefined || positionals.length === 0) {
    process.stderr.write(
      "export --data FILE --today DAY --out FOLDER [--passphrase P] SENTENCE…\n",
    );
    return 2;
  }
  await mkdir(out, { recursive: true });
  const source = withDerived(await readSource(data, today), `${today}T12:00:00.000Z`, today);
  const { own: names } = await readNames(source);
  const around = { source, names, today, out, ...(passphrase !== undefined && { passphrase }) };
  for (const [index, sentence] of positionals.entries()) {
    print(await exportSentence(sentence, index, around));
  }
  return 0;
}

/** The records of a JSON export, read the way a restore reads them. */
async function readSource(file: string, today: string): Promise<RecordSource> {
  const blob = new Blob([await readFile(file)]);
  const now = (): Date => noonOf(today);
  const { incoming, bytes, refused } = await inspect(blob, {
    name: basename(file),
    now,
    companies: [],
  });
  for (const { row, why } of refused) process.stderr.write(`${row}: ${why}\n`);
  const records: Partial<Record<KindId, AnyRecord[]>> = {};
  for (const { kind, record } of incoming) (records[kind] ??= []).push(record);
  for (const all of Object.values(records)) all.sort((a, b) => (a.id < b.id ? -1 : 1));
  return arraySource(records, { bytes: new Map(bytes) });
}

const noonOf = (today: string): Date => new Date(`${today}T12:00:00`);

async function exportSentence(
  sentence: string,
  index: number,
  around: Surroundings,
): Promise<unknown> {
  const { today, names, source } = around;
  const parsed = heavy.parseRequest(sentence, { today, language: "en", data: names });
  const ports = {
    source,
    now: () => noonOf(today),
    parts: new Parts(() => Promise.resolve(heavy)),
    parse: () => parsed,
    last: () => null,
    saved: () => [],
  };
  const planned = await decide(sentence, parsed, undefined, ports, heavy);
  const questions = planned.questions.map(({ code }) => code);
  if (!("plan" in planned)) return { sentence, file: null, questions };
  try {
    return { sentence, ...(await write(planned.plan, index, around)), questions };
  } catch (error) {
    const failure = toFailure(error);
    const { message } = describeFailure(failure);
    return { sentence, file: null, error: failure.code, message, questions };
  }
}

async function write(plan: ExportPlan, index: number, around: Surroundings): Promise<object> {
  const { source, today, out, passphrase } = around;
  const nobody = { people: [], companies: [] };
  const { fileName, bytes, sha256, records, coverage, verified, proof } = await runExport(
    plan,
    {
      source,
      sink: await fileSink(out, plan.fileName),
      signal: new AbortController().signal,
      now: () => noonOf(today),
      clock: () => performance.now(),
      report: () => undefined,
      exportId: `export-${String(index + 1)}`,
      appVersion: "1.0.0",
      known: needsNames(plan.sanitization) ? await readKnownNames(source) : nobody,
      // The same pseudonyms every time: a measurement has to repeat.
      pseudonymKey: new Uint8Array(32).fill(1),
      ...(passphrase !== undefined && { key: { passphrase } }),
    },
    heavy.shelves,
  );
  return { file: fileName, bytes, sha256, records, coverage, verified, proof };
}
