declare const cleaned: unique symbol;

/**
 * A record as it may leave the device. The symbol is not exported: only `brandClean` makes a row, and
 * only the sanitizer calls it, so a format that is given a raw record does not compile.
 */
export type CleanRow = Readonly<Record<string, unknown>> & { readonly [cleaned]: true };

/** For the sanitizer alone: asserts that every value of the row went through it. */
export function brandClean(row: Readonly<Record<string, unknown>>): CleanRow {
  return row as CleanRow;
}
