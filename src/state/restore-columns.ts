import type { Records, RestoreInterface } from "../core/job-tracker.ts";
import type { Setting } from "../core/kinds/settings.ts";
import type { Inspection } from "../core/restore/contract.ts";

/** Column → field as a person chose it, e.g. `applied_on day-first`. */
export type Chosen = Readonly<Record<string, string>>;
type SettingRecords = Pick<Records, "get" | "put">;

/**
 * The setting that remembers the columns of one kind of table: the same header, in any order and case,
 * is the same kind. 53 bits of a hash, because a header may be as long as it likes.
 */
export function columnsKey(names: readonly string[]): string {
  const text = names
    .map((name) => name.trim().toLowerCase())
    .sort()
    .join("\u001f");
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  const low = (one ^ (two >>> 15)) >>> 0;
  const high = (two ^ (one >>> 13)) & 0x1f_ffff;
  return `import.columns.${(high * 2 ** 32 + low).toString(36)}`;
}

const namesOf = ({ columns = [] }: Inspection): readonly string[] =>
  columns.map(({ name }) => name);

/** Looks at a file, and at a table again with the columns that were chosen for its header before. */
export async function inspectAsBefore(
  restore: Pick<RestoreInterface, "inspect">,
  records: SettingRecords,
  file: Blob,
  options: { readonly name: string; readonly passphrase?: string; readonly mapping?: Chosen },
): Promise<Inspection> {
  const inspection = await restore.inspect(file, options);
  if (options.mapping !== undefined || namesOf(inspection).length === 0) return inspection;
  const before = await recallColumns(records, inspection);
  return before === undefined ? inspection : restore.inspect(file, { ...options, mapping: before });
}

/** What was chosen for a table with this header, or undefined. */
export async function recallColumns(
  records: SettingRecords,
  inspection: Inspection,
): Promise<Chosen | undefined> {
  const kept = await records.get("settings", columnsKey(namesOf(inspection)));
  const value: unknown = kept?.["value"];
  if (typeof value !== "object" || value === null) return undefined;
  const pairs = Object.entries(value).filter(
    (pair): pair is [string, string] => typeof pair[1] === "string",
  );
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
}

/** Remembers what was chosen now beside what was chosen before; returns both. */
export async function addColumns(
  records: SettingRecords,
  inspection: Inspection,
  chosen: Chosen,
  now: Date,
): Promise<Chosen> {
  const all = { ...(await recallColumns(records, inspection)), ...chosen };
  await keepColumns(records, inspection, all, now);
  return all;
}

export async function keepColumns(
  records: SettingRecords,
  inspection: Inspection,
  chosen: Chosen,
  now: Date,
): Promise<void> {
  const id = columnsKey(namesOf(inspection));
  const at = now.toISOString();
  const setting: Setting = { id, key: id, value: chosen, created_at: at, updated_at: at };
  await records.put("settings", setting);
}
