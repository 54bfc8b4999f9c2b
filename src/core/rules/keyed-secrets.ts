import { isWordAt } from "../text/chars.ts";
import { pageOf } from "../text/page.ts";
import { makePrefixScan, nextPrefix } from "../text/prefix-scan.ts";
import { matchesOf } from "../text/search.ts";
import { isPassword, isToken, readSecretValue, type SecretValue } from "../text/secret-value.ts";
import {
  endsOfShortLabels,
  isServiceKey,
  readDigitCodes,
  readFurtherCodes,
  readNamedBehind,
  readSeedWords,
  serviceWords,
} from "../text/secret-forms.ts";
import type { Rule, RuleSpan } from "./contract.ts";

const passwordWords =
  "password|passwords|passwd|passphrase|pass phrase|passcode|pwd|pass|passwort|kennwort|kennwörter|mot de passe|contraseña|contrasena|senha|palavra-passe|wachtwoord|parola d'ordine|hasło|pw|pin code|door code|entry code|gate code|recovery codes|recovery code|backup codes|cvc|cvv|security code";
/** A space stands for a blank, an underscore, a hyphen or nothing. */
const tokenWords =
  "token|secret|api key|access key|private key|secret key|encryption key|signing key|auth key|account key|shared key|app key|license key|master key|session key|client secret|credential|credentials|bearer|_auth|auth|authorization|cookie|salt|logged_in_key|nonce_key|connection string|webhook|sourcegraph|_key";
const passwords: ReadonlySet<string> = new Set(passwordWords.split("|"));
const services: ReadonlySet<string> = new Set(serviceWords.split("|"));
const scan = makePrefixScan([
  ...passwords,
  ...services,
  ...tokenWords
    .split("|")
    .flatMap((word) => ["", " ", "_", "-"].map((joint) => word.replace(" ", joint))),
]);
// Names that speak about a secret and do not hold it.
const tailVeto =
  /^[-_ .]?(?:ids?|names?|ur[il]s?|length|len|size|file|path|dir|type|version|expir\w*|ttl|count|host|port|selector|pressed|variable|word|field|label|hint|policy|reset|manager|algorithm|alg|format|provider|location|meshing|rotation|protected|less|_?st|link|mount|prefix|suffix|arn|endpoint|lifetime|usage|scopes?|ring|board|pair|enabled?|required|validator|regex|pattern|rules?|checks?|input|form|page|ref|tag|vault\w*)(?![a-z])/i;
const headVeto =
  /(?:(?:public|pub|ssh|foreign|primary|partition|sort|cache|lookup|forgot|reset|change|show)|(?<![a-z])(?:is|has|no|not|non))[-_ ]?$/i;
const cliFlag =
  /(?:^|\s)(?:-{1,2}(?:password|passwd|pass|token|api-key|secret)[= ]|-p)(["']?)([^\s"'=-][^\s"']{3,100})\1(?=\s|$)/g;

/** The rest of the identifier after the word: `password_secure`, `apikey_myservice`. */
function endOfName(text: string, end: number): number {
  let at = end;
  while (
    at < end + 40 &&
    (isWordAt(text, at) ||
      text.charAt(at) === "_" ||
      (/[-.]/.test(text.charAt(at)) && isWordAt(text, at + 1)))
  )
    at += 1;
  return at;
}

function isName(text: string, start: number, end: number, word: string): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  if (headVeto.test(before) || tailVeto.test(text.slice(end, end + 16))) return false;
  // "passed", "tokens", "secretary" go on in small letters.
  if (/[a-z]/.test(text.charAt(end)) && /[a-z]$/i.test(word)) return false;
  if (!isWordAt(text, start - 1)) return true;
  // Inside a longer word only with a capital or an underscore: myToken, DB_PASS; never "tokenise", "compass".
  const first = text.charAt(start);
  if (/[A-Z]/.test(first) && (/[a-z0-9]$/.test(before) || /[a-z]/.test(text.charAt(start + 1))))
    return true;
  if (before.endsWith("_") || word.startsWith("_")) return true;
  return (
    word.length >= 6 && /[A-Za-z0-9]$/.test(before) && /^(?:passw|api|token|secret)/.test(word)
  );
}

