import { statuses } from "../../kinds/applications.ts";

type Status = (typeof statuses)[number];

/** Whole phrases, folded: what people write, in the languages that were seen or are likely. */
const phrases: Readonly<Record<Status, string>> = {
  saved:
    "saved|wishlist|wish list|wish|bookmarked|bookmark|draft|drafted|to apply|todo|to do|not applied|not applied yet|not yet applied|ready to apply|waiting to apply|not started|not submitted|interested|interesting|watching|evaluated|new|found|created|generated|tailored|planned|plan to apply|considering|backlog|researching|research|working on|open|gemerkt|angemerkt|vorgemerkt|geplant|offen|interessant|zu bewerben|neu|à postuler|a postuler|à faire|intéressant|enregistré|guardado|guardada|por aplicar|pendiente de enviar|interesado|da inviare|salvato|salvo|a enviar|kaydedildi|başvurulacak|uusi|待投递|收藏|未投递|検討中|応募予定|white whale|zapisane|do wysłania|сохранено|gemt|lagret|tallennettu",
  applied:
    "applied|application sent|application submitted|application received|sent|submitted|submit verified|pending|active|awaiting response|awaiting reply|waiting|waiting for response|waiting for reply|waiting to hear back|in progress|in process|in review|under review|under consideration|ongoing|viewed|received|waitlisted|waitlist|beworben|bewerbung verschickt|abgeschickt|gesendet|verschickt|eingereicht|versendet|in bearbeitung|warten|wartend|laufend|in prüfung|eingangsbestätigung|postulé|postule|candidature envoyée|envoyé|envoyée|envoyee|en attente|en cours|enviada|enviado|postulado|postulados|postulada|aplicado|aplicada|solicitado|en proceso|en revisión|esperando respuesta|inscrito|inscrita|candidatado|candidatura enviada|em andamento|em análise|aguardando|inviata|inviato|candidato|in attesa|in corso|başvuruldu|gönderildi|değerlendirmede|beklemede|alındı teyidi|sollicitatie verstuurd|gesolliciteerd|ansökt|skickad|已投递|已申请|投递|等待回复|応募済み|応募済|지원완료|지원 완료|wysłano|wysłane|zaaplikowano|aplikowano|zgłoszone|oczekuje|отправлено|откликнулся|отклик отправлен|в ожидании|sendt|ansøgt|søkt|haettu|verstuurd",
  screening:
    "screening|screen|phone screen|phone screening|tech screen|technical screen|recruiter screen|recruiter call|hr screen|hr call|phone call|initial call|intro call|shortlisted|short listed|assessment|online assessment|oa|coding challenge|take home|take-home|test|telefonat|telefoninterview|vorauswahl|einstellungstest|présélection|entretien téléphonique|preselección|preseleccionado|llamada|prueba técnica|triagem|teste|筛选|笔试|书类选考|書類選考",
  interview:
    "interview|interviewing|interviewed|interviews|interview scheduled|interview invited|invited to interview|onsite|on site|on-site|on-site interview|1st round|first round|first interview|2nd round|second round|second interview|3rd round|third round|final round|final interview|technical interview|panel|hm interview|gespräch|vorstellungsgespräch|interviewtermin|einladung|eingeladen|zweitgespräch|entretien|entretien fixé|entrevista|entrevistado|entrevistas|colloquio|mülakat|mülakat daveti|görüşme|haastattelu|intervju|gesprek|面试|一面|二面|三面|终面|面接|면접|rozmowa|rozmowa kwalifikacyjna|собеседование|интервью|samtale|jobsamtale",
  offer:
    "offer|offered|offer received|offer extended|job offer|offer stage|negotiating|negotiation|verbal offer|zusage|angebot|angebot erhalten|vertragsangebot|offre|offre reçue|oferta|oferta recibida|proposta|offerta|teklif|aanbod|erbjudande|录用|オファー|내정|oferta pracy|оффер|предложение|tilbud|tarjous",
  accepted:
    "accepted|offer accepted|hired|signed|contract signed|started|angenommen|zusage angenommen|eingestellt|unterschrieben|accepté|acceptée|embauché|aceptado|aceptada|contratado|accettato|aceito|kabul edildi|已入职|已接受|内定承諾",
  rejected:
    "rejected|rejection|reject|denied|declined by company|declined|not selected|not successful|unsuccessful|negative|no|closed|application closed|position closed|position filled|filled|failed|turned down|not moving forward|not a fit|abgelehnt|absage|abgesagt|leider nein|nein|refusé|refusée|refus|rejeté|négatif|rechazado|rechazada|descartado|no seleccionado|negativa|rifiutato|rifiutata|scartato|recusado|recusada|reprovado|olumsuz|reddedildi|red|hylätty|afgewezen|avslag|nej|已拒绝|未通过|拒绝|挂了|不採用|お祈り|불합격|odrzucono|odrzucona|odmowa|отказ|отклонено|afslag|avslått",
  withdrawn:
    "withdrawn|withdrew|withdraw|i declined|declined by me|offer declined|declined offer|cancelled|canceled|dropped|not interested|not pursuing|abandoned|closed by me|zurückgezogen|zurueckgezogen|rückzug|abgebrochen|kein interesse|retiré|retirée|abandonné|retirado|retirada|cancelado|ritirata|ritirato|desistiu|geri çekildi|teruggetrokken|已撤回|放弃|辞退|wycofane|wycofano|отозвано|trukket",
  ghosted:
    "ghosted|ghost|ghosted me|no response|no reply|no answer|never heard back|never heard|keine antwort|keine rückmeldung|sans réponse|pas de réponse|sin respuesta|nessuna risposta|sem resposta|cevap yok|geen reactie|无回复|没有回复|brak odpowiedzi|нет ответа|intet svar|ei vastausta",
};

