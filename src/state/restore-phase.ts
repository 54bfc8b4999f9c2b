import type { Failure } from "../core/failure.ts";
import type {
  Inspection,
  NamedFile,
  RestorePlan,
  RestoreReceipt,
} from "../core/restore/contract.ts";

export interface Dropped {
  /** One file, or the files of a chain, which are one import. */
  readonly files: readonly NamedFile[];
  readonly fileName: string;
  /** Instant of the drop. */
  readonly at: string;
}
export type RestorePhase =
  | { readonly name: "idle" }
  | ({ readonly name: "looking" } & Dropped)
  /** Sealed: a passphrase is asked for, again with `failure` when one did not open it. */
  | ({ readonly name: "locked"; readonly failure?: Failure } & Dropped)
  /** The dry run. Nothing is written yet. */
  | ({
      readonly name: "seen";
      readonly inspection: Inspection;
      readonly plan: RestorePlan;
    } & Dropped)
  /** A damaged file, read piece by piece: to look at, until it is taken over. */
  | ({ readonly name: "rescued"; readonly inspection: Inspection } & Dropped)
  | ({ readonly name: "importing"; readonly plan: RestorePlan } & Dropped)
  | { readonly name: "done"; readonly receipt: RestoreReceipt; readonly plan: RestorePlan }
  | ({ readonly name: "failed"; readonly failure: Failure; readonly plan?: RestorePlan } & Dropped);

/** A sealed file asks for its passphrase, again where one did not open it; anything else has failed. */
export function phaseAfter(failure: Failure, dropped: Dropped): RestorePhase {
  if (failure.code === "passphrase-missing") return { name: "locked", ...dropped };
  if (failure.code === "wrong-passphrase") return { name: "locked", failure, ...dropped };
  return { name: "failed", failure, ...dropped };
}
