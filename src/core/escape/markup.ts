const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
/** Control characters but for tab and line ends, and the two noncharacters: XML 1.0 (2.2) has no form for them. */
const illegal = /[^\P{Cc}\t\n\r\u0080-\u009f]|[\ufffe\uffff]/gu;

/** A text for element content and quoted attributes of HTML; control characters become U+FFFD. */
export function escapeHtml(text: string): string {
  return replaceIllegal(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/**
 * A text for element content and quoted attributes of XML. A line end stays one: CR and, in attributes,
 * tabs and line ends would be normalised away by a reader (XML 1.0, 2.11 and 3.3.3).
 */
export function escapeXml(text: string): string {
  return replaceIllegal(text)
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
    .replaceAll("\r", "&#13;");
}

export function replaceIllegal(text: string): string {
  return text.toWellFormed().replace(illegal, "\ufffd");
}
