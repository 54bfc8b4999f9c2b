import type { ImportContext, Importer } from "../../importers/contract.ts";
import { eachRecord } from "../each-record.ts";
import { chosenTarget } from "./choose-mapping.ts";
import { foldHeader } from "./column-words.ts";
import type { Target } from "./column-words.ts";
import { headTable } from "./head-table.ts";
import type { Table } from "./read-table.ts";
import { readTable } from "./read-table.ts";
import type { TableRules } from "./table-applications.ts";
import { readApplications } from "./table-applications.ts";

export interface SignedTable extends TableRules {
  readonly label: string;
  /** Folded header words that this tool alone writes together. */
  readonly signature: readonly string[];
  /** Folded header word → field; what is not listed is kept beside. */
  readonly columns: Readonly<Record<string, Target>>;
}

/** An importer of a table whose columns are known: nothing has to be guessed or asked. */
export function signedTable(spec: SignedTable): Importer {
  return {
    label: spec.label,
    async recognises([file, ...more]) {
      if (file === undefined || more.length > 0) return 0;
      const table = await headTable(file);
      if (table === undefined || table === "too-large") return 0;
      return isSigned(table, spec.signature) ? 0.9 : 0;
    },
    async read([file], context) {
      if (file === undefined)
        return { label: spec.label, records: eachRecord([]), skipped: [], warnings: [] };
      const table = await readTable(file);
      const reading = readApplications(table, targetsOf(table, spec, context), context, spec);
      return { ...reading, label: spec.label, records: eachRecord(reading.records) };
    },
  };
}

/** True when every word of a signature is the name of a column, in any order. */
export function isSigned(table: Pick<Table, "head">, signature: readonly string[]): boolean {
  const names = new Set(table.head.map(foldHeader));
  return signature.every((word) => names.has(word));
}

function targetsOf(table: Table, spec: SignedTable, context: ImportContext): readonly Target[] {
  const given = new Set<string>();
  return table.head.map((name) => {
    const chosen = chosenTarget(context.mapping, name);
    const folded = foldHeader(name);
    const target = chosen ?? (given.has(folded) ? "extra" : spec.columns[folded]) ?? "extra";
    given.add(folded);
    return target;
  });
}
