import type { FoundFile } from "../importers/contract.ts";
import { headText } from "./sniff.ts";

const texts: readonly (readonly [RegExp, string])[] = [
  [
    /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)\b/i,
    "It is a web page, perhaps a sign-in page that was saved in place of the file",
  ],
  [/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg\b/i, "It is a picture (SVG)"],
  [/^\s*<[?!a-z]/i, "It is XML, which is not read"],
  [/^\{\\rtf/, "It is rich text (RTF); save it as a table or as plain text"],
  [/^(?:%YAML|---\s|[\w"-]+:\s)/, "It is YAML, which is not read"],
];

/** Files that are ZIPs to a program and something else to a person, by an entry that each one has. */
const archives: readonly (readonly [RegExp, string])[] = [
  [/^word\/document\.xml$/, "It is a Word document (docx); save its table as .xlsx or CSV"],
  [/^ppt\/presentation\.xml$/, "It is a presentation (pptx)"],
  [/^META-INF\/container\.xml$|^mimetype$/, "It is a book or a document, not an export"],
  [/^Index\/Document\.iwa$/, "It is a document of Pages, Numbers or Keynote; export it as CSV"],
  [/^(?:AndroidManifest\.xml|META-INF\/MANIFEST\.MF)$/, "It is a program"],
];

/** What a file is that no importer knows, in words, or undefined. */
export function whatItIs(files: readonly FoundFile[]): string | undefined {
  const [only] = files;
  if (only === undefined) return "It holds no files";
  if (files.length === 1) {
    const text = headText(only.head);
    const found = texts.find(([sign]) => sign.test(text));
    if (found !== undefined) return found[1];
  }
  return archives.find(([sign]) => files.some(({ name }) => sign.test(name)))?.[1];
}
