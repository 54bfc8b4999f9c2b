import { bytesToHex } from "@noble/hashes/utils.js";
import type { Bytes } from "../core/formats/contract.ts";
import type { Hasher, MakeHasher } from "../core/pipeline/hasher.ts";

/** Below this the pieces are kept and hashed at once by WebCrypto: a second worker would not pay. */
const keptBytes = 4 * 1024 * 1024;
/** Pieces on their way before the writer waits: memory stays flat. */
const mostWaiting = 16;

export type DigestRequest =
  { readonly id: number; readonly piece: Bytes } | { readonly id: number; readonly ends: true };
export interface DigestAnswer {
  readonly id: number;
  /** Set on the last answer; the others say that a piece was taken. */
  readonly sha256?: string;
}

/** Hashes in a second worker, beside deflating and sealing, once a file is large. */
export function makeWorkerHasher(start: () => Worker): MakeHasher {
  let worker: Worker | undefined;
  let ids = 0;
  return () => {
    const id = ++ids;
    const kept: Bytes[] = [];
    let size = 0;
    let remote: RemoteHasher | undefined;
    return {
      update(piece) {
        size += piece.byteLength;
        if (remote === undefined && size <= keptBytes) {
          kept.push(piece.slice());
          return undefined;
        }
        if (remote === undefined) {
          worker ??= start();
          remote = new RemoteHasher(worker, id);
          for (const early of kept.splice(0)) remote.send(early);
        }
        return remote.update(piece.slice());
      },
      digest: () => remote?.digest() ?? digestAtOnce(kept),
    } satisfies Hasher;
  };
}

async function digestAtOnce(pieces: readonly Bytes[]): Promise<string> {
  const whole = await new Blob([...pieces]).arrayBuffer();
  return bytesToHex(new Uint8Array(await crypto.subtle.digest("SHA-256", whole)));
}

/** One hash in the worker: sends copies of pieces, and waits when too many are on their way. */
class RemoteHasher {
  readonly #worker: Worker;
  readonly #id: number;
  #waiting = 0;
  #go: (() => void) | undefined;
  readonly #result: Promise<string>;

  constructor(worker: Worker, id: number) {
    this.#worker = worker;
    this.#id = id;
    this.#result = new Promise((resolve, reject) => {
      const hear = ({ data }: MessageEvent<DigestAnswer>): void => {
        if (data.id !== id) return;
        this.#waiting -= 1;
        this.#go?.();
        if (data.sha256 === undefined) return;
        worker.removeEventListener("message", hear);
        resolve(data.sha256);
      };
      worker.addEventListener("message", hear);
      worker.addEventListener("error", () => {
        reject(new Error("The digest worker stopped"));
      });
    });
    this.#result.catch(() => undefined);
  }

  send(piece: Bytes): void {
    this.#waiting += 1;
    const request: DigestRequest = { id: this.#id, piece };
    this.#worker.postMessage(request, [piece.buffer]);
  }

  async update(piece: Bytes): Promise<void> {
    this.send(piece);
    if (this.#waiting < mostWaiting) return;
    const taken = new Promise<void>((resolve) => {
      this.#go = resolve;
    });
    // A worker that stopped takes no more: its failure ends the wait.
    await Promise.race([taken, this.#result]);
  }

  digest(): Promise<string> {
    this.#waiting += 1;
    const request: DigestRequest = { id: this.#id, ends: true };
    this.#worker.postMessage(request);
    return this.#result;
  }
}
