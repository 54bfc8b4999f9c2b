import type { ChainLink } from "../increment/chain.ts";

/** Which export a file is, and where it stands in its chain. */
export interface OwnPlace {
  readonly exportId?: string;
  readonly chain?: ChainLink;
}

const longestId = 200;
const isId = (value: unknown): value is string =>
  typeof value === "string" && value !== "" && value.length <= longestId;

/**
 * Reads `export_id` and `chain` out of `export_info`. A place that cannot be read is none: the file is
 * then an export by itself, and joins nothing.
 */
export function readPlace(info: unknown): OwnPlace {
  if (typeof info !== "object" || info === null) return {};
  const { export_id: exportId, chain: said } = info as Readonly<Record<string, unknown>>;
  if (!isId(exportId)) return {};
  const chain = readLink(said);
  return chain === undefined ? { exportId } : { exportId, chain };
}

function readLink(value: unknown): ChainLink | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const {
    chain_id: chainId,
    number,
    after_id: afterId,
    since,
    since_at: sinceAt,
  } = value as Readonly<Record<string, unknown>>;
  if (!isId(chainId) || !Number.isSafeInteger(number) || Number(number) < 0) return undefined;
  // What comes after nothing is no increment.
  if (Number(number) > 0 && !isId(afterId)) return undefined;
  return {
    chain_id: chainId,
    number: Number(number),
    ...(isId(afterId) ? { after_id: afterId } : {}),
    ...(typeof since === "number" ? { since } : {}),
    ...(isId(sinceAt) ? { since_at: sinceAt } : {}),
  };
}
