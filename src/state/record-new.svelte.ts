import type { Failure } from "../core/failure.ts";
import type { KindId } from "../core/records/any-kind.ts";
import { findKind } from "../core/records/any-kind.ts";
import type { AnyRecord } from "../core/records/stored-record.ts";
import { fold } from "../core/select/fold.ts";
import { readAdvert } from "../core/table/advert-draft.ts";
import { capitalize, localInstant, readFieldText } from "../core/table/field-text.ts";
import type { TrackerPorts } from "./tracker-ports.ts";
import { failureOf } from "./tracker-ports.ts";

export type NewRecordPhase =
  | { readonly name: "filling"; readonly problems: Readonly<Record<string, string>> }
  | { readonly name: "saving" }
  | { readonly name: "trouble"; readonly failure: Failure };

/** A form for one new record. Texts are kept as typed until they are saved. */
export class NewRecordForm {
  phase = $state.raw<NewRecordPhase>({ name: "filling", problems: {} });
  texts = $state<Record<string, string>>({});
  /** Fields that were read from a pasted advert, with the words they came from. */
  found = $state.raw<Readonly<Record<string, string>>>({});
  twin = $state.raw<AnyRecord | undefined>(undefined);
  readonly kind: KindId;
  readonly #ports: TrackerPorts;

  constructor(kind: KindId, ports: TrackerPorts, start: Readonly<Record<string, string>> = {}) {
    this.kind = kind;
    this.#ports = ports;
    this.texts = { ...start };
  }

  get problems(): Readonly<Record<string, string>> {
    return this.phase.name === "filling" ? this.phase.problems : {};
  }
  get isBlank(): boolean {
    return Object.entries(this.texts).every(
      ([name, text]) => name === "status" || text.trim() === "",
    );
  }

  /** The words of the advert that filled a field, where they are not the value itself. */
  hintOf(field: string): string | undefined {
    const words = this.found[field];
    const same = words === undefined || fold(words) === fold(this.texts[field] ?? "");
    return same ? undefined : `“${words}”`;
  }

  type(field: string, text: string): void {
    this.texts[field] = text;
    if (this.problems[field] !== undefined) {
      const { [field]: _solved, ...problems } = this.problems;
      this.phase = { name: "filling", problems };
    }
    if (field === "company" || field === "title") void this.#lookForTwin();
  }

  /** Reads a pasted advert: fills only what is still empty, and keeps the text. */
  readAdvert(text: string, today: string): void {
    const { fields, words } = readAdvert(text, today);
    for (const [name, value] of Object.entries({ ...fields, description: text })) {
      if ((this.texts[name] ?? "").trim() === "") this.texts[name] = value;
    }
    this.found = words;
    void this.#lookForTwin();
  }

  /** Stores the record and goes to its page; problems stay beside their fields. */
  async save(): Promise<void> {
    const kind = findKind(this.kind);
    const problems: Record<string, string> = {};
    const values: Record<string, unknown> = {};
    for (const [name, text] of Object.entries(this.texts)) {
      const field = kind.fields[name];
      if (field === undefined) continue;
      const read = readFieldText(field, text);
      if (!read.ok) problems[name] = read.why;
      else if (read.value !== undefined) values[name] = read.value;
    }
    const needed = kind.anyOf;
    if (needed !== undefined && !needed.some((name) => values[name] !== undefined)) {
      const labels = needed.map((name) => kind.fields[name]?.label.toLowerCase() ?? name);
      problems[needed[0] ?? ""] ??= `One of ${labels.join(", ")} is needed.`;
    }
    if (Object.keys(problems).length > 0) {
      this.phase = { name: "filling", problems };
      return;
    }
    await this.#store(this.#withStage(values));
  }

  async #store(values: Readonly<Record<string, unknown>>): Promise<void> {
    this.phase = { name: "saving" };
    try {
      const id = await this.#ports.records.add(this.kind, values);
      this.#ports.say({
        text: `${capitalize(findKind(this.kind).one)} added.`,
        undo: this.#ports.undo,
        key: "Ctrl Z",
      });
      this.#ports.go(`#/tracker/${this.kind}/r/${encodeURIComponent(id)}`);
    } catch (error) {
      this.phase = { name: "trouble", failure: failureOf(error) };
    }
  }

  /** A new application starts its history with the status it has. */
  #withStage(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    if (this.kind !== "applications") return values;
    const status = typeof values["status"] === "string" ? values["status"] : "saved";
    const applied = status === "saved" ? undefined : values["applied_on"];
    const at = typeof applied === "string" ? applied : localInstant(this.#ports.now());
    return { ...values, status, stages: [{ status, at }] };
  }

  async #lookForTwin(): Promise<void> {
    if (this.kind !== "applications") return;
    const company = fold(this.texts["company"] ?? "").trim();
    if (company === "") {
      this.twin = undefined;
      return;
    }
    const same = await this.#ports.records.list("applications", {
      where: { field: "company", op: "eq", value: this.texts["company"]?.trim() ?? "" },
      limit: 20,
    });
    const title = fold(this.texts["title"] ?? "").trim();
    this.twin =
      same.find((one) => fold(typeof one["title"] === "string" ? one["title"] : "") === title) ??
      same[0];
  }
}
