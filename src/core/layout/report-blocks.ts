import type { Block, BlockHead, BlockRow } from "./blocks.ts";
import type { ReportModel } from "./report-model.ts";
import { percent } from "./report-model.ts";
import type { OpenGroup } from "./report-open.ts";

/** The report for somebody else as parts: the same model, in the same order, as on paper. */
export function reportBlocks(model: ReportModel): readonly Block[] {
  const { funnel, weeks, sources, open } = model;
  return [
    { is: "text", text: model.date, quiet: true },
    { is: "heading", level: 1, text: model.title },
    { is: "text", text: model.period },
    figuresTable(model),
    ...part("How far they came", funnel.sentence),
    table(
      [head("Stage", 2), head("Applications", 1, true), head("Share", 1, true)],
      funnel.bars.map(({ label, count, share }) => [label, String(count), percent(share)]),
    ),
    ...(weeks.bars.length === 0
      ? []
      : [
          ...part("Applications a week", weeks.sentence),
          table(
            [head("Week from", 2), head("Applications", 1, true)],
            weeks.bars.map(({ from, count, over }) => [
              over ? from : `${from} (not over)`,
              String(count),
            ]),
          ),
        ]),
    ...(sources.rows.length === 0
      ? []
      : [...part("Replies by source", sources.sentence), sourceTable(model)]),
    { is: "text", lead: "About names.", text: model.about, quiet: true },
    ...part("Open applications", open.sentence),
    ...(open.groups.length === 0 ? [] : [openTable(open.groups)]),
    { is: "heading", level: 2, text: "Questions for you" },
    { is: "lines", count: 3 },
  ];
}

function head(text: string, width: number, number = false): BlockHead {
  return { text, width, ...(number && { number }) };
}

function table(heads: readonly BlockHead[], rows: readonly (readonly string[])[]): Block {
  return { is: "table", heads, rows: rows.map((cells) => ({ cells })) };
}

function part(title: string, sentence: string): readonly Block[] {
  const heading: Block = { is: "heading", level: 2, text: title };
  return sentence === "" ? [heading] : [heading, { is: "text", text: sentence }];
}

/** The figures side by side, what each counts below it. */
function figuresTable({ figures }: ReportModel): Block {
  return table(
    figures.map(({ big }) => head(big, 1)),
    [figures.map(({ small }) => small.join(" "))],
  );
}

function sourceTable({ sources }: ReportModel): Block {
  return table(
    [
      head("Source", 2),
      head("Applications", 1, true),
      head("Replies", 1, true),
      head("Rate", 1, true),
      head("Half answered within", 1.4, true),
    ],
    sources.rows.map(({ source, applications, replies, rate, within }) => [
      source,
      String(applications),
      String(replies),
      rate,
      within,
    ]),
  );
}

function openTable(groups: readonly OpenGroup[]): Block {
  const rows = groups.flatMap(({ label, count, rows: open }): readonly BlockRow[] => [
    { group: label, count },
    ...open.map(({ applied, company, title, stands }) => ({
      cells: [applied, company, title, stands],
    })),
  ]);
  const heads = [
    head("Applied", 0.8),
    head("Company", 1.5),
    head("Title", 2),
    head("Where it stands", 2.4),
  ];
  return { is: "table", heads, rows };
}
