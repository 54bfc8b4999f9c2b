import type { Claimant } from "../pipeline/ports.ts";

/** Under this name the browser keeps the head of a log, beside the records and in no export. */
export const claimantKey = "claimant";

/** Reads what was kept as text; anything else is nobody. */
export function readClaimant(text: string | undefined): Claimant {
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    if (typeof value !== "object" || value === null) return {};
    const { name, number, showNumber } = value as Record<string, unknown>;
    return {
      ...(typeof name === "string" && name !== "" && { name }),
      ...(typeof number === "string" && number !== "" && { number }),
      ...(showNumber === true && { showNumber }),
    };
  } catch {
    return {};
  }
}
