import { foldWord } from "../sanitize/fold.ts";
import { hashWord } from "../text/hash.ts";
import { shape, type Words } from "./words.ts";
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

const small: Readonly<Record<string, string>> = {
  en: "the and of to in is that for with was on are this have you my",
  de: "der die das und ist nicht mit für von ich ein eine auf zu bei",
  fr: "le la les et des est une pour dans que avec sur je du vous",
  es: "el la los y de que en una para con por las del se su",
  pt: "o a os e de que em uma para com não por do da eu",
  nl: "de het een en van is niet voor met ik op te bij aan dat",
  it: "il la e di che un una per con non del sono della mi si",
  pl: "i w na z nie do się jest to że od po dla",
};
const languages = Object.keys(small);
const byWord = new Map<number, number>();
for (const [i, language] of languages.entries()) {
  for (const word of (small[language] ?? "").split(" ")) {
    const hash = hashWord(foldWord(word));
    byWord.set(hash, (byWord.get(hash) ?? 0) | (1 << i));
  }
}
const most = 400;

/** Language by its small words; undefined where they are too few. */
export function guessLanguage(words: Words): string | undefined {
  const counts = new Uint16Array(languages.length);
  for (let w = 0; w < words.count && w < most; w += 1) {
    if (words.shapes[w] !== shape.small) continue;
    const hits = byWord.get(words.hashes[w] ?? 0) ?? 0;
    for (let i = 0; hits >> i > 0; i += 1) if ((hits >> i) & 1) counts[i] = (counts[i] ?? 0) + 1;
  }
  let best = 0;
  for (let i = 1; i < languages.length; i += 1) if ((counts[i] ?? 0) > (counts[best] ?? 0)) best = i;
  return (counts[best] ?? 0) > 1 ? languages[best] : undefined;
}
