import type { AppNews } from "./app-news.ts";

/** A new version waits; it takes over when asked, once no tab is in the middle of something. */
export function newsOfUpdate(apply: () => unknown): AppNews {
  return {
    title: "A new version is ready.",
    text: "It takes over when nothing is running in any tab.",
    action: "Update now",
    run: apply,
  };
}
