import type { ColumnSeen } from "../../restore/contract.ts";
import type { Table } from "./read-table.ts";
import type { TableColumns } from "./table-columns.ts";

const sampleRows = 200;
const samples = 3;
const sampleLetters = 80;

/** The columns of a table as a person is shown them, to change where they go. */
export function seenColumns(table: Table, columns: TableColumns): readonly ColumnSeen[] {
  const rows = table.body.slice(0, sampleRows);
  return columns.names.map((name, at) => {
    const cells = rows.map(({ cells: row }) => (row[at] ?? "").trim().slice(0, sampleLetters));
    const sample = [...new Set(cells.filter((cell) => cell !== ""))].slice(0, samples);
    const days = columns.orders.get(at);
    return {
      name,
      target: columns.targets[at] ?? "extra",
      sample,
      ...(days === undefined || days.form === "ISO"
        ? {}
        : { days: { order: days.order, unsure: !days.certain } }),
    };
  });
}
