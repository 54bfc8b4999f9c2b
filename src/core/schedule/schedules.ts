import type { Receipt } from "../pipeline/ports.ts";
import type { Edit, SaidRequest } from "../request/request.ts";
import type { Obeyed } from "./obey.ts";
import type { ScheduleSettings } from "./reshape.ts";
import type { Schedule } from "./schedule.ts";

/** The folder of a schedule: may be written to, has to be asked for again, refused, or not there. */
export type PlaceState = "granted" | "prompt" | "denied" | "gone";

export interface ScheduleOptions {
  /** Makes the seal of an encrypted schedule, and is not kept. */
  readonly passphrase?: string;
  /** The request in effect, as for `plan`: what was set by hand wins over the words. */
  readonly hand?: SaidRequest;
}

export interface Schedules {
  list(): Promise<readonly Schedule[]>;
  runDue(now?: Date): Promise<readonly Receipt[]>;
  run(id: string): Promise<Receipt>;
  update(id: string, text: string): Promise<void>;
  pause(id: string): Promise<void>;
  resume(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** Undo of a removal: the schedule as `list` gave it before. */
  putBack(schedule: Schedule): Promise<void>;
  calendarFile(id: string): Promise<Blob>;
  /** Makes the seal of an encrypted schedule anew; the passphrase is not kept. */
  setPassphrase(id: string, passphrase: string): Promise<void>;
  /** Where copies go: asks for a folder (inside a click), keeps them in private storage, or downloads. */
  setTarget(id: string, target: "folder" | "private" | "download"): Promise<void>;
  /** A sentence rewritten so that it says the edited request; nothing is stored. */
  reword(text: string, edits: readonly Edit[]): Promise<string>;
  /** Edits the request; the sentence says them afterwards. */
  edit(id: string, edits: readonly Edit[]): Promise<void>;
  /** Retention and increments, which a sentence cannot say whole. */
  configure(id: string, settings: ScheduleSettings): Promise<void>;
  /** Changes that wait for a schedule which runs on change; undefined where that is not known. */
  pending(id: string): Promise<number | undefined>;
  /** "pause the weekly backup", "change it to Fridays", "run it now"; `about`: the one spoken of last. */
  obey(text: string, about?: string): Promise<Obeyed>;
  /** Whether the folder of a schedule may be written to without asking. */
  placeState(id: string): Promise<PlaceState>;
  /** Asks for the folder again; has to begin inside a click. */
  allowFolder(id: string): Promise<void>;
  onChange(listener: () => void): () => void;
}
