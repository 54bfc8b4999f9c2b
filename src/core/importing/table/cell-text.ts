import { unguardFormula } from "../../escape/guard-formula.ts";

export interface CellText {
  readonly text: string;
  /** A link that stands behind the words: `=HYPERLINK("link","words")`, `[words](link)`. */
  readonly link?: string;
}

const hyperlink = /^=\s*HYPERLINK\(\s*"((?:[^"]|"")*)"\s*(?:[,;]\s*"((?:[^"]|"")*)"\s*)?\)$/i;

/** What a cell says: blanks around it gone, line ends as LF, one guarding apostrophe gone, nothing computed. */
export function readCell(cell: string): CellText {
  const text = unguardFormula(cell.replace(/\r\n?/g, "\n").trim());
  const [, address, words] = hyperlink.exec(text) ?? [];
  if (address !== undefined) {
    const link = address.replaceAll('""', '"');
    return { text: (words ?? address).replaceAll('""', '"').trim(), link };
  }
  const [, label, target] = /^\[([^\]]*)\]\((\S+)\)$/.exec(text) ?? [];
  if (label === undefined || target === undefined) return { text };
  return /^https?:/i.test(target) ? { text: label.trim(), link: target } : { text: label.trim() };
}

export interface LinkText {
  readonly url?: string;
  /** What stands around or in place of the link. */
  readonly rest?: string;
}

/** The link of a cell, and what else stands in it: a posting behind the link, or text alone. */
export function readLink(cell: string): LinkText {
  const { text, link } = readCell(cell);
  if (link !== undefined) return { url: link };
  if (text === "") return {};
  const [, url = "", rest = ""] =
    /^<?((?:https?:\/\/|www\.)[^\s<>]+)>?\s*([\s\S]*)$/i.exec(text) ?? [];
  if (url !== "") return { url, ...(rest === "" ? {} : { rest }) };
  if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/\S*)?$/i.test(text)) return { url: text };
  return { rest: text };
}

/** The parts of a list in one cell: `a, b; c`, `['a', 'b']`. */
export function readList(cell: string): readonly string[] {
  const plain = readCell(cell).text.replace(/^\[|\]$/g, "");
  return plain
    .split(/[,;|\n]/)
    .map((part) =>
      part
        .trim()
        .replace(/^['"`]|['"`]$/g, "")
        .trim(),
    )
    .filter((part) => part !== "");
}
