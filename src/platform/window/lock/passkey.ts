import type { PasskeySecret } from "../../../core/containers/contract.ts";
import { fail } from "../../../core/failure.ts";
import type { Bytes } from "../../../core/formats/contract.ts";

/** Where the id of the passkey made here is remembered: no secret, it only spares a choice. */
const remembered = "job-tracker-pro.passkey";
const appName = "Job Tracker Pro";
/** People delete passkeys not knowing that data hangs on them: its name says so. */
const passkeyName = "Job Tracker Pro: opens backups, do not delete";

const random = (bytes: number): Bytes => crypto.getRandomValues(new Uint8Array(bytes));

interface PrfResults {
  readonly prf?: {
    readonly enabled?: boolean;
    readonly results?: { readonly first?: BufferSource };
  };
}
interface Capabilities {
  getClientCapabilities?(): Promise<Readonly<Record<string, boolean>>>;
}

/** Whether a passkey of this browser can make keys (WebAuthn PRF). Asks nobody. */
export async function passkeysWork(): Promise<boolean> {
  if (!("PublicKeyCredential" in globalThis)) return false;
  const able = await (PublicKeyCredential as unknown as Capabilities).getClientCapabilities?.();
  return able?.["extension:prf"] === true;
}

/** The secret of a fresh parameter, from the passkey made here before or from a new one. Needs a click. */
export async function sealWithPasskey(): Promise<PasskeySecret> {
  const param = random(32);
  const id = knownId() ?? (await makePasskey());
  const secret = await askPasskey(param);
  const digest = await crypto.subtle.digest("SHA-256", id);
  return { secret, param, hint: new Uint8Array(digest).slice(0, 16) };
}

/** What a passkey makes of `param`: 32 bytes. @throws FailureError `unsupported`; `cancelled` */
export async function askPasskey(param: Bytes): Promise<Bytes> {
  const id = knownId();
  const extensions = { prf: { eval: { first: param } } } as AuthenticationExtensionsClientInputs;
  const answer = await unlessCancelled(
    navigator.credentials.get({
      publicKey: {
        challenge: random(32),
        userVerification: "required",
        extensions,
        ...(id === undefined ? {} : { allowCredentials: [{ type: "public-key", id }] }),
      },
    }),
  );
  const first = prfOf(answer)?.results?.first;
  if (first === undefined) return fail({ code: "unsupported", what: "This passkey makes no keys" });
  return new Uint8Array(first instanceof ArrayBuffer ? first : first.buffer.slice(0));
}

async function makePasskey(): Promise<Bytes> {
  const made = await unlessCancelled(
    navigator.credentials.create({
      publicKey: {
        challenge: random(32),
        rp: { name: appName },
        user: { id: random(16), name: passkeyName, displayName: passkeyName },
        pubKeyCredParams: [
          { type: "public-key", alg: -7 },
          { type: "public-key", alg: -257 },
        ],
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
        extensions: { prf: {} },
      },
    }),
  );
  if (!(made instanceof PublicKeyCredential) || prfOf(made)?.enabled !== true) {
    return fail({ code: "unsupported", what: "Passkeys of this device make no keys" });
  }
  const id = new Uint8Array(made.rawId);
  localStorage.setItem(remembered, JSON.stringify([...id]));
  return id;
}

function prfOf(credential: Credential | null): PrfResults["prf"] {
  if (!(credential instanceof PublicKeyCredential)) return undefined;
  return (credential.getClientExtensionResults() as PrfResults).prf;
}

function knownId(): Bytes | undefined {
  const kept = localStorage.getItem(remembered);
  return kept === null ? undefined : Uint8Array.from(JSON.parse(kept) as readonly number[]);
}

/** A person who closes the dialog has refused nothing but this once. */
async function unlessCancelled<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof DOMException && error.name === "NotAllowedError") {
      return fail({ code: "cancelled" });
    }
    throw error;
  }
}
