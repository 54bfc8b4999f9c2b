/** Index of the first value that is not below `wanted` in a sorted column. */
export function lowerBound(values: readonly number[], wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether one of the sorted values lies in `[from, to)`. */
export function hasBetween(values: readonly number[], from: number, to: number): boolean {
  const at = lowerBound(values, from);
  return at < values.length && (values[at] ?? 0) < to;
}
