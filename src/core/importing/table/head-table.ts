import { FailureError } from "../../failure.ts";
import type { FoundFile } from "../../importers/contract.ts";
import type { Table } from "./read-table.ts";
import { readTable } from "./read-table.ts";

const known = new WeakMap<FoundFile, Promise<Table | "too-large" | undefined>>();

/** The first rows of a file read as a table, once; `too-large` where a limit is passed already. */
export function headTable(file: FoundFile): Promise<Table | "too-large" | undefined> {
  const found = known.get(file) ?? readHead(file);
  known.set(file, found);
  return found;
}

async function readHead(file: FoundFile): Promise<Table | "too-large" | undefined> {
  if (file.head.byteLength === 0 || isOther(file.head)) return undefined;
  const open = (): ReturnType<FoundFile["open"]> => new Blob([closed(file)]).stream();
  try {
    const table = await readTable({ name: file.name, head: file.head, open });
    return table.head.length >= 2 ? table : undefined;
  } catch (error) {
    if (error instanceof FailureError && error.failure.code === "limit-exceeded")
      return "too-large";
    // A quote that is open at the end of the first 64 KiB: a table, for the whole file to judge.
    if (error instanceof FailureError) return openQuoteTable(file);
    throw error;
  }
}

/** Whole lines only: the last one may be cut. */
function closed(file: FoundFile): FoundFile["head"] {
  if (file.size <= file.head.byteLength) return file.head;
  const end = file.head.lastIndexOf(10);
  return end > 0 ? file.head.slice(0, end) : file.head;
}

/** The rows before the one with the open quote. */
async function openQuoteTable(file: FoundFile): Promise<Table | undefined> {
  const [line] = new TextDecoder().decode(file.head).split(/\r\n|\r|\n/, 1);
  const bytes = new TextEncoder().encode(`${line ?? ""}\n`);
  if (bytes.byteLength >= file.head.byteLength) return undefined;
  const open = (): ReturnType<FoundFile["open"]> => new Blob([bytes]).stream();
  const table = await readTable({ name: file.name, head: bytes, open }).catch(() => undefined);
  return table === undefined || table.head.length < 2 ? undefined : table;
}

/** JSON, calendars, cards and pages are texts with commas, too. */
function isOther(head: Uint8Array): boolean {
  const start = new TextDecoder()
    .decode(head.slice(0, 200))
    .replace(/^\ufeff/, "")
    .trimStart();
  return /^(?:[{<]|\[\s*[{[\]]|BEGIN:V|PK)/.test(start);
}
