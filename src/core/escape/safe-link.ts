const allowed: ReadonlySet<string> = new Set(["http:", "https:", "mailto:", "tel:"]);

/**
 * An address that may become a link, in the form the URL parser gives it; undefined: show it as text.
 * User names in addresses and hosts with direction marks could make a link look like another one.
 */
export function safeLink(text: string): string | undefined {
  const trimmed = text.trim();
  if (!/^(?:https?:\/\/|mailto:|tel:)/i.test(trimmed) || /[\s\p{Cc}\p{Cf}]/u.test(trimmed)) {
    return undefined;
  }
  if (!URL.canParse(trimmed)) return undefined;
  const url = new URL(trimmed);
  if (!allowed.has(url.protocol)) return undefined;
  if (url.username !== "" || url.password !== "") return undefined;
  return url.href;
}
