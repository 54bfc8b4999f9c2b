import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { readWords } from "./fold.ts";
import { splitName } from "./name-forms.ts";

interface Person {
  readonly index: number;
  readonly given: readonly string[];
  readonly surname: readonly string[];
}

/**
 * Stand-ins that read well and stay the same within one export: "Person 3", "Company B",
 * "person3@example.invalid". Values are kept only as HMAC-SHA-256 under the key of the export, so that
 * two exports cannot be joined once the key is gone.
 */
export class Pseudonyms {
  readonly #key: Uint8Array | undefined;
  readonly #indexes = new Map<string, number>();
  readonly #counts = new Map<string, number>();
  readonly #people: Person[] = [];
  readonly #byPart = new Map<string, Set<Person>>();

  constructor(key?: Uint8Array) {
    this.#key = key;
  }

  /** Adds a full name, so that its parts alone mean the same person. */
  learnPerson(name: string): void {
    this.#personOf(name);
  }

  person(name: string): string {
    return `Person ${String(this.#personOf(name).index)}`;
  }

  company(name: string): string {
    return `Company ${toLetters(this.#indexOf("company", foldCompany(name)))}`;
  }

  email(address: string, owner?: string): string {
    const index = owner === undefined ? undefined : this.#personOf(owner).index;
    if (index !== undefined) return `person${String(index)}@example.invalid`;
    const person = this.#ownerOf(address);
    return `${person ? `person${String(person.index)}` : `mail${String(this.#indexOf("email", address.toLowerCase()))}`}@example.invalid`;
  }

  phone(number: string): string {
    const digits = number.replace(/\D/g, "").slice(-9);
    return `+00 000 ${String(this.#indexOf("phone", digits)).padStart(4, "0")}`;
  }

  /** A record id that embeds personal data, or ids hidden on wish: the same id gives the same word. */
  record(id: string): string {
    return `record-${String(this.#indexOf("record", id))}`;
  }

  other(type: string, value: string): string {
    const word = type.toLowerCase().replaceAll("_", " ");
    return `[${word} ${String(this.#indexOf(type, value.toLowerCase()))}]`;
  }

  #indexOf(type: string, value: string): number {
    const key = this.#hide(`${type}\u0000${value}`);
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    const index = (this.#counts.get(type) ?? 0) + 1;
    this.#counts.set(type, index);
    this.#indexes.set(key, index);
    return index;
  }

  #hide(value: string): string {
    return this.#key ? bytesToHex(hmac(sha256, this.#key, utf8ToBytes(value))) : value;
  }

  #personOf(name: string): Person {
    const parts = splitName(name);
    const { given, surname } = parts;
    const known = this.#findPerson(given, surname);
    if (known) return known;
    const person: Person = { index: this.#people.length + 1, given, surname };
    this.#people.push(person);
    for (const part of [...given, ...surname]) {
      const hidden = this.#hide(part);
      const people = this.#byPart.get(hidden) ?? new Set();
      this.#byPart.set(hidden, people.add(person));
    }
    return person;
  }

  /** The one person whose name these words can be: a bare given name joins only if nobody else has it. */
  #findPerson(given: readonly string[], surname: readonly string[]): Person | undefined {
    const words = [...given, ...surname];
    const key = words.find((word) => word.length > 1) ?? words[0] ?? "";
    const near = [...(this.#byPart.get(this.#hide(key)) ?? [])];
    const all = near.filter((person) => agrees(words, person));
    const exact = all.find(
      (person) => [...person.given, ...person.surname].join(" ") === words.join(" "),
    );
    return exact ?? (all.length === 1 ? all[0] : undefined);
  }

  #ownerOf(address: string): Person | undefined {
    const words = readWords(address.slice(0, address.indexOf("@")).replace(/[._+-]/g, " ")).map(
      (word) => word.folded,
    );
    if (words.length < 2) return undefined;
    return this.#findPerson(words.slice(0, -1), words.slice(-1));
  }
}

/** Each word is a part of the name, or the initial of one. */
function agrees(words: readonly string[], person: Person): boolean {
  const own = [...person.given, ...person.surname];
  return words.every((word) =>
    own.some((part) => part === word || (word.length === 1 && part.startsWith(word))),
  );
}

function foldCompany(name: string): string {
  const words = readWords(name).map((word) => word.folded);
  const core = words.filter(
    (word) =>
      !/^(?:inc|llc|ltd|limited|plc|corp|corporation|co|gmbh|ag|kg|sa|sarl|srl|spa|bv|nv|ab|as|oy|ltda|lda|sl|pty|the)$/.test(
        word,
      ),
  );
  return (core.length > 0 ? core : words).join("");
}

/** 1 → A, 26 → Z, 27 → AA. */
function toLetters(index: number): string {
  let rest = index;
  let letters = "";
  while (rest > 0) {
    rest -= 1;
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
    rest = Math.floor(rest / 26);
  }
  return letters;
}
