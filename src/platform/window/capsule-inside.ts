import type { CapsuleEntry } from "../../core/capsule/list-entries.ts";
import { formatBytes } from "../../core/words/format-bytes.ts";
import { button, saveBlob, seek, withText } from "./capsule-parts.ts";

const readable = /\.(?:json|ndjson|csv|tsv|txt|md|xml|yaml|yml|ics|vcf|html)$/i;
/** What is shown of a text at once; the rest is for a program, not for a page. */
const shownBytes = 200_000;

/** Lists what was inside: each file may be saved, and texts be read here. */
export async function showInside(plain: Blob, entries: readonly CapsuleEntry[]): Promise<void> {
  const inside = seek("inside", HTMLElement);
  const title = withText("h1", "Opened");
  title.tabIndex = -1;
  const count = entries.length === 1 ? "1 file" : `${String(entries.length)} files`;
  const head = withText("p", `${count}, decrypted here. Nothing was sent anywhere.`);
  const all = button("Save all as ZIP", () => {
    saveBlob(plain, "export.zip");
  });
  all.className = "main";
  const list = document.createElement("ul");
  for (const entry of entries) list.append(lineOf(entry));
  inside.replaceChildren(title, head, await aboutIt(entries), all, list);
  inside.hidden = false;
  title.focus();
}

function lineOf(entry: CapsuleEntry): HTMLElement {
  const line = document.createElement("li");
  const name = withText("span", entry.name);
  name.className = "name";
  const save = button("Save", () => {
    void entry.read().then((bytes) => {
      saveBlob(bytes, entry.name.split("/").at(-1) ?? "file");
    });
  });
  line.append(name, withText("small", formatBytes(entry.size, "en")), save);
  if (!readable.test(entry.name)) return line;
  const text = document.createElement("pre");
  text.hidden = true;
  const show = button("Read", () => {
    text.hidden = !text.hidden;
    show.textContent = text.hidden ? "Read" : "Hide";
    if (text.textContent === "") void entry.read().then((bytes) => showText(text, bytes));
  });
  line.append(show, text);
  return line;
}

async function showText(place: HTMLElement, bytes: Blob): Promise<void> {
  const text = await bytes.slice(0, shownBytes).text();
  const more = bytes.size > shownBytes ? "\n\n… Save the file to read the rest." : "";
  place.textContent = text + more;
}

/** The number of records, as the list of files inside states it. */
async function aboutIt(entries: readonly CapsuleEntry[]): Promise<HTMLElement> {
  const manifest = entries.find(({ name }) => name === "manifest.json");
  const text = await (await manifest?.read())?.text();
  const total = /"total":\s*(\d+)/.exec(text ?? "")?.[1];
  return withText("p", total === undefined ? "" : `The list of files counts ${total} records.`);
}
