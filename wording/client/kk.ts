/** Kazakh. */
import type { ClientMessages } from './messages.ts';

export const client: ClientMessages = {
  invalid: {
    noDay: '{says}.',
    noLength: '{says}.',
    unusableDescription: '{says}',
    unknownFile: '{says}',
    unknownAgreement:
      '{home} тізілімінде {id} келісімі жоқ.{near, select, none {} other { Бәлкім, {near}?}} Барлары: npx servanda agreement list. Ашу: npx servanda agreement open FILE.',
    unknownEntry:
      '{agreement} тізілімінде {id} жазбасы жоқ.{near, select, none {} other { Бәлкім, {near}?}} Барлары: {ids, select, none {жоқ} other {{ids}}}.',
    unknownNotice: '{agreement} келісімі бойынша {number} хабарламасы жоқ. Барлары: npx servanda notice list {agreement}.',
    numberInUse: '{number} нөмірі хабарламада қолданылған. Бұған басқа нөмір беріңіз немесе нөмірді көрсетпеңіз.',
    noticeOver: '{number} хабарламасы аяқталды. Жай-күйі: {state}. Онымен енді ештеңе жасауға болмайды.',
    unknownProtocol: '{agreement} келісімі бойынша {protocol} хаттамасы жоқ. Барлары: npx servanda protocol list {agreement}.',
    protocolExists:
      '{agreement} келісімі бойынша {protocol} хаттамасы бар. Бұған басқа белгі беріңіз немесе оны қараңыз: npx servanda protocol show {agreement} {protocol}.',
    unfitFact: '{id} жазбасын ({type}) бұл түрінде енгізу мүмкін емес:',
    webhook:
      'Алушының вебхугы {recipient} ({url}): {why, select, http {https арқылы емес} other {мекенжайы жалпыға ашық желіден емес}}. Ештеңе енгізілген жоқ. https пен ашық мекенжайды көрсетіңіз; дәл осы керек болса, оны жұмыс процесі іске қосылған жерде және осында атаңыз: SERVANDA_WEBHOOK_ALLOW={origin}.',
    tellingId:
      '{file}: {id} белгісі мынаны ашады: {parts}, ал Temporal белгілерді ашық сақтайды. SERVANDA_HIDE_PARTIES болғанда келісімге ештеңені ашпайтын белгі беріңіз, мысалы treaty-17.',
    noIdentity:
      '{folder} ішінде куәлік жоқ: {person}. Оны оператор береді: npx servanda identity issue --person <typed>{person}</typed> --for PARTY --roles ROLES. Басқа жердегісі былай көрсетіледі: SERVANDA_IDENTITY.',
    otherIdentity: '{file}: бұл куәлік басқа адамдікі ({owner}), сондықтан {person} атынан сұрау мүмкін емес.',
    identityNotAllowed: 'Рұқсат етілмейді: {why}.',
    noIdentityFile: 'SERVANDA_IDENTITY: {file} файлы жоқ.',
    factIdInUse: '{id} жазба белгісі ретінде қолданылған. Бұған басқасын беріңіз.',
    partyMissing:
      'Қай Тарап үшін екенін көрсетіңіз: {parties}. Істі жүргізетін Тарапты келісімнің сипаттамасында бір рет көрсетуге болады.',
    partyUnknown: '{party} Тарап емес. Тараптар: {parties}.{near, select, none {} other { Мүмкін, {near} шығар?}}',
    untilBefore: '{until} жауап берілетін күннен ({asOf}) бұрын. Кейінірек соңғы күнді немесе ертерек жауап күнін көрсетіңіз.',
    eitherFacts: 'Фактілер файл фактілерін не алмастырады, не оларға қосылады: екеуінің бірін көрсетіңіз.',
    rightNeeded:
      'Бұл сұрауға оны жіберушінің құқығы керек. {workflow} үшін сұрауға қол қойып, оны сол құқықпен қайталаңыз: npx servanda identity sign {workflow} {name} --request JSON.',
    otherRightNeeded:
      'Servanda-Right ішіндегі құқыққа {signer} қол қойған, ол бұл сұрауға сәйкес келмейді. Бұл сұрауды жасаушы: {person}, оқу құқығы осы тұлғаныкі. Сұрауға осы тұлға ретінде ({person}), sign өрісінде тұрғандай қол қойыңыз: npx servanda identity sign {workflow} {name} --request JSON.',
    readingRightNeeded:
      'Оқу үшін құқық керек. Оған қол қойыңыз, ол бір сағат жарамды: npx servanda identity sign api read --request {example}.',
    unknownDocument: '{agreement} келісімінде {id} құжаты жоқ. Барлары: npx servanda document list {agreement}.',
    noDocumentTarget: '{agreement} келісімінде құжат тіркеуге болатын {to} хабарламасы, хаттамасы не жазбасы жоқ.',
    notYetKnown: '{day} бүгінгі күннен ({today}) кейін; ол кезде не белгілі болатыны әлі белгісіз. Ертерек күнді көрсетіңіз.',
    rehearsedTooEarly: '{day} күнінен кейінгі күнді көрсетіңіз.',
    rehearsedTooLate: 'Жүз жыл ішіндегі күнді көрсетіңіз.',
    noRehearsal:
      '{agreement} – нақты келісім, оның фактілері тестке енгізілмейді. Жаттығуды көрсетіңіз: npx servanda agreement list --rehearsals.',
    unknownRequest: '{workflow} {name} сұрауын қабылдамайды. Қабылдайтындары: {names}.',
    emptyCalendar:
      '{scope, select, party {Ешбір келісімде {of} Тарапы жоқ} other {{of} ешбір келісімнің тізімінде бірінші тұрған жоқ}}: мұндай күнтізбе бос қалар еді{slips}.{near, select, none {} other { Бәлкім, {near}?}}',
    unknownCalendar: '{id} күнтізбесі жоқ. Барлары: npx servanda calendar list.',
  },
  unavailable: {
    notRunning:
      '{home} үшін қызмет іске қосылмаған. Іске қосу: npx servanda up --home <typed>{home}</typed>\nҚызмет басқа серверде жұмыс істесе, оны TEMPORAL_ADDRESS айнымалысында{given, select, true { көрсетіңіз; басқа деректер каталогымен жұмыс істесе, оны home мәні ретінде беріңіз (пәрмен жолында --home): ол SERVANDA_HOME мәнінен басым.} other {, басқа деректер каталогымен жұмыс істесе, SERVANDA_HOME айнымалысында көрсетіңіз.}}',
    nobody:
      '{home} қызметі болуға тиіс {address} мекенжайында Temporal сервері жауап бермейді. Іске қосу: npx servanda up --home <typed>{home}</typed>{why, select, none {} other { Жауабы: {why}.}}',
    gone: 'Temporal сервері жоғалды: {why}. Іске қосу: npx servanda up.',
    denied:
      'Temporal сервері бұған рұқсат бермейді («{why}»). Тіркелу деректерін (TEMPORAL_API_KEY немесе TEMPORAL_TLS_CLIENT_CERT_PATH пен TEMPORAL_TLS_CLIENT_KEY_PATH) және олардың аттар кеңістігіндегі (TEMPORAL_NAMESPACE) құқықтарын тексеріңіз.',
    noNamespace:
      'Temporal серверінде бұл аттар кеңістігі жоқ («{why}»). TEMPORAL_NAMESPACE мәнін тексеріңіз: жұмыс процесінде де сол болуға тиіс.',
    notYet:
      'Жұмыс процесі осы кезде бірнеше рет үзілді және әлі жалғастырған жоқ: оған дейін жаңасы қабылданбайды. Сол команданы бір минуттан кейін қайталаңыз, бұл қауіпсіз; көмектеспесе, жұмыс процесінің журналын қараңыз.',
    busy: 'Процесс сервер қабылдайтын ең көп сұрауды өңдеп жатыр, сұрауыңыз {seconds} с ішінде қабылданбады. Ештеңе жіберілген жоқ; команданы қайталау қауіпсіз.',
    timeStands:
      '{seconds} с ішінде жаттығу {day} күніне жетпеді; оның көшірмесі сол күйінде қалады. Жаңасын бастаңыз; ол да тоқтап қалса, сервис операторына хабарлаңыз.',
    noAnswer:
      '{seconds} с ішінде бірде-бір жұмыс процесі жауап берген жоқ. Оның іске қосылғанын (npx servanda up немесе npx servanda worker) және журналын тексеріңіз. Сұрау әлі орындалуы мүмкін; команданы қайталау қауіпсіз.',
    failed: 'Қызмет мұны орындай алмады: {why}',
    noticeNotKept: 'Жүргізу әлі басталған жоқ: жұмыс процесінің журналын қарап, команданы қайталаңыз.',
    noNoticeWorkflow: '{number} хабарламасы тізілімде бар, бірақ оны ешкім жүргізбейді. Қызметті қайта іске қосыңыз: npx servanda up.',
    noProtocolWorkflow: '{protocol} хаттамасы тізілімде бар, бірақ оны ешкім жүргізбейді. Қызметті қайта іске қосыңыз: npx servanda up.',
    unseenDraft:
      '{number} хабарламасы жіберілмеген, ал жобаларды олармен жұмыс істейтіндер көреді. Сіздің куәлігіңіз: npx servanda identity list.',
    notStarted: '{workflow}: іске қосылмады. {why}',
    serverGone: 'Temporal сервері жоғалды. Оны іске қосып (npx servanda up), команданы қайталаңыз. Жасалғаны қалады.',
    keyOfNoWorker:
      '{worker} жұмыс процесінде осы процесс шифрлайтын {key} кілті жоқ. Ештеңе жіберілген жоқ. Кілтті әр жұмыс процесінің кілттер файлына біріншісінен төмен қосып, оны қайта іске қосыңыз; содан кейін мұнда бірінші қойыңыз.',
    noWorker:
      'Соңғы кезде {queue} кезегінен бірде-бір жұмыс процесі жұмыс сұраған жоқ. Іске қосу: npx servanda up немесе npx servanda worker.',
    leftOut: 'Бұл жауапқа кірмеген келісімдер: {count, plural, other {{n}}}.',
    noRegister: '{folder} қалтасында тізілім жоқ. Оны жасау: npx servanda up. Немесе басқа қалтаны не тізілімнің дерекқорын көрсетіңіз.',
    registerNeeded:
      'Жауап тізілім бойынша беріледі, ал тек сервердің мекенжайы белгілі ({address}): {folder} қалтасында тізілім жоқ. Қызметтің қалтасын немесе оның тізілімінің дерекқорын көрсетіңіз. Онсыз жұмыс істеп тұрған процестерге сұрау жіберуге және күтудегі таймерлерді көруге болады.',
    startNeedsRegister:
      '{address} серверінде {agreement} келісімін ешкім жүргізбейді, ал оны қайта бастау үшін тізілім керек. Қызметтің қалтасын немесе оның тізілімінің дерекқорын көрсетіңіз.',
  },
  refused: {
    facts: '{where}: қабылданбаған жазбалар: {count, plural, other {{n}}}',
    nothing: 'Ештеңе енгізілген жоқ.',
    enteredBefore: 'Оған дейін енгізілгені: {ids}.',
  },
  problems: {
    titles: {
      refused: 'Қабылданбады',
      invalid: 'Жарамсыз сұрау',
      unknown: 'Табылмады',
      needsRight: 'Құқық керек',
      notAllowed: 'Рұқсат етілмейді',
      conflict: 'Бар деректерге қайшы',
      unavailable: 'Қазір қолжетімсіз',
      incomplete: 'Жауап толық емес',
      unexpected: 'servanda қатесі',
    },
    said: {
      noOperation: 'Мұнда {method} {path} жоқ. Барлары: openapi.json.',
      readingRefused:
        'Рұқсат етілмейді: {fault}. Authorization: Bearer ішінде мына команда шығаратын right мәні тұруы керек: npx servanda identity sign api read --request {example}.',
      noMethod: '{path} мекенжайы {method} әдісін қабылдамайды. Қабылдайтындары: {allowed}.',
      unknownAgreement: '{id} келісімі жоқ.{near, select, none {} other { Бәлкім, {near}?}}',
      outOfService: 'Қызмет жұмыс істемей тұр немесе оның тізілімі орнында жоқ. Қызметтің операторына хабарлаңыз.',
      notJson: 'Сұрау денесі JSON емес.',
      mediaType: 'Сұрау денесі {wanted} болуға тиіс: оны Content-Type ішінде көрсетіңіз.',
      bodyTooLarge: 'Сұрау денесі {megabytes} МБ-тан үлкен.',
      tooMany: 'Сұрау тым көп. {seconds} секундтан кейін қайталаңыз.',
      keyUnfit: 'Idempotency-Key: 1-ден 40-қа дейін латын әрпі, цифр, нүкте, сызықша не астын сызу белгісі.',
      keyReused: 'Idempotency-Key {key} басқа сұрауда қолданылған. Бұған өз кілтін беріңіз.',
      cursorUnfit: 'Бұл курсор осы тізімдікі емес. Онсыз бастаңыз.',
      otherOrigin: '{origin} беттеріне мұнда сұрау жіберуге болмайды.',
      otherHost:
        'Жұмыс орны {host} атауымен ашылмайды. Іске қосылғанда шыққан мекенжайды ашыңыз; алдында прокси-сервер тұрса, оның мекенжайын SERVANDA_DESK_URL айнымалысында көрсетіңіз.',
      unexpected: 'Бұл servanda қатесі; толығырақ оның журналында.',
    },
  },
  decided: {
    stands:
      'Шешім бұған дейін қабылданған: {decision, select, renew {ұзарту} terminate {хабарлама жіберу} negotiate {келіссөз жүргізу} other {мерзімін өткізу}}, {person}, {day}; жаңасы оны алмастырады.',
    drafts: 'Осы шешім бойынша тоқтату туралы хабарламаның жобасы дайындалады; жіберілгенге дейін оны басқа адам бекітеді.',
    draftsStay:
      '{count, plural, one {Бұрын жасалған тоқтату туралы хабарлама ашық қалады және өздігінен жіберілмейді} other {Бұрын жасалған тоқтату туралы хабарламалар ашық қалады және өздігінен жіберілмейді}}: {numbers}. {count, plural, one {Енді қажет болмаса, оны қайтарыңыз.} other {Енді қажет еместерін қайтарыңыз.}}',
    against:
      'Басқаша шешілген: қолданыстағы шешім – {decision, select, renew {ұзарту} terminate {хабарлама жіберу} negotiate {келіссөз жүргізу} other {мерзімін өткізу}}, {person}, {day}. Бұл хабарламаны қайтарыңыз немесе алдымен шешімді өзгертіңіз.',
  },
  opened: {
    copied: 'Жаттығу үшін көшірілген',
    copySendsNone: 'Жаттығуға арналған көшірме хабарлама жібермейді',
    changed:
      '{file} файлы {entry} енгізілгеннен кейін өзгерген; мына команда орындалғанға дейін қолданылмайды: npx servanda agreement revise <typed>{file}</typed> --reason "…".',
    unknownFacts: '{file} файлында тізілімде жоқ фактілер бар: {facts}. Оларды енгізу: npx servanda record {agreement} --file FACTS.yaml.',
  },
  import: {
    unknownColumns: 'Белгісіз бағандар, олар оқылмайды: {columns}.',
    missingColumns: 'Кестеде жоқ бағандар: {columns}. Оларда көрсетілетіні сипатталмаған.',
    line: '{line}-жол',
    sameLine: '{line}-жолмен бірдей',
    sameId: 'number: {line}-жол сол {id} белгісін береді және өзгеше; екі нөмірдің бірін өзгертіңіз: оған дейін екеуі де қабылданбайды',
    sameTreaty: '{line}-жолдағы {number} шартына ұқсайды: атауы, Тараптары және қол қойылған күні бірдей, ал нөмірлері әртүрлі',
    otherNumber: 'number: {id} белгісі {there} нөміріне берілген; бұл келісімге әріптері немесе цифрлары өзгеше нөмір беріңіз',
    otherRegister:
      '{register} ішінде {id} {rehearsal, select, true {оқу мысалы} other {нағыз келісім}} ретінде сақталған, ал олар ешқашан араластырылмайды',
    differs: 'тізілімде бар және өзгеше: {paths}. Сақталғанды өзгерту: npx servanda agreement revise FILE --reason TEXT',
    otherFacts: 'тізілімде басқа фактілермен бар: {facts}. Түзету: npx servanda correct {id} ENTRY --FIELD VALUE --reason TEXT',
    missingFacts: 'тізілімде {facts} фактілерінсіз бар. Енгізу: npx servanda record {id} --file FACTS.yaml',
    path: '{path}: тізілімде {there}, кестеде {here}',
    nothing: 'ештеңе',
  },
  noGlyph: 'құжаттар қарпінде {letters} таңбасы жоқ: мұны құжаттарда басып шығару мүмкін емес. Латын немесе кирилл әріптерімен жазыңыз',
  labels: {
    sendBy: 'Хабарламаны жіберудің соңғы күні',
    safeDay: 'Хабарлама үшін қауіпсіз күн',
    byNotice: 'Тек {id} хабарламасы бойынша күшіндегі соңғы күн',
  },
  late: {
    safeDayPast: 'Кепілді мерзім өтіп кетті: қауіпсіз күн {day} болған',
    noSafeDay: 'Кез келген түсіндіру бойынша қауіпсіз күн жоқ',
    renews: 'Ұзартылатын күні: {days}',
    lastDays: '{days} күнінен кешіктірілмей алынған хабарлама тек кейбір түсіндірулер бойынша мерзімінде ({basis}).',
    otherwise: 'Хабарлама болмаса, келісім {days} күні ұзартылады.',
    renewal: 'Ұзартуға жол бермейтін хабарламаның мерзімі өтті; үнсіздік жағдайында келісім ұзартылады ({basis}).',
    silence: 'Үнсіздік жағдайында келісім ұзартылады ({basis}).',
    noticeFrom:
      '{renewed, select, true {Үнсіздік жағдайында келісім ұзартылады; тоқтату} other {Тоқтату}} туралы хабарламаны {day} күнінен бастап қана беруге болады ({basis}).',
    lateNotice: 'Тоқтату туралы хабарлама {day} алынса, келісім бәрібір тоқтатылады; күшіндегі соңғы күні: {days} ({basis}).',
  },
  conditions: {
    one: 'егер былай оқылса: {all}',
    and: '; ',
    or: '; немесе ',
    only: 'даулы: тек {conditions}',
  },
};
