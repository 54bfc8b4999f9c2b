import { foldWord, readWords } from "./fold.ts";

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
}

function variants(word: string): string[] {
  const plain = foldWord(word);
  // ü is typed as "ue" where the keyboard lacks it (DIN 5007-2).
  const spelled = foldWord(
    word.toLowerCase().replace(/[äöü]/g, (char) => ({ ä: "ae", ö: "oe", ü: "ue" })[char] ?? char),
  );
  return spelled === plain ? [plain] : [plain, spelled];
}

interface NameParts {
  readonly given: readonly string[];
  readonly surname: readonly string[];
}

/** Splits a person's name; "Surname, Given" is understood. */
export function splitName(name: string): NameParts {
  const comma = name.indexOf(",");
  const ordered =
    comma > 0 && !/,\s*(?:ph\.?d|m\.?d|jr|sr|mba)/i.test(name)
      ? `${name.slice(comma + 1)} ${name.slice(0, comma)}`
      : name;
  const words = readWords(ordered)
    .map((word) => ordered.slice(word.start, word.end))
    .filter((word) => !titles.has(foldWord(word)));
  if (words.length < 2) return { given: [], surname: words };
  let cut = words.length - 1;
  while (cut > 1 && particles.has(foldWord(words[cut - 1] ?? ""))) cut -= 1;
  return { given: words.slice(0, cut), surname: words.slice(cut) };
}

/** Every way a person is written: whole, given, surname, initials, reversed, and as one word in addresses. */
export function personForms(name: string, isOrdinary: (word: string) => boolean): Form[] {
  const { given, surname } = splitName(name);
  const forms: Form[] = [];
  const add = (words: readonly string[], strong: boolean): void => {
    if (words.length > 0 && words.every((word) => word !== "")) forms.push({ words, strong });
  };
  const single = (word: string): boolean => word.length > 3 && !isOrdinary(word);
  const last = surname.flatMap((word) => variants(word));
  const surnames =
    surname.length === 1
      ? variants(surname[0] ?? "").map((word) => [word])
      : [surname.map(foldWord)];
  const first = given[0] === undefined ? [] : variants(given[0]);
  for (const family of surnames) {
    const solid = family.join("");
    add([...given.map(foldWord), ...family], given.length > 0 || single(solid));
    const core = family.at(-1) ?? "";
    if (!particles.has(core)) add([core], single(core));
    if (family.length > 1) add(family, true);
    for (const one of first) {
      const initial = one.charAt(0);
      add([one, ...family], true);
      add([...family, one], true);
      add([initial, ...family], true);
      add([...family, initial], true);
      if (one.length + solid.length > 5)
        for (const joined of [one + solid, initial + solid, solid + one, solid + initial])
          add([joined], joined.length > 4 && !isOrdinary(joined));
      if (given.length > 1)
        add([...given.map((word) => foldWord(word).charAt(0)), ...family], true);
    }
  }
  for (const one of first) add([one], single(one) && last.length > 0);
  return forms;
}

/** Every way a company is written: whole, without its legal suffix, and as one word in addresses. */
export function companyForms(name: string, isOrdinary: (word: string) => boolean): Form[] {
  const words = readWords(name).map((word) => word.folded);
  const core = words.filter((word, i) => !legal.has(word) || (i === 0 && words.length === 1));
  const forms: Form[] = [];
  if (words.length > 0)
    forms.push({
      words,
      strong: words.length > 1 || ((words[0] ?? "").length > 3 && !isOrdinary(words[0] ?? "")),
    });
  if (core.length > 0 && core.length < words.length) {
    forms.push({
      words: core,
      strong: core.length > 1 || ((core[0] ?? "").length > 3 && !isOrdinary(core[0] ?? "")),
    });
  }
  if (core.length > 1) forms.push({ words: [core.join("")], strong: core.join("").length > 5 });
  return forms;
}
