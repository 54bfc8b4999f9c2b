import type { Block, BlockRow } from "./blocks.ts";
import type { WorkSearchModel } from "./work-search-model.ts";

const heads = [
  { text: "Date", width: 0.9 },
  { text: "Activity", width: 0.9 },
  { text: "Employer, address, person, phone", width: 2.6 },
  { text: "How", width: 0.8 },
  { text: "Position, reference", width: 1.7 },
  { text: "Result so far", width: 1.4 },
  { text: "Counts", width: 0.6 },
  { text: "Proof", width: 0.5, number: true },
] as const;

/** The log for an employment office as parts; an empty fact leaves a line to write on. */
export function logBlocks(model: WorkSearchModel): readonly Block[] {
  const rows = model.weeks.flatMap((week): readonly BlockRow[] => [
    { group: week.label, count: week.words },
    ...week.rows.map(
      ({ date, activity, employer, details, how, position, result, counts, proof }) => ({
        cells: [
          date,
          activity,
          `${employer}${details}`.replace(/^[, ·]+/, ""),
          how,
          position,
          result,
          counts ? "yes" : "no",
          proof,
        ],
      }),
    ),
  ]);
  const facts = model.facts.map(({ name, text }) => [
    name,
    text === "" ? "______________________" : text,
  ]);
  return [
    { is: "heading", level: 1, text: model.title },
    { is: "text", text: model.period, quiet: true },
    {
      is: "table",
      heads: facts.map(([name = ""]) => ({ text: name, width: 1 })),
      rows: [{ cells: facts.map(([, text = ""]) => text) }],
    },
    { is: "table", heads, rows },
    ...model.notes.map((text): Block => ({ is: "text", text, quiet: true })),
    { is: "signature", labels: ["Place, date", "Signature"] },
  ];
}