function judge(text: string, found: SecretValue, password: boolean): boolean {
  const value = text.slice(found.start, found.end);
  if (password) return isPassword(value, found, text.slice(found.end, found.end + 20));
  return isToken(value, found);
}

/** India calls its six-digit postcodes PIN. */
function isPostcode(text: string, { start, end }: SecretValue): boolean {
  const before = text.slice(Math.max(0, start - 16), start);
  return end - start === 6 && /\bpin[ -]?code\W{0,4}$/i.test(before);
}

function secret({ start, end }: { readonly start: number; readonly end: number }): RuleSpan {
  return { start, end, type: "SECRET", strength: "keyed" };
}

function* readNames(text: string, lower: string): Generator<RuleSpan> {
  let from = 0;
  for (let hit = nextPrefix(scan, lower, from); hit; hit = nextPrefix(scan, lower, from)) {
    const end = hit.start + hit.word.length;
    from = end;
    if (!isName(text, hit.start, end, hit.word)) continue;
    const password = passwords.has(hit.word);
    const found = readSecretValue(text, endOfName(text, end), password);
    if (!found || isPostcode(text, found)) continue;
    const service = services.has(hit.word);
    if (
      service
        ? !isServiceKey(text.slice(found.start, found.end), found)
        : !judge(text, found, password)
    )
      continue;
    yield secret(found);
    if (hit.word.endsWith("codes"))
      for (const one of readFurtherCodes(text, found)) yield secret(one);
    from = Math.max(found.start, end);
  }
}

// Yoda order: ("value" == password)
const reversed =
  /["']([^"'\n]{6,200})["']\s{0,3}[!=]==?\s{0,3}\w{0,30}(?:passw|secret|token|private_key|api_?key)/gi;

function* readOtherForms(text: string): Generator<RuleSpan> {
  for (const match of /[!=]=/.test(text) ? matchesOf(reversed, text) : []) {
    const start = match.index + 1;
    yield { start, end: start + (match[1] ?? "").length, type: "SECRET", strength: "keyed" };
  }
  for (const match of text.includes(" -") || text.startsWith("-") ? matchesOf(cliFlag, text) : []) {
    const value = match[2] ?? "";
    const end = match.index + match[0].length - (match[1] ?? "").length;
    if (!/^[$<{]/.test(value) && /[\d!@#$%]/.test(value))
      yield { start: end - value.length, end, type: "SECRET", strength: "keyed" };
  }
}

export const keyedSecrets: Rule = {
  label: "Passwords and keys with a label",
  level: "basic",
  replacement: "[secret]",
  *find(text, page) {
    yield* readNames(text, pageOf(text, page).lower);
    yield* readOtherForms(text);
    for (const one of [...readDigitCodes(text), ...readSeedWords(text), ...readNamedBehind(text)])
      yield secret(one);
    for (const end of endsOfShortLabels(text)) {
      const found = readSecretValue(text, end, true);
      if (found && judge(text, found, true)) yield secret(found);
    }
  },
  examples: {
    caught: [
      "DB_PASSWORD=Tr4mpol1ne!",
      'apiToken: "k3J9v-QmX27LwZpR0tYd"',
      "The wifi password is Plum-Orchard-77",
      "<Pass>winter2slide</Pass>",
      "Passwort: Bl4ubeere",
      "door code 5519#",
      "recovery codes: 7hq2-k4mz 9tw3-b6xn",
      'algolia: "f3b09c61de7a4825c0b1974e6d2f58aa"',
      "guest / pl4inGarden!  (password)",
    ],
    spared: [
      "I forgot my password, the password reset failed",
      "token: string",
      "password: process.env.DB_PASSWORD",
      "An active secret clearance is required",
      "Password: must be at least 12 characters",
      "PIN code: 560001",
      "our area code 415 and the zip code 94103",
      "jira: PLAT-48213",
    ],
  },
};
