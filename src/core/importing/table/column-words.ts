/** Where a column of a foreign table goes. `salary` is a text that may hold a range; `extra` is kept beside. */
export type Target =
  | "company"
  | "title"
  | "status"
  | "applied_on"
  | "url"
  | "location"
  | "work_mode"
  | "employment_type"
  | "salary_min"
  | "salary_max"
  | "salary"
  | "salary_currency"
  | "salary_period"
  | "source"
  | "notes"
  | "description"
  | "next_action"
  | "next_action_on"
  | "deadline"
  | "rating"
  | "priority"
  | "tags"
  | "archived"
  | "created_at"
  | "extra"
  /** Not taken at all. */
  | "skip";

/** Header words, best first: where two columns want one field, the earlier word wins. Folded by `foldHeader`. */
const words: Readonly<Record<Exclude<Target, "extra" | "skip">, string>> = {
  company:
    "company|company name|employer|employer name|organization|organisation|hiring company|applied to|institution|firm|firma|unternehmen|arbeitgeber|firmenname|unternehmensname|empresa|compañía|compania|nombre de la empresa|entreprise|société|societe|employeur|nom de l'entreprise|azienda|società|datore di lavoro|empregador|nome da empresa|şirket|kurum|işveren|bedrijf|werkgever|företag|arbetsgivare|virksomhed|yritys|firma / organisation|компания|работодатель|公司|公司名称|公司名|企业|企业名称|会社|会社名|企業名|회사|회사명|company info|business|university|agency|client|name|pracodawca|nazwa firmy|firma pracodawcy|arbejdsgiver|bedrijfsnaam|nom de la société|nome dell'azienda|работодатель / компания|фирма|nazwa pracodawcy",
  title:
    "job title|title|position title|role title|job|role|position|role name|job position|job role|job name|internship title|position name|role applied to|position applied for|vacancy|opening|stelle|stellenbezeichnung|jobtitel|berufsbezeichnung|tätigkeit|position / stelle|projekt|puesto|puesto de trabajo|cargo|título|titulo|vacante|poste|intitulé|intitulé du poste|titre|emploi|posizione|ruolo|mansione|vaga|pozisyon|konu|functie|vacature|tjänst|roll|stilling|työtehtävä|должность|вакансия|岗位|职位|岗位名称|职位名称|应聘岗位|投递岗位|職種|ポジション|職位|직무|포지션|role reason|subject|stanowisko|oferta|stillingstitel|jobbtitel|functietitel|posizione lavorativa|nome da vaga|позиция|jobbezeichnung|bezeichnung|rolle",
  status:
    "status|application status|current status|job status|final status|stage|current stage|application stage|state|progress|phase|bewerbungsstatus|stand|zustand|estado|situación|estado de la solicitud|statut|état|etat|étape|stato|situação|etapa|durum|başvuru durumu|tila|статус|当前状态|状态|进度|申请状态|選考状況|ステータス|상태|전형상태|response status|result|outcome|decision|ergebnis|resultado|résultat|esito|sonuç|结果|response|appl status|etap|status aplikacji|status rekrutacji|этап|состояние|fase|stadium",
  applied_on:
    "date applied|applied date|applied on|application date|applied at|date of application|apply date|applied|date submitted|submitted on|submission date|app submitted date|sent on|date sent|beworben am|bewerbungsdatum|datum der bewerbung|abgeschickt am|bewerbung am|gesendet am|fecha de aplicación|fecha de aplicacion|fecha de solicitud|fecha de postulación|fecha de envío|aplicado el|date de candidature|date d'envoi|postulé le|date de postulation|envoyé le|data candidatura|data di candidatura|data invio|data da candidatura|data de candidatura|aplicado em|başvuru tarihi|投递时间|投递日期|申请日期|申请时间|応募日|지원일|sollicitatiedatum|ansökningsdatum|date document|apply attempted at|date contacted|activity date|date|day|datum|fecha|data|tarih|日期|时间|timestamp|date sort|data aplikacji|data wysłania|data zgłoszenia|aplikowano|дата отклика|дата подачи|отправлено|ansøgningsdato|søknadsdato|hakupäivä|verstuurd op|sendt|inviata il|enviado em|enviado el",
  url: "job url|job link|job posting url|posting url|application url|application link|link to job|url|link|job posting link|posting link|urls|links|stellenlink|link zur stelle|stellenanzeige|ausschreibung|enlace|vínculo|lien|lien de l'offre|url de l'offre|collegamento|bağlantı|ilan linki|岗位链接|链接|网址|投递链接|リンク|링크|공고 링크|job ad|website|job page|company website|web|link do oferty|ogłoszenie|ссылка|job url|url de l'offre d'emploi|url del empleo|link all'offerta|link da vaga",
  location:
    "location|job location|place|city|office location|work location|place of internship|ort|standort|arbeitsort|einsatzort|stadt|ubicación|ubicacion|lugar|ciudad|localización|lieu|ville|localisation|luogo|sede|città|local|localização|cidade|konum|şehir|yer|locatie|plaats|plats|工作地点|地点|城市|工作城市|勤務地|근무지|company location|location work arrangement|address|adresse|region|country|land|miejsce|lokalizacja|miasto|город|место|sted|sijainti|arbeitsplatz",
  work_mode:
    "work mode|workplace type|work arrangement|work type|remote|remote or onsite|remote onsite|in person hybrid remote|remote hybrid onsite|onsite remote|arbeitsmodell|homeoffice|home office|remote anteil|modalidad|mode de travail|télétravail|modalità|modalidade|çalışma şekli|办公方式|勤務形態|근무형태|location type|work setting",
  employment_type:
    "employment type|job type|role type|contract type|type of employment|employment|vertragsart|beschäftigungsart|anstellungsart|arbeitszeit|tipo de contrato|tipo de empleo|type de contrat|contrat|tipo di contratto|tipo de vaga|dienstverband|雇佣类型|工作性质|雇用形態|고용형태",
  salary_min:
    "salary min|min salary|minimum salary|salary low|salary from|low|pay min|compensation min|gehalt min|gehalt von|salario mínimo|salaire min",
  salary_max:
    "salary max|max salary|maximum salary|salary high|salary to|high|pay max|compensation max|gehalt max|gehalt bis|salario máximo|salaire max",
  salary:
    "salary|salary range|compensation|pay|pay range|comp|wage|salary info|expected salary|annual salary|tc|total compensation|base salary|gehalt|vergütung|lohn|gehaltsvorstellung|jahresgehalt|salario|sueldo|remuneración|salaire|rémunération|stipendio|retribuzione|ral|salário|remuneração|maaş|ücret|salaris|lön|薪资|薪水|工资|薪酬|年収|給与|연봉|급여|wynagrodzenie|pensja|зарплата|løn|lønn|palkka",
  salary_currency: "currency|salary currency|währung|moneda|devise|valuta|para birimi|币种",
  salary_period: "salary period|pay period|per|salary type",
  source:
    "source|job source|job board|board|platform|platform applied on|applied via|applied through|applied from|source site|portal|site|job site|posting source|sources|application site|application software|found on|found via|where found|how found|medium|via|method|quelle|plattform|jobbörse|kanal|gefunden über|fuente|plataforma|canal|medio|origine|plateforme|trouvé via|fonte|piattaforma|origem|kaynak|kanal|platform adı|bron|källa|投递渠道|渠道|来源|平台|媒体|応募経路|지원경로|출처|channel|source tracker|referral source|źródło|portal pracy|источник|kilde|lähde",
  notes:
    "notes|note|comments|comment|remarks|remark|additional notes|job notes|my notes|memo|details|other|misc|bemerkung|bemerkungen|notizen|notiz|anmerkung|anmerkungen|kommentar|kommentare|notas|nota|comentarios|observaciones|remarques|commentaires|commentaire|note personali|commenti|osservazioni|observações|observacoes|observacao|observação|comentários|notlar|açıklama|opmerkingen|anteckningar|备注|说明|メモ|備考|메모|비고|notes for coffee chat outreach|feedback|why candidate|uwagi|notatki|komentarz|заметки|комментарий|noter|muistiinpanot",
  description:
    "description|job description|jd|posting|job posting|posting text|job details|beschreibung|stellenbeschreibung|aufgaben|descripción|descripcion|descripción del puesto|description du poste|descrizione|descrição|iş tanımı|岗位描述|职位描述|工作内容|仕事内容|직무내용|tasks and duties",
  next_action:
    "next action|next step|verdict|next steps|action|action item|to do next|todo|additional tasks|tasks|tasks to complete|follow up|nächster schritt|nächste schritte|todo liste|wiedervorlage|próximo paso|siguiente paso|prochaine étape|action à mener|prossimo passo|próximo passo|sonraki adım|下一步|次のアクション|다음 단계",
  next_action_on:
    "follow up date|next follow up|next follow up date|follow up on|followup date|next followup at|next action date|next step due|next step date|reminder|reminder date|check application status|followed up|nachfassen am|wiedervorlage am|erinnerung|fecha de seguimiento|próximo seguimiento|date de relance|relance|data di follow up|data de acompanhamento|takip tarihi|跟进日期",
  deadline:
    "deadline|application deadline|closing date|close date|due on|due date|apply by|due|bewerbungsfrist|frist|bewerbungsschluss|fecha límite|plazo|cierre|date limite|clôture|scadenza|termine|prazo|data limite|son başvuru|son tarih|uiterste datum|sista ansökningsdag|截止日期|截止时间|締切|마감일",
  rating:
    "rating|my rating|excitement|fit rating|interest|stars|interest level|bewertung|sterne|puntuación|évaluation|note sur 5|valutazione|puan|评分",
  priority:
    "priority|priority score|prio|importance|priorität|prioridad|priorité|priorità|prioridade|öncelik|优先级",
  tags: "tags|tag|labels|keywords|skills|required skills|category|categories|industry|sector|seniority|field|internship season|schlagwörter|branche|kategorie|etiquetas|categoría|sector industrial|étiquettes|secteur|catégorie|settore|setor|categoria|etiketler|sektör|标签|行业|企业性质|类别|業界|업종",
  archived: "archived|is archived|archiviert|archivado|archivé",
  created_at:
    "created at|date created|date creation|date de création|date added|added on|date found|found on date|date saved|saved at|saved date|saved on|created|discovered|discovered at|first seen|scraped at|hinzugefügt am|gefunden am|fecha de creación|ajouté le|创建时间|添加时间",
};

