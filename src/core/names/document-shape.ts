import type { Page } from "../text/page.ts";

/** Section heads of CVs in seven languages, as whole lines. */
const heading =
  /^[\s#*_]*(?:curriculum vitae|c\.?v\.?|r[ée]sum[ée]|profile|summary|about(?: me)?|objective|(?:work |professional |relevant )?experience|employment(?: history)?|work history|career(?: history)?|education|academic background|skills(?: summary)?|technical skills|top skills|tech stack|stack|tools|tooling|technologies|certifications?|certificates|languages|interests|hobbies|references|referees|publications|selected publications|projects|achievements|awards|grants|teaching|memberships|appointments|volunteering|links|contact|personal details|lebenslauf|persönliche daten|berufserfahrung|beruflicher werdegang|ausbildung|bildungsweg|kenntnisse|fähigkeiten|sprachen|sprachkenntnisse|interessen|referenzen|profil|exp[ée]riences?(?: professionnelles?)?|formation|formations|comp[ée]tences|langues|centres d'intérêt|loisirs|datos personales|experiencia(?: laboral| profesional)?|formaci[óo]n(?: académica)?|educación|idiomas|habilidades|competencias|otros datos|referencias|dados pessoais|experi[êe]ncia(?: profissional)?|forma[çc][ãa]o(?: acad[ée]mica)?|educação|compet[êe]ncias|idiomas|esperienze?(?: lavorativ[ea]| professional[ie])?|istruzione(?: e formazione)?|competenze|lingue|dati personali|personalia|werkervaring|opleiding(?:en)?|vaardigheden|talen|referenties|do[śs]wiadczenie(?: zawodowe)?|wykszta[łl]cenie|umiej[ęe]tno[śs]ci|j[ęe]zyki|dane osobowe|arbetslivserfarenhet|utbildning|språk|erhvervserfaring|uddannelse|sprog|arbeidserfaring|utdanning|språk|työkokemus|koulutus|kielitaito|工作经历|教育背景|职歴|学歴)[\s:*_]*$/iu;

/** Whether a text is laid out as a CV: two section heads, or one in a text of short lines. */
export function isCv(page: Page): boolean {
  let heads = 0;
  for (const line of page.lines) {
    if (line.end - line.start > 45 || line.kind === "empty") continue;
    if (heading.test(page.text.slice(line.start, line.end))) heads += 1;
    if (heads >= 2) return true;
  }
  return false;
}

/** Share of the characters that stand in prose lines. */
export function proseShare(page: Page): number {
  let prose = 0;
  let all = 0;
  for (const line of page.lines) {
    all += line.end - line.start;
    if (line.kind === "prose") prose += line.end - line.start;
  }
  return all === 0 ? 0 : prose / all;
}

const small: Readonly<Record<string, readonly string[]>> = {
  en: "the and of to in is that for with was on are this have you my".split(" "),
  de: "der die das und ist nicht mit für von ich ein eine auf zu bei".split(" "),
  fr: "le la les et des est une pour dans que avec sur je du vous".split(" "),
  es: "el la los y de que en una para con por las del se su".split(" "),
  pt: "o a os e de que em uma para com não por do da eu".split(" "),
  nl: "de het een en van is niet voor met ik op te bij aan dat".split(" "),
  it: "il la e di che un una per con non del sono della mi si".split(" "),
  pl: "i w na z nie do się jest to że od po dla".split(" "),
};

/** Language by its small words; undefined where they are too few. */
export function guessLanguage(text: string): string | undefined {
  const counts = new Map<string, number>();
  for (const word of text.slice(0, 3000).toLowerCase().match(/[\p{L}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  let best: string | undefined;
  let most = 1;
  for (const [language, words] of Object.entries(small)) {
    const hits = words.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0);
    if (hits > most) [best, most] = [language, hits];
  }
  return best;
}
