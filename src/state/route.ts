export const screens = [
  "ask",
  "tracker",
  "restore",
  "history",
  "schedules",
  "privacy",
  "settings",
] as const;
export type Screen = (typeof screens)[number];

export interface Route {
  readonly screen: Screen;
  /** What stands behind the screen, decoded: `#/tracker/applications/<id>` has two. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The route an address stands for; whatever is not known is Ask. */
export function readRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const [first = "", ...rest] = path.split("/").map(decode);
  const screen = screens.find((name) => name === first) ?? "ask";
  return { screen, path: rest.filter((part) => part !== ""), query: new URLSearchParams(query) };
}
