import type { Finding } from "../recognizers/contract.ts";
import type {
  Audience,
  DateFilter,
  Entity,
  Filter,
  Level,
  Pii,
  Ref,
  SaidFormat,
  SaidRequest,
  TemplateName,
} from "./request.ts";

type Slot<Name extends keyof SaidRequest> = NonNullable<SaidRequest[Name]>;

/** What a recognizer puts behind each path. */
export interface PathValues {
  readonly "entities.include": Entity | "all";
  readonly "entities.exclude": Entity;
  readonly "entities.soft": "all";
  readonly when: DateFilter;
  readonly filters: Filter;
  readonly "items.ref": Ref;
  readonly "items.names": string;
  readonly "items.ids": string;
  readonly base: Ref;
  readonly "baseline.incremental": Slot<"baseline">;
  readonly "baseline.diff": Slot<"baseline">;
  readonly formats: SaidFormat;
  readonly "formats.not": SaidFormat;
  readonly limit: Slot<"limit">;
  readonly group: Slot<"group">;
  readonly sort: Slot<"sort">;
  readonly fields: Slot<"fields">;
  readonly fileName: string;
  readonly "privacy.level": Level;
  readonly "privacy.hide": Pii;
  readonly "privacy.keep": Pii;
  readonly "privacy.pseudonyms": boolean;
  readonly "encryption.on": boolean;
  readonly "encryption.method": "aes" | "zip-aes" | "public-key" | "vault" | "capsule";
  readonly audience: { readonly who: Audience; readonly name?: string };
  readonly destination: Slot<"destination">;
  readonly template: TemplateName | { readonly name: string };
  readonly "template.delete": string;
  readonly report: boolean;
  readonly proof: boolean;
  readonly op: Slot<"op">;
}

export interface Collected {
  values<Path extends keyof PathValues>(path: Path): PathValues[Path][];
  first<Path extends keyof PathValues>(path: Path): PathValues[Path] | undefined;
  under(prefix: string): readonly Finding[];
}

/** Findings by path. The recognizers' contract test vouches for the types behind the paths. */
export function collect(all: readonly Finding[]): Collected {
  const values = <Path extends keyof PathValues>(path: Path): PathValues[Path][] =>
    all.filter((each) => each.path === path).map((each) => each.value as PathValues[Path]);
  return {
    values,
    first: (path) => values(path)[0],
    under: (prefix) => all.filter((each) => each.path.startsWith(prefix)),
  };
}
