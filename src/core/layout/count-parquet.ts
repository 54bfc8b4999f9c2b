import { fail } from "../failure.ts";
import type { Bytes } from "../formats/contract.ts";
import { chunksOf, joinBytes } from "../reading/chunks-of.ts";

const magic = "PAR1";
const tailBytes = 8;
/** Field of `FileMetaData` that holds the number of rows (parquet.thrift). */
const rowsField = 3;

/** Rows of a Parquet file as its footer says: a reading path that shares nothing with the writer. */
export async function countParquet(bytes: ReadableStream<Bytes>): Promise<number> {
  const parts: Bytes[] = [];
  for await (const chunk of chunksOf(bytes)) parts.push(chunk);
  const file = joinBytes(parts);
  const text = (from: number): string => String.fromCharCode(...file.subarray(from, from + 4));
  if (file.length < 12 || text(0) !== magic || text(file.length - 4) !== magic) {
    refuse("It does not begin and end as a Parquet file");
  }
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const length = view.getUint32(file.length - tailBytes, true);
  const start = file.length - tailBytes - length;
  if (start < 4) refuse("The footer is larger than the file");
  return new Footer(file.subarray(start, start + length)).rows();
}

function refuse(detail: string): never {
  return fail({ code: "archive-damaged", where: "the Parquet file", detail });
}

/** As much of Thrift's compact protocol as it takes to reach the number of rows. */
class Footer {
  readonly #bytes: Bytes;
  #at = 0;

  constructor(bytes: Bytes) {
    this.#bytes = bytes;
  }

  rows(): number {
    let field = 0;
    for (let head = this.#byte(); head !== 0; head = this.#byte()) {
      field = head >> 4 === 0 ? this.#integer() : field + (head >> 4);
      if (field === rowsField) return this.#integer();
      this.#skip(head & 15);
    }
    return refuse("The footer does not say how many rows");
  }

  #byte(): number {
    const byte = this.#bytes[this.#at++];
    return byte ?? refuse("The footer ends too early");
  }

  #unsigned(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.#byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  /** Zigzag. */
  #integer(): number {
    const value = this.#unsigned();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  #skip(type: number): void {
    if (type === 1 || type === 2) return;
    if (type === 3) this.#at += 1;
    else if (type <= 6) this.#unsigned();
    else if (type === 7) this.#at += 8;
    else if (type === 8) this.#pass(this.#unsigned());
    else if (type === 9 || type === 10) this.#skipList();
    else if (type === 12) this.#skipStruct();
    else refuse(`The footer holds a value of type ${String(type)}`);
  }

  #pass(bytes: number): void {
    this.#at += bytes;
  }

  #skipList(): void {
    const head = this.#byte();
    const size = head >> 4 === 15 ? this.#unsigned() : head >> 4;
    const type = head & 15;
    for (let item = 0; item < size; item += 1) {
      // A truth value stands in a byte of its own inside a list.
      if (type === 1 || type === 2) this.#at += 1;
      else this.#skip(type);
    }
  }

  #skipStruct(): void {
    for (let head = this.#byte(); head !== 0; head = this.#byte()) {
      if (head >> 4 === 0) this.#integer();
      this.#skip(head & 15);
    }
  }
}
