import type { Pii } from "../request/request.ts";

/** What a rule's type word is in a wish ("no phone numbers"); identifiers of every kind are "id". */
const piiByType: Readonly<Record<string, Pii>> = {
  EMAIL: "email",
  PHONE: "phone",
  PERSON: "name",
  ADDRESS: "address",
  LOCATION: "address",
  URL: "url",
  USERNAME: "url",
  ORGANIZATION: "company",
  DATE: "date",
  DATE_OF_BIRTH: "date",
  AGE: "date",
  SALARY: "salary",
  SECRET: "secret",
  DEMOGRAPHIC: "name",
};

export function piiOf(type: string): Pii {
  return piiByType[type] ?? "id";
}

/** The word that stands for a type in cleaned text. */
const labelByPii: Readonly<Record<Pii, string>> = {
  email: "[email]",
  phone: "[phone]",
  name: "[name]",
  address: "[address]",
  url: "[link]",
  salary: "[salary]",
  company: "[company]",
  title: "[title]",
  date: "[date]",
  id: "[id]",
  secret: "[secret]",
  notes: "[notes]",
  document: "[document]",
};

export function labelOf(pii: Pii): string {
  return labelByPii[pii];
}
