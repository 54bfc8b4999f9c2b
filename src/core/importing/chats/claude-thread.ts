import type { ImportContext } from "../../importers/contract.ts";
import type { JsonObject } from "../json-items.ts";
import { isObject, textOf } from "../json-items.ts";

/** A conversation of Claude as a record. Thinking and tools are not what was said. */
export function toClaudeRecord(
  value: JsonObject,
  context: ImportContext,
): JsonObject | "empty" | undefined {
  const list = value["chat_messages"];
  if (!Array.isArray(list)) return undefined;
  const id = textOf(value["uuid"]);
  const messages = (list as readonly unknown[]).flatMap((one, at) => {
    const message = toMessage(one, context, `${id ?? ""} ${String(at)}`);
    return message === undefined ? [] : [message];
  });
  if (messages.length === 0) return "empty";
  const title = textOf(value["name"]);
  const started = textOf(value["created_at"]) ?? messages[0]?.["sent_at"];
  return {
    id: context.newId(`claude ${id ?? `${title ?? ""} ${String(started)}`}`),
    ...(title === undefined ? {} : { title }),
    source: "claude",
    started_at: started,
    ended_at: textOf(value["updated_at"]) ?? messages.at(-1)?.["sent_at"],
    messages,
  };
}

function toMessage(value: unknown, context: ImportContext, seed: string): JsonObject | undefined {
  if (!isObject(value)) return undefined;
  const { sender } = value;
  if (sender !== "human" && sender !== "assistant") return undefined;
  const text = spokenText(value);
  const attachments = [...namesOf(value["attachments"]), ...namesOf(value["files"])];
  if (text === "" && attachments.length === 0) return undefined;
  const at = textOf(value["created_at"]);
  return {
    id: textOf(value["uuid"]) ?? context.newId(`claude message ${seed}`),
    role: sender === "human" ? "user" : "assistant",
    ...(at === undefined ? {} : { sent_at: at }),
    text,
    ...(attachments.length > 0 ? { attachments } : {}),
  };
}

/** The blocks of text; older exports have the text alone. */
function spokenText(value: JsonObject): string {
  const blocks = Array.isArray(value["content"]) ? (value["content"] as readonly unknown[]) : [];
  const texts = blocks.flatMap((block) =>
    isObject(block) && block["type"] === "text" ? [textOf(block["text"]) ?? ""] : [],
  );
  const said = texts.filter((text) => text !== "").join("\n\n");
  return said === "" && blocks.length === 0 ? (textOf(value["text"]) ?? "") : said;
}

function namesOf(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly unknown[]).flatMap((one) => {
    const name = isObject(one) ? textOf(one["file_name"]) : undefined;
    return name === undefined ? [] : [name];
  });
}
