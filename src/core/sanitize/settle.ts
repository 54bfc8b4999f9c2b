import type { Find } from "./choose.ts";
import { spareStandIns } from "./stand-ins.ts";

/** Each round hides more, so that the rounds end; a text needs more than two hardly ever. */
const mostRounds = 8;

/** The text with labels for finds, and for each find how far it moved what follows. */
function mask(text: string, finds: readonly Find[]): string {
  let out = "";
  let at = 0;
  for (const { start, end, replacement } of finds) {
    out += text.slice(at, start) + replacement;
    at = end;
  }
  return out + text.slice(at);
}

/** Finds of the masked text at their places in the original; none of them overlaps a label. */
function moveBack(more: readonly Find[], finds: readonly Find[]): Find[] {
  let moved = 0;
  let next = 0;
  return more.map((find) => {
    for (let one = finds[next]; one && one.start + moved <= find.start; one = finds[next]) {
      moved += one.replacement.length - (one.end - one.start);
      next += 1;
    }
    return { ...find, start: find.start - moved, end: find.end - moved };
  });
}

/**
 * Finds until the cleaned text shows nothing more: with its neighbour gone, a word may look like a name.
 * So cleaning twice is cleaning once.
 */
export function findSettled(
  text: string,
  find: (text: string) => readonly Find[],
): readonly Find[] {
  let finds = spareStandIns(text, find(text));
  for (let round = 1; round < mostRounds && finds.length > 0; round += 1) {
    const masked = mask(text, finds);
    const more = spareStandIns(masked, find(masked));
    if (more.length === 0) break;
    finds = [...finds, ...moveBack(more, finds)].sort((a, b) => a.start - b.start);
  }
  return finds;
}
