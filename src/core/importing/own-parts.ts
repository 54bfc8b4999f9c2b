import type { ReadRecord } from "../importers/contract.ts";
import type { ChainLink } from "../increment/chain.ts";
import type { EnvelopePart } from "../reading/read-envelope.ts";
import { newerMinor } from "../restore/own-label.ts";
import { readPlace } from "./own-place.ts";

type ExportInfo = Readonly<Record<string, unknown>>;

/** The head of one of our files, read before the rest, and its records to come. */
export interface OwnParts {
  readonly madeAt?: string;
  readonly version?: string;
  readonly exportId?: string;
  readonly chain?: ChainLink;
  readonly records: AsyncIterable<ReadRecord>;
  readonly warnings: readonly string[];
}

/** Takes `export_info`, which our writers put first, off the front of the parts of a file. */
export async function takeHead(parts: AsyncGenerator<EnvelopePart>): Promise<OwnParts> {
  const first = await parts.next();
  const warnings: string[] = [];
  const held = first.done === true || first.value.part === "export_info" ? [] : [first.value];
  const info: ExportInfo =
    first.done !== true && first.value.part === "export_info" ? first.value.value : {};
  const text = (name: string): string | undefined => {
    const value = info[name];
    return typeof value === "string" ? value : undefined;
  };
  const [madeAt, version] = [text("timestamp"), text("version")];
  warnings.push(...newerMinor(version));
  return {
    ...(madeAt === undefined ? {} : { madeAt }),
    ...(version === undefined ? {} : { version }),
    ...readPlace(info),
    warnings,
    records: recordsOf(held, parts, warnings),
  };
}

async function* recordsOf(
  held: readonly EnvelopePart[],
  rest: AsyncGenerator<EnvelopePart>,
  warnings: string[],
): AsyncGenerator<ReadRecord> {
  for (const part of held) if (part.part === "record") yield toRead(part);
  for await (const part of rest) {
    if (part.part === "record") yield toRead(part);
    else {
      const version = part.value["version"];
      if (typeof version === "string") warnings.push(...newerMinor(version));
    }
  }
}

/** A setting without an id is one written by hand: its key is its id. */
function toRead({ kindId, value, where }: Extract<EnvelopePart, { part: "record" }>): ReadRecord {
  if (kindId !== "settings" || typeof value !== "object" || value === null || "id" in value) {
    return { kindId, value, where };
  }
  return { kindId, value: { ...value, id: (value as { key?: unknown }).key }, where };
}
