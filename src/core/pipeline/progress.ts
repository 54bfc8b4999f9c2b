import type { Progress, Stage } from "./ports.ts";

const everyMilliseconds = 100;
const quietMilliseconds = 2000;
/** Where a stage begins and how much of the whole it takes, by expected time. */
const parts: Readonly<Record<Stage, readonly [from: number, length: number]>> = {
  plan: [0, 0],
  count: [0, 0.1],
  write: [0.1, 0.7],
  prove: [0.8, 0.2],
};

export interface ProgressPorts {
  readonly exportId: string;
  /** Monotonic milliseconds. */
  readonly clock: () => number;
  readonly report: (progress: Progress) => void;
}

/** Turns what the stages did into about ten reports a second, with the time left from two seconds on. */
export class ProgressMeter {
  readonly #ports: ProgressPorts;
  readonly #start: number;
  #stage: Stage = "count";
  #records = 0;
  #planned = 0;
  #bytes = 0;
  #reported = -Infinity;

  constructor(ports: ProgressPorts) {
    this.#ports = ports;
    this.#start = ports.clock();
  }

  enter(stage: Stage, recordsPlanned: number): void {
    this.#stage = stage;
    this.#records = 0;
    this.#planned = recordsPlanned;
    this.#report();
  }

  addRecords(records: number): void {
    this.#records += records;
    this.#reportSometimes();
  }

  setBytes(bytes: number): void {
    this.#bytes = bytes;
    this.#reportSometimes();
  }

  /** Milliseconds since the run began. */
  get elapsed(): number {
    return this.#ports.clock() - this.#start;
  }

  #reportSometimes(): void {
    if (this.#ports.clock() - this.#reported >= everyMilliseconds) this.#report();
  }

  #report(): void {
    this.#reported = this.#ports.clock();
    const [from, length] = parts[this.#stage];
    const within = this.#planned === 0 ? 0 : Math.min(1, this.#records / this.#planned);
    const share = from + length * within;
    const { elapsed } = this;
    const timed = elapsed >= quietMilliseconds && share > 0.02;
    this.#ports.report({
      exportId: this.#ports.exportId,
      stage: this.#stage,
      records: this.#records,
      recordsPlanned: this.#planned,
      bytes: this.#bytes,
      share,
      ...(elapsed > 0 && { bytesPerSecond: Math.round((this.#bytes * 1000) / elapsed) }),
      ...(timed && { secondsLeft: Math.ceil((elapsed * (1 - share)) / share / 1000) }),
    });
  }
}
