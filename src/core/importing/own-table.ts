import { csv } from "../formats/registry.ts";
import type { FoundFile, ReadRecord } from "../importers/contract.ts";
import { guessKind } from "../layout/guess-kind.ts";
import type { AnyKind } from "../records/any-kind.ts";
import { isDay, isInstant } from "../records/record-schema.ts";
import { encodingOf, headText } from "../restore/sniff.ts";
import { seededId } from "../restore/seeded-id.ts";
import { unguardFormula } from "../escape/guard-formula.ts";

/** The kind of a CSV whose columns are all ours and whose cells fit their fields, or undefined. */
export async function ownTableKind(file: FoundFile): Promise<AnyKind | undefined> {
  if (encodingOf(file.head) !== "utf-8") return undefined;
  const { default: papa } = await import("papaparse");
  const whole = file.size <= file.head.byteLength;
  const text = headText(file.head).replace(/^\ufeff/, "");
  const { data, errors } = papa.parse<readonly string[]>(text, { preview: 200 });
  // A quote that never closes is for the reader that can say at which byte.
  if (whole && errors.some(({ type }) => type === "Quotes")) return undefined;
  const rows = whole ? data : data.slice(0, -1);
  const [head = [], ...body] = rows;
  const kind = head.length < 2 ? undefined : guessKind(head);
  if (kind === undefined || kind.derived === true) return undefined;
  return body.every((cells) => head.every((name, at) => fits(kind, name, cells[at])))
    ? kind
    : undefined;
}

function fits(kind: AnyKind, name: string, guarded: string | undefined): boolean {
  const cell = unguardFormula(guarded ?? "");
  if (cell === "") return true;
  const type = kind.fields[name]?.type;
  if (type === "day") return isDay(cell);
  if (type === "instant") return isInstant(cell);
  if (type === "integer" || type === "decimal")
    return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(cell);
  if (type === "flag") return /^(?:true|false)$/i.test(cell);
  return true;
}

/** The records of one of our tables. A row without an id gets one of its content. */
export async function* ownTableRecords(
  file: Pick<FoundFile, "name" | "open">,
  kind: AnyKind,
): AsyncGenerator<ReadRecord> {
  const times = new Map<string, number>();
  let row = 1;
  const records = csv.read?.(file.open(), kind.id) ?? [];
  for await (const { value } of records) {
    row += 1;
    const where = `row ${String(row)} of ${file.name}`;
    const record = value as Readonly<Record<string, unknown>>;
    if (Object.keys(record).length === 0) continue;
    const content = JSON.stringify(record);
    const time = (times.get(content) ?? 0) + 1;
    times.set(content, time);
    const id =
      kind.id === "settings" ? record["key"] : seededId(`${kind.id} ${content} ${String(time)}`);
    yield { kindId: kind.id, value: { id, ...record }, where };
  }
}
