/** What lists say about a word, as bits. */
export const bit = {
  given: 1,
  surname: 2,
  city: 4,
  country: 8,
  ordinary: 16,
  /** First word of a place or tool of more than one word. */
  phrase: 32,
  title: 64,
  company: 128,
  street: 256,
  calendar: 512,
  job: 1024,
  tool: 2048,
  demonym: 4096,
  particle: 8192,
  double: 16384,
  institution: 32768,
  state: 65536,
  /** Stands in front of a name and is none: a greeting or a role. */
  opener: 131072,
  /** Stands in a street line: "road", "rue", "apt", "box". */
  address: 262144,
  /** Last word of a phrase that announces a person or a place. */
  cue: 524288,
  /** First word of a phrase that says what a name is: "said", "office". */
  after: 1048576,
  /** Verb of living somewhere: "lives", "geboren". */
  home: 2097152,
  /** First word of a label (`text/label-words.ts`). */
  label: 4194304,
  /** One of the commonest words of a language. */
  small: 8388608,
} as const;

/** Titles before a name, five languages. */
export const titleWords =
  "mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend father sister brother hon judge justice captain capt colonel col general gen lt lieutenant sgt sergeant major senator sen congressman rep president pres governor mayor minister chancellor king queen prince princess pope herr herrn frau hr fr dipl ing mme mlle monsieur madame maitre sr sra srta don dona doña señor señora senhor senhora dott dottssa sig sigra dhr mw mevr meneer mevrouw dra drs coach uncle aunt";

/** Words that end the name of a business. */
export const companyWords =
  "inc incorporated llc llp ltd limited plc corp corporation co company gmbh ag kg kgaa ohg ug se sa sas sarl srl spa bv nv oy oyj ab as asa aps ltda lda sl pty pte holding holdings group partners associates ventures capital industries enterprises solutions systems technologies technology software labs logistics consulting partners media networks communications pharmaceuticals pharma energy motors airlines airways insurance bancorp foods stores markets records studios entertainment press publishing securities";

/** Words that begin or end the name of an institution. */
export const institutionWords =
  "university college school institute institution academy hospital clinic bank ministry department council committee commission association federation foundation society union church museum library agency bureau authority court parliament senate congress army navy police club team league party universität hochschule fachhochschule schule gymnasium institut klinik krankenhaus universidad universidade université universita università universiteit école ecole lycée lycee collège politecnico politécnica politécnico facultad faculdade faculté escuela escola instituto istituto ministerio ministério ministère banco banca banque iut academia akademie stiftung verein conservatory polytechnic seminary akademia politechnika uniwersytet szkola liceum universitet hogskola yliopisto egyetem univerzita univerzitet ecole hogeschool sveuciliste ulikool";

export const streetWords =
  "street st avenue ave road rd lane ln drive dr boulevard blvd court ct place pl square sq terrace way highway hwy parkway pkwy circle cir trail close crescent row mews grove gardens quay walk alley plaza rue avenida av calle rua via strasse straße weg platz gasse allee laan straat plein";

export const calendarWords =
  "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag janvier février mars avril juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves viernes sábado domingo janeiro fevereiro março maio junho julho setembro outubro novembro dezembro spring summer autumn winter easter christmas";

/** Nouns of job titles and occupations. */
export const jobWords =
  "curriculum vitae resume lebenslauf cv engineer developer manager director analyst consultant architect designer specialist lead head chief officer assistant associate coordinator administrator executive representative supervisor technician scientist researcher accountant nurse teacher trainer recruiter intern trainee apprentice clerk driver operator mechanic electrician plumber carpenter painter cook chef waiter cashier receptionist secretary editor writer journalist photographer translator lawyer attorney paralegal physician surgeon pharmacist therapist counselor psychologist advisor adviser agent broker buyer planner controller auditor inspector instructor lecturer professor tutor librarian guard officer programmer tester administrator strategist marketer producer animator illustrator copywriter founder owner partner president vice principal senior junior staff sales marketing product project program software hardware data cloud security network systems support customer service operations finance human resources quality business development full stack frontend backend mobile web devops machine learning entwickler ingenieur leiter berater kaufmann kauffrau sachbearbeiter mitarbeiter ingénieur développeur responsable chargé conseiller ingeniero desarrollador gerente jefe técnico engenheiro desenvolvedor contractor freelancer worker baker butcher welder janitor housekeeper nanny caregiver";

