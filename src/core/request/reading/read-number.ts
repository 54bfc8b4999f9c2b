/**
 * Reads a figure as people type it: `100k`, `1,234`, `1.234,5`, `90'000`, `3rd`.
 * One separator before exactly three digits groups thousands; any other last separator is a decimal.
 */
export function readNumber(form: string): number | undefined {
  const parts = /^([\d.,' \u00A0\u202F]+)([a-z]*)$/.exec(form);
  if (parts === null) return undefined;
  const scale = scales[parts[2] ?? ""];
  if (scale === undefined) return undefined;
  const plain = toPlain((parts[1] ?? "").replace(/[' \u00A0\u202F]/g, ""));
  const value = Number(plain) * scale;
  return Number.isFinite(value) ? value : undefined;
}

const scales: Readonly<Record<string, number>> = {
  "": 1,
  k: 1000,
  m: 1_000_000,
  st: 1,
  nd: 1,
  rd: 1,
  th: 1,
};

function toPlain(figure: string): string {
  const last = Math.max(figure.lastIndexOf("."), figure.lastIndexOf(","));
  if (last < 0) return figure;
  const mark = figure[last] ?? "";
  const tail = figure.slice(last + 1);
  const head = figure.slice(0, last).replace(/[.,]/g, "");
  const other = mark === "." ? "," : ".";
  const groups = tail.length === 3 && !figure.slice(0, last).includes(other);
  const repeated = figure.indexOf(mark) !== last;
  return groups || repeated ? head + tail : `${head}.${tail}`;
}
