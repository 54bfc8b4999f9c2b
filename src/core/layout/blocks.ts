/** A row of a block table: cells, or the heading of the rows that follow. */
export type BlockRow =
  { readonly cells: readonly string[] } | { readonly group: string; readonly count: string };

export interface BlockHead {
  readonly text: string;
  /** Stands at the right, figures below each other. */
  readonly number?: true;
  /** Share of the width, against those of the other columns. */
  readonly width: number;
}

/** A document as a list of parts, for formats that flow: Word and Markdown. Paper and HTML draw the models. */
export type Block =
  | { readonly is: "heading"; readonly level: 1 | 2; readonly text: string }
  | { readonly is: "text"; readonly text: string; readonly lead?: string; readonly quiet?: true }
  | {
      readonly is: "table";
      readonly heads: readonly BlockHead[];
      readonly rows: readonly BlockRow[];
    }
  /** Space to write by hand. */
  | { readonly is: "lines"; readonly count: number }
  | { readonly is: "signature"; readonly labels: readonly [string, string] };
