import type { KnownNames } from "../derive/known-names.ts";
import { attempt, unwrap } from "../failure.ts";
import type { OwnNames } from "../request/request.ts";
import { noOwnPrivacy } from "../sanitize/own-privacy.ts";
import type { Schedule } from "../schedule/schedule.ts";
import type { FarReader } from "./far-reader.ts";
import { keepEqual } from "./keep-equal.ts";
import { ownPrivacyOf } from "./own-privacy-of.ts";
import type { NamesRead } from "./read-names.ts";
import type { RecordCache } from "./record-cache.ts";
import type { RecordStore } from "./record-store.ts";
import type { Store } from "./store.ts";
import type { SavedTemplate, Templates } from "./templates.ts";

export interface NamesPorts {
  readonly records: RecordStore;
  readonly templates: Store<SavedTemplate>;
  readonly schedules: Store<Schedule>;
  readonly runner: FarReader;
  readonly later: (work: () => void) => void;
}

/** The person's own names, read anew after every change of records, templates or schedules. */
export class NamesOfRecords {
  own: OwnNames = {};
  known: KnownNames = { people: [], companies: [] };
  privacy = noOwnPrivacy;
  readonly #cache: RecordCache;
  readonly #templates: Templates;
  readonly #ports: NamesPorts;
  #asked = false;

  constructor(cache: RecordCache, templates: Templates, ports: NamesPorts) {
    this.#cache = cache;
    this.#templates = templates;
    this.#ports = ports;
    const again = (): void => {
      if (this.#asked) return;
      this.#asked = true;
      ports.later(() => void attempt(() => this.read()));
    };
    ports.records.onChange(again);
    ports.schedules.onChange(again);
    ports.templates.onChange(again);
  }

  async read(): Promise<void> {
    this.#asked = false;
    await this.#templates.read();
    const schedules = (await this.#ports.schedules.all()).map(({ name }) => name);
    const templates = this.#templates.saved.map(({ name }) => name);
    const { own, known } = await this.#names();
    this.own = keepEqual(this.own, { ...own, templates, schedules });
    this.known = keepEqual(this.known, known);
    this.privacy = await ownPrivacyOf(this.#cache);
  }

  async #names(): Promise<NamesRead> {
    if (!(await this.#cache.holdsAll())) return unwrap(await this.#ports.runner.names());
    const { readNames } = await import("./read-names.ts");
    return readNames(this.#cache);
  }
}
