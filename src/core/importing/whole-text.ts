import { fail } from "../failure.ts";
import type { FoundFile } from "../importers/contract.ts";
import { limits } from "../restore/limits.ts";
import { decodeTable } from "./table/decode-table.ts";

/**
 * The text of a file that can only be read whole: a calendar, cards, a page.
 * @throws FailureError `limit-exceeded`, counted while it is read and never from what a header says.
 */
export async function wholeText(
  file: Pick<FoundFile, "open"> & { readonly name?: string },
  label: string,
): Promise<string> {
  const parts: string[] = [];
  let letters = 0;
  for await (const piece of decodeTable(file.open(), label)) {
    parts.push(piece);
    letters += piece.length;
    if (letters <= limits.wholeText) continue;
    const what = `Letters in ${file.name ?? "the file"}`;
    fail({ code: "limit-exceeded", what, limit: limits.wholeText, actual: letters });
  }
  return parts.join("");
}
