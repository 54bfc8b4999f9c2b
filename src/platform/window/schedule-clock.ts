import type { JobTracker } from "../../core/job-tracker.ts";

const lookMilliseconds = 30_000;
/** A change is looked at when the person has paused, not at every key. */
const afterChangeMilliseconds = 20_000;

/**
 * Looks for schedules that are due: at start, when the page is shown again, when the service worker was
 * woken, and every half minute (browsers slow that to a minute in the background). Every tab looks; the
 * lock lets one of them run. Returns how to stop.
 */
export function watchSchedules(tracker: Pick<JobTracker, "schedules" | "records">): () => void {
  const look = (): void => {
    // A failed run is in its schedule's log; the clock goes on.
    tracker.schedules.runDue().catch(() => undefined);
  };
  const onShown = (): void => {
    if (document.visibilityState === "visible") look();
  };
  const onMessage = ({ data }: MessageEvent<unknown>): void => {
    if (data === "run-due") look();
  };
  let soon: ReturnType<typeof setTimeout> | undefined;
  const stopHearing = tracker.records.onChange(() => {
    clearTimeout(soon);
    soon = setTimeout(look, afterChangeMilliseconds);
  });
  const timer = setInterval(look, lookMilliseconds);
  document.addEventListener("visibilitychange", onShown);
  navigator.serviceWorker.addEventListener("message", onMessage);
  look();
  void registerBackgroundLook().catch(() => undefined);
  return () => {
    clearTimeout(soon);
    clearInterval(timer);
    stopHearing();
    document.removeEventListener("visibilitychange", onShown);
    navigator.serviceWorker.removeEventListener("message", onMessage);
  };
}

interface PeriodicSync {
  readonly periodicSync?: {
    register(tag: string, options: { readonly minInterval: number }): Promise<void>;
  };
}
const halfDay = 12 * 60 * 60 * 1000;

/** Installed Chromium apps are woken now and then, as often as they are used. */
async function registerBackgroundLook(): Promise<void> {
  const registration = (await navigator.serviceWorker.getRegistration()) as
    (ServiceWorkerRegistration & PeriodicSync) | undefined;
  await registration?.periodicSync?.register("schedules", { minInterval: halfDay });
}
