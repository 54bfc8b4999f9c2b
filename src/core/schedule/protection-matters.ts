/** So few changes are typed again in a minute: no reason for an alarm on the first screen. */
const fewChanges = 3;

/**
 * Whether the danger is worth a word where nobody asked for it: more would be lost than a minute's work.
 * How old a backup may be is decided beside this, by the reminder.
 */
export function protectionMatters({ changes }: { readonly changes: number }): boolean {
  return changes > fewChanges;
}
