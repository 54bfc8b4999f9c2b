const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  rsquo: "’",
  lsquo: "‘",
  ldquo: "“",
  rdquo: "”",
  bull: "•",
  euro: "€",
  pound: "£",
};

/** `&amp;`, `&#39;`, `&#x2019;` as the letters they stand for; anything else stays. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi,
    (whole: string, dec?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? whole;
      const code = dec === undefined ? Number.parseInt(hex ?? "", 16) : Number(dec);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
    },
  );
}

const dropped = /<(script|style|head|template|svg|math|iframe|object)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;

/** A tag that never closes ends the text; without it every `<` has its `>`, and no search runs twice. */
function withoutOpenTag(html: string): string {
  const closed = html.lastIndexOf(">") + 1;
  const open = html.slice(closed).search(/<[a-z!?/]/i);
  return open < 0 ? html : html.slice(0, closed + open);
}

/** The words of an HTML text: no element, attribute or script of it is left. */
export function htmlToText(html: string): string {
  const plain = withoutOpenTag(html.replace(/<!--[\s\S]*?(?:-->|$)/g, "").replace(dropped, ""));
  const text = plain
    .replace(/<li\b[^>]*>/gi, "\n- ")
    .replace(/<(?:br|hr)\b[^>]*>/gi, "\n")
    .replace(/<\/(?:p|div|h[1-6]|ul|ol|li|tr|table|section|blockquote)\s*>/gi, "\n")
    .replace(/<\/?[a-z!?][^>]*>/gi, "");
  return decodeEntities(text)
    .replace(/[ \t\u00a0]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
