import type { jsPDF } from "jspdf";
import { formatBytes } from "../words/format-bytes.ts";

export interface RecoveryKit {
  readonly fileName: string;
  readonly bytes: number;
  /** "Wednesday 25 November 2026, 10:42" */
  readonly made: string;
  /** "640 records. Read back and proved." */
  readonly holds: string;
  readonly sha256: string;
  /** The words that the app drew. A phrase of one's own is not printed: a line is left for it. */
  readonly words?: readonly string[];
  readonly recoveryCode?: string;
  /** First days of the next four months, in words: "Dec 2026". */
  readonly months: readonly string[];
}

const side = 56;
const ink = "#171a24";
const second = "#575c69";
const line = "#c9ccd4";

/**
 * One printable page with all that opens a sealed file (look.md, Documents). It is made on demand and
 * stored nowhere. Standard PDF fonts: everything on it is printable ASCII (security.md, D3).
 */
export async function makeRecoveryKit(kit: RecoveryKit): Promise<Blob> {
  const { jsPDF: Document } = await import("jspdf");
  const page = new Document({ unit: "pt", format: "a4", compress: true });
  page.setProperties({ title: "Recovery kit", creator: "Job Tracker Pro" });
  page.setLanguage("en");
  const pen = new Pen(page);
  pen.text("Keep on paper, apart from the device", 9.5, second);
  pen.y += 10;
  pen.text("Recovery kit", 22, ink, "bold");
  pen.y += 18;
  pen.fact("File", `${kit.fileName}, ${formatBytes(kit.bytes, "en")}`);
  pen.fact("Made", kit.made);
  pen.fact("Holds", kit.holds);
  pen.fact("Fingerprint", group(kit.sha256.slice(0, 16)), "courier");
  pen.heading("Passphrase");
  if (kit.words === undefined)
    pen.blank("Your own phrase is not printed. Write it here, or keep it elsewhere.");
  else {
    pen.words(kit.words);
    pen.text(
      "Small letters, one space between the words. Whoever has these words and the file can read everything.",
      8.6,
      second,
    );
  }
  if (kit.recoveryCode !== undefined) {
    pen.heading("Or the recovery code");
    pen.box(kit.recoveryCode);
  }
  pen.heading("To open it");
  for (const [at, step] of steps.entries()) pen.step(at + 1, step);
  pen.heading("Try it once a month");
  pen.tries(kit.months);
  pen.foot("Shown once, stored nowhere. If this sheet and your memory are lost, so is the file.");
  return page.output("blob");
}

const steps = [
  "Open Job Tracker Pro in any browser and drop the file on the window. No account, no network.",
  "Type the passphrase. You see what is inside before anything is written.",
  "If the app is gone: the layout is public (docs/formats in its source). The scripts read-vault.py and read-vault.mjs open a .jtb file without it; 7-Zip opens an encrypted ZIP.",
];

function group(hex: string): string {
  return hex.match(/.{1,4}/g)?.join(" ") ?? hex;
}

/** A cursor on the page, in points from the top left. */
class Pen {
  readonly #page: jsPDF;
  readonly #width: number;
  y = 64;

  constructor(page: jsPDF) {
    this.#page = page;
    this.#width = page.internal.pageSize.getWidth() - 2 * side;
  }

  #set(size: number, color: string, style: "normal" | "bold" = "normal", face = "helvetica"): void {
    this.#page.setFont(face, style).setFontSize(size).setTextColor(color);
  }

  text(words: string, size: number, color: string, style: "normal" | "bold" = "normal"): void {
    this.#set(size, color, style);
    for (const part of this.#page.splitTextToSize(words, this.#width) as readonly string[]) {
      this.y += size * 1.25;
      this.#page.text(part, side, this.y);
    }
  }

  heading(words: string): void {
    this.y += 24;
    this.text(words, 11, ink, "bold");
    this.y += 10;
  }

  fact(name: string, value: string, face = "helvetica"): void {
    this.y += 19;
    this.#set(9.6, second);
    this.#page.text(name, side, this.y);
    this.#set(9.6, ink, "normal", face);
    this.#page.text(value, side + 72, this.y, { maxWidth: this.#width - 72 });
  }

  step(number: number, words: string): void {
    this.#set(9.6, ink);
    this.#page.text(`${String(number)}.`, side, this.y + 12);
    for (const part of this.#page.splitTextToSize(words, this.#width - 16) as readonly string[]) {
      this.y += 14;
      this.#page.text(part, side + 16, this.y - 2);
    }
    this.y += 4;
  }

  /** Six numbered words in two rows of three. */
  words(words: readonly string[]): void {
    const [cell, height] = [this.#width / 3, 50];
    const rows = Math.ceil(words.length / 3);
    this.#page.setDrawColor(line).setLineWidth(0.6);
    for (let row = 1; row < rows; row += 1) {
      this.#page.line(side, this.y + row * height, side + this.#width, this.y + row * height);
    }
    for (const column of [1, 2]) {
      const x = side + column * cell;
      this.#page.line(x, this.y, x, this.y + rows * height);
    }
    this.#page.setDrawColor(ink).roundedRect(side, this.y, this.#width, rows * height, 5, 5);
    for (const [at, word] of words.entries()) {
      const [x, y] = [side + (at % 3) * cell + 12, this.y + Math.floor(at / 3) * height];
      this.#set(8, second);
      this.#page.text(String(at + 1), x, y + 17);
      this.#set(14, ink, "normal", "courier");
      this.#page.text(word, x, y + 36);
    }
    this.y += rows * height + 6;
  }

  box(content: string): void {
    this.#page
      .setDrawColor(line)
      .setLineWidth(0.8)
      .roundedRect(side, this.y, this.#width, 38, 5, 5);
    this.#set(14, ink, "normal", "courier");
    this.#page.text(content, side + 12, this.y + 24);
    this.y += 40;
  }

  blank(words: string): void {
    this.y += 28;
    this.#page
      .setDrawColor(second)
      .setLineWidth(0.6)
      .line(side, this.y, side + this.#width, this.y);
    this.y += 4;
    this.text(words, 8.6, second);
  }

  /** A line a month to note that the file was opened. */
  tries(months: readonly string[]): void {
    const step = this.#width / months.length;
    this.#page.setDrawColor(second).setLineWidth(0.6);
    for (const [at, month] of months.entries()) {
      const x = side + at * step;
      this.#set(9.6, second);
      this.#page.text(`${month}, opened on`, x, this.y + 10);
      this.#page.line(x, this.y + 42, x + step - 12, this.y + 42);
    }
    this.y += 44;
  }

  foot(words: string): void {
    const bottom = this.#page.internal.pageSize.getHeight() - 46;
    this.#page
      .setDrawColor(line)
      .setLineWidth(0.5)
      .line(side, bottom - 14, side + this.#width, bottom - 14);
    this.#set(8.6, second);
    this.#page.text(words, side, bottom);
    this.#page.text("Page 1 of 1", side + this.#width, bottom, { align: "right" });
  }
}
