import type { ValidateReturn } from "stdnum/lib/esm/types";
import { validate as atSv } from "stdnum/lib/esm/at/vnr";
import { validate as auAbn } from "stdnum/lib/esm/au/abn";
import { validate as auAcn } from "stdnum/lib/esm/au/acn";
import { validate as auTfn } from "stdnum/lib/esm/au/tfn";
import { validate as baJmbg } from "stdnum/lib/esm/ba/jmbg";
import { validate as beNn } from "stdnum/lib/esm/be/nn";
import { validate as bgEgn } from "stdnum/lib/esm/bg/egn";
import { validate as brCnpj } from "stdnum/lib/esm/br/cnpj";
import { validate as brCpf } from "stdnum/lib/esm/br/cpf";
import { validate as caSin } from "stdnum/lib/esm/ca/sin";
import { validate as chSsn } from "stdnum/lib/esm/ch/ssn";
import { validate as clRut } from "stdnum/lib/esm/cl/rut";
import { validate as cnRic } from "stdnum/lib/esm/cn/ric";
import { validate as coNit } from "stdnum/lib/esm/co/nit";
import { validate as czRc } from "stdnum/lib/esm/cz/rc";
import { validate as deIdnr } from "stdnum/lib/esm/de/idnr";
import { validate as deSvnr } from "stdnum/lib/esm/de/svnr";
import { validate as dkCpr } from "stdnum/lib/esm/dk/cpr";
import { validate as eeIk } from "stdnum/lib/esm/ee/ik";
import { validate as esCif } from "stdnum/lib/esm/es/cif";
import { validate as esDni } from "stdnum/lib/esm/es/dni";
import { validate as esNie } from "stdnum/lib/esm/es/nie";
import { validate as esNss } from "stdnum/lib/esm/es/nss";
import { validate as fiHetu } from "stdnum/lib/esm/fi/hetu";
import { validate as frNir } from "stdnum/lib/esm/fr/nir";
import { validate as frSiret } from "stdnum/lib/esm/fr/siret";
import { validate as gbUtr } from "stdnum/lib/esm/gb/utr";
import { validate as grAmka } from "stdnum/lib/esm/gr/amka";
import { validate as hkHkid } from "stdnum/lib/esm/hk/hkid";
import { validate as hrOib } from "stdnum/lib/esm/hr/oib";
import { validate as iePps } from "stdnum/lib/esm/ie/pps";
import { validate as ilId } from "stdnum/lib/esm/il/idnr";
import { validate as inAadhaar } from "stdnum/lib/esm/in/aadhaar";
import { validate as inGstin } from "stdnum/lib/esm/in/gstin";
import { validate as inPan } from "stdnum/lib/esm/in/pan";
import { validate as isKt } from "stdnum/lib/esm/is/kennitala";
import { validate as itCf } from "stdnum/lib/esm/it/codicefiscale";
import { validate as itIva } from "stdnum/lib/esm/it/iva";
import { validate as krBrn } from "stdnum/lib/esm/kr/brn";
import { validate as krRrn } from "stdnum/lib/esm/kr/rrn";
import { validate as ltAsmens } from "stdnum/lib/esm/lt/asmens";
import { validate as mxClabe } from "stdnum/lib/esm/mx/clabe";
import { validate as mxCurp } from "stdnum/lib/esm/mx/curp";
import { validate as mxRfc } from "stdnum/lib/esm/mx/rfc";
import { validate as myNric } from "stdnum/lib/esm/my/nric";
import { validate as nlBsn } from "stdnum/lib/esm/nl/bsn";
import { validate as noFnr } from "stdnum/lib/esm/no/fodselsnummer";
import { validate as plNip } from "stdnum/lib/esm/pl/nip";
import { validate as plPesel } from "stdnum/lib/esm/pl/pesel";
import { validate as ptCc } from "stdnum/lib/esm/pt/cc";
import { validate as ptNif } from "stdnum/lib/esm/pt/nif";
import { validate as roCnp } from "stdnum/lib/esm/ro/cnp";
import { validate as seOrgnr } from "stdnum/lib/esm/se/orgnr";
import { validate as sePnr } from "stdnum/lib/esm/se/personnummer";
import { validate as sgUen } from "stdnum/lib/esm/sg/uen";
import { validate as siEmso } from "stdnum/lib/esm/si/emso";
import { validate as thId } from "stdnum/lib/esm/th/idnr";
import { validate as trTc } from "stdnum/lib/esm/tr/tckimlik";
import { validate as twId } from "stdnum/lib/esm/tw/natid";
import { validate as zaId } from "stdnum/lib/esm/za/idnr";
import { luhn, ownChecks } from "./id-checks.ts";

