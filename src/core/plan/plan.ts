import type { ChainLink } from "../increment/chain.ts";
import type { KindId } from "../records/any-kind.ts";
import type {
  Audience,
  ISODate,
  Question,
  SaidRequest,
  SaidSchedule,
  TemplateName,
} from "../request/request.ts";
import type { Sanitization } from "../sanitize/sanitization.ts";
import type { Selection } from "../select/selection.ts";

/** Ids of shelf items. Plain strings, because the plan is stored and a shelf may lose an item. */
export type FormatId = string;
export type ContainerId = string;

/**
 * A fully decided export. Passphrases and file handles stay out, because plans are stored, shown and
 * run again. `said` is kept so that relative dates are resolved anew at every scheduled run.
 */
export interface ExportPlan {
  readonly v: 1;
  readonly sentence: string;
  readonly said: SaidRequest;
  /** The local day on which the plan was made. */
  readonly today: ISODate;
  readonly selection: Selection;
  readonly sanitization: Sanitization;
  readonly formats: readonly FormatId[];
  readonly container: ContainerId;
  readonly template?: TemplateName;
  readonly audience?: Audience;
  readonly audienceName?: string;
  /** Bytes of documents go along as files (packages) or base64 (plain JSON). */
  readonly withBytes: boolean;
  readonly group?: { readonly by: string; readonly as: "section" | "file" | "count" };
  /** Choices of formats: `paper`, `goal`, `weekStart`, `office`, `bom`, `delimiter`, `version` … Nothing personal. */
  readonly options?: Readonly<Record<string, string | number | boolean>>;
  readonly destination: "ask" | "download" | "folder" | "private" | "print";
  readonly fileName: string;
  /** Heading of documents and first line of the receipt. */
  readonly title: string;
  readonly schedule?: SaidSchedule;
  /** Only what changed since an earlier file; number 0: a whole copy that increments will build on. */
  readonly chain?: ChainLink;
}

/** Why a decision is as it is; shown as a chip (said) or in the second row (assumed). */
export interface Reason {
  readonly slot: string;
  /** First line of the chip: Privacy, File, Records, When … */
  readonly label: string;
  /** Second line of the chip: what the words became. */
  readonly value: string;
  readonly because: "said" | "context" | "template" | "audience" | "default";
  readonly text: string;
  /** Widens what leaves the device: shown before the export starts. */
  readonly widens?: boolean;
}

export type Planned =
  | {
      readonly plan: ExportPlan;
      readonly reasons: readonly Reason[];
      readonly questions: readonly Question[];
    }
  | { readonly questions: readonly [Question, ...Question[]]; readonly reasons: readonly Reason[] };

export type Counts = Readonly<Partial<Record<KindId, number>>>;
