import type { Section } from "../formats/contract.ts";
import type { Field } from "../records/field.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import type { CleanRow } from "../sanitize/clean-row.ts";

/**
 * Names of the records that were written so far, so that a document for people says which application an
 * interview belongs to instead of its id.
 */
export class RelationNames {
  readonly #names = new Map<string, string>();

  learn(row: CleanRow, section: Section): void {
    const id = row["id"];
    if (typeof id !== "string") return;
    const title = section.kind.title(row as unknown as AnyRecord);
    if (title !== "") this.#names.set(`${section.kindId} ${id}`, title);
  }

  /** The value with known ids replaced; an id that is not known stays as it is. */
  resolve(value: unknown, field: Field | undefined): unknown {
    const kind = field?.refers;
    if (kind === undefined) return value;
    if (typeof value === "string") return this.#names.get(`${kind} ${value}`) ?? value;
    if (!Array.isArray(value)) return value;
    const items: readonly unknown[] = value;
    return items.map((item) =>
      typeof item === "string" ? (this.#names.get(`${kind} ${item}`) ?? item) : item,
    );
  }
}