/** Nationalities and languages: adjectives, not places. */
export const demonymWords =
  "american british english german french spanish italian portuguese dutch polish russian chinese japanese korean indian arabic turkish greek swedish norwegian danish finnish czech hungarian romanian bulgarian ukrainian canadian australian mexican brazilian argentine chilean colombian peruvian irish scottish welsh swiss austrian belgian european african asian latin hebrew hindi urdu bengali vietnamese thai indonesian israeli iranian iraqi afghan pakistani egyptian nigerian kenyan catalan basque deutsch englisch französisch spanisch anglais français allemand espagnol inglés español francés alemán inglês português christian muslim jewish catholic protestant buddhist islamic democratic republican";

/** Tools, products, languages and brands that look like names. */
export const toolWords =
  "java javascript typescript python ruby rust go golang kotlin swift scala perl php julia pascal ada haskell elixir erlang clojure groovy lua dart fortran cobol matlab sas stata excel word powerpoint outlook access sharepoint teams windows linux unix ubuntu debian macos ios android docker kubernetes helm terraform ansible puppet chef jenkins travis circleci gitlab github bitbucket git svn mercurial jira confluence trello asana notion slack zoom figma sketch photoshop illustrator indesign xd react angular vue svelte ember backbone jquery node express django flask rails laravel symfony spring hibernate struts maven gradle ant webpack vite babel jest mocha jasmine karma cypress selenium playwright puppeteer cucumber junit testng postgres postgresql mysql mariadb oracle mongodb cassandra redis memcached elasticsearch kibana logstash solr lucene kafka rabbitmq spark hadoop hive pig flink storm airflow dbt snowflake redshift bigquery tableau looker qlik powerbi aws azure gcp lambda fargate heroku netlify vercel cloudflare nginx apache tomcat jetty istio envoy consul vault nomad prometheus grafana jaeger datadog splunk sentry nagios zabbix newrelic pandas numpy scipy pytorch tensorflow keras scikit spacy nltk opencv hugging salesforce hubspot marketo mailchimp sap erp crm oracle peoplesoft workday servicenow zendesk intercom stripe twilio sendgrid shopify magento wordpress drupal joomla alexa siri cortana watson unity unreal blender maya autocad solidworks catia revit scrum agile kanban prince2 itil cobit pmp cissp ccna mcse cka comptia lean sigma six rest soap graphql grpc http https json xml yaml html css sass less sql nosql api sdk ide vim emacs eclipse intellij vscode postman swagger phoenix rails nextjs next nuxt tailwind bootstrap material storybook redux mobx rxjs wireshark nessus burp metasploit kali crowdstrike sentinel arcgis qgis spss minitab quickbooks xero hootsuite canva wix squarespace google microsoft apple amazon facebook meta twitter linkedin instagram youtube tiktok snapchat whatsapp telegram signal discord skype internet web bluetooth wifi firefox chrome safari edge opera gmail";

/** Greetings and roles: a run of capitals begins anew behind them. */
export const openerWords =
  "salut oi hoi hej cześć prezado prezada estimado estimada querido querida gentile egregio caro cara cher chère bonsoir geachte soy hi hello hey dear morning afternoon evening greetings thanks cheers hallo liebe lieber hola bonjour olá ciao beste patient client customer applicant borrower lender student employee tenant landlord provider prescriber attorney lawyer officer witness plaintiff defendant user";

/** Words of street lines in all patterns of `text/streets.ts`. */
export const addressWords =
  "avda rua rúa travessa largo praça praceta alameda viale corso piazza vicolo quai allée impasse chemin calle plaza paseo ronda carrer plot house flat blk block street st avenue ave av road rd lane ln drive dr boulevard blvd bd bld court ct terrace highway hwy parkway pkwy circle cir trail trl crescent cres mews alley expressway turnpike freeway causeway estate estates crossing junction bypass townline broadway enparantza pl place sq square way row grove gardens quay walk plaza close loop run path pike ridge hill view park green point ter pass cove creek heights hollow isle island knoll landing manor meadow meadows mill mission mount mountain orchard oval parade plain port prairie ranch river shoal shore spring springs spur station summit trace track tunnel union valley via village ville vista well wells bridge brook burg camp canyon cape center club common corner corners course crest dale dam divide extension fall falls ferry field fields flat ford forest forge fork fort garden gateway glen harbor haven hills inlet keys lake lakes light lock lodge mall neck pine pines radial rapids rest route squares stream throughway trafficway viaduct curve north south east west n s e w ne nw se sw 1st 2nd 3rd 4th 5th rue impasse allee chemin quai cours sentier passage avda avenida calle c cl pza paseo camino carrer carretera ctra ronda travesia rua r travessa praca praceta alameda estrada largo rodovia viale piazza corso vicolo strada ul ulica al os plac str bulevardul calea leoforos odos jalan jl strasse weg platz gasse laan straat plein ring u ut gate trg utca apt apartment appt suite ste unit flt apartado wohnung whg top stiege batiment bat etage piso andar apto puerta bloque portal escalera interno scala lgh lejl bus bte boite box postfach bp apdo postale postbus skrytka psc cmr apo fpo dpo floor";

