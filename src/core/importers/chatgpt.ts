import { readChats } from "../importing/chats/read-chats.ts";
import { toChatGptRecord } from "../importing/chats/chatgpt-thread.ts";
import { headText } from "../restore/sniff.ts";
import type { FoundFile, Importer } from "./contract.ts";

const isShard = ({ head }: FoundFile): boolean => {
  const text = headText(head).trimStart();
  return (
    text.startsWith("[") &&
    /"mapping"\s*:\s*\{/.test(text) &&
    /"(?:current_node|create_time)"\s*:/.test(text)
  );
};

/** The export of ChatGPT: one file of conversations, or numbered shards. */
export const chatgpt: Importer = {
  label: "ChatGPT",
  recognises: (files) => (files.some(isShard) ? 0.93 : 0),
  read: (files, context) =>
    readChats(files, context, {
      label: "Conversations from ChatGPT",
      isShard,
      toRecord: toChatGptRecord,
    }),
};
