/** Patterns of street lines by country; each match holds a number. Sources: UPU addressing systems. */
const word = String.raw`[\p{L}\p{M}'’.\-]{1,30}`;
const house = String.raw`\d{1,6}(?:[a-zA-Z](?![\p{L}])|[-/]\d{1,4})?`;

const plainSuffix =
  "street|avenue|ave|road|rd|lane|ln|drive|boulevard|blvd|court|terrace|highway|hwy|parkway|pkwy|circle|trail|crescent|mews|alley|expressway|turnpike|freeway|causeway|cres|estate|estates|crossing|junction|bypass|townline|broadway|enparantza";
/** These are ordinary words as well: only with capitals. */
const capitalSuffix =
  "St|Dr|Ct|Cir|Pl|Place|Sq|Square|Way|Row|Grove|Gardens|Quay|Walk|Plaza|Close|Loop|Run|Path|Pike|Ridge|Hill|View|Park|Green|Point|Trl|Ter|Pass|Cove|Creek|Heights|Hollow|Isle|Island|Knoll|Landing|Manor|Meadow|Meadows|Mill|Mission|Mount|Mountain|Orchard|Oval|Parade|Plain|Port|Prairie|Ranch|River|Shoal|Shore|Spring|Springs|Spur|Station|Summit|Trace|Track|Tunnel|Union|Valley|Via|Village|Ville|Vista|Well|Wells|Bridge|Brook|Burg|Camp|Canyon|Cape|Center|Club|Common|Corner|Corners|Course|Crest|Dale|Dam|Divide|Extension|Fall|Falls|Ferry|Field|Fields|Flat|Ford|Forest|Forge|Fork|Fort|Garden|Gateway|Glen|Harbor|Haven|Hills|Inlet|Keys|Lake|Lakes|Light|Lock|Lodge|Mall|Neck|Pine|Pines|Radial|Rapids|Rest|Road|Route|Squares|Stream|Throughway|Trafficway|Viaduct|Curve|STREET|ST|AVE|AVENUE|RD|ROAD|DR|DRIVE|BLVD|LN|LANE|CT|PL|WAY|HWY|PKWY";
const quarter = String.raw`(?: (?:N\.?E\.?|N\.?W\.?|S\.?E\.?|S\.?W\.?|[NSEW]\.?|North|South|East|West)(?![\p{L}]))?`;

export const english = new RegExp(
  String.raw`(?<![\p{L}\d.,$€£/-])(?:No\.? )?${house},? (?:\d{1,5}(?:st|nd|rd|th)? ){0,2}(?:${word} ){0,5}?(?:(?:[Pp][Ll][Aa][Cc][Ee]|${plainSuffix
    .split("|")
    .map((one) =>
      Array.from(one)
        .map((char) => `[${char}${char.toUpperCase()}]`)
        .join(""),
    )
    .join("|")})|(?:${capitalSuffix}))\.?(?![\p{L}\d])${quarter}`,
  "gu",
);
export const ordinalStreet =
  /(?<![\p{L}\d.,$])\d{1,6} (?:[NSEW]\.? |North |South |East |West )?\d{1,3}(?:st|nd|rd|th)(?: (?:street|st|avenue|ave|road|place|pl))?\b\.?/giu;

const prefix =
  "rue|avenue|av\\.?|ave\\.?|avda\\.?|avenida|boulevard|bd\\.?|bld\\.?|impasse|allée|allee|chemin|place|quai|cours|route|square|sentier|passage|calle|c\\/|c\\.|cl\\.|plaza|pza\\.?|pl\\.|paseo|camino|carrer|carretera|ctra\\.?|ronda|travesía|rúa|travessa|rua|r\\.|praça|praceta|alameda|estrada|largo|rodovia|via|viale|piazza|corso|vicolo|strada|ul\\.|ulica|al\\.|os\\.|plac|str\\.|strada|bulevardul|calea|leoforos|odos|jalan|jl\\.";
