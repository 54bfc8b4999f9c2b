import { isWordAt } from "./chars.ts";
import { entropyOf } from "./entropy.ts";
import { matchesOf } from "./search.ts";
import type { SecretValue } from "./secret-value.ts";

interface Place {
  readonly start: number;
  readonly end: number;
}

const codeWords =
  /\b(?:cvc2?|cvv2?|cvn|security code|(?:door|gate|entry|entrance|alarm|access|safe|garage|voicemail|puk|card) ?(?:code|pin)|pin|puk|digicode|code d['’]entrée|türcode|código (?:de acceso|de la puerta|de acesso|da porta)|toegangscode|deurcode)(?: (?:is|ist|est|es|é|number|no\.?|nr\.?))?[ \t]?[:=#]?[ \t]{0,2}([#*]?\d{3,8}[#*]?)(?![\w]|[.,]\d)/gi;
const codeGate = /c[vd][cvn]|code|código|pin|puk/i;

/** "CVC 417", "door code 4482#": few digits that open something. */
export function* readDigitCodes(text: string): Generator<Place> {
  if (!codeGate.test(text)) return;
  for (const match of matchesOf(codeWords, text)) {
    const value = match[1] ?? "";
    // India calls its six-digit postcodes PIN.
    if (/^pin/i.test(match[0]) && value.length === 6) continue;
    const end = match.index + match[0].length;
    yield { start: end - value.length, end };
  }
}

const phrase =
  /\b(?:seed(?: phrase| words?)?|(?:recovery|secret|backup|wallet) (?:phrase|words)|mnemonic(?: phrase)?|frase semilla|phrase de récupération|frase de recuperaci[oó]n|frase de recuperação|wiederherstellungsphrase)\b[^\n:]{0,30}[:=–-]\s{0,3}((?:\d{0,2}[.)]? ?[a-z]{3,8}[ ,\n]{1,2}){11,23}[a-z]{3,8})/gi;

/** Twelve to twenty-four small words behind "seed" or "recovery phrase" (BIP 39). */
export function* readSeedWords(text: string): Generator<Place> {
  if (!/seed|phrase|mnemonic|frase|words/i.test(text)) return;
  for (const match of matchesOf(phrase, text)) {
    const words = match[1] ?? "";
    if (words !== words.toLowerCase()) continue;
    const end = match.index + match[0].length;
    yield { start: end - words.length, end };
  }
}

const namedBehind =
  /(?<![\w/.@-])([^\s"'`<>()]{6,60})[ \t]{1,4}\((?:password|passwort|pwd|pw|mot de passe|contraseña|senha|wachtwoord|parola)\)/gi;

/** "guest / w3lcome…! (password)": the label stands behind. */
export function* readNamedBehind(text: string): Generator<Place> {
  if (!text.includes("(")) return;
  for (const match of matchesOf(namedBehind, text)) {
    const value = match[1] ?? "";
    if (!/\d/.test(value) || !/\p{L}/u.test(value)) continue;
    yield { start: match.index, end: match.index + value.length };
  }
}

/** Letters as a, digits as 0: codes of one list have one form. */
function formOf(value: string): string {
  return value.replace(/[a-z]/gi, "a").replace(/\d/g, "0").replace(/[a0]/g, "x");
}

/** "recovery codes: 4fk2-9xq7 8hd3-2mz5": the other codes of a list, in the form of the first. */
export function* readFurtherCodes(text: string, first: SecretValue): Generator<Place> {
  const form = formOf(text.slice(first.start, first.end));
  const next = /[ \t]{0,4}[,;/|\n]?\s{0,4}(?:\d{1,2}[.)] )?(?:[-•*] )?([\w-]{4,40})/y;
  let at = first.end;
  for (let count = 0; count < 40; count += 1) {
    next.lastIndex = at;
    const value = next.exec(text)?.[1] ?? "";
    const end = next.lastIndex;
    if (value === "" || formOf(value) !== form || !/\d/.test(value)) return;
    yield { start: end - value.length, end };
    at = end;
  }
}

/**
 * Services whose keys are often kept under the service's name alone: "algolia: …", "SNYK=…". Only a value
 * that looks like a key counts.
 */
export const serviceWords =
  "adafruit|adobe|airtable|algolia|alibaba|amplitude|artifactory|asana|atlassian|beamer|bitbucket|bittrex|buildkite|circleci|clarifai|clickup|cloudflare|codecov|cohere|coinbase|confluence|confluent|contentful|databricks|datadog|deepgram|digitalocean|discord|droneci|dropbox|easypost|elevenlabs|etherscan|etsy|fastly|finicity|finnhub|flickr|flutterwave|freshbooks|gitter|gocardless|grafana|heroku|hubspot|infura|intercom|ipstack|jenkins|jfrog|jira|kraken|kucoin|launchdarkly|linkedin|linode|looker|mailchimp|mailgun|mapbox|mattermost|maxmind|messagebird|mixpanel|netlify|newrelic|new_relic|new-relic|notion|nytimes|okta|openai|openweather|pagerduty|paypal|pinecone|plaid|postmark|privateai|pusher|rapidapi|salesforce|segment|sendbird|sendgrid|sentry|shippo|shodan|shopify|sidekiq|snyk|sonar|splunk|squarespace|squareup|stripe|sumologic|supabase|telegram|travis|trello|twilio|twitch|twitter|typeform|vercel|virustotal|wakatime|yandex|zendesk|zoho";

/** Whether a value under a service's name is a key: long, one word, letters and digits in disorder. */
export function isServiceKey(value: string, { marked, quoted }: SecretValue): boolean {
  if (!(marked || quoted) || !/^[\w+/=.~-]{16,200}$/.test(value)) return false;
  if (!/\d/.test(value) || !/[a-z]/i.test(value) || /^https?:|^[\w-]+\.[a-z]{2,4}$/i.test(value))
    return false;
  if (/^[A-Z]{2,10}-\d+$/.test(value) || /^v?\d+(?:\.\d+)+/.test(value)) return false;
  return (value.match(/\d/g)?.length ?? 0) > 2 && entropyOf(value) >= 3;
}

/** "pw: …", too short a word for the table of labels. */
export function* endsOfShortLabels(text: string): Generator<number> {
  for (const match of matchesOf(/(?:^|[^\p{L}\p{N}_])pw(?=[ \t]{0,2}[:=])/giu, text)) {
    const end = match.index + match[0].length;
    if (!isWordAt(text, end)) yield end;
  }
}
