type Lists<T> = { readonly [K in keyof T]: readonly string[] | undefined };

/**
 * The known lists where the new ones say the same: what was built for them (indexes of thousands of names)
 * then still holds.
 */
export function keepEqual<T extends Lists<T>>(known: T, read: T): T {
  const names = Object.keys({ ...known, ...read }) as (keyof T)[];
  return names.every((name) => sameList(known[name], read[name])) ? known : read;
}

function sameList(a: readonly string[] = [], b: readonly string[] = []): boolean {
  return a.length === b.length && a.every((name, at) => name === b[at]);
}
