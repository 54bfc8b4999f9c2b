import { fail } from "../failure.ts";
import { limits } from "../restore/limits.ts";

const ownSegment = /^[A-Za-z0-9._\- ()]+$/;
/** C0 and C1 controls, direction controls, line separators, and the byte-order mark. */
const control = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u;
const controls = new RegExp(control, "gu");
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
const special = new Set(["__proto__", "constructor", "prototype"]);

/** Why a name is refused, in words, or undefined. Names are never paths here: this keeps them inert. */
export function unsafeName(name: string, own: boolean): string | undefined {
  if (new TextEncoder().encode(name).byteLength > limits.nameBytes) {
    return `The name is longer than ${String(limits.nameBytes)} bytes`;
  }
  const segments = (name.endsWith("/") ? name.slice(0, -1) : name).split("/");
  if (segments.length > limits.nameSegments) {
    return `The name has ${String(segments.length)} folders, the limit is ${String(limits.nameSegments)}`;
  }
  if (control.test(name)) return "The name holds a control character";
  if (name.includes("\\")) return "The name is a path of a device";
  if (name.includes(":")) return "The name holds a colon";
  if (segments.includes("..")) return "The name leaves its folder";
  if (name.startsWith("/")) return "The name begins at the root";
  return segments.map((segment) => unsafeSegment(segment, own)).find((why) => why !== undefined);
}

function unsafeSegment(segment: string, own: boolean): string | undefined {
  if (segment === "" || segment === ".") return "A folder of the name is empty";
  if (/[. ]$/.test(segment)) return "A part of the name ends with a point or a blank";
  if (reserved.test(segment)) return "The name is a device of Windows";
  if (special.has(segment)) return "The name is special to the language of this app";
  return own && !ownSegment.test(segment)
    ? "The name has characters the app never writes"
    : undefined;
}

/** A name for a message: control characters are shown, never obeyed. */
export const shownName = (name: string): string => name.slice(0, 100).replace(controls, "\ufffd");

/** Names that stand for one place on some system: case and composition folded. */
export const canonicalName = (name: string): string =>
  name.replace(/\/$/, "").normalize("NFC").toLowerCase();

/**
 * Refuses two names that are one, and a file that is also a folder.
 * @throws FailureError `archive-refused`
 */
export function refuseTwins(names: readonly { readonly name: string; readonly folder: boolean }[]) {
  const seen = new Map<string, boolean>();
  for (const { name, folder } of names) {
    const key = canonicalName(name);
    if (seen.has(key)) return twin(name, "Two entries have the same name");
    seen.set(key, folder);
  }
  for (const { name } of names) {
    const parts = canonicalName(name).split("/");
    for (let length = 1; length < parts.length; length += 1) {
      if (seen.get(parts.slice(0, length).join("/")) === false) {
        return twin(name, "A file is also a folder");
      }
    }
  }
}

const twin = (name: string, detail: string): never =>
  fail({ code: "archive-refused", where: shownName(name), detail });
