import { scriptUrl } from "./app-urls.ts";

/** Held, shared, by every run that must not be torn away: exports, restores, open editors. */
export const busyLock = "busy";

export interface AppUpdate {
  /** Takes the new version over and loads the page again; waits until nothing runs in any tab. */
  readonly apply: () => Promise<void>;
}

/**
 * Registers the offline worker by hand (the address has to be a trusted one). A new version waits: it
 * takes over only when asked, and only while no tab is in the middle of something.
 */
export async function registerServiceWorker(onUpdate: (update: AppUpdate) => void): Promise<void> {
  if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return;
  const container = navigator.serviceWorker;
  const hadController = container.controller !== null;
  const registration = await container.register(scriptUrl("./service-worker.js"), { scope: "./" });
  let takingOver = false;
  const offer = (worker: ServiceWorker): void => {
    onUpdate({
      apply: () =>
        navigator.locks.request(busyLock, { mode: "exclusive" }, () => {
          takingOver = true;
          worker.postMessage("take-over");
        }),
    });
  };
  const watch = (worker: ServiceWorker | null): void => {
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed" && hadController) offer(worker);
      if (worker.state === "activated") fetchLater(worker);
    });
  };
  container.addEventListener("message", ({ data }: MessageEvent<{ offlineWhole?: boolean }>) => {
    if (data.offlineWhole === true) document.documentElement.dataset["offline"] = "whole";
  });
  if (registration.waiting !== null && hadController) offer(registration.waiting);
  watch(registration.installing);
  registration.addEventListener("updatefound", () => {
    watch(registration.installing);
  });
  container.addEventListener("controllerchange", () => {
    if (takingOver) location.reload();
  });
  if (registration.active !== null) fetchLater(registration.active);
}

/** Fonts and the PDF writer are fetched when nobody waits, so that the first offline export has them. */
function fetchLater(worker: ServiceWorker): void {
  const ask = (): void => {
    worker.postMessage("fetch-later");
  };
  if ("requestIdleCallback" in globalThis) requestIdleCallback(ask, { timeout: 10_000 });
  else setTimeout(ask, 3000);
}
