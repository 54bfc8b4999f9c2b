/** What a label announces. */
export type LabelGroup =
  | "phone"
  | "email"
  | "person"
  | "organisation"
  | "address"
  | "place"
  | "born"
  | "age"
  | "demographic"
  | "passport"
  | "licence"
  | "plate"
  | "health"
  | "tax"
  | "national"
  | "bank"
  | "iban"
  | "card"
  | "user"
  | "link"
  | "member"
  | "network";

/**
 * Label words in English, German, French, Spanish, Portuguese, Italian and Dutch, lower case. A space
 * stands for any of space, hyphen, underscore or nothing.
 */
export const labelWords: Readonly<Record<LabelGroup, string>> = {
  phone:
    "llamar|llamar al|llame al|llámame|ligar|ligue|joindre|joignable|appeler|erreichen|erreichst|chiamare|bellen|bereiken|anrufen|тел|телефон|هاتف|الهاتف|tlf|tlf nr|puh|puhelin|telefonszám|tel nr|nr tel|contact|reach|reachable|reached|desk|front desk|main line|direct line|direct|ring|sms|phone|phone number|telephone|telephone number|tel|tel no|mobile|mobile number|cell|cell number|cellphone|cell phone|fax|hotline|whatsapp|call|dial|text|telefon|telefonnummer|mobil|mobiltelefon|handy|rufnummer|téléphone|telephone|portable|tél|mob|móvil|movil|teléfono|telefono|celular|telemóvel|telemovel|telefone|contacto|cellulare|telefoon|mobiel|gsm|telefoonnummer|phone no|mobile no|contact number|contact no|ph|work phone|home phone|電話|电话|电话号|手机|telefoni",
  email: "email|e mail|mail|correo|correo electrónico|courriel|adresse mail|mél",
  person:
    "联系人|姓名|氏名|имя|фио|الاسم|이름|성명|name|full name|first name|last name|given name|middle name|family name|surname|maiden name|contact|contact person|contact name|candidate|candidate name|applicant|interviewer|recruiter|hiring manager|manager|supervisor|referee|referees|reference|references|author|attn|attention|from|to|cc|bcc|sender|recipient|patient|patient name|customer|customer name|client name|employee|employee name|student|student name|account holder|cardholder|cardholder name|cardholders name|name on card|legal name|signed|signed by|signature|prepared by|reviewed by|approved by|written by|submitted by|reported by|emergency contact|next of kin|spouse|doctor|physician|insured|policyholder|passenger|guest|tenant|beneficiary|vorname|nachname|familienname|vor und nachname|ansprechpartner|ansprechpartnerin|bewerber|bewerberin|absender|empfänger|unterzeichner|nom|prénom|nom complet|nom et prénom|nom de famille|destinataire|candidat|nombre|nombre completo|nombre y apellidos|apellidos|apellido|candidato|nome|nome completo|apelido|sobrenome|nome e cognome|cognome|naam|voornaam|achternaam|volledige naam|contactpersoon|imię i nazwisko|imię|nazwisko|namn|navn|姓名|名前|氏名|이름|имя|фио",
  organisation:
    "company|company name|employer|organisation|organization|organisation name|organization name|firma|unternehmen|arbeitgeber|entreprise|société|employeur|empresa|empleador|empregador|azienda|bedrijf|werkgever",
  address:
    "address|home address|mailing address|postal address|street address|billing address|shipping address|current address|permanent address|residential address|residence|anschrift|adresse|wohnhaft in|wohnort|adresse postale|domicile|domicilio|dirección|direccion|residencia|morada|endereço|endereco|indirizzo|residenza|adres|woonplaats|adress|home|based at|lives at|adresa|osoite|adresi|住所|地址|주소|адрес",
  place:
    "place of birth|birthplace|geburtsort|lieu de naissance|lugar de nacimiento|naturalidade|local de nascimento|luogo di nascita|geboorteplaats|hometown|home town|city|location|town|country|stadt|ort|ville|ciudad|cidade|città|lokalizacja|where",
  born: "date of birth|birth date|birthdate|birthday|dob|d o b|born|geburtsdatum|geboren am|geboren|geb|date de naissance|né le|née le|né|née|fecha de nacimiento|nacido el|nacida el|nacido|nacida|f nacimiento|data de nascimento|nascimento|nascido em|nascida em|data di nascita|nato il|nata il|nato a|nata a|geboortedatum|data urodzenia|födelsedatum|fødselsdato|出生日期|生年月日|дата рождения",
  age: "age|aged|alter|âge|edad|idade|età|leeftijd",
  demographic:
    "nationality|citizenship|marital status|civil status|gender|sex|pronouns|religion|ethnicity|race|children|disability|staatsangehörigkeit|nationalität|staatsbürgerschaft|familienstand|geschlecht|konfession|kinder|nationalité|situation familiale|situation de famille|état civil|sexe|enfants|nacionalidad|estado civil|sexo|género|hijos|religión|nacionalidade|género|gênero|filhos|religião|nazionalità|cittadinanza|stato civile|sesso|nationaliteit|burgerlijke staat|geslacht|kinderen|narodowość|stan cywilny|military status|dependents|dependants|blood group|blood type",
  passport:
    "passport|passport number|passport no|reisepass|reisepassnummer|passnummer|passeport|numéro de passeport|pasaporte|passaporte|passaporto|paspoort|paspoortnummer|paszport|travel document|visa|visa number|visa no|residence permit|permit no|permit number|aufenthaltstitel|titre de séjour|work permit",
  licence:
    "driver licence|driver license|drivers licence|drivers license|driver's licence|driver's license|driving licence|driving license|dl number|dl no|dln|führerschein|führerscheinnummer|führerschein nr|permis de conduire|carnet de conducir|carné de conducir|carta de condução|cnh|patente|patente di guida|rijbewijs|rijbewijsnummer|prawo jazdy|licence number|license number|licence no|license no|driver license number|drivers license number",
  plate:
    "license plate|licence plate|number plate|plate number|registration plate|vehicle registration|vin|kennzeichen|plaque|immatriculation|matrícula|matricula|placa|targa|kenteken|reg no|plate",
  health:
    "mrn|medical record|medical record number|medical record no|patient id|patient number|nhs|nhs number|nhs no|medicare|medicare number|medicaid|health insurance|health insurance number|health card|health plan|member number|insurance number|insurance id|policy number|policy no|policy|npi|npi number|dea|dea number|versichertennummer|krankenversicherungsnummer|numéro de sécurité sociale|tarjeta sanitaria|sus|health id|beneficiary number|mbi|chart number|ihi|provider number|abha|uhid",
  tax: "tax id|tax number|tax no|tax identification number|tax identifier|tax code|tax registration|tin|ein|fein|employer identification number|itin|vat|vat number|vat no|vat id|vat registration|utr|contribuinte|número de contribuinte|steuernummer|steuernummer beim finanzamt|steuer id|steueridentifikationsnummer|steuerliche identifikationsnummer|idnr|ust id|ust idnr|siret|siren|tva|numéro fiscal|nif|cif|nit|rfc|nipc|cnpj|codice fiscale|partita iva|btw|btw nummer|gst|gstin|pan|abn|acn|tfn|inn|regon|nip|rif|ruc|cuit|cuil|rut|mst|company number|company registration|handelsregister|registration number|kvk|cui|tax payer|taxpayer",
  national:
    "seguridad social|ssn|social security|social security number|social security no|sin|social insurance number|national id|national identity|national identification|national identity number|national id number|national identification number|national insurance|national insurance number|ni number|nino|identity card|identity number|identity no|id card|id card number|id number|id no|id nr|identification number|nric|fin|aadhaar|aadhar|pesel|dni|nie|bsn|burgerservicenummer|cpf|rg|curp|personnummer|fødselsnummer|hetu|henkilötunnus|cpr|personal number|personal code|personal id|personal identification number|personal identity number|personalausweis|personalausweisnummer|ausweisnummer|ausweis|sozialversicherungsnummer|sv nummer|rentenversicherungsnummer|svnr|ahv|ahv nummer|avs|insee|nir|numéro insee|carte d'identité|cni|cédula|cedula|documento de identidad|documento|cartão de cidadão|bilhete de identidade|carta d'identità|identiteitskaart|rijksregisternummer|numéro national|rijksregister|egn|jmbg|oib|cnp|emso|rodné číslo|teudat zehut|emirates id|voter id|voter|my number|rrn|身份证|身份证号|citizen id|pps|ppsn|pps number|tckn|tc kimlik no|kimlik|unique identifier|amka|isikukood|asmens kodas",
  bank: "account|account number|account no|acct|acct no|acct number|bank account|bank account number|a c|a c no|sort code|routing number|routing no|routing|aba|aba number|kontonummer|konto nr|kontonr|konto|blz|bankleitzahl|bic|swift|swift code|bic swift|rib|numéro de compte|cuenta|número de cuenta|conta|nib|ccc|bsb|ifsc|ifsc code|transit number|rekeningnummer|iban bic|clabe|account num|branch code",
  iban: "iban",
  card: "card|card number|card no|credit card|credit card number|debit card|debit card number|cc number|kreditkarte|kartennummer|carte bancaire|numéro de carte|tarjeta|número de tarjeta|cartão|cvv|cvc",
  user: "username|user name|user|login|handle|nickname|nick|skype|upi|upi id|wechat id|telegram|twitter|instagram|insta|x|discord|wechat|signal|threads|mastodon|bluesky|github|gitlab|benutzername|nom d'utilisateur|usuario|usuário|utente|gebruikersnaam|screen name",
  link: "linkedin|xing|portfolio|website|homepage|home page|web site|web|blog|personal site|url|site web|sitio web|página web|site|webseite|profile|profil|stack overflow|orcid|kaggle|behance|dribbble",
  member:
    "employee id|employee number|employee no|emp id|staff id|staff number|student id|student number|student no|badge|badge number|badge no|member id|membership|membership number|membership no|membership id|customer id|customer number|customer no|client id number|personnel number|personalnummer|mitarbeiternummer|matrikelnummer|mitgliedsnummer|kundennummer|numéro d'étudiant|matricule|número de empleado|número de socio|número de estudante|registration|registration no|credential|credential id|credential no|certificate|certificate number|certificate no|certificate id|certification|certification number|licence|license|bar number|orcid|orcid id|researcher id|scopus id|file number|case number|case no|docket|claim number|claim no|loan number|imei|serial number|device id|lidmaatschapsnummer|studentnummer|personeelsnummer|numero di matricola|matricola|n d'adhérent|adhérent|certificat|zertifikat|zertifikatsnummer|mitglied|mitglied nr|unique id|user id|account id|health no|veteran id|service number|inmate number|insured id|subscriber id|group number",
  network: "ip|ip address|mac|mac address|ipv4|ipv6",
};
