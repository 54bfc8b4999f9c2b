import type { FontName } from "./font-files.ts";

/** Letters that the Latin fonts hold for certain: most texts need no further look. */
const plain = /^[\u0020-\u007e\u00a0-\u024f\u2010-\u2027\u2030-\u203a\u20ac]*$/;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const hebrew = /\p{Script=Hebrew}/u;
const arabic = /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/;
const devanagari = /\p{Script=Devanagari}/u;
const kana = /[\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f]/;
const hangul = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]/;
/** Ideographs and the punctuation and fullwidth forms that go with them. */
const wide =
  /[\u2e80-\u30ff\u3130-\u318f\u31a0-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]/;

export function isPlain(text: string): boolean {
  return plain.test(text);
}

export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

/**
 * Fonts that may be needed beside the Latin ones, the best one first. Ideographs look different from
 * language to language: kana and Hangul decide, else the language of the document.
 */
export function fontsFor(text: string, language: string): readonly FontName[] {
  if (isPlain(text)) return [];
  const fonts: FontName[] = [];
  if (hebrew.test(text)) fonts.push("hebrew");
  if (arabic.test(text)) fonts.push("arabic");
  if (devanagari.test(text)) fonts.push("devanagari");
  if (hangul.test(text)) fonts.push("kr");
  if (wide.test(text)) fonts.push(...ideographs(text, language));
  return [...new Set(fonts)];
}

function ideographs(text: string, language: string): readonly FontName[] {
  if (kana.test(text) || /^ja\b/i.test(language)) return ["jp", "sc", "tc", "kr"];
  if (/^zh-(?:hant|tw|hk)/i.test(language)) return ["tc", "sc", "jp", "kr"];
  return ["sc", "tc", "jp", "kr"];
}
