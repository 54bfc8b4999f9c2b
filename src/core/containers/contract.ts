import type { Bytes } from "../formats/contract.ts";

/** A file on its way into or out of a container. Names use `/`, at most eight segments. */
export interface ExportFile {
  readonly name: string;
  readonly bytes: ReadableStream<Bytes>;
  /** Already compressed (PDF, PNG …): stored, not deflated. */
  readonly stored?: boolean;
}

/** What seals a container: never stored, never shown. */
export type SealingKey =
  | {
      readonly passphrase: string;
      /** In its printed form: a second slot, for the recovery kit. */
      readonly recoveryCode?: string | undefined;
      /** One more slot, never the only one: people delete passkeys. */
      readonly passkey?: PasskeySecret | undefined;
    }
  | {
      readonly identity: SealedIdentity;
      /** 32 random bytes that only this run knows: they open the file for its proof, and are then dropped. */
      readonly proof?: Bytes;
    };

/** What a passkey makes of `param` (WebAuthn PRF); `hint` are 16 bytes that say which passkey. */
export interface PasskeySecret {
  readonly secret: Bytes;
  readonly hint: Bytes;
  readonly param: Bytes;
}

/** What opens a container: a passphrase, or the secret of an external slot. */
export type OpeningKey = string | { readonly secret: Bytes };

/** The public half of a schedule's identity (vault slot type 3): seals, cannot open. */
export interface SealedIdentity {
  readonly iterations: number;
  readonly salt: Bytes;
  readonly sealed: Bytes;
  readonly pub: Bytes;
  readonly signKey: CryptoKey;
}

/** Files → one byte stream, and back. */
export interface Container {
  readonly label: string;
  readonly words: readonly string[];
  /** Absent for `bare`: the extension of the file inside. */
  readonly extension?: string;
  readonly mediaType?: string;
  readonly encrypts: boolean;
  /** Holds exactly one file. */
  readonly single?: boolean;
  /** @throws FailureError `passphrase-missing` on a container that encrypts, before any byte is written. */
  pack(files: AsyncIterable<ExportFile>, key?: SealingKey, made?: Date): ReadableStream<Bytes>;
  /** True when the first bytes (at most 64 KiB) are this container's. */
  recognises(head: Bytes): boolean;
  /** @throws FailureError `wrong-passphrase`, `archive-damaged`, `archive-refused`, `limit-exceeded`. */
  unpack(archive: Blob, key?: OpeningKey): AsyncIterable<ExportFile>;
}
