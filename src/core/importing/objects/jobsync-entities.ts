import type { JsonObject } from "../json-items.ts";
import { isObject, textOf } from "../json-items.ts";

/** The entities of a JobSync backup, by name and id. */
export class Entities {
  readonly #lists: ReadonlyMap<string, readonly JsonObject[]>;
  readonly #byId = new Map<string, JsonObject>();

  constructor(lists: ReadonlyMap<string, readonly JsonObject[]>) {
    this.#lists = lists;
    for (const [name, list] of lists)
      for (const one of list) this.#byId.set(`${name}/${String(one["id"])}`, one);
  }

  list(name: string): readonly JsonObject[] {
    return this.#lists.get(name) ?? [];
  }

  /** The label of what an id refers to: a company, a title, a place. */
  label(name: string, id: unknown): string | undefined {
    const found = this.get(name, id);
    return found === undefined
      ? undefined
      : (textOf(found["label"]) ?? textOf(found["name"]) ?? textOf(found["value"]));
  }

  get(name: string, id: unknown): JsonObject | undefined {
    return typeof id === "string" ? this.#byId.get(`${name}/${id}`) : undefined;
  }

  get names(): readonly string[] {
    return [...this.#lists.keys()];
  }
}

/** A value that is a list of objects. */
export const objectsIn = (value: unknown): readonly JsonObject[] =>
  Array.isArray(value) ? (value as readonly unknown[]).filter(isObject) : [];

const jobTypes: Readonly<Record<string, string>> = {
  FT: "full-time",
  PT: "part-time",
  C: "contract",
  I: "internship",
};
export const jobType = (code: unknown): string | undefined =>
  typeof code === "string" ? (jobTypes[code] ?? code) : undefined;
