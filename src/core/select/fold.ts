const marks = /\p{M}+/gu;

/** Case and accents folded, for comparing what people typed with what is stored. */
export function fold(text: string): string {
  return text.normalize("NFKD").replace(marks, "").toLowerCase().replaceAll("ß", "ss");
}