export interface IdKind {
  readonly name: string;
  readonly type: string;
  /** Over the compact form, upper case. */
  readonly shape: RegExp;
  readonly isValid: (compact: string) => boolean;
  /**
   * What a checksum proves: "alone" where it is long or has letters in fixed places, "bare" where only
   * a text that holds nothing else may be taken for one, "label" where chance is too likely.
   */
  readonly needs: "alone" | "bare" | "label";
}

/** Every "no" of the library is an error object; without its stack trace it costs a tenth. */
function quietly<T>(check: () => T): T {
  const limit: unknown = Reflect.get(Error, "stackTraceLimit");
  Reflect.set(Error, "stackTraceLimit", 0);
  try {
    return check();
  } finally {
    Reflect.set(Error, "stackTraceLimit", limit);
  }
}

type Check = (compact: string) => boolean | ValidateReturn;

function kind(
  name: string,
  type: string,
  shape: RegExp,
  check: Check,
  needs: IdKind["needs"],
): IdKind {
  const isValid = (compact: string): boolean => {
    const result = quietly(() => check(compact));
    return typeof result === "boolean" ? result : result.isValid;
  };
  return { name, type, shape, needs, isValid };
}

const day = "(?:0[1-9]|[12]\\d|3[01])";
const month = "(?:0[1-9]|1[0-2])";

