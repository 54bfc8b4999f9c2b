import { smallWords, languages } from "./small-words.ts";
import { bit } from "./word-classes.ts";
import { shape, type Words } from "./words.ts";
import { hasBetween } from "../text/anchors.ts";
import type { Page } from "../text/page.ts";

/** Section heads of CVs in many languages, as whole lines in lower case. */
const headings: ReadonlySet<string> = new Set(
  (
    "about|about me|academic background|achievements|appointments|arbeidserfaring|arbetslivserfarenhet|ausbildung|awards|beruflicher werdegang|berufserfahrung|bildungsweg|c.v|c.v.|" +
    "career|career history|centres d'intérêt|certificates|certification|certifications|competences|competencias|competenze|competências|compétences|contact|curriculum vitae|cv|" +
    "cv.|dados pessoais|dane osobowe|dati personali|datos personales|doswiadczenie|doswiadczenie zawodowe|doświadczenie|doświadczenie zawodowe|educación|education|educação|employment|employment history|" +
    "erhvervserfaring|esperienz|esperienz lavorativa|esperienz lavorative|esperienz professionale|esperienz professionali|esperienze|esperienze lavorativa|esperienze lavorative|esperienze professionale|esperienze professionali|experience|experience professionnelle|experience professionnelles|" +
    "experiences|experiences professionnelle|experiences professionnelles|experiencia|experiencia laboral|experiencia profesional|experiencia profissional|experiência|experiência profissional|expérience|expérience professionnelle|expérience professionnelles|expériences|expériences professionnelle|" +
    "expériences professionnelles|formacao|formacao academica|formacao académica|formacion|formacion académica|formación|formación académica|formacão|formacão academica|formacão académica|formation|formations|formaçao|" +
    "formaçao academica|formaçao académica|formação|formação academica|formação académica|fähigkeiten|grants|habilidades|hobbies|idiomas|interessen|interests|istruzione|istruzione e formazione|" +
    "jezyki|języki|kenntnisse|kielitaito|koulutus|languages|langues|lebenslauf|lingue|links|loisirs|memberships|objective|opleiding|" +
    "opleidingen|otros datos|personal details|personalia|persönliche daten|professional experience|profil|profile|projects|publications|referees|references|referencias|referenties|" +
    "referenzen|relevant experience|resume|resumé|résume|résumé|selected publications|skills|skills summary|sprachen|sprachkenntnisse|sprog|språk|stack|" +
    "summary|talen|teaching|tech stack|technical skills|technologies|tooling|tools|top skills|työkokemus|uddannelse|umiejetnosci|umiejetności|umiejętnosci|" +
    "umiejętności|utbildning|utdanning|vaardigheden|volunteering|werkervaring|work experience|work history|wyksztalcenie|wykształcenie|学歴|工作经历|教育背景|职歴"
  ).split("|"),
);

/** Whether a text is laid out as a CV: two section heads, or one in a text of short lines. */
export function isCv(page: Page): boolean {
  let heads = 0;
  for (const line of page.lines) {
    if (line.end - line.start > 45 || line.kind === "empty") continue;
    if (headings.has(page.lower.slice(line.start, line.end).replace(/^[\s#*_]+|[\s:*_]+$/g, ""))) heads += 1;
    if (heads >= 2) return true;
  }
  return false;
}

const most = 400;

/** Fewer lines than this are a letterhead or a signature, not a list. */
const leastItems = 6;

/** Whether most lines are short and hold no number: a list of titles or terms, where capitals say nothing. */
export function isList(page: Page): boolean {
  let items = 0;
  let all = 0;
  for (const line of page.lines) {
    if (line.kind === "empty") continue;
    all += 1;
    if (line.kind === "short" && !hasBetween(page.digits, line.start, line.end)) items += 1;
  }
  return items >= leastItems && items > all * 0.6;
}

/** Language by its small words; undefined where they are too few. */
export function guessLanguage(words: Words): string | undefined {
  const counts = new Uint16Array(languages.length);
  for (let w = 0; w < words.count && w < most; w += 1) {
    if (words.shapes[w] !== shape.small || !((words.bits[w] ?? 0) & bit.small)) continue;
    const hits = smallWords.get(words.hashes[w] ?? 0) ?? 0;
    for (let i = 0; hits >> i > 0; i += 1) if ((hits >> i) & 1) counts[i] = (counts[i] ?? 0) + 1;
  }
  let best = 0;
  for (let i = 1; i < languages.length; i += 1) if ((counts[i] ?? 0) > (counts[best] ?? 0)) best = i;
  return (counts[best] ?? 0) > 1 ? languages[best] : undefined;
}
