import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("../../src/ui/tokens.css", import.meta.url), "utf8");

type Colour = readonly [lightness: number, chroma: number, hue: number];
const three = String.raw`oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)`;

/** The light and the dark value of every token that has two opaque colours. */
function readTokens(): ReadonlyMap<string, readonly [light: Colour, dark: Colour]> {
  const pattern = new RegExp(`--([a-z0-9-]+): light-dark\\(${three}, ${three}\\)`, "gu");
  return new Map(
    [...css.matchAll(pattern)].map(([, name = "", ...numbers]) => {
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers.map(Number);
      return [
        name,
        [
          [a, b, c],
          [d, e, f],
        ],
      ] as const;
    }),
  );
}

/** Relative luminance of an oklch colour (Ottosson's matrices, then WCAG 2.2, clipped to sRGB). */
function luminance([lightness, chroma, hue]: Colour): number {
  const angle = (hue * Math.PI) / 180;
  const a = chroma * Math.cos(angle);
  const b = chroma * Math.sin(angle);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((channel) => Math.min(1, Math.max(0, channel)));
  const [red = 0, green = 0, blue = 0] = linear;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const tokens = readTokens();
const colour = (name: string, theme: 0 | 1): Colour => {
  const pair = tokens.get(name);
  if (pair === undefined) throw new RangeError(`No token ${name}`);
  return pair[theme];
};

const surfaces = ["page", "rail", "raised", "control", "sunken", "hover"];
const texts = [
  ...["ink", "ink-2", "ink-3"].flatMap((text) => surfaces.map((on) => [text, on] as const)),
  ...["page", "raised", "sunken"].map((on) => ["accent-ink", on] as const),
  ["accent-ink", "accent-tint"] as const,
  ["ink", "accent-tint"] as const,
  ["ink-2", "accent-tint"] as const,
  ["on-accent", "accent"] as const,
  ["on-accent", "accent-hover"] as const,
  ...["proof", "care", "stop"].flatMap((tone) => [
    [`${tone}-ink`, `${tone}-tint`] as const,
    ["ink", `${tone}-tint`] as const,
    ["ink-2", `${tone}-tint`] as const,
  ]),
  ...["proof", "care", "stop"].map((tone) => [`${tone}-ink`, "page"] as const),
];

describe.each([
  ["light", 0],
  ["dark", 1],
] as const)("in the %s theme", (_name, theme) => {
  test.each(texts)("%s can be read on %s", (text, surface) => {
    expect(contrast(colour(text, theme), colour(surface, theme))).toBeGreaterThanOrEqual(4.5);
  });
  test.each(["page", "raised"])("borders of fields stand out on %s", (surface) => {
    expect(contrast(colour("line-strong", theme), colour(surface, theme))).toBeGreaterThanOrEqual(
      3,
    );
  });
});
