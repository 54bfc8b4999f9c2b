/** What the keys of a list do: see the keyboard map of the Tracker. */
export interface ListKeys {
  readonly step: (by: number) => void;
  readonly extend: (by: number) => void;
  readonly toEnd: (last: boolean) => void;
  readonly open: () => void;
  readonly toggle: () => void;
  readonly all: () => void;
  readonly clear: () => void;
  readonly remove: () => void;
  readonly letter: (letter: string) => boolean;
}

/** Keys of the list while it has the focus. True when the key was one of them. */
export function runListKey(event: KeyboardEvent, keys: ListKeys): boolean {
  const inControl = event.target instanceof Element && event.target.matches("input, button, a");
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "a") {
    keys.all();
    return true;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const move = event.shiftKey ? keys.extend : keys.step;
  switch (event.key) {
    case "ArrowDown":
      move(1);
      return true;
    case "ArrowUp":
      move(-1);
      return true;
    case "PageDown":
      move(10);
      return true;
    case "PageUp":
      move(-10);
      return true;
    case "Home":
    case "End":
      keys.toEnd(event.key === "End");
      return true;
    case "Escape":
      keys.clear();
      return true;
    case "Backspace":
    case "Delete":
      keys.remove();
      return true;
  }
  return !inControl && runOnRow(event.key, keys);
}

function runOnRow(key: string, keys: ListKeys): boolean {
  if (key === " ") keys.toggle();
  else if (key === "Enter" || key === "ArrowRight") keys.open();
  else return false;
  return true;
}
