import { numberFormat } from "./intl-formats.ts";

/** `1,184`, in the grouping of `locale`. */
export function formatCount(count: number, locale: string): string {
  return numberFormat(locale, { maximumFractionDigits: 2 }).format(count);
}

/** `1 application`, `142 applications`, `0 applications`. `many` defaults to `one` + s. */
export function countOf(count: number, one: string, locale: string, many = `${one}s`): string {
  return `${formatCount(count, locale)} ${count === 1 ? one : many}`;
}

/** `45 %`: the share 0..1 in whole per cent, with the narrow blank of the look. */
export function formatShare(share: number, locale: string): string {
  return `${formatCount(Math.floor(share * 100), locale)} %`;
}

/** `a, b and c`. */
export function joinWords(words: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { style: "long", type: "conjunction" }).format(words);
}
