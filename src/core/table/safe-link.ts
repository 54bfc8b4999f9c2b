/** The address when it may be opened from a click: http and https only, never script or files. */
export function safeLink(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const text = value.trim();
  const whole = /^[a-z][a-z0-9+.-]*:/iu.test(text) ? text : `https://${text}`;
  if (!URL.canParse(whole)) return undefined;
  const { protocol, hostname, href } = new URL(whole);
  const web = protocol === "https:" || protocol === "http:";
  return web && hostname.includes(".") ? href : undefined;
}
