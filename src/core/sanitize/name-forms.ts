import { readWords } from "./fold.ts";

/** Words that belong to a surname and are no name by themselves. */
export const particles: ReadonlySet<string> = new Set(
  "van von der den de del della di da dos das do la le las los du des ten ter te zu zum zur af av bin ibn al el y e i of mac mc st san santa".split(
    " ",
  ),
);
const titles: ReadonlySet<string> = new Set(
  "mr mrs ms miss mx dr prof professor sir dame lord lady herr frau mme mlle sr sra srta dott ing dipl phd md msc bsc mba jr sr ii iii iv jun sen".split(
    " ",
  ),
);
const legal: ReadonlySet<string> = new Set(
  "inc llc ltd limited plc corp corporation co company gmbh ag kg ohg se mbh ug ev sa sas sarl srl spa bv nv oy ab as aps ltda lda sl pty group holding holdings the".split(
    " ",
  ),
);

/** One way a person or company is written: folded words in order. */
export interface Form {
  readonly words: readonly string[];
  /** Enough in itself; a weak form (one short or ordinary word) needs a capital and a second sign. */
  readonly strong: boolean;
  /** Made of ordinary words only: found only with capitals ("Will Park"). */
  readonly capital: boolean;
}

/** ü is typed as "ue" where the keyboard lacks it (DIN 5007-2). */
export function spellOut(word: string): string {
  return word
    .toLowerCase()
    .replace(/[äöü]/g, (char) => ({ ä: "ae", ö: "oe", ü: "ue" })[char] ?? char);
}

export interface NameParts {
  readonly given: readonly string[];
  readonly surname: readonly string[];
}

const degree = /,\s*(?:ph\.?d|m\.?d|jr|sr|mba)/i;

/** Splits a person's name into folded words; "Surname, Given" is understood, a double name stays together. */
export function splitName(name: string): NameParts {
  const comma = name.indexOf(",");
  const ordered =
    comma > 0 && !degree.test(name) ? `${name.slice(comma + 1)} ${name.slice(0, comma)}` : name;
  const parts = ordered
    .split(/\s+/)
    .map((part) => readWords(part).map((word) => word.folded))
    .filter((words) => words.length > 0 && !(words.length === 1 && titles.has(words[0] ?? "")));
  if (parts.length < 2) return { given: [], surname: parts.flat() };
  let cut = parts.length - 1;
  while (cut > 1 && particles.has(parts[cut - 1]?.[0] ?? "")) cut -= 1;
  return { given: parts.slice(0, cut).flat(), surname: parts.slice(cut).flat() };
}

/** Every way a person is written: whole, given, surname, initials, reversed, and as one word in addresses. */
export function personForms(name: string, isOrdinary: (word: string) => boolean): Form[] {
  const forms = formsOf(splitName(name), isOrdinary);
  const spelled = spellOut(name);
  return spelled === name.toLowerCase()
    ? forms
    : [...forms, ...formsOf(splitName(spelled), isOrdinary)];
}

function formsOf({ given, surname }: NameParts, isOrdinary: (word: string) => boolean): Form[] {
  const forms: Form[] = [];
  const add = (words: readonly string[], strong: boolean): void => {
    if (words.some((word) => word === "")) return;
    forms.push({
      words,
      strong,
      capital: words.every((word) => word.length < 3 || isOrdinary(word)),
    });
  };
  const telling = (word: string): boolean => word.length > 3 && !isOrdinary(word);
  const solid = surname.join("");
  const core = surname.filter((word) => !particles.has(word));
  add([...given, ...surname], given.length > 0 || telling(solid));
  if (surname.length > 1) add(surname, core.length > 1 || telling(core[0] ?? ""));
  for (const word of core) add([word], telling(word));
  const [first] = given;
  if (first === undefined) return forms;
  const initial = first.charAt(0);
  for (const family of core.length < surname.length ? [surname, core] : [surname]) {
    add([first, ...family], true);
    add([...family, ...given], true);
    add([...family, first], true);
    add([initial, ...family], true);
    add([...family, initial], true);
    if (given.length > 1) add([...given.map((word) => word.charAt(0)), ...family], true);
    const last = family.join("");
    for (const joined of [
      given.join("") + last,
      first + last,
      initial + last,
      last + first,
      last + initial,
      first + last.charAt(0),
    ]) {
      if (joined.length > 4) add([joined], !isOrdinary(joined) && joined.length > 5);
    }
  }
  for (const word of given) if (word.length > 1 && !particles.has(word)) add([word], telling(word));
  return forms;
}

const joints = ["", "und", "and", "et", "y", "e", "en"];

/** Every way a company is written: whole, without its legal suffix, its first word, and as one word in addresses. */
export function companyForms(name: string, isOrdinary: (word: string) => boolean): Form[] {
  // "&" is read aloud in many languages; S.A. is one word of two letters.
  const plain = name.replace(/\b(\p{L})\.(?=\p{L}\b|\s|$)/gu, "$1");
  const spellings = /[&+]/.test(plain)
    ? joints.map((joint) => plain.replace(/\s*[&+]\s*/g, ` ${joint} `))
    : [plain];
  return spellings
    .flatMap((one) => [one, spellOut(one)])
    .flatMap((one) => formsOfCompany(one, isOrdinary));
}

function formsOfCompany(name: string, isOrdinary: (word: string) => boolean): Form[] {
  const words = readWords(name).map((word) => word.folded);
  const core = words.filter((word) => !legal.has(word));
  const forms: Form[] = [];
  const add = (form: readonly string[], strong: boolean): void => {
    if (form.length > 0)
      forms.push({ words: form, strong, capital: form.every((word) => isOrdinary(word)) });
  };
  // "3M": letters and digits together are no word.
  const telling = (word: string): boolean =>
    (word.length > 3 && !isOrdinary(word)) || /\d[a-z]|[a-z]\d/.test(word);
  const [first = ""] = core;
  add(words, words.length > 1 || telling(words[0] ?? ""));
  if (core.length < words.length) add(core, core.length > 1 || telling(first));
  if (core.length > 1) {
    add([core.join("")], core.join("").length > 5);
    // "Halden" for Halden Freight: people shorten to a word that is none.
    if (first.length > 4 && telling(first)) add([first], true);
  }
  return forms;
}
