import type { Component } from "svelte";
import type { App } from "../../state/app.svelte.ts";
import type { Screen } from "../../state/route.ts";

/** Every screen gets the app, and how to open the keyboard map. */
export type ScreenPart = Component<{ app: App; onmap: () => void }>;

/** Ask is in the first chunk's reach; the others load when they are opened. */
export const screenParts: Readonly<Record<Screen, () => Promise<{ default: ScreenPart }>>> = {
  ask: () => import("../screens/Ask.svelte"),
  tracker: () => import("../screens/Tracker.svelte"),
  restore: () => import("../screens/Restore.svelte"),
  history: () => import("../screens/History.svelte"),
  schedules: () => import("../screens/Schedules.svelte"),
  privacy: () => import("../screens/Privacy.svelte"),
  settings: () => import("../screens/Settings.svelte"),
};
