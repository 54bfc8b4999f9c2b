import { FailureError, fail } from "../../failure.ts";
import type {
  FoundFile,
  ImportContext,
  ImportResult,
  ReadRecord,
} from "../../importers/contract.ts";
import type { Skipped } from "../../restore/contract.ts";
import type { JsonObject } from "../json-items.ts";
import { isEntry, isObject, jsonItems } from "../json-items.ts";
import { mentionsCompany } from "../relevant-chats.ts";

export interface ChatSource {
  readonly label: string;
  readonly isShard: (file: FoundFile) => boolean;
  /** The record of a conversation; `empty` where nobody said anything, undefined for another shape. */
  readonly toRecord: (
    value: JsonObject,
    context: ImportContext,
  ) => JsonObject | "empty" | undefined;
}

/** Pictures, sounds and files that lie beside the conversations. */
const asset =
  /\.(?:png|jpe?g|gif|webp|heic|svg|pdf|docx?|xlsx?|pptx?|mp[34]|m4a|wav|webm|dat|zip)$|(?:^|\/)file[-_]/i;

/** Reads every shard, conversation by conversation; a broken shard is refused alone where there are others. */
export function readChats(
  files: readonly FoundFile[],
  context: ImportContext,
  source: ChatSource,
): Promise<ImportResult> {
  const shards = files
    .filter(source.isShard)
    .sort((one, other) => one.name.localeCompare(other.name));
  const others = files.filter((file) => !source.isShard(file));
  const assets = others.filter(({ name }) => asset.test(name));
  const skipped: Skipped[] = others
    .filter((file) => !assets.includes(file))
    .map(({ name }) => ({ what: name, why: "It holds no conversation: left unread" }));
  if (assets.length > 0) {
    skipped.push({
      what: `Attachments: ${String(assets.length)}`,
      why: "Files of chats are not taken",
    });
  }
  const warnings: string[] = [];
  const records = readShards(shards, context, source, skipped, warnings);
  return Promise.resolve({ label: source.label, records, skipped, warnings });
}

async function* readShards(
  shards: readonly FoundFile[],
  context: ImportContext,
  source: ChatSource,
  skipped: Skipped[],
  warnings: string[],
): AsyncGenerator<ReadRecord> {
  const seen = new Set<unknown>();
  const counts = { taken: 0, relevant: 0, empty: 0, other: 0, doubles: 0, broken: 0 };
  for (const shard of shards) {
    try {
      for await (const { value, where } of jsonItems(shard.open(), isEntry)) {
        const record = isObject(value) ? source.toRecord(value, context) : undefined;
        if (record === undefined) counts.other += 1;
        else if (record === "empty") counts.empty += 1;
        else if (seen.has(record["id"])) counts.doubles += 1;
        else {
          seen.add(record["id"]);
          counts.taken += 1;
          if (mentionsCompany(JSON.stringify(record), context.companies)) counts.relevant += 1;
          yield { kindId: "conversations", value: record, where: `${where} of ${shard.name}` };
        }
      }
    } catch (error) {
      if (!(error instanceof FailureError) || shards.length === 1) throw error;
      counts.broken += 1;
      const { failure } = error;
      const why = "detail" in failure ? failure.detail : failure.code;
      skipped.push({ what: shard.name, why: `It is damaged: ${why}` });
    }
  }
  if (
    counts.broken === shards.length ||
    (counts.taken === 0 && counts.empty === 0 && counts.other > 0)
  ) {
    const detail = "No conversation in it has a shape that is known";
    fail({ code: "archive-refused", where: shards[0]?.name ?? "the archive", detail });
  }
  report(counts, context, skipped, warnings);
}

function report(
  counts: Readonly<Record<"taken" | "relevant" | "empty" | "other" | "doubles", number>>,
  context: ImportContext,
  skipped: Skipped[],
  warnings: string[],
): void {
  const say = (count: number, what: string, why: string): void => {
    if (count > 0) skipped.push({ what: `${what}: ${String(count)}`, why });
  };
  say(counts.empty, "Empty conversations", "Nobody said anything in them");
  say(counts.other, "Entries of another shape", "They are no conversations that can be read");
  say(counts.doubles, "Duplicates", "The same conversation stands in a shard before");
  if (context.companies.length === 0) return;
  warnings.push(
    `Conversations that mention a tracked company: ${String(counts.relevant)} of ${String(counts.taken)}.`,
  );
}
