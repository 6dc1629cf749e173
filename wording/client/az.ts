/** Azerbaijani. */
import type { ClientMessages } from './messages.ts';

export const client: ClientMessages = {
  invalid: {
    noDay: '{says}.',
    noLength: '{says}.',
    unusableDescription: '{says}',
    unknownFile: '{says}',
    unknownAgreement:
      '{home} reyestrində {id} sazişi yoxdur.{near, select, none {} other { Bəlkə {near}?}} Olanlar: npx servanda agreement list. Açmaq üçün: npx servanda agreement open FILE.',
    unknownEntry:
      '{agreement} reyestrində {id} qeydi yoxdur.{near, select, none {} other { Bəlkə {near}?}} Olanlar: {ids, select, none {yoxdur} other {{ids}}}.',
    unknownNotice: '{agreement} sazişi üzrə {number} bildirişi yoxdur. Olanlar: npx servanda notice list {agreement}.',
    numberInUse: '{number} artıq bildirişin nömrəsidir. Buna başqa nömrə verin və ya nömrəni göstərməyin.',
    noticeOver: '{number} bildirişi bitib. Vəziyyəti: {state}. Onunla artıq heç nə etmək olmaz.',
    unknownProtocol: '{agreement} sazişi üzrə {protocol} protokolu yoxdur. Olanlar: npx servanda protocol list {agreement}.',
    protocolExists:
      '{agreement} sazişi üzrə {protocol} protokolu artıq var. Buna başqa işarə verin və ya ona baxın: npx servanda protocol show {agreement} {protocol}.',
    unfitFact: '{id} qeydini ({type}) bu şəkildə daxil etmək mümkün deyil:',
    webhook:
      'Alıcının vebhuku {recipient} ({url}): {why, select, http {https ilə deyil} other {ünvan ümumi şəbəkədən deyil}}. Heç nə daxil edilmədi. https və ümumi ünvan göstərin; məhz bu lazımdırsa, onu işçi prosesin işlədiyi yerdə və burada adlandırın: SERVANDA_WEBHOOK_ALLOW={origin}.',
    tellingId:
      '{file}: {id} işarəsi bunu açıqlayır: {parts}, Temporal isə işarələri açıq saxlayır. SERVANDA_HIDE_PARTIES olduqda sazişə heç nə açıqlamayan işarə verin, məsələn treaty-17.',
    noIdentity:
      '{folder} içində vəsiqə yoxdur: {person}. Onu operator verir: npx servanda identity issue --person <typed>{person}</typed> --for PARTY --roles ROLES. Başqa yerdə olan belə göstərilir: SERVANDA_IDENTITY.',
    otherIdentity: '{file}: bu vəsiqə başqa şəxsindir ({owner}), ona görə {person} adından sorğu mümkün deyil.',
    identityNotAllowed: 'İcazə verilmir: {why}.',
    noIdentityFile: 'SERVANDA_IDENTITY: {file} faylı yoxdur.',
    factIdInUse: '{id} artıq qeydin işarəsidir. Buna başqasını verin.',
    partyMissing: 'Hansı Tərəf üçün olduğunu göstərin: {parties}. İşi aparan Tərəfi sazişin təsvirində bir dəfə göstərmək olar.',
    partyUnknown: '{party} Tərəf deyil. Tərəflər: {parties}.{near, select, none {} other { Bəlkə, {near} nəzərdə tutulub?}}',
    untilBefore: '{until} cavab verilən gündən ({asOf}) əvvəldir. Daha gec son gün və ya daha erkən cavab günü göstərin.',
    eitherFacts: 'Faktlar ya faylın faktlarını əvəz edir, ya da onlara əlavə olunur: ikisindən birini göstərin.',
    rightNeeded:
      'Bu sorğu üçün onu verənin hüququ lazımdır. {workflow} üçün sorğunu imzalayın və həmin hüquqla təkrarlayın: npx servanda identity sign {workflow} {name} --request JSON.',
    otherRightNeeded:
      'Servanda-Right başlığındakı hüququ {signer} imzalayıb və o, bu sorğuya uyğun deyil. Bu sorğunu verən: {person}, oxumaq hüququ onundur. Sorğunu bu şəxs kimi ({person}), sign sahəsində durduğu kimi imzalayın: npx servanda identity sign {workflow} {name} --request JSON.',
    readingRightNeeded:
      'Oxumaq üçün hüquq lazımdır. Onu imzalayın, bir saat qüvvədə qalır: npx servanda identity sign api read --request {example}.',
    unknownDocument: '{agreement} sazişində {id} sənədi yoxdur. Olanlar: npx servanda document list {agreement}.',
    noDocumentTarget: '{agreement} sazişində sənəd əlavə edilə biləcək {to} bildirişi, protokolu və ya qeydi yoxdur.',
    notYetKnown: '{day} bundan sonradır: {today}; onda nəyin məlum olacağı hələ məlum deyil. Daha erkən gün göstərin.',
    rehearsedTooEarly: '{day} tarixindən sonrakı günü göstərin.',
    rehearsedTooLate: 'Yüz il ərzindəki günü göstərin.',
    noRehearsal: '{agreement} həqiqi sazişdir, onun faktları testə salınmır. Məşqi göstərin: npx servanda agreement list --rehearsals.',
    unknownRequest: '{workflow} {name} sorğusunu qəbul etmir. Qəbul etdikləri: {names}.',
    emptyCalendar:
      '{scope, select, party {Heç bir sazişdə {of} Tərəfi yoxdur} other {{of} heç bir sazişin siyahısında birinci deyil}}: belə təqvim boş qalardı{slips}.{near, select, none {} other { Bəlkə {near}?}}',
    unknownCalendar: '{id} təqvimi yoxdur. Olanlar: npx servanda calendar list.',
  },
  unavailable: {
    notRunning:
      '{home} üçün xidmət işləmir. Başlatmaq üçün: npx servanda up --home <typed>{home}</typed>\nXidmət başqa serverdə işləyirsə, onu TEMPORAL_ADDRESS dəyişənində{given, select, true { göstərin; başqa verilənlər qovluğu ilə işləyirsə, onu home kimi verin (əmr sətrində --home): o, SERVANDA_HOME-dan üstündür.} other {, başqa verilənlər qovluğu ilə işləyirsə, SERVANDA_HOME dəyişənində göstərin.}}',
    nobody:
      '{home} xidmətinin olmalı olduğu {address} ünvanında Temporal serveri cavab vermir. Başlatmaq üçün: npx servanda up --home <typed>{home}</typed>{why, select, none {} other { Cavabı: {why}.}}',
    gone: 'Temporal serveri itib: {why}. Başlatmaq üçün: npx servanda up.',
    denied:
      'Temporal serveri buna icazə vermir (“{why}”). Giriş məlumatlarını (TEMPORAL_API_KEY və ya TEMPORAL_TLS_CLIENT_CERT_PATH ilə TEMPORAL_TLS_CLIENT_KEY_PATH) və onların ad məkanındakı (TEMPORAL_NAMESPACE) hüquqlarını yoxlayın.',
    noNamespace:
      'Temporal serverində bu ad məkanı yoxdur (“{why}”). TEMPORAL_NAMESPACE dəyərini yoxlayın: işçi prosesdə də həmin ad olmalıdır.',
    notYet:
      'İşçi proses bu zaman bir neçə dəfə kəsilib və hələ davam etməyib: ona qədər yenisi qəbul edilmir. Eyni əmri bir dəqiqədən sonra təkrarlayın, bu təhlükəsizdir; kömək etməsə, işçi prosesin jurnalına baxın.',
    busy: 'Proses serverin qəbul etdiyi qədər sorğunu emal edir, sorğunuz {seconds} s ərzində qəbul edilmədi. Heç nə göndərilmədi; əmri təkrarlamaq təhlükəsizdir.',
    timeStands:
      '{seconds} s ərzində məşq {day} tarixinə çatmadı; onun surəti olduğu kimi qalır. Yenisini başladın; o da dayanarsa, xidmətin operatoruna bildirin.',
    noAnswer:
      '{seconds} s ərzində heç bir işçi proses cavab vermədi. Onun işlədiyini (npx servanda up və ya npx servanda worker) və jurnalını yoxlayın. Sorğu hələ yerinə yetirilə bilər; əmri təkrarlamaq təhlükəsizdir.',
    failed: 'Xidmət bunu edə bilmədi: {why}',
    noticeNotKept: 'Aparılması hələ başlamayıb: işçi prosesin jurnalına baxın və əmri təkrarlayın.',
    noNoticeWorkflow: '{number} bildirişi reyestrdədir, lakin onu heç nə aparmır. Xidməti yenidən başladın: npx servanda up.',
    noProtocolWorkflow: '{protocol} protokolu reyestrdədir, lakin onu heç nə aparmır. Xidməti yenidən başladın: npx servanda up.',
    unseenDraft: '{number} bildirişi göndərilməyib, layihələri isə onlarla işləyənlər görür. Sizin vəsiqəniz: npx servanda identity list.',
    notStarted: '{workflow}: başladılmadı. {why}',
    serverGone: 'Temporal serveri itib. Onu başladın (npx servanda up) və əmri təkrarlayın. Edilən qalır.',
    keyOfNoWorker:
      '{worker} işçi prosesində bu prosesin şifrələdiyi {key} açarı yoxdur. Heç nə göndərilməyib. Açarı hər işçi prosesin açar faylında birincidən aşağı əlavə edib onu yenidən başladın; sonra burada birinci yerə qoyun.',
    noWorker:
      'Son vaxtlar {queue} növbəsindən heç bir işçi proses iş istəməyib. Başlatmaq üçün: npx servanda up və ya npx servanda worker.',
    leftOut: 'Bu cavaba daxil olmayan sazişlər: {count, plural, other {{n}}}.',
    noRegister:
      '{folder} qovluğunda reyestr yoxdur. Yaratmaq üçün: npx servanda up. Və ya başqa qovluq, yaxud reyestrin məlumat bazasını göstərin.',
    registerNeeded:
      'Cavab reyestr üzrə verilir, lakin yalnız serverin ünvanı məlumdur ({address}): {folder} qovluğunda reyestr yoxdur. Xidmətin qovluğunu və ya reyestrinin məlumat bazasını göstərin. Onsuz işləyən proseslərə sorğu göndərmək və gözləyən taymerləri görmək olar.',
    startNeedsRegister:
      '{address} serverində {agreement} sazişini heç nə aparmır, onu yenidən başlatmaq üçün isə reyestr lazımdır. Xidmətin qovluğunu və ya reyestrinin məlumat bazasını göstərin.',
  },
  refused: {
    facts: '{where}: rədd edilmiş qeydlər: {count, plural, other {{n}}}',
    nothing: 'Heç nə daxil edilmədi.',
    enteredBefore: 'Ondan əvvəl daxil edilib: {ids}.',
  },
  problems: {
    titles: {
      refused: 'Rədd edildi',
      invalid: 'Yanlış sorğu',
      unknown: 'Tapılmadı',
      needsRight: 'Hüquq lazımdır',
      notAllowed: 'İcazə verilmir',
      conflict: 'Mövcud olana ziddir',
      unavailable: 'Hazırda əlçatan deyil',
      incomplete: 'Cavab tam deyil',
      unexpected: 'servanda xətası',
    },
    said: {
      noOperation: 'Burada {method} {path} yoxdur. Olanlar: openapi.json.',
      readingRefused:
        'İcazə verilmir: {fault}. Authorization: Bearer başlığında bu əmrin çap etdiyi right dəyəri olmalıdır: npx servanda identity sign api read --request {example}.',
      noMethod: '{path} ünvanı {method} metodunu qəbul etmir. Qəbul edir: {allowed}.',
      unknownAgreement: '{id} sazişi yoxdur.{near, select, none {} other { Bəlkə {near}?}}',
      outOfService: 'Xidmət işləmir və ya onun reyestri yerində deyil. Xidmətin operatoruna bildirin.',
      notJson: 'Sorğunun mətni JSON deyil.',
      mediaType: 'Sorğunun mətni {wanted} olmalıdır: bunu Content-Type ilə göstərin.',
      bodyTooLarge: 'Sorğunun mətni {megabytes} MB-dan böyükdür.',
      tooMany: 'Sorğular həddən artıqdır. {seconds} saniyədən sonra təkrarlayın.',
      keyUnfit: 'Idempotency-Key: 1-dən 40-a qədər latın hərfi, rəqəm, nöqtə, defis və ya alt xətt.',
      keyReused: 'Idempotency-Key {key} başqa sorğu üçün işlədilib. Buna ayrıca açar verin.',
      cursorUnfit: 'Bu kursor bu siyahıya aid deyil. Onsuz başlayın.',
      otherOrigin: '{origin} səhifələri buraya sorğu verə bilməz.',
      otherHost:
        'İş yeri {host} adı ilə açılmır. Başladılarkən göstərilən ünvanı açın; qarşısında proksi-server varsa, onun ünvanını SERVANDA_DESK_URL dəyişənində göstərin.',
      unexpected: 'Bu, servanda xətasıdır; ətraflısı onun jurnalındadır.',
    },
  },
  decided: {
    stands:
      'Qərar artıq qəbul edilib: {decision, select, renew {uzatmaq} terminate {bildiriş göndərmək} negotiate {danışıqlar aparmaq} other {müddətin bitməsinə imkan vermək}}, {person}, {day}; yenisi onu əvəz edir.',
    drafts: 'Bu qərar üzrə xitam haqqında bildirişin layihəsi hazırlanacaq; göndərilməzdən əvvəl onu başqa şəxs təsdiqləyir.',
    draftsStay:
      '{count, plural, one {Əvvəl hazırlanmış xitam barədə bildiriş açıq qalır və öz-özünə göndərilmir} other {Əvvəl hazırlanmış xitam barədə bildirişlər açıq qalır və öz-özünə göndərilmir}}: {numbers}. {count, plural, one {Daha lazım deyilsə, onu qaytarın.} other {Daha lazım olmayanları qaytarın.}}',
    against:
      'Başqa cür qərar verilib: qüvvədə olan qərar – {decision, select, renew {uzatmaq} terminate {bildiriş göndərmək} negotiate {danışıqlar aparmaq} other {müddətin bitməsinə imkan vermək}}, {person}, {day}. Bu bildirişi qaytarın və ya əvvəlcə qərarı dəyişin.',
  },
  opened: {
    copied: 'Məşq üçün surəti çıxarılıb',
    copySendsNone: 'Məşq üçün çıxarılmış surət bildiriş göndərmir',
    changed:
      '{file} faylı {entry} daxil edildikdən sonra dəyişib; bu əmr icra edilənədək tətbiq olunmur: npx servanda agreement revise <typed>{file}</typed> --reason "…".',
    unknownFacts:
      '{file} faylında reyestrdə olmayan faktlar var: {facts}. Onları daxil etmək üçün: npx servanda record {agreement} --file FACTS.yaml.',
  },
  import: {
    unknownColumns: 'Naməlum sütunlar, onlar oxunmur: {columns}.',
    missingColumns: 'Cədvəldə olmayan sütunlar: {columns}. Onlarda göstərilən təsvir edilməyib.',
    line: 'sətir {line}',
    sameLine: '{line} nömrəli sətirlə eynidir',
    sameId:
      'number: {line} nömrəli sətir eyni {id} işarəsini verir və fərqlənir; iki nömrədən birini dəyişin: o vaxtadək heç biri qəbul edilmir',
    sameTreaty: '{line} nömrəli sətirdəki {number} müqaviləsinə oxşayır: adı, Tərəfləri və imzalanma günü eynidir, nömrələri isə fərqlidir',
    otherNumber: 'number: {id} işarəsi artıq {there} nömrəsinə verilib; bu sazişə hərfləri və ya rəqəmləri fərqli nömrə verin',
    otherRegister:
      '{register} içində {id} {rehearsal, select, true {təlim nümunəsi} other {həqiqi saziş}} kimi saxlanılır, onlar isə heç vaxt qarışdırılmır',
    differs: 'artıq reyestrdədir və fərqlənir: {paths}. Saxlananı dəyişmək üçün: npx servanda agreement revise FILE --reason TEXT',
    otherFacts: 'artıq başqa faktlarla reyestrdədir: {facts}. Düzəltmək üçün: npx servanda correct {id} ENTRY --FIELD VALUE --reason TEXT',
    missingFacts: 'artıq {facts} faktları olmadan reyestrdədir. Daxil etmək üçün: npx servanda record {id} --file FACTS.yaml',
    path: '{path}: reyestrdə {there}, cədvəldə {here}',
    nothing: 'heç nə',
  },
  noGlyph: 'sənədlərin şriftində {letters} işarəsi yoxdur: bunu sənədlərdə çap etmək olmur. Latın və ya kiril hərfləri ilə yazın',
  labels: {
    sendBy: 'Bildirişi göndərmək üçün son gün',
    safeDay: 'Bildiriş üçün təhlükəsiz gün',
    byNotice: 'Yalnız {id} bildirişinə görə qüvvədə olduğu son gün',
  },
  late: {
    safeDayPast: 'Zəmanətli müddət keçib: təhlükəsiz gün {day} idi',
    noSafeDay: 'İstənilən təfsirə görə təhlükəsiz gün yoxdur',
    renews: 'Uzadılacağı gün: {days}',
    lastDays: '{days} tarixindən gec olmayaraq alınan bildiriş yalnız bəzi təfsirlərə görə vaxtındadır ({basis}).',
    otherwise: 'Bildiriş olmazsa, saziş {days} tarixində uzadılır.',
    renewal: 'Uzadılmanın qarşısını alan bildirişin müddəti keçib; sükut edildikdə saziş uzadılır ({basis}).',
    silence: 'Sükut edildikdə saziş uzadılır ({basis}).',
    noticeFrom:
      '{renewed, select, true {Sükut edildikdə saziş uzadılır; xitam} other {Xitam}} haqqında bildiriş yalnız {day} tarixindən verilə bilər ({basis}).',
    lateNotice: 'Xitam haqqında bildiriş {day} alınarsa, sazişə yenə də xitam verilir; qüvvədə olduğu son gün: {days} ({basis}).',
  },
  conditions: {
    one: 'belə oxunarsa: {all}',
    and: '; ',
    or: '; yaxud ',
    only: 'mübahisəlidir: yalnız {conditions}',
  },
};
