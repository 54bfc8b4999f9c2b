/**
 * Everything that can go wrong, as plain data: Comlink drops the custom fields of a thrown error, so
 * only a `Failure` crosses a thread. Neither a failure nor its words ever hold a record, a key or a
 * passphrase.
 */
export type Failure =
  | { readonly code: "nothing-selected"; readonly where?: string }
  | { readonly code: "not-understood"; readonly question: string }
  | { readonly code: "passphrase-missing" }
  | { readonly code: "passphrase-weak"; readonly why: string }
  | { readonly code: "wrong-passphrase" }
  | { readonly code: "not-an-archive"; readonly name: string }
  | { readonly code: "archive-damaged"; readonly where: string; readonly detail: string }
  | { readonly code: "archive-refused"; readonly where: string; readonly detail: string }
  | { readonly code: "newer-archive"; readonly version: string }
  | {
      readonly code: "limit-exceeded";
      readonly what: string;
      readonly limit: number;
      readonly actual: number;
      readonly unit?: string;
    }
  | {
      readonly code: "invalid-record";
      readonly where: string;
      readonly field: string;
      readonly detail: string;
    }
  | {
      readonly code: "storage-full";
      readonly neededBytes?: number;
      readonly freeBytes?: number;
      readonly where?: string;
    }
  | { readonly code: "storage-lost" }
  | { readonly code: "permission-lost"; readonly where: string }
  | { readonly code: "file-gone"; readonly where: string }
  | { readonly code: "sanitizing-failed"; readonly rule: string }
  | { readonly code: "leak-found"; readonly where: string; readonly type: string }
  | { readonly code: "proof-failed"; readonly detail: string }
  | { readonly code: "unsupported"; readonly what: string }
  | { readonly code: "not-found"; readonly what: string }
  | { readonly code: "edited-elsewhere"; readonly what: string; readonly at: string }
  | { readonly code: "busy"; readonly what: string }
  | { readonly code: "part-missing" }
  | { readonly code: "interrupted" }
  | { readonly code: "cancelled" }
  | { readonly code: "unexpected"; readonly detail: string };

export type FailureCode = Failure["code"];

/** What the screen offers as a button. */
export type Recovery =
  | "try-again"
  | "choose-another-place"
  | "allow-folder"
  | "enter-passphrase"
  | "change-request"
  | "free-space"
  | "download-instead"
  | "show-readable"
  | "show-place"
  | "update-app"
  | "reload"
  | "show-both";

export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** Carries a `Failure` through code that throws. */
export class FailureError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure, cause?: unknown) {
    super(failure.code, { cause });
    this.name = "FailureError";
    this.failure = failure;
  }
}

/** Throws `failure`; a statement that never returns, for use in expressions. */
export function fail(failure: Failure): never {
  throw new FailureError(failure);
}

/** Runs `work` and turns whatever it throws into an `Outcome`: the one `try/catch` at an edge. */
export async function attempt<T>(work: () => Promise<T> | T): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, failure: toFailure(error) };
  }
}

/** The value of an outcome, or its failure thrown as `FailureError`. */
export function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new FailureError(outcome.failure);
}

const byErrorName: Readonly<Record<string, Failure>> = {
  AbortError: { code: "cancelled" },
  QuotaExceededError: { code: "storage-full" },
  NotAllowedError: { code: "permission-lost", where: "the chosen place" },
  NotFoundError: { code: "file-gone", where: "the chosen place" },
  NoModificationAllowedError: { code: "busy", what: "the file" },
  InvalidStateError: { code: "storage-lost" },
  DatabaseClosedError: { code: "storage-lost" },
};

/** How Chromium, Firefox and Safari say that a chunk of the app could not be loaded. */
const missingPart =
  /dynamically imported module|importing a module script failed|error loading dynamically/i;

/** The failure that a thrown value stands for; names of browser errors per the Web IDL `DOMException` table. */
export function toFailure(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure;
  if (error instanceof Error) {
    if (error instanceof TypeError && missingPart.test(error.message))
      return { code: "part-missing" };
    const inner = (error as { inner?: unknown }).inner;
    const known =
      byErrorName[error.name] ?? (inner instanceof Error ? byErrorName[inner.name] : undefined);
    return known ?? { code: "unexpected", detail: `${error.name}: ${error.message}` };
  }
  return { code: "unexpected", detail: typeof error };
}
