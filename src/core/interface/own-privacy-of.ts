import type { RecordSource } from "../pipeline/ports.ts";
import { ownPrivacyKey, readOwnPrivacy, type OwnPrivacy } from "../sanitize/own-privacy.ts";

/** The person's own rules and kept words, as stored now. */
export async function ownPrivacyOf(source: Pick<RecordSource, "byIds">): Promise<OwnPrivacy> {
  const [record] = await source.byIds("settings", [ownPrivacyKey]);
  return readOwnPrivacy(record?.["value"]);
}
