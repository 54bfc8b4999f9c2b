/** A file that was made to be difficult, with the verdict that it deserves. */
export interface HostileCase {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** `any`: both verdicts are right, a clear one is what counts. */
  readonly expect: "refuse" | "accept" | "any";
  /** What the message, or for an accepted file its notes, must say. */
  readonly says?: RegExp;
  /** Records that an accepted file brings. */
  readonly records?: number;
  readonly passphrase?: string;
}

export const text = (content: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(content);
