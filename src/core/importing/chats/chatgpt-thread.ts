import type { ImportContext } from "../../importers/contract.ts";
import type { JsonObject } from "../json-items.ts";
import { isObject, textOf } from "../json-items.ts";

/** What a person and the assistant said; code, tools, reasoning and hidden context are not that. */
const spoken = new Set(["text", "multimodal_text"]);
const longestThread = 100_000;

/** A conversation of ChatGPT as a record: the thread that is visible, without abandoned branches. */
export function toChatGptRecord(
  value: JsonObject,
  context: ImportContext,
): JsonObject | "empty" | undefined {
  const mapping = value["mapping"];
  if (!isObject(mapping)) return undefined;
  const id = textOf(value["conversation_id"]) ?? textOf(value["id"]);
  const messages = threadOf(mapping, value["current_node"]).flatMap((node, at) => {
    const message = toMessage(node["message"], context, `${id ?? ""} ${String(at)}`);
    return message === undefined ? [] : [message];
  });
  if (messages.length === 0) return "empty";
  const title = textOf(value["title"]);
  const started = toInstant(value["create_time"]) ?? messages[0]?.["sent_at"];
  return {
    id: context.newId(`chatgpt ${id ?? `${title ?? ""} ${String(started)}`}`),
    ...(title === undefined ? {} : { title }),
    source: "chatgpt",
    started_at: started,
    ended_at: toInstant(value["update_time"]) ?? messages.at(-1)?.["sent_at"],
    messages,
  };
}

/** From the current node up to the root; without one, from the newest leaf. */
function threadOf(mapping: JsonObject, current: unknown): readonly JsonObject[] {
  const node = (key: unknown): JsonObject | undefined => {
    const found = typeof key === "string" && Object.hasOwn(mapping, key) ? mapping[key] : undefined;
    return isObject(found) ? found : undefined;
  };
  const thread: JsonObject[] = [];
  const seen = new Set<unknown>();
  let key: unknown = node(current) === undefined ? newestLeaf(mapping) : current;
  for (
    let at = node(key);
    at !== undefined && !seen.has(key) && thread.length < longestThread;
    at = node(key)
  ) {
    seen.add(key);
    thread.unshift(at);
    key = at["parent"];
  }
  return thread;
}

function newestLeaf(mapping: JsonObject): string | undefined {
  const leaves = Object.entries(mapping).flatMap(([key, node]) => {
    if (!isObject(node)) return [];
    const { children, message } = node;
    if (Array.isArray(children) && children.length > 0) return [];
    const at = isObject(message) ? Number(message["create_time"] ?? 0) : 0;
    return [{ key, at }];
  });
  return leaves.sort((one, other) => other.at - one.at)[0]?.key;
}

function toMessage(value: unknown, context: ImportContext, seed: string): JsonObject | undefined {
  if (!isObject(value)) return undefined;
  const { author, content, metadata } = value;
  const role = isObject(author) ? author["role"] : undefined;
  if ((role !== "user" && role !== "assistant") || !isObject(content)) return undefined;
  if (!spoken.has(String(content["content_type"]))) return undefined;
  if (isObject(metadata) && metadata["is_visually_hidden_from_conversation"] === true)
    return undefined;
  // What the assistant sends to a tool is not said to the person.
  const recipient = value["recipient"];
  if (typeof recipient === "string" && recipient !== "all") return undefined;
  const parts = Array.isArray(content["parts"]) ? (content["parts"] as readonly unknown[]) : [];
  const text = parts
    .filter((part) => typeof part === "string")
    .join("\n")
    .trim();
  const attachments = parts.flatMap((part) => attachmentOf(part));
  if (text === "" && attachments.length === 0) return undefined;
  const at = toInstant(value["create_time"]);
  return {
    id: textOf(value["id"]) ?? context.newId(`chatgpt message ${seed}`),
    role,
    ...(at === undefined ? {} : { sent_at: at }),
    text,
    ...(attachments.length > 0 ? { attachments } : {}),
  };
}

function attachmentOf(part: unknown): readonly string[] {
  if (!isObject(part)) return [];
  const name = textOf(part["asset_pointer"]) ?? textOf(part["name"]);
  return name === undefined ? [] : [name];
}

/** Seconds since 1970 as an instant. */
function toInstant(value: unknown): string | undefined {
  const seconds = typeof value === "number" ? value : Number.NaN;
  if (!Number.isFinite(seconds) || seconds <= 0 || seconds > 8_640_000_000_000 / 1000)
    return undefined;
  return new Date(Math.round(seconds * 1000)).toISOString();
}
