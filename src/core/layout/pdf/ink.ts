/** Colours of documents: the light theme of the app in sRGB. */
export const ink = {
  text: "#171c24",
  second: "#484d56",
  third: "#62666e",
  line: "#e0e2e5",
  strong: "#888c94",
  accent: "#245ac3",
  sunken: "#f2f4f6",
  track: "#eef0f3",
} as const;

export interface TextStyle {
  readonly size: number;
  readonly bold?: boolean;
  readonly color?: string;
}

/** Points of a millimetre. */
export const millimetre = 72 / 25.4;
