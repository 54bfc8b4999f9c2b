import { toClaudeRecord } from "../importing/chats/claude-thread.ts";
import { readChats } from "../importing/chats/read-chats.ts";
import { headText } from "../restore/sniff.ts";
import type { FoundFile, Importer } from "./contract.ts";

const isShard = ({ head }: FoundFile): boolean => {
  const text = headText(head).trimStart();
  return text.startsWith("[") && /"chat_messages"\s*:/.test(text) && /"uuid"\s*:/.test(text);
};

/** The export of Claude; recognised by its shape, because nothing about it is promised. */
export const claude: Importer = {
  label: "Claude",
  recognises: (files) => (files.some(isShard) ? 0.93 : 0),
  read: (files, context) =>
    readChats(files, context, {
      label: "Conversations from Claude",
      isShard,
      toRecord: toClaudeRecord,
    }),
};
