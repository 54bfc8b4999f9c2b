import type { AnyKind } from "../records/any-kind.ts";
import { allColumns, standardColumns, standardSort } from "./column-choice.ts";
import { clampWidth } from "./column-width.ts";
import type { TableView } from "./view.ts";

/** What of a view outlives the visit: columns, their order and widths, and the order of the rows. */
export function writeKeptView({ columns, widths, sort }: TableView): string {
  return JSON.stringify({ columns, widths, sort });
}

/** The view a kind starts with: as it was left, as far as what was kept still makes sense. */
export function readKeptView(kind: AnyKind, kept: string | undefined): TableView {
  const { columns, widths, sort } = parse(kept);
  const known = new Set([...allColumns(kind), "*"]);
  const shown = textsOf(columns).filter((one) => known.has(one));
  const { field, dir } = partsOf(sort);
  const sorted = typeof field === "string" && known.has(field) && (dir === "asc" || dir === "desc");
  const wide = Object.entries(partsOf(widths)).flatMap(([name, width]) =>
    typeof width === "number" && known.has(name) ? [[name, clampWidth(width)] as const] : [],
  );
  return {
    kind: kind.id,
    filters: [],
    search: "",
    sort: sorted ? { field, dir } : standardSort(kind),
    columns: shown.length > 0 ? [...new Set(shown)] : standardColumns(kind),
    ...(wide.length > 0 && { widths: Object.fromEntries(wide) }),
  };
}

type Parts = Readonly<Record<string, unknown>>;

function parse(kept: string | undefined): Parts {
  try {
    return partsOf(kept === undefined ? {} : JSON.parse(kept));
  } catch {
    return {};
  }
}

function partsOf(value: unknown): Parts {
  return typeof value === "object" && value !== null ? (value as Parts) : {};
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
}
