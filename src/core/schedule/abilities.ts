/** What a browser can do for schedules. */
export interface Abilities {
  /** It can write to a folder that was chosen once. */
  readonly folders: boolean;
  /** It wakes the app now and then. */
  readonly background: boolean;
  readonly notices: "granted" | "default" | "denied" | "none";
}

/** What this browser can and cannot do, in one sentence. */
export function sayAbilities({ background, folders }: Abilities): string {
  const runs = background
    ? "This browser runs schedules while the app is open, catches up when you open it again, and reminds you of a due copy now and then while it is closed"
    : "This browser runs schedules while the app is open, and catches up when you open it again; it cannot start by itself";
  const place = folders ? "" : ", and it cannot write to a folder";
  return `${runs}${place}: for certainty, put the reminder in your calendar.`;
}

export const emailWords =
  "E-mail cannot be sent: this app never uses the network. A reminder in your calendar or a draft in your own mail program stands in for it.";

/** A draft in the person's own mail program: it names the copy and the place, and sends nothing by itself. */
export function mailDraft(name: string, when: string, place: string): string {
  const subject = `Backup: ${name}`;
  const body = `${name} is due ${when}.\n\nOpen Job Tracker Pro: the copy is made at once and lies in ${place}. Attach it here if you want to send it.`;
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
