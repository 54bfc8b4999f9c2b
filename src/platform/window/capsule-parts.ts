/** The element of a capsule's page with this id. */
export function seek<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (found instanceof type) return found;
  throw new TypeError(`The page has no ${id}`);
}

/** Saved as plain bytes, so that no browser shows or runs what was inside. */
export function saveBlob(bytes: Blob, name: string): void {
  const link = document.createElement("a");
  const url = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}

/** A button with a word on it. */
export function button(word: string, onclick: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = word;
  made.addEventListener("click", onclick);
  return made;
}

/** An element with text in it: everything that was sealed reaches the page as text. */
export function withText(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}
