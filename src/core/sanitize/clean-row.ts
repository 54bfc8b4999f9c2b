declare const cleaned: unique symbol;
/** A record that the sanitizer let through; only the sanitizer makes one. */
export type CleanRow = Readonly<Record<string, unknown>> & { readonly [cleaned]: true };
