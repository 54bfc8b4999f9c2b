import type { ExportFile } from "../../containers/contract.ts";
import type { Bytes, ExportDocument } from "../../formats/contract.ts";
import { csvLine, textOf } from "./cells.ts";
import { packFile, rowsByKind, zipOf } from "./pack.ts";
import { RowNames } from "./row-names.ts";

/** A table for each kind. The first column is its primary field, a name that links of other tables say. */
export async function* writeAirtable(document: ExportDocument): AsyncGenerator<Bytes> {
  yield* zipOf(filesOf(document));
}

async function* filesOf(document: ExportDocument): AsyncGenerator<ExportFile> {
  const kinds = await rowsByKind(document);
  const names = new RowNames(kinds);
  for (const { kind, rows } of kinds) {
    const fields = Object.entries(kind.fields);
    const lines = rows.map((row) =>
      csvLine([
        names.of(row),
        ...fields.map(([name]) => names.cell(kind, row, name)),
        textOf(row, "id"),
      ]),
    );
    // A field that is called like the primary one is told apart from it.
    const labels = fields.map(([, { label }]) => (label === "Name" ? "Full name" : label));
    const head = csvLine(["Name", ...labels, "Record ID"]);
    yield packFile(`${kind.label}.csv`, `\ufeff${head}${lines.join("")}`);
  }
}
