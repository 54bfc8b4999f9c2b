import type { Abilities } from "../../core/schedule/abilities.ts";

/** What this browser can do for schedules. Looks; asks for nothing. */
export async function readAbilities(): Promise<Abilities> {
  const registration = await navigator.serviceWorker.getRegistration();
  return {
    folders: "showDirectoryPicker" in globalThis,
    background: registration !== undefined && "periodicSync" in registration && (await mayWakeUp()),
    notices: "Notification" in globalThis ? Notification.permission : "none",
  };
}

async function mayWakeUp(): Promise<boolean> {
  try {
    const name = "periodic-background-sync" as PermissionName;
    return (await navigator.permissions.query({ name })).state === "granted";
  } catch {
    return false;
  }
}

/** Has to begin inside a click. */
export async function askForNotices(): Promise<Abilities["notices"]> {
  return "Notification" in globalThis ? Notification.requestPermission() : "none";
}
