/**
 * Values cross to the window in pages: cloning a whole plan there would hold the window up, and what it
 * costs goes with the letters in it, not with the number of records.
 */
export interface Page<T> {
  readonly values: readonly T[];
  /** Where the next page begins; absent behind the last one. */
  readonly next?: number;
}

const mostValues = 250;
/** About 10 ms of cloning on a slow machine; the window is not to be held up for 50. */
const mostWeight = 250_000;

/** The page that begins at `from`: at least one value, however heavy. */
export function cutPage<T>(values: readonly T[], from: number): Page<T> {
  let weight = 0;
  let to = from;
  while (to < values.length && to - from < mostValues && weight < mostWeight) {
    weight += weigh(values[to]);
    to += 1;
  }
  return { values: values.slice(from, to), ...(to < values.length ? { next: to } : {}) };
}

/** Letters and fields in a value; the clock knows them about alike. */
function weigh(value: unknown): number {
  if (typeof value === "string") return 8 + value.length;
  if (typeof value !== "object" || value === null) return 8;
  return Object.values(value).reduce<number>((sum, one) => sum + 24 + weigh(one), 24);
}

/** All pages, one after the other: the window draws between them. */
export async function allPages<T>(read: (from: number) => Promise<Page<T>>): Promise<readonly T[]> {
  const all: T[] = [];
  for (let from: number | undefined = 0; from !== undefined;) {
    const page: Page<T> = await read(from);
    for (const value of page.values) all.push(value);
    from = page.next;
  }
  return all;
}
