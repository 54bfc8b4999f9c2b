import type { Bytes, ExportDocument, Section } from "../../formats/contract.ts";
import { writeWorkbook } from "../write-workbook.ts";

/** A workbook with a sheet a kind and every field as a column: Google Sheets opens it as a spreadsheet. */
export async function* writeSheets(document: ExportDocument): AsyncGenerator<Bytes> {
  yield* writeWorkbook({ ...document, sections: wide(document.sections) });
}

async function* wide(sections: ExportDocument["sections"]): AsyncGenerator<Section> {
  for await (const section of sections) {
    const all = Object.keys(section.kind.fields);
    const first = section.columns.filter((name) => all.includes(name));
    const columns = [...first, ...all.filter((name) => !first.includes(name))];
    yield { ...section, columns };
  }
}