/** Columns that are never a field of an application, whatever else they resemble. */
const never =
  /\b(?:id|ids|uuid|number|nr|no|num|count|size|email|e mail|mail|phone|telephone|mobile|contact|recruiter|interviewer|referral|referred|resume|cv|cover|letter|folder|path|pdf|report|user|candidate|version|members?|days|hours|answers?|questions?)\b|ansprechpartner|telefon|lebenslauf|anschreiben|^#$/;

const byWord = new Map<string, { readonly target: Target; readonly rank: number }>();
for (const [target, list] of Object.entries(words)) {
  list.split("|").forEach((word, rank) => {
    if (!byWord.has(word)) byWord.set(word, { target: target as Target, rank });
  });
}

/** Letters of a name that are looked at: a longer one is no name, and folding it takes its square in time. */
const longestName = 200;

/** A header as it is compared: words in small letters, camelCase apart, brackets and signs gone. */
export function foldHeader(header: string): string {
  return header
    .slice(0, longestName)
    .normalize("NFKC")
    .replaceAll("İ", "i")
    .replaceAll("’", "'")
    .replace(/\([^)]*\)|\[[^\]]*\]/g, " ")
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .replace(/[_\-./\\:*?#!"]+/g, " ")
    .replace(/[\p{Extended_Pictographic}\u{fe0f}]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

export interface HeaderGuess {
  readonly target: Target;
  /** 0 is the surest word for this field. */
  readonly rank: number;
}

/** The field that a header names, or undefined. */
export function readHeader(header: string): HeaderGuess | undefined {
  const folded = foldHeader(header);
  const exact = byWord.get(folded) ?? byAlternatives(header);
  if (exact !== undefined) return exact;
  if (folded === "" || never.test(folded)) return undefined;
  return byPart(folded);
}

/** `Şirket / Kurum`: one of the words between the strokes. */
function byAlternatives(header: string): HeaderGuess | undefined {
  if (!header.includes("/")) return undefined;
  const found = header
    .split("/")
    .map((part) => byWord.get(foldHeader(part)))
    .filter((guess) => guess !== undefined);
  return found[0];
}

const parts: readonly (readonly [RegExp, Target])[] = [
  [/(?:follow ?up|next (?:step|action)|reminder).*\b(?:date|on|due|by)\b/, "next_action_on"],
  [/deadline|closing date|frist|\bdue\b/, "deadline"],
  [
    /appl(?:ied|ication|y).*\b(?:date|on|at|day)\b|\bdate\b.*(?:applied|application|submitted)/,
    "applied_on",
  ],
  [/\b(?:date|datum|fecha)\b.*\b(?:found|added|saved|posted|created)\b/, "created_at"],
  [/(?:salary|pay|comp|gehalt|salario|salaire).*(?:min|low|from|von)\b/, "salary_min"],
  [/(?:salary|pay|comp|gehalt|salario|salaire).*(?:max|high|to|bis)\b/, "salary_max"],
  [/salary|compensation|gehalt|vergütung|\bpay\b|salario|salaire/, "salary"],
  [
    /\b(?:job|posting|application|ad)\b.*\b(?:link|url)\b|\b(?:link|url)\b.*\b(?:job|posting|application)\b/,
    "url",
  ],
  [/description|beschreibung/, "description"],
  [/status/, "status"],
  [/job title|position title|role title|jobtitel|stellenbezeichnung/, "title"],
  [
    /(?:company|employer|firm|organi[sz]ation) name|name of (?:the )?(?:company|employer)/,
    "company",
  ],
  [/^(?!.*\b(?:interview|meeting|call)).*(?:\bnotes?\b|\bcomments?\b|bemerkung|notiz)/, "notes"],
  [/location|standort/, "location"],
];

function byPart(folded: string): HeaderGuess | undefined {
  const found = parts.find(([part]) => part.test(folded));
  return found === undefined ? undefined : { target: found[1], rank: 90 };
}

/** A bare "Date": the day of application only where there is an application. */
export const isBareDate = (header: string): boolean =>
  /^(?:date|day|datum|fecha|data|tarih|日期|时间|timestamp|date sort|activity date)$/.test(
    foldHeader(header),
  );
