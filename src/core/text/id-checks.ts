/** Luhn, ISO/IEC 7812-1 annex B. */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const value = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = i % 2 === 1 ? value * 2 : value;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

function weighted(code: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * Number(code.charAt(i)), 0);
}

/** Verhoeff's dihedral check over D5 (UIDAI uses it for Aadhaar). */
function verhoeff(code: string): boolean {
  const multiply = (a: number, b: number): number =>
    a < 5
      ? b < 5
        ? (a + b) % 5
        : 5 + ((a + b) % 5)
      : b < 5
        ? 5 + ((a - b + 5) % 5)
        : (a - b + 5) % 5;
  const permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
  let check = 0;
  for (let i = 0; i < code.length; i += 1) {
    let value = Number(code.charAt(code.length - 1 - i));
    for (let n = 0; n < i % 8; n += 1) value = permutation[value] ?? 0;
    check = multiply(check, value);
  }
  return check === 0;
}

/** Characters of a machine-readable zone: A = 10 … Z = 35, weights 7 3 1 (ICAO 9303 part 3). */
function icaoSum(code: string): number {
  return (
    Array.from(code).reduce(
      (sum, char, i) => sum + parseInt(char, 36) * ([7, 3, 1][i % 3] ?? 1),
      0,
    ) % 10
  );
}

function singapore(code: string): boolean {
  const head = code.charAt(0);
  const offset = head === "T" || head === "G" ? 4 : head === "M" ? 3 : 0;
  const sum = weighted(code.slice(1, 8), [2, 7, 6, 5, 4, 3, 2]) + offset;
  const table =
    head === "S" || head === "T" ? "JZIHGFEDCBA" : head === "M" ? "XWUTRQPNJLK" : "XWUTRQPNMLK";
  const index = head === "M" ? 10 - (sum % 11) : sum % 11;
  return (
    (head === "M" ? "KLJNPQRTUWX".charAt(10 - index) : table.charAt(index)) === code.charAt(8) ||
    table.charAt(sum % 11) === code.charAt(8)
  );
}

/** Checks that stdnum lacks; each takes the compact form. */
export const ownChecks = {
  aadhaar: (code: string): boolean =>
    !/^(\d)\1+$/.test(code) && !/^[01]/.test(code) && verhoeff(code),
  /** Finnish identity code: the remainder modulo 31 picks the last character (Digital and Population Data Services Agency). */
  finnish: (code: string): boolean => {
    const match = /^(\d{6})[-+A-FU-Y]?(\d{3})([0-9A-Y])$/.exec(code);
    if (!match) return false;
    const [, birth = "", serial = "", check = ""] = match;
    return (
      "0123456789ABCDEFHJKLMNPRSTUVWXY".charAt(Number(birth + serial) % 31) === check &&
      /[A-Y]$|[-+A-Y]/.test(code)
    );
  },
  swedish: (code: string): boolean => luhn(code.slice(-10)),
  nhs: (code: string): boolean => {
    const check = 11 - (weighted(code, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11);
    return check !== 10 && check % 11 === Number(code.charAt(9)) && !/^(\d)\1+$/.test(code);
  },
  dea: (code: string): boolean =>
    weighted(code.slice(2), [1, 2, 1, 2, 1, 2]) % 10 === Number(code.charAt(8)),
  medicare: (code: string): boolean =>
    weighted(code, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === Number(code.charAt(8)) &&
    code.charAt(9) !== "0",
  chinese: (code: string): boolean =>
    "10X98765432".charAt(
      weighted(code, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11,
    ) === code.charAt(17),
  icao: (code: string): boolean => icaoSum(code.slice(0, 9)) === Number(code.charAt(9)),
  icaoShort: (code: string): boolean =>
    /\d$/.test(code) && icaoSum(code.slice(0, 8)) === Number(code.charAt(8)),
  nric: singapore,
} as const;
