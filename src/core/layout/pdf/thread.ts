import type { Section } from "../../formats/contract.ts";
import type { CleanRow } from "../../sanitize/clean-row.ts";
import { isMessage, threadHead } from "../thread.ts";
import { cleanText } from "./clean-text.ts";
import { ink } from "./ink.ts";
import { paperText } from "./paper-text.ts";
import { ensureRoom, writeParagraph } from "./paragraph.ts";
import type { Sheet } from "./sheet.ts";

const body = { size: 9.4, leading: 13.5, color: ink.second } as const;

/** A conversation: its title and facts, then who said what and when. */
export async function writeThread(sheet: Sheet, row: CleanRow, section: Section): Promise<void> {
  const { title, facts } = threadHead(row, section);
  const messages: readonly unknown[] = Array.isArray(row["messages"]) ? row["messages"] : [];
  const shown = messages.filter(isMessage);
  const texts = shown.flatMap(({ author, role, text }) => [author ?? role, text]);
  await sheet.fonts.prepare([title, facts, ...texts].map(cleanText));
  ensureRoom(sheet, 70);
  sheet.mark("Record");
  writeParagraph(sheet, title, { size: 11, leading: 15, bold: true }, { tag: "H3" });
  if (facts !== "") writeParagraph(sheet, facts, { ...body, size: 8.6, leading: 12 });
  for (const { author, role, sent_at: sentAt, text } of shown) {
    ensureRoom(sheet, 34);
    sheet.y += 5;
    const at = sentAt === undefined ? "" : `, ${paperText(sentAt, instant)}`;
    writeParagraph(sheet, `${author ?? role}${at}`, { size: 8.6, leading: 12, color: ink.third });
    writeParagraph(sheet, text, { size: 9.4, leading: 13 }, { x: sheet.left + 10 });
  }
  sheet.y += 10;
  sheet.rule(sheet.left, sheet.right, sheet.y);
  sheet.y += 8;
}

const instant = { type: "instant", sensitivity: "plain", label: "" } as const;
