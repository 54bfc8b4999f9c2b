const modes: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:fully |100 ?% ?)?(?:remote|remoto|remota|à distance|a distance|distanciel|télétravail|teletravail|home ?office|home-office|wfh|work from home|uzaktan|remot|远程|在宅|リモート|재택|thuis|distans|teletrabajo|da remoto)(?: only| work| \(.*\))?$/i,
    "remote",
  ],
  [
    /^(?:hybrid|hybride|híbrido|híbrida|hibrido|ibrido|hibrit|hybrid\/remote|hybrid .*|混合|ハイブリッド|하이브리드)$/i,
    "hybrid",
  ],
  [
    /^(?:on[- ]?site|in[- ]?(?:person|office)|office|vor ort|präsenz|büro|sur site|présentiel|presencial|presenziale|in sede|ofis|yerinde|现场|出社|출근|op kantoor|på plats)(?: only| \(.*\))?$/i,
    "on-site",
  ],
];

/** Remote, hybrid or on-site, in the words of the product; undefined for anything else. */
export function readWorkMode(text: string): string | undefined {
  return modes.find(([words]) => words.test(text.trim().replace(/_/g, " ")))?.[1];
}

const types: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:full[- ]?time|ft|permanent|vollzeit|festanstellung|temps plein|cdi|tiempo completo|jornada completa|tempo pieno|tempo indeterminato|integral|tam zamanlı|全职|正社員|정규직|voltijd|heltid)\b.*$/i,
    "full-time",
  ],
  [
    /^(?:part[- ]?time|pt|teilzeit|temps partiel|tiempo parcial|media jornada|tempo parziale|yarı zamanlı|兼职|パート|deeltijd|deltid)\b.*$/i,
    "part-time",
  ],
  [
    /^(?:contract(?:or)?|freelance|fixed[- ]term|befristet|freiberuflich|cdd|por contrato|autónomo|tempo determinato|sözleşmeli|合同|契約社員|계약직)\b.*$/i,
    "contract",
  ],
  [
    /^(?:intern(?:ship)?|internships?|praktikum|stage|prácticas|practicas|tirocinio|estágio|staj|实习|インターン|인턴|working student|werkstudent(?:in)?|trainee)\b.*$/i,
    "internship",
  ],
  [
    /^(?:temp(?:orary)?|seasonal|aushilfe|minijob|intérim|interim|temporal|temporário)\b.*$/i,
    "temporary",
  ],
];

/** Full-time, part-time, contract, internship or temporary; undefined for anything else. */
export function readEmploymentType(text: string): string | undefined {
  const plain = text.trim().replace(/_/g, " ");
  return plain.length > 40 ? undefined : types.find(([words]) => words.test(plain))?.[1];
}