/** What a phrase that is not in the list says by one of its words; the first that fits decides. */
const hints: readonly (readonly [RegExp, Status])[] = [
  [/\bghost/, "ghosted"],
  [
    /\bno (?:response|reply|answer)\b|keine (?:antwort|rückmeldung)|sin respuesta|sans réponse/,
    "ghosted",
  ],
  [
    /reject|\babsage|abgelehnt|\brechaz|\brefus|\bdenied|not selected|unsuccessful|not moving forward|olumsuz/,
    "rejected",
  ],
  [
    /withdr(?:aw|ew)|closed by (?!(?:the )?(?:company|employer))|zurückgezogen|turned it down/,
    "withdrawn",
  ],
  [/offer accepted|accepted (?:the )?offer|\bhired\b|\baccepted\b/, "accepted"],
  [/\boffer\b|\bzusage\b|\boferta\b|\boffre\b/, "offer"],
  [
    /phone (?:screen|call)|\bscreening\b|recruiter (?:screen|call)|assessment|coding (?:test|challenge)/,
    "screening",
  ],
  [
    /interview|vorstellungsgespräch|\bentrevista|\bentretien|\bround \d|\d(?:st|nd|rd|th) round|final round|mülakat|面试|[一二三终]面/,
    "interview",
  ],
  [
    /ready to (?:apply|send)|^(?:want|plan|planning|have|need|yet) to apply|not (?:yet )?applied|apply today|\bwatching\b|evaluated|wish ?list/,
    "saved",
  ],
  [
    /\bapplied\b|\bapplication (?:sent|submitted)|\bsubmitted\b|\bbeworben\b|\bsent\b|awaiting|under review|başvur|已投递/,
    "applied",
  ],
];

/** Letters of a cell that may say a status; what follows is a story. */
const longestPhrase = 1_000;

/** Lower case without signs, emoji and brackets; `İ` does not fall apart. */
export function foldStatus(text: string): string {
  return text
    .slice(0, longestPhrase)
    .normalize("NFKC")
    .replaceAll("İ", "i")
    .toLowerCase()
    .replace(/[_\p{Extended_Pictographic}\u{fe0f}\u{200d}]/gu, " ")
    .replace(/\([^)]*\)/g, " ")
    .replace(/[:;][-']?[()dp]|[.!?*…"“”'`:;]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

const known = new Map<string, Status>(
  Object.entries(phrases).flatMap(([status, list]) =>
    list.split("|").map((phrase) => [foldStatus(phrase), status as Status] as const),
  ),
);
const squeezed = new Map([...known].map(([phrase, status]) => [squeeze(phrase), status]));

/** `reeejected` is `rejected` with a sigh in it. */
function squeeze(text: string): string {
  return text.replace(/(.)\1+/gu, "$1");
}

/** Single words that are often mistyped. */
const plainWords = [...known].filter(([phrase]) => /^[a-z]{7,}$/.test(phrase));

/** `ccepted`, `rejcted`: one letter from a word that is known. */
function byTypo(word: string): Status | undefined {
  if (!/^[a-z]{6,14}$/.test(word)) return undefined;
  return plainWords.find(([phrase]) => isOneLetterOff(word, phrase))?.[1];
}

function isOneLetterOff(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = long.length === short.length ? short.slice(at + 1) : short.slice(at);
  return rest === long.slice(at + 1);
}

const read = new Map<string, Status | undefined>();

/** The status a phrase stands for, or undefined where it is a person's own. */
export function readStatus(text: string): Status | undefined {
  if (read.has(text)) return read.get(text);
  const status = findStatus(text);
  // A column repeats a few words; sentences are not worth keeping.
  if (read.size < 2_000 && text.length < 60) read.set(text, status);
  return status;
}

function findStatus(text: string): Status | undefined {
  const folded = foldStatus(text);
  if (folded === "") return undefined;
  const exact = known.get(folded) ?? squeezed.get(squeeze(folded)) ?? byTypo(folded);
  if (exact !== undefined) return exact;
  const [head = ""] = folded.split(/\s+[-–—|/]\s+|,\s/);
  const byHead = head === folded ? undefined : known.get(head);
  // In brackets stands what it really means: "Closed (rejected)".
  const whole = text.slice(0, longestPhrase).normalize("NFKC").replaceAll("İ", "i").toLowerCase();
  return byHead ?? hints.find(([hint]) => hint.test(whole))?.[1];
}
