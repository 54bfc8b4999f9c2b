/** True where a letter is text: shortcuts of one letter act only outside. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !["checkbox", "radio", "button"].includes(target.type))
  );
}

/** A single key without Ctrl, ⌘ or Alt, outside text and outside open dialogs. */
export function isLetterKey(event: KeyboardEvent): boolean {
  const modified = event.ctrlKey || event.metaKey || event.altKey;
  const inDialog = event.target instanceof Element && event.target.closest("dialog") !== null;
  return !modified && !event.defaultPrevented && !inDialog && !isTyping(event);
}

/** Ctrl on most keyboards, ⌘ on Apple's. */
export function isCommand(event: KeyboardEvent, key: string): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === key;
}

export interface Shortcut {
  readonly keys: string;
  readonly does: string;
}
export const shortcutMap: readonly {
  readonly title: string;
  readonly keys: readonly Shortcut[];
}[] = [
  {
    title: "Everywhere",
    keys: [
      { keys: "Ctrl K", does: "Ask" },
      { keys: "G", does: "then A T R H S P , : go to a screen" },
      { keys: "/", does: "Search" },
      { keys: "N", does: "New record" },
      { keys: "Ctrl Z", does: "Undo, with Shift redo" },
      { keys: "Esc", does: "Close the innermost" },
      { keys: "?", does: "This map" },
    ],
  },
  {
    title: "Ask",
    keys: [
      { keys: "Ctrl ↵", does: "Export" },
      { keys: "Tab", does: "Take the suggestion, then the chips" },
      { keys: "Enter", does: "Open a chip" },
      { keys: "Del", does: "Drop the words of a chip" },
      { keys: "Alt ↓", does: "Chip of the word under the cursor" },
      { keys: "Esc Esc", does: "Stop a run" },
    ],
  },
  {
    title: "Tracker",
    keys: [
      { keys: "↑ ↓", does: "or K J: rows" },
      { keys: "→", does: "Open" },
      { keys: "Space", does: "Select, lift, drop" },
      { keys: "← → ↑ ↓", does: "Status and place of a lifted card" },
      { keys: "Alt ← →", does: "Move a column; Shift ← →: its width" },
      { keys: "F", does: "Filter" },
      { keys: "E", does: "Export this view" },
      { keys: "S T X", does: "Status, tag, next action" },
      { keys: "⌫", does: "Delete, with undo" },
    ],
  },
  {
    title: "Lens",
    keys: [
      { keys: "N B", does: "Next, previous hit" },
      { keys: "K", does: "Keep this one" },
      { keys: "A", does: "Always keep" },
      { keys: "R", does: "Replace with…" },
    ],
  },
];
