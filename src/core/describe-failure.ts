import type { Failure, FailureCode, Recovery } from "./failure.ts";

/** What happened · what is safe · what to do next, and the button that does it. */
export interface FailureWords {
  readonly title: string;
  readonly message: string;
  readonly recovery?: Recovery;
}

type Words = {
  readonly [C in FailureCode]: (failure: Extract<Failure, { code: C }>) => FailureWords;
};

const untouched = "Your data is as it was.";

const words: Words = {
  "nothing-selected": (f) => ({
    title: "Nothing to export",
    message: `No record fits this request${f.where === undefined ? "" : `: ${f.where}`}. Nothing was written. Change the dates or the records.`,
    recovery: "change-request",
  }),
  "not-understood": (f) => ({
    title: "One thing is open",
    message: `${f.question} Nothing was written.`,
    recovery: "change-request",
  }),
  "passphrase-missing": () => ({
    title: "A passphrase is needed",
    message:
      "This file is encrypted and no passphrase was given, so nothing was written. Enter the passphrase.",
    recovery: "enter-passphrase",
  }),
  "passphrase-weak": (f) => ({
    title: "This passphrase is too easy to guess",
    message: `${f.why} Nothing was written. Use the six drawn words, or a longer phrase.`,
    recovery: "enter-passphrase",
  }),
  "wrong-passphrase": () => ({
    title: "That passphrase does not open this file",
    message: "Nothing was changed. Check Caps Lock and the keyboard layout, then type it again.",
    recovery: "enter-passphrase",
  }),
  "not-an-archive": (f) => ({
    title: "This file is not one the app can read",
    message: `${f.name} holds nothing that could be recognised. ${untouched} Drop an export, a backup or a table.`,
    recovery: "try-again",
  }),
  "archive-damaged": (f) => ({
    title: "This file is damaged",
    message: `${f.detail} (${f.where}). Nothing was written here; ${untouched.toLowerCase()} Try another copy.`,
    recovery: "show-readable",
  }),
  "archive-refused": (f) => ({
    title: "This file was refused",
    message: `${f.detail} (${f.where}). Nothing was written; ${untouched.toLowerCase()} Make the file again where it came from.`,
    recovery: "try-again",
  }),
  "newer-archive": (f) => ({
    title: "This file was made by a newer version",
    message: `It is of version ${f.version}. ${untouched} Update the app, then drop it again.`,
    recovery: "update-app",
  }),
  "limit-exceeded": (f) => ({
    title: "This file is larger than the app reads",
    message: `${f.what}: ${String(f.actual)}${f.unit === undefined ? "" : ` ${f.unit}`}, the limit is ${String(f.limit)}. Nothing was written. Split the file and drop the parts.`,
    recovery: "try-again",
  }),
  "invalid-record": (f) => ({
    title: "One value cannot be read",
    message: `${f.detail}: ${f.where}, field ${f.field}. Nothing was written. Mend the value and try again.`,
    recovery: "show-place",
  }),
  "storage-full": (f) => ({
    title: "There is not enough room",
    message: `${f.where ?? "This place"} ran out of space${f.neededBytes === undefined || f.freeBytes === undefined ? "" : `: ${String(f.neededBytes)} bytes are needed, ${String(f.freeBytes)} are free`}. The half-written file was removed; your data is untouched. Choose another place.`,
    recovery: "choose-another-place",
  }),
  "storage-lost": () => ({
    title: "The browser closed the database",
    message: "The last change was not saved; everything before it is. Load the page again.",
    recovery: "reload",
  }),
  "permission-lost": (f) => ({
    title: "Access to the place has ended",
    message: `The browser no longer lets the app write to ${f.where}. Nothing was written; earlier copies are whole. Allow it again.`,
    recovery: "allow-folder",
  }),
  "file-gone": (f) => ({
    title: "The file or folder is no longer there",
    message: `${f.where} cannot be found. Your data is untouched. Choose another place.`,
    recovery: "choose-another-place",
  }),
  "sanitizing-failed": (f) => ({
    title: "A privacy rule stopped the export",
    message: `The rule "${f.rule}" could not finish, so no file was written. Your data is untouched. Change the rule or the request.`,
    recovery: "change-request",
  }),
  "leak-found": (f) => ({
    title: "The second look found something personal",
    message: `${f.type} stood in ${f.where}, so the file was not saved. Your data is untouched. Look at the place, then export again.`,
    recovery: "show-place",
  }),
  "proof-failed": (f) => ({
    title: "The written file is not the same",
    message: `Read back, it differs: ${f.detail}. It was removed; your data is untouched. Export again, to another place if it happens twice.`,
    recovery: "try-again",
  }),
  unsupported: (f) => ({
    title: "This is not possible here",
    message: `${f.what}. Nothing was written. Choose another form.`,
    recovery: "change-request",
  }),
  "not-found": (f) => ({
    title: "It is no longer there",
    message: `${f.what} cannot be found. Nothing was changed.`,
  }),
  "edited-elsewhere": (f) => ({
    title: "Another tab changed this",
    message: `${f.what} was changed in another tab at ${f.at}. Your edit is kept here.`,
    recovery: "show-both",
  }),
  busy: (f) => ({
    title: "Something else is using it",
    message: `${f.what} is in use. Nothing was changed. Try again when it has ended.`,
    recovery: "try-again",
  }),
  "part-missing": () => ({
    title: "A part of the app is not in this browser yet",
    message:
      "It is fetched from where the app came from, once, and this browser is offline. Nothing was written; your data is untouched. Connect, open the app, then try again.",
    recovery: "try-again",
  }),
  interrupted: () => ({
    title: "The last run was interrupted",
    message:
      "The page was closed before it ended. The half-written file was removed; your data is untouched. Run it again.",
    recovery: "try-again",
  }),
  cancelled: () => ({ title: "Stopped", message: "Nothing was left behind." }),
  unexpected: () => ({
    title: "Something unforeseen happened",
    message:
      "Nothing more was written, and your data is as it was. Try again; if it happens twice, load the page again.",
    recovery: "try-again",
  }),
};

/** The words a person sees for a failure. A code without words does not compile. */
export function describeFailure(failure: Failure): FailureWords {
  const describe = words[failure.code] as (failure: Failure) => FailureWords;
  return describe(failure);
}
