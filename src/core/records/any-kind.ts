import * as shelf from "../kinds/registry.ts";
import type { Field } from "./field.ts";
import { commonFields } from "./common-fields.ts";
import type { AnyRecord } from "./stored-record.ts";

/** The JSON key of a kind: its name on the shelf. */
export type KindId = keyof typeof shelf;

/** A kind read without knowing which. */
export interface AnyKind {
  readonly id: KindId;
  readonly label: string;
  readonly one: string;
  readonly words: readonly string[];
  readonly dateField: string;
  readonly dateFallback?: string;
  /** Own fields in the order of the kind, then the common ones. */
  readonly fields: Readonly<Record<string, Field>>;
  readonly columns: readonly string[];
  readonly derived?: true;
  readonly title: (record: AnyRecord) => string;
  readonly anyOf?: readonly string[];
}

const entries = Object.entries(shelf) as unknown as readonly (readonly [KindId, AnyKind])[];

/** Every kind by id, common fields included. Order carries no meaning. */
export const kindById: ReadonlyMap<KindId, AnyKind> = new Map(
  entries.map(([id, kind]) => [id, { ...kind, id, fields: { ...kind.fields, ...commonFields } }]),
);

/** The ids of every kind on the shelf. */
export const kindIds: readonly KindId[] = [...kindById.keys()];

/** The kinds that are stored: everything but what is computed at export time. */
export const storedKindIds: readonly KindId[] = kindIds.filter(
  (id) => findKind(id).derived !== true,
);

export function isKindId(value: string): value is KindId {
  return kindById.has(value as KindId);
}

export function findKind(id: KindId): AnyKind {
  const kind = kindById.get(id);
  if (kind === undefined) throw new RangeError(`No kind named ${id}`);
  return kind;
}
