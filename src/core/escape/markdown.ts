const lineEnds = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
/** Signs that mean something to CommonMark 0.31 or GFM wherever they stand in a line. */
const anywhere = /[\\`*_[\]<>|~#$^@]|&(?=#?\w+;)/g;
/** An image, an autolink with a scheme, a `:shortcode:`, and `www.` at the dot. */
const inPlace = /!(?=\\\[)|:(?=\/|[\w+-]+:)|(?<=\bwww)\./gi;
/** A list, a heading underline or a numbered item, which only begin a line. */
const atStart = /^(\d*)(?:(?<!\d)([-+=])|(?<=\d)([.)]))/;

/**
 * One line of text as Markdown that renders as exactly that text. Control characters, which no reader
 * shows, become U+FFFD; line ends become blanks.
 */
export function escapeMarkdown(text: string): string {
  return visible(text.replace(lineEnds, " "))
    .replace(anywhere, (sign) => `\\${sign}`)
    .replace(inPlace, (sign) => `\\${sign}`)
    .trim();
}

/** The same where a line begins with it, and could become a list or an underlined heading. */
export function markdownLine(text: string): string {
  return escapeMarkdown(text).replace(
    atStart,
    (_all, digits: string, bullet?: string, point?: string) =>
      `${digits}\\${bullet ?? point ?? ""}`,
  );
}

/** The same in one table cell: line ends become ` / `. */
export function markdownCell(text: string): string {
  return escapeMarkdown(text.trim().replace(lineEnds, " / "));
}

/** The same as a block quote that keeps every line. */
export function markdownQuote(text: string): string {
  const lines = text.split(lineEnds).map((line) => markdownLine(line));
  return lines
    .map((line, at) => {
      const next = lines[at + 1] ?? "";
      // A backslash before a line end is a hard break; an empty line begins a new paragraph by itself.
      return line === "" ? ">" : `> ${line}${next === "" ? "" : "\\"}`;
    })
    .join("\n");
}

function visible(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}]/gu, (sign) => (sign === "\t" ? " " : "\ufffd"));
}
