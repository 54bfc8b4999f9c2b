import type { Random } from "./random.ts";

/** Crockford's Base32: no I, L, O, U. The five more are check symbols only. */
const symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const checkSymbols = `${symbols}*~$=U`;
const length = 26;

/** 130 random bits and a check symbol, in groups of five: what the recovery kit prints. */
export function makeRecoveryCode(random: Random): string {
  const code = Array.from(random(length), (byte) => symbols.charAt(byte & 31)).join("");
  return printed(code + checkSymbol(code));
}

/**
 * The printed form of what a person typed, forgiving case, blanks, dashes, O for 0 and I or L for 1;
 * undefined where it is no code or the check symbol differs.
 */
export function readRecoveryCode(typed: string): string | undefined {
  const plain = typed.toUpperCase().replace(/[\s-]+/g, "");
  const code = plain.slice(0, length).replace(/O/g, "0").replace(/[IL]/g, "1");
  const check = plain.slice(length);
  const isCode = code.length === length && /^[0-9A-HJKMNP-TV-Z]+$/.test(code);
  return isCode && check === checkSymbol(code) ? printed(code + check) : undefined;
}

const printed = (code: string): string => code.replace(/.{5}(?=.)/g, "$&-");

function checkSymbol(code: string): string {
  let remainder = 0;
  for (const one of code) remainder = (remainder * 32 + symbols.indexOf(one)) % 37;
  return checkSymbols.charAt(remainder);
}
