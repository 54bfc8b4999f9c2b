import type { Bytes } from "../formats/contract.ts";
import { readHeader } from "./header.ts";

const [hintEnd, paramEnd] = [17, 49];

/** What a passkey has to be asked for to open this file: one parameter a slot; none where it has no such slot. */
export async function passkeyParams(archive: Blob): Promise<readonly Bytes[]> {
  const { slots } = await readHeader(archive);
  const ofPasskeys = slots.filter(({ type, body }) => type === 2 && body[0] === 1);
  return ofPasskeys.map(({ body }) => body.slice(hintEnd, paramEnd));
}