export const romance = new RegExp(
  String.raw`(?<![\p{L}\d/])(?:(?<before>\d{1,5}(?: ?(?:bis|ter|quater|[a-d]))?),? (?:\d{1,4} )?)?(?:${prefix})(?: |(?<=[./]) ?)(?:${word},? ){0,5}?${word}(?:,? (?:n[º°o.]{1,2} ?|no\.? ?|num\.? ?)?(?<after>\d{1,5}(?:\/\d{1,4})?(?:[ -]?[a-zA-Z](?![\p{L}]))?)(?![\d]))?`,
  "giu",
);

const ending =
  "straße|strasse|str\\.|weg|gasse|platz|allee|damm|ufer|stieg|steig|chaussee|laan|straat|plein|gracht|kade|dijk|singel|dreef|hof|gade|vej|vægen|vägen|gatan|gata|gränd|veien|vegen|gate|gaten|plads|stræde|braut|stien|katu|kuja|tie|polku|út|utca|köz|tér|gaan|kapu|dries|steenweg|ulice|cesta|trg";
export const germanic = new RegExp(
  String.raw`(?<![\p{L}\d])(?:\d{1,6} )?(?:(?:${word} ){0,2}[\p{L}.\-]{2,30}?(?:${ending})|(?:[\p{L}.\-]{2,20} ){1,2}(?:str\.?|straße|strasse|weg|platz|allee|ring|laan|straat|gade|vej|plads|utca|u\.|út|gate|trg))\.? \d{1,5}(?: ?[a-zA-Z](?![\p{L}\d])|-\w{1,4})?(?![\d.]\d)`,
  "giu",
);

/** Every such street ends so: one quick look spares the slow one. */
export const mayBeGermanic = new RegExp(
  String.raw`(?:${ending}|str|ring|gate|u\.|út|trg)\.? \d`,
  "iu",
);

export const unit =
  /(?<![\p{L}\d])(?:apt|apartment|appt|suite|ste|unit|flat|flt|apartado|wohnung|whg|top|stiege|bâtiment|bât|étage|piso|andar|apto|puerta|bloque|portal|escalera|interno|scala|lgh|lejl|bus|bte|boîte)\.? ?#?(?:n[º°o]\.? ?)?\d{1,5}[a-zA-Z]?(?:-[A-Za-z\d]{1,3})?(?![\p{L}\d])|(?<=\s)# ?\d{1,5}[A-Za-z]?\b|\b\d{1,2}[ºª°] ?(?:[A-Z]\b|izq|dcha|dto|esq)?/giu;
export const box =
  /(?<![\p{L}\d])(?:\d{1,6} )?(?:p\.? ?o\.? ?box|post office box|postfach|boîte postale|b\.?p\.?(?= \d)|apartado(?: de correos)?|apdo\.?|caixa postal|casella postale|postbus|skrytka|psc \d{1,5},? box|cmr \d{1,5},? box|unit \d{1,5},? box)\.?,? ?#?\d{1,6}(?: \d{2,3}){0,2}(?![\p{L}\d])/giu;
export const military =
  /\b(?:APO|FPO|DPO|apo|fpo|dpo),? (?:AA|AE|AP|aa|ae|ap) \d{5}(?:-\d{4})?\b|\bUS[NSC]?[SN]? [A-Z][a-z]+(?=\s*\n?\s*FPO)/g;
/** State and ZIP, British, Canadian and Dutch codes, Brazilian CEP: sure by their shape. */
export const postcode =
  /(?<![\p{L}\d-])(?:(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]),? \d{5}(?:-\d{4})?|(?:GIR 0AA|[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2})|[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d|[1-9]\d{3} [A-Z]{2}(?= [A-Z][a-z])|\d{5}-\d{3}|\d{2}-\d{3}(?= \p{Lu})|(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT) \d{4})(?![\p{L}\d-])/gu;
/** Only beside a street or with a label: a number of four to six digits and a place, in either order. */
export const codeAndPlace =
  /^(?:[A-Z]{1,2}-)?\d{4,6} \p{L}[\p{L}'’.() -]{1,40}$|^\p{L}[\p{L}'’.() -]{1,40},? (?:[A-Z]{1,3} )?\d{3,6}(?:-\d{3,4})?$/u;
