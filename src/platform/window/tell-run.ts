import type { RunNotice } from "../../core/schedule/schedule-ports.ts";

interface Badges {
  setAppBadge?(count?: number): Promise<void>;
  clearAppBadge?(): Promise<void>;
}

/**
 * Tells the result of a run that nobody watched: a notification where it was allowed, and the badge of
 * the app's icon while something needs a look. A browser that has neither is no failure.
 */
export async function tellRun({ scheduleId, title, text, failed }: RunNotice): Promise<void> {
  const badges = navigator as unknown as Badges;
  try {
    await (failed ? badges.setAppBadge?.() : badges.clearAppBadge?.());
  } catch {
    // Only an installed app has a badge.
  }
  if (!("Notification" in globalThis) || Notification.permission !== "granted") return;
  const options = { body: text, tag: `schedule:${scheduleId}` };
  const registration = await navigator.serviceWorker.getRegistration();
  if (registration === undefined) new Notification(title, options);
  else await registration.showNotification(title, options);
}
