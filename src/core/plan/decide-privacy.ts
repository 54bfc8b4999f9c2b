import type { Audience, Level, Pii, SaidRequest } from "../request/request.ts";
import type { Sanitization } from "../sanitize/sanitization.ts";
import type { Template } from "../templates/contract.ts";
import type { Reason } from "./plan.ts";

export const levelLabels: Readonly<Record<Level, string>> = {
  none: "Nothing removed",
  basic: "Basic",
  moderate: "Moderate",
  strict: "Strict",
  custom: "Custom",
};
const piiLabels: Readonly<Record<Pii, string>> = {
  email: "e-mail addresses",
  phone: "phone numbers",
  name: "names",
  address: "addresses",
  url: "links",
  salary: "salaries",
  company: "company names",
  title: "job titles",
  date: "dates",
  id: "ids",
  secret: "passwords and keys",
  notes: "notes",
  document: "documents",
};

export function listPii(kinds: readonly Pii[]): string {
  return kinds.map((kind) => piiLabels[kind]).join(", ");
}

/** Anyone but the person: what they get is cleaned unless something else was said. */
export function isOutside(audience: Audience | undefined): boolean {
  return audience !== undefined && audience !== "self";
}

const levelTexts: Readonly<Record<Level, string>> = {
  none: "Nothing is removed: the file holds everything as it is stored.",
  basic: "Passwords, tokens and keys are removed; everything else stays.",
  moderate: "Passwords, keys, e-mail addresses and phone numbers are replaced.",
  strict: "Everything that identifies a person is replaced.",
  custom: "Only what you chose is removed.",
};

/** The level by the contract's order: said, template, audience, then basic. */
export function decidePrivacy(
  said: SaidRequest,
  template: Template | undefined,
): { readonly sanitization: Sanitization; readonly reasons: readonly Reason[] } {
  const { level: saidLevel, hide = [], keep = [], pseudonyms } = said.privacy ?? {};
  const outside = isOutside(said.audience?.who);
  const fallback: Level = outside ? "moderate" : (template?.level ?? "basic");
  // A work-search log for an office keeps employers and contacts: they are what it proves.
  const office = said.template === "work-search";
  const applied: Level = saidLevel ?? (office ? "none" : fallback);
  const because: Reason["because"] =
    saidLevel !== undefined
      ? "said"
      : outside && !office
        ? "audience"
        : template !== undefined
          ? "template"
          : "default";
  const level: Reason = {
    slot: "privacy.level",
    label: "Privacy",
    value: levelLabels[applied],
    because,
    text: levelTexts[applied],
    ...(because !== "said" && applied === "none" ? { widens: true } : {}),
  };
  const wishes: readonly Reason[] = [
    wish("privacy.hide", "Without", hide, "are removed"),
    wish("privacy.keep", "Keep", keep, "stay as they are"),
  ].flat();
  const names: readonly Reason[] =
    pseudonyms === true
      ? [
          {
            slot: "privacy.pseudonyms",
            label: "Names",
            value: "Pseudonyms",
            because: "said",
            text: "People and companies get the same placeholder wherever they appear.",
          },
        ]
      : [];
  return {
    sanitization: {
      level: applied,
      ...(hide.length === 0 ? {} : { hide }),
      ...(keep.length === 0 ? {} : { keep }),
      ...(pseudonyms === undefined ? {} : { pseudonyms }),
    },
    reasons: [level, ...wishes, ...names],
  };
}

function wish(slot: string, label: string, kinds: readonly Pii[], what: string): readonly Reason[] {
  if (kinds.length === 0) return [];
  const value = listPii(kinds);
  const shown = value.charAt(0).toUpperCase() + value.slice(1);
  return [{ slot, label, value: shown, because: "said", text: `${shown} ${what}.` }];
}
