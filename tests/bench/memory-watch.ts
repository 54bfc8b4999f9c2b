import { readFileSync, readdirSync } from "node:fs";

const everyMilliseconds = 100;

/** Resident memory of a browser's renderers, read from the system every 100 ms. Zero where /proc is missing. */
export class MemoryWatch {
  readonly #root: number;
  readonly #timer: NodeJS.Timeout;
  #peak = 0;

  constructor(root: number) {
    this.#root = root;
    this.#timer = setInterval(() => {
      this.#peak = Math.max(this.#peak, this.renderers());
    }, everyMilliseconds);
  }

  /** Bytes, now. */
  renderers(): number {
    try {
      return this.#descendants()
        .filter((pid) => readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("--type=renderer"))
        .reduce((sum, pid) => sum + residentBytes(pid), 0);
    } catch {
      return 0;
    }
  }

  reset(): void {
    this.#peak = 0;
  }

  /** Bytes, at most since the last reset. */
  peak(): number {
    return Math.max(this.#peak, this.renderers());
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #descendants(): readonly string[] {
    const parents = new Map<string, string>();
    for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
      const parent = parentOf(pid);
      if (parent !== undefined) parents.set(pid, parent);
    }
    const isBelow = (pid: string): boolean => {
      for (let at = parents.get(pid); at !== undefined; at = parents.get(at)) {
        if (at === String(this.#root)) return true;
      }
      return false;
    };
    return [...parents.keys()].filter(isBelow);
  }
}

function parentOf(pid: string): string | undefined {
  try {
    return /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  } catch {
    return undefined;
  }
}

function residentBytes(pid: string): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}
