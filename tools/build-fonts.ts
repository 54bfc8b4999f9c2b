/**
 * Cuts the fonts of PDF files from the installed font packages, one script a module, as base64 text:
 * the content policy forbids fetching files, so fonts travel as code and are imported on use.
 * Run by `tools/generate.mjs`; writes `src/generated/fonts/*.ts`.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import subsetFont from "subset-font";

const target = new URL("../src/generated/fonts/", import.meta.url);
const packages = new URL("../node_modules/@expo-google-fonts/", import.meta.url);

type Range = readonly [number, number];

function letters(...ranges: readonly Range[]): string {
  return ranges
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_value, at) => from + at))
    .map((code) => String.fromCodePoint(code))
    .join("");
}

/** Every character that two bytes of a legacy encoding stand for: the set its makers found necessary. */
function lettersOf(encoding: string, lead: readonly Range[], trail: Range): string {
  const decoder = new TextDecoder(encoding);
  const found = new Set<string>();
  for (const [from, to] of lead) {
    for (let first = from; first <= to; first += 1) {
      for (let second = trail[0]; second <= trail[1]; second += 1) {
        const text = decoder.decode(new Uint8Array([first, second]));
        if (text.length === 1 && text !== "\ufffd") found.add(text);
      }
    }
  }
  return [...found].join("");
}

const ascii: Range = [0x20, 0x7e];
const latin = letters(
  ascii,
  [0xa0, 0x24f],
  [0x259, 0x259],
  [0x2b0, 0x36f],
  [0x370, 0x3ff],
  [0x400, 0x52f],
  [0x1e00, 0x1fff],
  [0x2000, 0x209f],
  [0x20a0, 0x20c0],
  [0x2100, 0x214f],
  [0x2190, 0x22ff],
  [0x2500, 0x25ff],
  [0xfffd, 0xfffd],
);
const joiners: Range = [0x200c, 0x200f];
const arabic = letters(
  ascii,
  [0x600, 0x6ff],
  [0x750, 0x77f],
  [0x8a0, 0x8ff],
  joiners,
  [0xfb50, 0xfdff],
  [0xfe70, 0xfefc],
);
const hebrew = letters(ascii, [0x590, 0x5ff], joiners, [0xfb1d, 0xfb4f]);
const devanagari = letters(ascii, [0x900, 0x97f], [0xa8e0, 0xa8ff], joiners, [0x25cc, 0x25cc]);
const simplified = lettersOf("gb2312", [[0xa1, 0xf7]], [0xa1, 0xfe]);
const inSimplified = new Set(simplified);
const traditional = Array.from(lettersOf("big5", [[0xa1, 0xc6]], [0x40, 0xfe]))
  .filter((letter) => !inSimplified.has(letter))
  .join("");
const japanese = lettersOf(
  "shift_jis",
  [
    [0x81, 0x9f],
    [0xe0, 0xea],
  ],
  [0x40, 0xfc],
);
const korean = letters([0x1100, 0x11ff], [0x3000, 0x303f], [0x3130, 0x318f], [0xac00, 0xd7a3]);

const fonts: readonly (readonly [name: string, file: string, text: string])[] = [
  ["latin", "noto-sans/400Regular/NotoSans_400Regular.ttf", latin],
  ["latin-bold", "noto-sans/600SemiBold/NotoSans_600SemiBold.ttf", latin],
  ["arabic", "noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf", arabic],
  ["hebrew", "noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf", hebrew],
  ["devanagari", "noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf", devanagari],
  ["sc", "noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf", simplified],
  ["tc", "noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf", traditional],
  ["jp", "noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf", japanese],
  ["kr", "noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf", korean],
];

mkdirSync(target, { recursive: true });
for (const [name, file, text] of fonts) {
  const whole = readFileSync(new URL(file, packages));
  const cut = await subsetFont(whole, text, { targetFormat: "truetype" });
  const source = `/** TrueType, base64. Licence: SIL Open Font License 1.1. */\nexport const font: string =\n  "${cut.toString("base64")}";\n`;
  writeFileSync(new URL(`${name}.ts`, target), source);
  console.error(`fonts: ${name} ${String(Math.round(cut.length / 1024))} KiB`);
}
