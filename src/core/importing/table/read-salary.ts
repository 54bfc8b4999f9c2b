export interface Salary {
  readonly min?: number;
  readonly max?: number;
  readonly currency?: string;
  readonly period?: string;
}

const currencies: readonly (readonly [RegExp, string])[] = [
  [/€|\beur(?:os?)?\b/i, "EUR"],
  [/£|\bgbp\b/i, "GBP"],
  [/₹|\binr\b|\blpa\b|\brs\.?\b/i, "INR"],
  [/\bchf\b|\bsfr\b|\bfr\.(?=\s?\d)/i, "CHF"],
  [/\bc\$|\bcad\b|\bca\$/i, "CAD"],
  [/\ba\$|\baud\b|\bau\$/i, "AUD"],
  [/\bjpy\b|円/i, "JPY"],
  [/¥|\bcny\b|\brmb\b|元|人民币/i, "CNY"],
  [/₺|\btry\b/i, "TRY"],
  [/\br\$|\bbrl\b/i, "BRL"],
  [/zł|\bpln\b/i, "PLN"],
  [/\bsek\b/i, "SEK"],
  [/\bnok\b/i, "NOK"],
  [/\bdkk\b/i, "DKK"],
  [/\$|\busd\b/i, "USD"],
];
const periods: readonly (readonly [RegExp, string])[] = [
  [
    /(?:\/|\bper\b|\ban?\b|\bpro\b|\bpar\b|\bpor\b)\s*(?:hour|hr|h\b|stunde|heure|hora)|\bhourly\b|stündlich/i,
    "hour",
  ],
  [/(?:\/|\bper\b|\ba\b|\bpro\b|\bpar\b|\bpor\b)\s*(?:day|tag|jour|d[ií]a)|\bdaily\b/i, "day"],
  [
    /(?:\/|\bper\b|\ba\b|\bpro\b|\bpar\b|\bpor\b)\s*(?:month|mo\b|monat|mois|mes\b)|\bmonthly\b|monatlich|brutto\/monat/i,
    "month",
  ],
  [
    /(?:\/|\bper\b|\ba\b|\bpro\b|\bpar\b|\bpor\b)\s*(?:year|yr|annum|jahr|an\b|año)|\bp\.?a\.?\b|\bannual|\byearly\b|jährlich|\blpa\b/i,
    "year",
  ],
];
const amount =
  /(\d{1,3}(?:[.,'’\s\u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?)\s*(k|tsd|lakhs?|lpa|lac|万|mio|m(?=\b))?/gi;
/**
 * What may stand around the amounts of a pay; anything more makes it a sentence, kept as text. Longest
 * words first, so that each is cut once: no text has two readings.
 */
const around =
  /[\s\d.,'’$€£¥₹₺/+~≈()–—-]|annually|monthly|annual|yearly|hourly|brutto|stunde|approx|around|salary|lakhs|until|annum|month|gross|netto|monat|about|lakh|from|year|hour|p\.a\.|base|jahr|mois|usd|eur|gbp|chf|cad|aud|inr|cny|jpy|pln|sek|nok|dkk|brl|try|rmb|tsd|lpa|lac|bis|von|per|day|net|pro|par|por|año|mes|ote|rs|zł|to|up|ab|ca|yr|hr|mo|pa|an|de|k|万|元|円|a|h|r|c|à/gi;

export const currencyOf = (text: string): string | undefined =>
  currencies.find(([sign]) => sign.test(text))?.[1];
export const periodOf = (text: string): string | undefined =>
  periods.find(([words]) => words.test(text))?.[1];

/**
 * The pay in a cell: `$90,000 - $110,000`, `49.000,50`, `41,5-62,3k`. Undefined where it says more than
 * amounts, and then it is kept as text. `decimalComma` decides what a single comma or point means.
 */
export function readSalary(cell: string, decimalComma: boolean): Salary | undefined {
  const text = cell.trim();
  if (text === "" || text.length > 60 || text.replace(around, "") !== "") return undefined;
  const found = [...text.matchAll(amount)].map(([, digits = "", scale = ""]) => ({
    value: readAmount(digits, decimalComma || (scale !== "" && digits.includes(","))),
    scale: scale.toLowerCase(),
  }));
  const amounts = found.filter(({ value }) => Number.isFinite(value));
  const [first, second] = amounts;
  if (first === undefined || amounts.length > 2) return undefined;
  // "41,5-62,3k": the k belongs to both.
  const scale = second?.scale ?? first.scale;
  const min = scaled(
    first.value,
    first.scale === "" && second !== undefined && second.value > first.value && first.value < 1000
      ? scale
      : first.scale,
  );
  const max = second === undefined ? undefined : scaled(second.value, second.scale);
  const currency = currencyOf(text);
  const period = periodOf(text);
  const upTo = /^(?:up to|bis|max)/i.test(text) && max === undefined;
  return {
    ...(upTo ? { max: min } : { min }),
    ...(max === undefined ? {} : { max }),
    ...(currency === undefined ? {} : { currency }),
    ...(period === undefined ? {} : { period }),
  };
}

function scaled(value: number, scale: string): number {
  const factor: Readonly<Record<string, number>> = {
    k: 1000,
    tsd: 1000,
    lpa: 100_000,
    lac: 100_000,
    lakh: 100_000,
    lakhs: 100_000,
    万: 10_000,
    mio: 1_000_000,
    m: 1_000_000,
  };
  return Math.round(value * (factor[scale] ?? 1) * 100) / 100;
}

/** `49.000,50` and `49,000.50` alike; one sign before three digits parts thousands. */
export function readAmount(digits: string, decimalComma: boolean): number {
  const plain = digits.replace(/['’\s\u00a0\u202f]/g, "");
  const lastPoint = plain.lastIndexOf(".");
  const lastComma = plain.lastIndexOf(",");
  if (lastPoint >= 0 && lastComma >= 0) {
    const decimal = lastPoint > lastComma ? "." : ",";
    return Number(plain.replaceAll(decimal === "." ? "," : ".", "").replace(",", "."));
  }
  const sign = lastPoint >= 0 ? "." : ",";
  const parts = plain.split(sign);
  const thousands = parts.length > 1 && parts.slice(1).every((part) => part.length === 3);
  if (thousands && !(parts[0] === "0")) return Number(parts.join(""));
  if (parts.length > 2) return Number.NaN;
  return decimalComma || sign === "," || parts.length === 2
    ? Number(parts.join("."))
    : Number(plain);
}

/** True where a comma parts cents in this column: `49.000,50`, `12,5`. */
export function usesDecimalComma(cells: readonly string[]): boolean {
  const comma = cells.filter((cell) => /\d,\d{1,2}(?!\d)/.test(cell)).length;
  const point = cells.filter((cell) => /\d\.\d{1,2}(?!\d)/.test(cell)).length;
  return comma > point;
}
