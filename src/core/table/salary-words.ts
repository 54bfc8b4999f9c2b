import type { AnyRecord } from "../records/stored-record.ts";
import { numberFormat } from "../words/intl-formats.ts";

/** The short sign of a currency code; whatever else stands in the field is shown as it is. */
function currencySign(code: string, locale: string): string {
  if (!/^[A-Za-z]{3}$/u.test(code)) return code;
  const options = { style: "currency", currency: code, currencyDisplay: "narrowSymbol" } as const;
  const parts = numberFormat(locale, options).formatToParts(0);
  return parts.find((part) => part.type === "currency")?.value ?? code;
}

function bounds(record: AnyRecord): readonly number[] {
  const both = [record["salary_min"], record["salary_max"]];
  const numbers = both.filter((one): one is number => typeof one === "number");
  return [...new Set(numbers)];
}

function sign(record: AnyRecord, locale: string): string {
  const code = record["salary_currency"];
  return typeof code === "string" && code !== "" ? ` ${currencySign(code, locale)}` : "";
}

/** `68–76 k €` in a table cell: thousands where nothing is lost by it. Empty without a salary. */
export function salaryShort(record: AnyRecord, locale: string): string {
  const amounts = bounds(record);
  if (amounts.length === 0) return "";
  const thousands = amounts.every((amount) => amount >= 1000 && amount % 1000 === 0);
  const format = numberFormat(locale, {});
  const shown = amounts.map((amount) => format.format(thousands ? amount / 1000 : amount));
  return `${shown.join("–")}${thousands ? " k" : ""}${sign(record, locale)}`;
}
