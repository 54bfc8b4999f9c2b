/**
 * What a sentence says: `SaidRequest`. Silence stays silence; defaults belong to `core/plan`.
 * Shapes follow the request contract, version 1. Offsets are UTF-16 units of the raw text.
 */

import type {
  Intent,
  SaidFormat,
  Entity,
  Level,
  Pii,
  Audience,
  Ref,
  FieldName,
  DateField,
} from "./vocabulary.ts";

export type {
  Intent,
  SaidFormat,
  Entity,
  Level,
  Pii,
  Audience,
  Ref,
  FieldName,
  DateField,
} from "./vocabulary.ts";

/** A local calendar day, `YYYY-MM-DD`. */
export type ISODate = string;
/** `[from, to)` in UTF-16 units of the raw text, outer blanks excluded. */
export type Span = readonly [number, number];

/** Half-open; `null` is unbounded; never both `null`. */
export interface DateFilter {
  readonly field: DateField;
  readonly start: ISODate | null;
  readonly end: ISODate | null;
  /** Depends on today: resolved again at every scheduled run. */
  readonly relative?: boolean;
  readonly negated?: boolean;
}
export type FilterOp =
  | "eq"
  | "ne"
  | "in"
  | "nin"
  | "contains"
  | "ncontains"
  | "gt"
  | "gte"
  | "lt"
  | "lte"
  | "between"
  | "exists"
  | "missing";
export interface Filter {
  readonly field: FieldName;
  readonly op: FilterOp;
  readonly value?: string | number | boolean | readonly (string | number)[];
  readonly unit?: {
    readonly currency?: string;
    readonly per?: "hour" | "day" | "month" | "year";
    readonly time?: "day" | "week" | "month";
  };
}
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export interface SaidSchedule {
  readonly freq: "daily" | "weekly" | "monthly" | "onChange";
  readonly interval?: number;
  /** 1 = Monday. */
  readonly byDay?: readonly Weekday[];
  /** 1..31, -1 = last day. */
  readonly byMonthDay?: readonly number[];
  readonly bySetPos?: number;
  /** 24 h local, `08:00`. */
  readonly time?: string;
  readonly dayPart?: "morning" | "afternoon" | "evening" | "night";
  readonly start?: ISODate;
  readonly until?: ISODate;
  readonly count?: number;
  readonly retention?: { readonly keepLast?: number; readonly maxAgeDays?: number };
  readonly notify?: readonly ("browser" | "email" | "none")[];
}
export type TemplateName = "backup" | "analysis" | "sharing" | "gdpr" | "work-search";

export interface SaidRequest {
  readonly v: 1;
  readonly intent: Intent;
  readonly op?: "create" | "update" | "delete" | "pause" | "resume" | "run" | "list";
  readonly target?: "history" | "schedules" | "templates" | "formats" | "data";
  readonly base?: Ref;
  readonly formats?: readonly SaidFormat[];
  readonly entities?: {
    readonly include: readonly Entity[] | "all";
    readonly exclude?: readonly Entity[];
  };
  readonly when?: readonly DateFilter[];
  readonly filters?: readonly Filter[];
  readonly items?: {
    readonly names?: readonly string[];
    readonly ids?: readonly string[];
    readonly ref?: Ref;
    readonly exclude?: readonly string[];
  };
  readonly fields?: {
    readonly mode: "only" | "add" | "drop";
    readonly names: readonly FieldName[];
  };
  readonly sort?: readonly { readonly field: FieldName; readonly dir?: "asc" | "desc" }[];
  readonly group?: {
    readonly by: FieldName | "entity";
    readonly as: "section" | "file" | "count";
  };
  readonly limit?: {
    readonly n: number;
    readonly pick: "newest" | "oldest" | "top" | "first";
    readonly of?: Entity;
  };
  readonly privacy?: {
    readonly level?: Level;
    readonly hide?: readonly Pii[];
    readonly keep?: readonly Pii[];
    readonly pseudonyms?: boolean;
  };
  readonly encryption?: {
    readonly on: boolean;
    readonly method?: "aes" | "zip-aes" | "public-key" | "vault" | "capsule";
  };
  readonly template?: TemplateName | { readonly name: string };
  readonly schedule?: SaidSchedule;
  readonly audience?: { readonly who: Audience; readonly name?: string };
  readonly destination?: {
    readonly kind: "download" | "folder" | "clipboard" | "email" | "cloud" | "print";
    readonly detail?: string;
  };
  readonly baseline?: { readonly ref: Ref; readonly use: "incremental" | "diff" };
  readonly fileName?: string;
}

export interface Edit {
  readonly op: "set" | "add" | "remove" | "clear";
  readonly path: string;
  readonly value?: unknown;
}
export type HardCode =
  | "scope.missing"
  | "date.invalid"
  | "date.reversed"
  | "ref.unresolved"
  | "value.unknown"
  | "value.ambiguous"
  | "conflict.privacy"
  | "conflict.entities"
  | "conflict.format"
  | "format.unsupported"
  | "schedule.unsupported"
  | "schedule.split"
  | "filter.or"
  | "restore.file"
  | "intent.multiple"
  | "confirm.destructive";
export type SoftCode =
  | "format.missing"
  | "date.ambiguous"
  | "date.future"
  | "date.order"
  | "privacy.audience"
  | "encryption.secure"
  | "schedule.time"
  | "schedule.confirm"
  | "scope.wide"
  | "typo";
export interface Question {
  readonly code: HardCode | SoftCode;
  readonly severity: "hard" | "soft";
  readonly slot: string;
  readonly span?: Span;
  /** One sentence, in the language of the request. */
  readonly text: string;
  readonly choices?: readonly { readonly label: string; readonly patch: readonly Edit[] }[];
}
export interface Evidence {
  /** Path of the slot, e.g. `formats`, `privacy.level`, `filters.0`. */
  readonly path: string;
  readonly span?: Span;
  readonly text: string;
  readonly value: unknown;
  readonly confidence: number;
  readonly via: "lexicon" | "fuzzy" | "date" | "data" | "pattern" | "quote" | "context" | "model";
  readonly corrected?: string;
  readonly alternatives?: readonly { readonly value: unknown; readonly confidence: number }[];
}
export interface ParseResult {
  readonly said: SaidRequest;
  readonly evidence: readonly Evidence[];
  /** Content words that nothing explained: shown, never dropped in silence. */
  readonly unused: readonly Span[];
  readonly questions: readonly Question[];
  /** A passphrase typed into the sentence: masked everywhere, kept out of history. */
  readonly secrets: readonly Span[];
  readonly confidence: number;
  /** BCP 47 primary tag. */
  readonly language: string;
}
/** The person's own values, stored spellings. */
export interface OwnNames {
  readonly companies?: readonly string[];
  readonly tags?: readonly string[];
  readonly contacts?: readonly string[];
  readonly statuses?: readonly string[];
  readonly locations?: readonly string[];
  readonly templates?: readonly string[];
  readonly schedules?: readonly string[];
}
export interface ParseContext {
  readonly today: ISODate;
  /** Language prior, e.g. the language of the interface. */
  readonly language?: string;
  readonly data?: OwnNames;
  /** The request before this one, for "same but …". */
  readonly last?: SaidRequest | null;
}
