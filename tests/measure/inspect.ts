import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { describeFailure } from "../../src/core/describe-failure.ts";
import { toFailure } from "../../src/core/failure.ts";
import type { Inspection } from "../../src/core/restore/contract.ts";
import { inspect } from "../../src/core/restore/inspect.ts";

/**
 * Files …, `--passphrase P`, `--companies A;B`, `--records`, `--today DAY`: what the Restore screen shows
 * of each file. The day stands in for the clock, so that the same file gives the same line.
 */
export async function run(args: readonly string[], print: (row: unknown) => void): Promise<number> {
  const taken = new Set<number>();
  const option = (name: string): string | undefined => {
    const at = args.indexOf(name);
    if (at < 0) return undefined;
    taken.add(at).add(at + 1);
    return args[at + 1];
  };
  const passphrase = option("--passphrase");
  const companies = (option("--companies") ?? "").split(";").filter((name) => name !== "");
  const today = new Date(`${option("--today") ?? "2026-01-01"}T00:00:00Z`);
  const withRecords = args.includes("--records");
  const files = args.filter((arg, at) => !taken.has(at) && !arg.startsWith("--"));
  if (files.length === 0) return 2;
  for (const path of files) {
    const start = performance.now();
    const name = basename(path);
    const ms = (): number => Math.round((performance.now() - start) * 10) / 10;
    try {
      const inspection = await inspect(new Blob([await readFile(path)]), {
        name,
        companies,
        now: () => today,
        ...(passphrase === undefined ? {} : { passphrase }),
      });
      print({ ...row(inspection, withRecords), ms: ms() });
    } catch (error) {
      const failure = toFailure(error);
      const { title, message } = describeFailure(failure);
      const said = { name, verdict: "refuse", code: failure.code, message: `${title}. ${message}` };
      print({ ...said, source: null, kinds: {}, skipped: [], refused: [], ms: ms() });
    }
  }
  return 0;
}

function row(inspection: Inspection, withRecords: boolean): Record<string, unknown> {
  const { name, source, label, kinds, skipped, refused, warnings, mapping } = inspection;
  const records: Record<string, unknown[]> = {};
  for (const { kind, record } of inspection.incoming) (records[kind] ??= []).push(record);
  return {
    name,
    verdict: "accept",
    message: [`${label}.`, ...warnings].join(" "),
    source,
    kinds,
    skipped,
    refused: refused.map(({ row: place, why }) => ({ row: place, why })),
    ...(mapping === undefined ? {} : { mapping }),
    ...(withRecords ? { records } : {}),
  };
}