/** Identifiers of people and businesses with a checksum; sources: stdnum, and the offices that issue them. */
export const idKinds: readonly IdKind[] = [
  kind("DE tax id", "TAX_ID", /^[1-9]\d{10}$/, deIdnr, "alone"),
  kind(
    "DE pension",
    "NATIONAL_ID",
    new RegExp(`^\\d{2}${day}${month}\\d{2}[A-Z]\\d{3}$`),
    deSvnr,
    "alone",
  ),
  kind(
    "DE passport",
    "PASSPORT",
    /^[CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ0-9]{8}\d$/,
    ownChecks.icao,
    "bare",
  ),
  kind("DE passport, short", "PASSPORT", /^[CFGHJK][0-9A-Z]{8}$/, ownChecks.icaoShort, "bare"),
  kind("FR NIR", "NATIONAL_ID", /^[1-478]\d{4}(?:\d|[AB])\d{9}$/, frNir, "alone"),
  kind("FR SIRET", "TAX_ID", /^\d{14}$/, frSiret, "label"),
  kind("ES DNI", "NATIONAL_ID", /^\d{8}[A-Z]$/, esDni, "alone"),
  kind("ES NIE", "NATIONAL_ID", /^[XYZ]\d{7}[A-Z]$/, esNie, "alone"),
  kind("ES CIF", "TAX_ID", /^[ABCDEFGHJNPQRSUVW]\d{7}[0-9A-J]$/, esCif, "alone"),
  kind("ES NSS", "NATIONAL_ID", /^\d{12}$/, esNss, "label"),
  kind("PT NIF", "TAX_ID", /^[1235689]\d{8}$/, ptNif, "bare"),
  kind("PT CC", "NATIONAL_ID", /^\d{9}[A-Z0-9]{2}\d$/, ptCc, "alone"),
  kind(
    "IT CF",
    "NATIONAL_ID",
    /^[A-Z]{6}[0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$/,
    itCf,
    "alone",
  ),
  kind("IT VAT", "TAX_ID", /^\d{11}$/, itIva, "bare"),
  kind(
    "IT licence",
    "DRIVER_LICENSE",
    /^(?:[A-Z]{2}\d{7}[A-Z]|U1[A-Z0-9]{7}[A-Z])$/,
    () => true,
    "bare",
  ),
  kind("NL BSN", "NATIONAL_ID", /^\d{9}$/, nlBsn, "bare"),
  kind("BE NN", "NATIONAL_ID", /^\d{11}$/, beNn, "alone"),
  kind("PL PESEL", "NATIONAL_ID", /^\d{11}$/, plPesel, "alone"),
  kind("PL NIP", "TAX_ID", /^[1-9]\d{9}$/, plNip, "label"),
  kind(
    "SE personnummer",
    "NATIONAL_ID",
    new RegExp(`^(?:19|20)?\\d{2}${month}${day}\\d{4}$`),
    sePnr,
    "bare",
  ),
  kind(
    "SE coordination",
    "NATIONAL_ID",
    new RegExp(`^(?:19|20)?\\d{2}${month}(?:6[1-9]|[78]\\d|9[01])\\d{4}$`),
    ownChecks.swedish,
    "bare",
  ),
  kind("SE organisation", "TAX_ID", /^[25-9]\d[2-9]\d{7}$/, seOrgnr, "bare"),
  kind("NO fødselsnummer", "NATIONAL_ID", /^[0-7]\d{10}$/, noFnr, "alone"),
  kind("DK CPR", "NATIONAL_ID", new RegExp(`^${day}${month}\\d{6}$`), dkCpr, "label"),
  kind(
    "FI HETU",
    "NATIONAL_ID",
    new RegExp(`^${day}${month}\\d{2}[-+A-FU-Y]?\\d{3}[0-9A-Y]$`),
    ownChecks.finnish,
    "alone",
  ),
  kind("FI HETU, official", "NATIONAL_ID", /^\d{6}\d{3}[0-9A-Y]$/, fiHetu, "label"),
  kind("CH AHV", "NATIONAL_ID", /^756\d{10}$/, chSsn, "alone"),
  kind("AT SV", "NATIONAL_ID", new RegExp(`^[1-9]\\d{3}${day}${month}\\d{2}$`), atSv, "bare"),
  kind("GB NHS", "HEALTH_ID", /^\d{10}$/, ownChecks.nhs, "bare"),
  kind("GB UTR", "TAX_ID", /^\d{10}$/, gbUtr, "label"),
  kind("IE PPS", "NATIONAL_ID", /^\d{7}[A-W][A-IW]?$/, iePps, "alone"),
  kind("US NPI", "HEALTH_ID", /^[12]\d{9}$/, (code) => luhn(`80840${code}`), "bare"),
  kind("US DEA", "HEALTH_ID", /^[ABCDEFGHJKLMPRSTUX][A-Z9]\d{7}$/, ownChecks.dea, "alone"),
  kind("CA SIN", "NATIONAL_ID", /^[1-79]\d{8}$/, caSin, "bare"),
  kind("BR CPF", "NATIONAL_ID", /^\d{11}$/, brCpf, "alone"),
  kind("BR CNPJ", "TAX_ID", /^\d{14}$/, brCnpj, "alone"),
  kind("CL RUT", "NATIONAL_ID", /^\d{7,8}[\dK]$/, clRut, "label"),
  kind("CO NIT", "TAX_ID", /^\d{9,10}$/, coNit, "label"),
  kind("MX CURP", "NATIONAL_ID", /^[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d$/, mxCurp, "alone"),
  kind("MX RFC", "TAX_ID", /^[A-ZÑ&]{3,4}\d{6}[A-Z0-9]{3}$/, mxRfc, "alone"),
  kind("MX CLABE", "BANK_ACCOUNT", /^\d{18}$/, mxClabe, "alone"),
  kind("IN Aadhaar", "NATIONAL_ID", /^[2-9]\d{11}$/, inAadhaar, "alone"),
  kind("IN Aadhaar, own", "NATIONAL_ID", /^\d{12}$/, ownChecks.aadhaar, "bare"),
  kind("IN PAN", "TAX_ID", /^[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]$/, inPan, "alone"),
  kind("IN GSTIN", "TAX_ID", /^\d{2}[A-Z]{5}\d{4}[A-Z][A-Z0-9]Z[A-Z0-9]$/, inGstin, "alone"),
  kind("IN passport", "PASSPORT", /^[A-Z][1-9]\d{5}[1-9]$/, () => true, "bare"),
  kind("AU TFN", "TAX_ID", /^\d{9}$/, auTfn, "bare"),
  kind("AU ABN", "TAX_ID", /^[1-9]\d{10}$/, auAbn, "alone"),
  kind("AU ACN", "TAX_ID", /^\d{9}$/, auAcn, "bare"),
  kind("AU Medicare", "HEALTH_ID", /^[2-6]\d{9}\d?$/, ownChecks.medicare, "bare"),
  kind("TR kimlik", "NATIONAL_ID", /^[1-9]\d{10}$/, trTc, "alone"),
  kind("IL id", "NATIONAL_ID", /^\d{8,9}$/, ilId, "label"),
  kind("ZA id", "NATIONAL_ID", new RegExp(`^\\d{2}${month}${day}\\d{4}[01]\\d{2}$`), zaId, "alone"),
  kind("CN id", "NATIONAL_ID", /^[1-9]\d{5}(?:19|20)\d{9}[\dX]$/, cnRic, "alone"),
  kind(
    "CN id, 18",
    "NATIONAL_ID",
    new RegExp(`^[1-9]\\d{5}(?:19|20)\\d{2}${month}${day}\\d{3}[\\dX]$`),
    ownChecks.chinese,
    "alone",
  ),
  kind("KR RRN", "NATIONAL_ID", new RegExp(`^\\d{2}${month}${day}[1-8]\\d{6}$`), krRrn, "bare"),
  kind("KR BRN", "TAX_ID", /^\d{10}$/, krBrn, "label"),
  kind("TW id", "NATIONAL_ID", /^[A-Z][1289]\d{8}$/, twId, "alone"),
  kind("HK id", "NATIONAL_ID", /^[A-Z]{1,2}\d{6}[\dA]$/, hkHkid, "alone"),
  kind("SG NRIC", "NATIONAL_ID", /^[STFGM]\d{7}[A-Z]$/, ownChecks.nric, "alone"),
  kind("SG UEN", "TAX_ID", /^(?:\d{8,9}[A-Z]|[RST]\d{2}[A-Z]{2}\d{4}[A-Z])$/, sgUen, "alone"),
  kind("MY NRIC", "NATIONAL_ID", new RegExp(`^\\d{2}${month}${day}\\d{6}$`), myNric, "label"),
  kind("TH id", "NATIONAL_ID", /^[1-8]\d{12}$/, thId, "alone"),
  kind("BG EGN", "NATIONAL_ID", /^\d{10}$/, bgEgn, "label"),
  kind("RO CNP", "NATIONAL_ID", /^[1-9]\d{12}$/, roCnp, "alone"),
  kind("HR OIB", "NATIONAL_ID", /^\d{11}$/, hrOib, "bare"),
  kind("SI EMSO", "NATIONAL_ID", /^\d{13}$/, siEmso, "alone"),
  kind("BA JMBG", "NATIONAL_ID", /^\d{13}$/, baJmbg, "alone"),
  kind("CZ RC", "NATIONAL_ID", /^\d{9,10}$/, czRc, "label"),
  kind("GR AMKA", "NATIONAL_ID", /^\d{11}$/, grAmka, "alone"),
  kind("EE IK", "NATIONAL_ID", /^[1-6]\d{10}$/, eeIk, "alone"),
  kind("LT asmens", "NATIONAL_ID", /^[1-6]\d{10}$/, ltAsmens, "alone"),
  kind("IS kennitala", "NATIONAL_ID", /^[0-7]\d{9}$/, isKt, "label"),
];