/** Last words of phrases in front of people and places (`person-cues.ts`, `place-cues.ts`, `organisation-cues.ts`). */
export const cueWords =
  "is am m named called with to by manager boss mentor friend colleague wife husband brother sister son daughter father mother partner recruiter supervisor interviewer author actor actress singer writer director producer client patient applicant borrower tenant employee student customer attorney lawyer witness defendant plaintiff insured mit con com avec met cest collega presentato parle transmets thank ask conhece grusse referencias deine dein frau heisse bin appelle suis llamo es soy e chamo chiamo ben nazywam sie hi hello dear hey morning afternoon evening greetings hallo liebe lieber liebes geehrte geehrter geehrtes tag bonjour bonsoir cher chere chers cheres salut hola estimado estimada estimados querido querida dias tardes ola oi caro cara prezado prezada ciao gentile egregio beste geachte lieve hoi szanowny szanowna czesc hej kaere kjaere again there regards sincerely yours truly faithfully cheers thanks lot you best wishes respectfully cordially love warmly care grussen gruss hochachtungsvoll herzlichst cordialement vous salutations distinguees amicalement saludos cordiales atentamente abrazo atenciosamente cumprimentos abraco abracos obrigado obrigada saluti cordiali groet groeten groetjes hoogachtend pozdrawiam halsningar hilsen saludo grazie gracias merci danke dziekuje in at near from of out around aus bei nach a en de em te au aux del do da through visited visit the rural downtown central northern southern eastern western greater and via our for join joined joining chez pour para na no bij per presso";

/** First words of phrases behind people, places and businesses. */
export const afterWords =
  "said says told asked wrote writes replied answered called emailed texted phoned mentioned explained thanked apologized apologised complained testified graduated resigned retired submitted requested rescheduled arrived smiled laughed nodded sighed shouted whispered married divorced interviewed applied confirmed reviewed completed signed prescribed specializes manages reports works lives resides thinks believes joined sagte sagt schrieb a dijo disse zei is an the office branch area region campus site airport station headquarters hospital suburb suburbs metro store location facility announced manufactures manufactured manufacturer acquired launched shipped produces sells provides hired reported";

/** Words of living, coming and going, in front of a place. */
export const homeWords =
  "jhabite live lives lived living reside resides resided residing resident based born raised grew up located relocated relocating moved moving commute commuting originally hail hails hailing native domiciled wohnhaft geboren wohne wohnt lebe lebt komme aufgewachsen habite habitant ne nee vis originaire vivo vive resido nacido nacida natural radicado radicada moro mora nascido nascida woon woont woonachtig abito nato nata residente i currently visit visited visiting travel traveled travelled traveling travelling flight flights drove";

export const stateWords =
  "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada new_hampshire new_jersey new_mexico new_york north_carolina north_dakota ohio oklahoma oregon pennsylvania rhode_island south_carolina south_dakota tennessee texas utah vermont virginia washington west_virginia wisconsin wyoming ontario quebec alberta manitoba saskatchewan nova_scotia british_columbia bavaria bayern hessen sachsen thüringen saarland brandenburg catalonia cataluña andalucía andalusia galicia england scotland wales northern_ireland ulster yorkshire kent sussex essex surrey cornwall devon normandy normandie bretagne brittany provence lombardy tuscany sicily bengal punjab kerala gujarat maharashtra victoria queensland tasmania new_south_wales europe asia africa america americas antarctica middle_east latin_america north_america south_america usa uk uae eu u_s u_k";
