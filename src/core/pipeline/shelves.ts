import type { Container } from "../containers/contract.ts";
import { fail } from "../failure.ts";
import type { Format } from "../formats/contract.ts";
import type { MakeSanitizer } from "./sanitizing.ts";

/** What a run may choose from. The app passes its registries; tests pass what they like. */
export interface Shelves {
  readonly formats: Readonly<Record<string, Format>>;
  readonly containers: Readonly<Record<string, Container>>;
  readonly makeSanitizer: MakeSanitizer;
}

export interface ChosenFormat {
  readonly id: string;
  readonly format: Format;
}

/** @throws FailureError `unsupported`: a stored plan may name a format that is gone. */
export function findFormats(shelves: Shelves, ids: readonly string[]): readonly ChosenFormat[] {
  return ids.map((id) => {
    const format = Object.hasOwn(shelves.formats, id) ? shelves.formats[id] : undefined;
    return { id, format: format ?? fail({ code: "unsupported", what: `The format ${id}` }) };
  });
}

/** @throws FailureError `unsupported` */
export function findContainer(shelves: Shelves, id: string): Container {
  const found = Object.hasOwn(shelves.containers, id) ? shelves.containers[id] : undefined;
  return found ?? fail({ code: "unsupported", what: `The container ${id}` });
}
