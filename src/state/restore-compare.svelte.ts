import type { Comparison } from "../core/compare/compare-archives.ts";
import { comparisonFile, type ComparisonForm } from "../core/compare/compare-file.ts";
import { turnComparison } from "../core/compare/turn-comparison.ts";
import type { Failure } from "../core/failure.ts";
import type { RestoreInterface } from "../core/job-tracker.ts";
import type { Inspection, NamedFile } from "../core/restore/contract.ts";
import { failureOf } from "./tracker-ports.ts";

interface ComparePorts {
  readonly restore: Pick<RestoreInterface, "inspect" | "compare">;
  readonly now: () => Date;
  readonly locale: () => string;
  readonly save: (file: Blob, name: string) => void;
}

export type SideName = "before" | "after";
/** One side of a comparison: a file on its way, or what was found in it. */
export type SideState =
  | { readonly name: "empty" }
  | { readonly name: "here" }
  | { readonly name: "looking"; readonly file: NamedFile }
  | { readonly name: "locked"; readonly file: NamedFile; readonly failure?: Failure }
  | { readonly name: "failed"; readonly file: NamedFile; readonly failure: Failure }
  | { readonly name: "seen"; readonly file: NamedFile; readonly inspection: Inspection };

type Content = Omit<Comparison, "sentence">;
export interface Compared {
  readonly comparison: Content;
  readonly before: string;
  readonly after: string;
  readonly at: string;
}

/** Two files, or a file and what is here now. Nothing is written. */
export class CompareSession {
  sides = $state.raw<Readonly<Record<SideName, SideState>>>({
    before: { name: "empty" },
    after: { name: "here" },
  });
  result = $state.raw<Compared | undefined>(undefined);
  failure = $state.raw<Failure | undefined>(undefined);
  comparing = $state(false);
  readonly #ports: ComparePorts;
  #turn = 0;

  constructor(ports: ComparePorts) {
    this.#ports = ports;
  }

  /** One file is compared with what is here; two with each other, the older one first. */
  async take(files: readonly NamedFile[]): Promise<void> {
    const [first, second] = files;
    if (first === undefined) return;
    if (second !== undefined) {
      await Promise.all([this.put("before", first), this.put("after", second)]);
      if (this.#isTurned()) await this.swap();
    } else {
      const open = this.sides.before.name !== "empty" && this.sides.after.name === "here";
      await this.put(open ? "after" : "before", first);
    }
  }

  async put(side: SideName, file: NamedFile, passphrase?: string): Promise<void> {
    this.#set(side, { name: "looking", file });
    try {
      const sealed = passphrase === undefined ? {} : { passphrase };
      const inspection = await this.#ports.restore.inspect(file.file, {
        name: file.name,
        ...sealed,
      });
      this.#set(side, { name: "seen", file, inspection });
      await this.#compare();
    } catch (error) {
      const failure = failureOf(error);
      if (failure.code === "passphrase-missing") this.#set(side, { name: "locked", file });
      else if (failure.code === "wrong-passphrase")
        this.#set(side, { name: "locked", file, failure });
      else this.#set(side, { name: "failed", file, failure });
    }
  }

  /** Comes from a dry run: that file against what is here. */
  async withHere(file: NamedFile, inspection: Inspection): Promise<void> {
    this.sides = { before: { name: "seen", file, inspection }, after: { name: "here" } };
    await this.#compare();
  }

  async useHere(side: SideName): Promise<void> {
    this.#set(side, { name: "here" });
    await this.#compare();
  }

  clear(side: SideName): void {
    this.#set(side, side === "after" ? { name: "here" } : { name: "empty" });
    this.result = undefined;
  }

  async swap(): Promise<void> {
    this.sides = { before: this.sides.after, after: this.sides.before };
    await this.#compare();
  }

  /** The comparison as a file of its own. */
  export(form: ComparisonForm): void {
    const { result } = this;
    if (result === undefined) return;
    const sides = { ...result, locale: this.#ports.locale() };
    const { text, mediaType } = comparisonFile(form, result.comparison, sides);
    this.#ports.save(
      new Blob([text], { type: mediaType }),
      `comparison-${result.at.slice(0, 10)}.${form}`,
    );
  }

  #set(side: SideName, state: SideState): void {
    this.sides = { ...this.sides, [side]: state };
  }

  #isTurned(): boolean {
    const { before, after } = this.sides;
    if (before.name !== "seen" || after.name !== "seen") return false;
    return (before.inspection.madeAt ?? "") > (after.inspection.madeAt ?? "~");
  }

  /** `here` against a file is the same comparison turned round: the file is given first, then read back. */
  async #compare(): Promise<void> {
    const { before, after } = this.sides;
    const turn = (this.#turn += 1);
    this.result = undefined;
    this.failure = undefined;
    const [first, second] = [inspectionOf(before), inspectionOf(after)];
    if (first === undefined && second === undefined) return;
    if (!isReady(before) || !isReady(after)) return;
    this.comparing = true;
    try {
      const comparison = await this.#read(first, second);
      const names = { before: nameOf(before), after: nameOf(after) };
      if (turn === this.#turn)
        this.result = { comparison, ...names, at: this.#ports.now().toISOString() };
    } catch (error) {
      if (turn === this.#turn) this.failure = failureOf(error);
    }
    if (turn === this.#turn) this.comparing = false;
  }

  async #read(first: Inspection | undefined, second: Inspection | undefined): Promise<Content> {
    const { restore } = this.#ports;
    if (first !== undefined) return restore.compare(first, second);
    if (second === undefined) throw new RangeError("One side has to be a file");
    return turnComparison(await restore.compare(second));
  }
}

const inspectionOf = (side: SideState): Inspection | undefined =>
  side.name === "seen" ? side.inspection : undefined;
const isReady = ({ name }: SideState): boolean => name === "seen" || name === "here";
const nameOf = (side: SideState): string => (side.name === "seen" ? side.inspection.name : "now");
