/**
 * `npm run --silent measure -- WHAT FILE…`: one JSON line out for each line in, nothing else on
 * standard output. Each WHAT is a file beside this one that calls public functions of `src/core`.
 */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";

interface Options {
  readonly level?: string;
  readonly pseudonyms?: boolean;
}
type Answer = (row: unknown, options: Options) => unknown;
interface RowModule {
  readonly answer: Answer;
  readonly prepare?: (options: Options) => Promise<void>;
}
interface RunModule {
  readonly run: (args: string[], print: (row: unknown) => void) => Promise<number>;
}

const byRow: Readonly<Record<string, () => Promise<RowModule>>> = {
  requests: () => import("./requests.ts"),
  dialogues: () => import("./dialogues.ts"),
  dates: () => import("./dates.ts"),
  recurrences: () => import("./recurrences.ts"),
  personal: () => import("./personal.ts"),
  sanitize: () => import("./sanitize.ts"),
};
const whole: Readonly<Record<string, () => Promise<RunModule>>> = {
  vault: () => import("./vault.ts"),
  inspect: () => import("./inspect.ts"),
  export: () => import("./export.ts"),
};
const warmUpRows = 200;

function print(row: unknown): void {
  process.stdout.write(`${JSON.stringify(row)}\n`);
}

function usage(): number {
  const names = [...Object.keys(byRow), ...Object.keys(whole)].join(" | ");
  process.stderr.write(`npm run --silent measure -- (${names}) FILE…\n`);
  return 2;
}

async function readRows(files: readonly string[]): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (const file of files) {
    for await (const line of createInterface({
      input: createReadStream(file),
      crlfDelay: Infinity,
    })) {
      if (line.trim() !== "") rows.push(JSON.parse(line));
    }
  }
  return rows;
}

function idOf(row: unknown): unknown {
  return typeof row === "object" && row !== null && "id" in row ? row.id : null;
}

async function answerRows(load: () => Promise<RowModule>, args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      time: { type: "boolean" },
      level: { type: "string" },
      pseudonyms: { type: "boolean" },
    },
  });
  if (positionals.length === 0) return usage();
  const options: Options = {
    ...(values.level === undefined ? {} : { level: values.level }),
    ...(values.pseudonyms === undefined ? {} : { pseudonyms: values.pseudonyms }),
  };
  const rows = await readRows(positionals);
  const { answer, prepare } = await load();
  await prepare?.(options);
  if (values.time === true)
    for (const row of rows.slice(0, warmUpRows)) await tryRow(answer, row, options);
  let failed = 0;
  for (const row of rows) {
    const before = performance.now();
    const result = await tryRow(answer, row, options);
    const us = Math.round((performance.now() - before) * 1000);
    if (!result.ok) failed += 1;
    print(values.time === true ? { ...result.value, us } : result.value);
  }
  if (failed > 0) process.stderr.write(`${String(failed)} of ${String(rows.length)} rows threw\n`);
  return 0;
}

async function tryRow(
  answer: Answer,
  row: unknown,
  options: Options,
): Promise<{ ok: boolean; value: object }> {
  try {
    return { ok: true, value: (await answer(row, options)) as object };
  } catch (error) {
    return {
      ok: false,
      value: { id: idOf(row), error: error instanceof Error ? error.message : "unknown" },
    };
  }
}

async function main(): Promise<number> {
  const [what = "", ...args] = process.argv.slice(2);
  const rowModule = byRow[what];
  const runModule = whole[what];
  if (rowModule !== undefined) return answerRows(rowModule, args);
  if (runModule !== undefined) return (await runModule()).run(args, print);
  return usage();
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : "failed"}\n`);
  return 2;
});
