import type { RecordEdit } from "../core/job-tracker.ts";
import type { AnyRecord } from "../core/records/stored-record.ts";
import { boardOrderKey, readBoardOrder } from "../core/table/board-order.ts";
import { moveToStatus, statusOf } from "../core/table/board.ts";
import { capitalize, localInstant } from "../core/table/field-text.ts";
import {
  checkStatusName,
  moveStatus,
  ownStatuses,
  ownStatusesKey,
  readOwnStatuses,
  renameStatus,
} from "../core/table/own-statuses.ts";
import type { TrackerEdits } from "./tracker-edits.svelte.ts";
import type { TrackerPorts } from "./tracker-ports.ts";

/** The person's own statuses: added, renamed, put in order, removed. Each change is one step to undo. */
export class TrackerStatuses {
  kept = $state.raw<readonly string[]>([]);
  /** Their panel is open. */
  arranging = $state(false);
  readonly #ports: TrackerPorts;
  readonly #edits: TrackerEdits;

  constructor(ports: TrackerPorts, edits: TrackerEdits) {
    this.#ports = ports;
    this.#edits = edits;
  }

  read(valueOf: (key: string) => unknown): void {
    this.kept = readOwnStatuses(valueOf(ownStatusesKey));
  }

  /** Kept names and those that only these applications have. */
  among(records: readonly AnyRecord[]): readonly string[] {
    return ownStatuses(records, this.kept);
  }

  /** Why the name cannot be one; `undefined` once it is asked to be stored. */
  add(text: string, own: readonly string[]): string | undefined {
    const checked = checkStatusName(text, own);
    if ("why" in checked) return checked.why;
    const label = `${capitalize(checked.name)} is a status now.`;
    void this.#store([...own, checked.name], () => Promise.resolve([]), label);
    return undefined;
  }

  rename(before: string, text: string, own: readonly string[]): string | undefined {
    const checked = checkStatusName(text, own, before);
    if ("why" in checked) return checked.why;
    const { name } = checked;
    if (name === before) return undefined;
    const names = own.map((one) => (one === before ? name : one));
    const label = `${capitalize(before)} is called ${capitalize(name)} now.`;
    void this.#store(
      names,
      async () => [
        ...(await this.#changed((record) => renameStatus(record, before, name))),
        ...(await this.#renamePlaces(before, name)),
      ],
      label,
    );
    return undefined;
  }

  move(name: string, by: number, own: readonly string[]): Promise<void> {
    const label = `${capitalize(name)} stands elsewhere on the board.`;
    return this.#store(moveStatus(own, name, by), () => Promise.resolve([]), label);
  }

  /** Its applications move on to another status: none is lost with the name. */
  remove(name: string, to: string, own: readonly string[]): Promise<void> {
    const at = localInstant(this.#ports.now());
    const move = (record: AnyRecord) =>
      statusOf(record) === name ? moveToStatus(record, to, at) : record;
    const names = own.filter((one) => one !== name);
    return this.#store(names, () => this.#changed(move), `${capitalize(name)} is no status now.`);
  }

  async #changed(edit: (record: AnyRecord) => AnyRecord): Promise<readonly RecordEdit[]> {
    const all = await this.#ports.records.list("applications");
    return all.flatMap((record) => {
      const after = edit(record);
      if (after === record) return [];
      return [{ kind: "applications", record: after, expected: record.updated_at } as const];
    });
  }

  /** The places of the cards stay under the new name. */
  async #renamePlaces(before: string, name: string): Promise<readonly RecordEdit[]> {
    const stored = await this.#ports.records.get("settings", boardOrderKey);
    const { [before]: placed, ...others } = readBoardOrder(stored?.["value"]);
    if (stored === undefined || placed === undefined) return [];
    const record = { ...stored, value: { ...others, [name]: placed } };
    return [{ kind: "settings", record }];
  }

  #store(
    names: readonly string[],
    more: () => Promise<readonly RecordEdit[]>,
    label: string,
  ): Promise<void> {
    return this.#edits.guard(async () => {
      const { records, say, undo } = this.#ports;
      const stored = await records.get("settings", ownStatusesKey);
      const blank = { id: ownStatusesKey, key: ownStatusesKey };
      const record = { ...(stored ?? blank), value: names };
      await records.putMany([...(await more()), { kind: "settings", record }], { label });
      say({ text: label, undo, key: "Ctrl Z" });
    });
  }
}
