/** A page of Notion as Markdown: its title, its properties, and the text behind them. */
export interface NotionPage {
  readonly title: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly body: string;
}

/** `# Title`, a blank line, `Name: value` lines, a blank line, then what a person wrote. */
export function readPage(text: string): NotionPage {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\n|\r/);
  const [, title = ""] = /^#\s+(.*)$/.exec(lines[0] ?? "") ?? [];
  const properties = new Map<string, string>();
  let at = 1;
  while (at < lines.length && (lines[at] ?? "").trim() === "") at += 1;
  for (; at < lines.length; at += 1) {
    const [, name, value] = /^([^:\n]{1,60}):\s*(.*)$/.exec(lines[at] ?? "") ?? [];
    if (name === undefined || value === undefined || /^\s*[-#>*]/.test(name)) break;
    properties.set(name.trim(), value.trim());
  }
  return { title: title.trim(), properties, body: lines.slice(at).join("\n").trim() };
}

const hex = /\s[0-9a-f]{32}(?:_all)?(?=\.[a-z]+$|$)/i;

/** A name without the 32 hex digits that Notion adds. */
export const plainName = (path: string): string =>
  (path.split("/").at(-1) ?? path)
    .replace(hex, "")
    .replace(/(?:_all)?\.(?:md|csv|html)$/i, "")
    .trim();

export const hasNotionId = (name: string): boolean =>
  /[0-9a-f]{32}(?:_all)?\.(?:md|csv|html)$/i.test(name);
