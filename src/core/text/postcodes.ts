import type { Stretch } from "./address-block.ts";
import { classAt, isDigitAt, isWordAt, upperCase } from "./chars.ts";
import type { Page } from "./page.ts";
import { postcode } from "./streets.ts";

/** Whether the digits at `run` can belong to a code: capitals right before or behind them. */
function isCodeLike(text: string, run: number): boolean {
  const capitalAt = (at: number): boolean => (classAt(text, at) & upperCase) !== 0;
  if (capitalAt(run - 1) || (capitalAt(run + 1) && isDigitAt(text, run + 2))) return true;
  if (
    text.charAt(run - 1) === " " &&
    (capitalAt(run - 2) || text.charAt(run - 2) === ",") &&
    capitalAt(run - 3)
  )
    return true;
  return /^\d{4} [A-Z]{2} [A-Z]|^\d{5}-\d{3}/.test(text.slice(run, run + 10));
}

/** Codes that are sure by their shape, with the town in front of them. */
export function* findPostcodes(page: Page): Generator<Stretch> {
  const { text } = page;
  let done = 0;
  for (const run of page.digits) {
    if (run < done || !isCodeLike(text, run)) continue;
    const from = Math.max(0, run - 4);
    postcode.lastIndex = 0;
    const match = postcode.exec(text.slice(from, run + 14));
    const at = from + (match?.index ?? 0);
    if (
      !match ||
      isWordAt(text, at - 1) ||
      text.charAt(at - 1) === "-" ||
      isWordAt(text, at + match[0].length)
    )
      continue;
    done = at + match[0].length;
    const before = text.slice(Math.max(0, at - 80), at);
    const town =
      /(?:^|[\s,;:(>])((?:(?:[\p{Lu}][\p{L}'’.-]+ ){1,3}(?:Street|Road|Avenue|Lane|Drive|Way|Close|Place|Square|Terrace|Gardens|Court|Hill|Park|Crescent|Row|Walk), )?(?:[\p{Lu}][\p{L}'’.-]+[ -]){0,3}[\p{Lu}][\p{L}'’.-]+),? $/u.exec(
        before,
      );
    yield {
      start: at - (town ? (town[1]?.length ?? 0) + (before.endsWith(", ") ? 2 : 1) : 0),
      end: done,
    };
  }
}
