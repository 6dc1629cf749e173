/** Azerbaijani: wording for pages that replaces sentences naming a command or a variable of the command line. */
import type { Failures } from './messages.ts';

const stopped = 'O yenidən işləyənədək heç nə daxil etmək olmaz, lakin reyestri oxumaq olar. Xidmətin operatoruna bildirin.';

export const failures = {
  refusals: {
    unknownAgreement: 'Reyestrdə {agreement} sazişi yoxdur. Olanlar “Sazişlər” bölməsindədir.',
    noDescription: 'Reyestrdə {agreement} təsviri yoxdur. Əvvəlcə sazişi təsvir və ya idxal edin.',
    futureDay:
      '{id}: {field, select, received {alındığı gün } other {}}{notAfter, select, none {{day}} other {{day} – {notAfter}}} hələ gəlməyib; bu gün: {today}{zone, select, none {} other { ({zone}; alan Tərəf: {receiver})}}. Baş verəndə daxil edin.{works, select, none {} other { Bu artıq razılaşdırılıb və ya dərc olunubsa, həmin günü “Hansı gün” sahəsində, qarşıdakı günü isə “{works, select, date {Qüvvəyə mindiyi gün} firstDayOut {Qüvvədən düşdüyü gün} other {Hansı gündən}}” sahəsində göstərin.}}',
    keptElsewhere:
      '{agreement} sazişini {asRehearsal, select, true {məşq} other {həqiqi saziş}} kimi açmaq mümkün deyil: o, {asRehearsal, select, true {həqiqi saziş} other {məşq}} kimi aparılır, onlar isə qarışdırılmır. Heç nə yazılmayıb. Yenisinə başqa işarə verin.',
    unknownOf: '{id} qeydi {of} qeydinə aiddir, reyestrdə isə belə qeyd yoxdur. Qeydlər sazişin səhifəsində göstərilib.',
    notFolded:
      '{entered, select, none {} other {{entered} qeydi daxil edilib, sətir {line}. }}{agreement} üzrə vəziyyəti hesablamaq mümkün deyil: {why} {entry, select, none {Bunu heç bir qeyd izah etmir: təsviri dəyişmək lazımdır. Xidmətin operatoruna müraciət edin.} other {Səbəbi {entry} qeydidir: onu çıxarın və düzgün daxil edin.}} Ona qədər sazişin səhifəsini göstərmək mümkün deyil.{isWritten, select, true {} other { Heç nə yazılmayıb.}}',
    notOfThisDesk:
      '{direction, select, ours {{by} Tərəfinin bildirişi burada tərtib edilmir: burada {desk} Tərəfinin işləri aparılır. Daxil olan bildiriş “Digər Tərəfin bildirişini daxil et” səhifəsində qeyd edilir.} other {{by} Tərəfinin işləri burada aparılır, ona görə onun bildirişi buraya daxil ola bilməz. Öz bildirişiniz “Bildiriş hazırla” səhifəsində tərtib edilir.}}',
    alreadyReceived:
      '{notice} bildirişi alınıb; onu yalnız alınmazdan əvvəl qaytarmaq olar. İndi geri götürmə lazımdır: onu “Bildiriş hazırla” səhifəsində tərtib edin.',
    revokesUnknown: 'Reyestrdə xitam barədə {of} bildirişi yoxdur. Hələ alınmamış bildiriş öz səhifəsində qaytarılır.',
    unproposedProtocol: 'Reyestrdə {protocol} protokolu yoxdur. Əvvəlcə təklifini daxil edin və ya işarəsini yoxlayın.',
    openedOtherwise:
      '{protocol} protokolu artıq başqa adla və ya başqa dəyişikliklərlə açılıb. Başqa işarə götürün və ya imzalanmış dəyişiklikləri imzalanmanı daxil edərkən göstərin.',
    textsMissing:
      '{protocol} protokolu: bu dillərdə mətn müəyyən edilməyib: {languages}. Əvvəlcə hər birini protokolun səhifəsində müəyyən edin.',
    carriedForeign:
      'Başladılmadı: {agreement} prosesinin əvvəlki icra haqqında məlumatı reyestrə uyğun gəlmir, orada {lines} sətir var. Xidmətin operatorundan onu reyestrdən yenidən başlatmağı xahiş edin.',
    otherAuthorities:
      'İcazə verilmir: reyestr göstərilənlərdən başqa orqanlara etibar edir. Onları yalnız operator dəyişə bilər. Heç nə yazılmayıb.',
  },
  shapes: {
    exactDay:
      '{path}: bir gün olmalıdır, çünki xitam barədə bildirişin vaxtında verilməsi ondan asılıdır; hədlər qəbul edilmir. Gün məlum olanda daxil edin; ona qədər ilk və son mümkün günü sınayın: nəticələri daxil edilməzdən əvvəl göstərilir',
  },
  rules: {
    exactDay:
      'bir gün olmalıdır: xitam barədə bildirişin vaxtında olması ondan asılıdır; hədlər qəbul edilmir. Gün məlum olduqda bildirişi daxil edin; o vaxta qədər ilk və son mümkün günü sınayın: nəticələri daxil edilməzdən əvvəl göstərilir',
  },
  rights: {
    notCarried: 'burada onu imzalamaq üçün vəsiqəniz yoxdur; onu operator verir',
    noIdentity: 'burada onu imzalamaq üçün vəsiqəniz yoxdur; onu operator verir',
    otherAuthorities: 'reyestr göstərilənlərdən başqa orqanlara etibar edir; onları yalnız operator dəyişə bilər',
  },
  invalid: {
    unknownAgreement: 'Reyestrdə {id} sazişi yoxdur.{near, select, none {} other { Bəlkə {near}?}} Olanlar “Sazişlər” bölməsindədir.',
    unknownNotice: '{agreement} sazişi üzrə {number} bildirişi yoxdur. Olanlar “Bildirişlər” bölməsindədir.',
    unknownProtocol: '{agreement} sazişi üzrə {protocol} protokolu yoxdur. İşarəsini sazişin səhifəsində yoxlayın.',
    protocolExists: '{agreement} sazişi üzrə {protocol} protokolu artıq var. Buna başqa işarə verin.',
    webhook:
      'Alıcının vebhuku {recipient} ({url}): {why, select, http {https ilə deyil} other {ünvan ümumi şəbəkədən deyil}}. Heç nə daxil edilmədi. https və ümumi ünvan göstərin; məhz bu lazımdırsa, ona xidmətin operatoru icazə verməlidir.',
    tellingId:
      '{file}: {id} işarəsi bunu açıqlayır: {parts}, bu xidmət isə Tərəfləri açıqlamır. Sazişə heç nə açıqlamayan işarə verin, məsələn treaty-17.',
    noIdentity: 'Burada vəsiqə yoxdur: {person}. Bu adla heç nə daxil etmək olmaz. Vəsiqəni operator verir.',
    noIdentityFile: 'Vəsiqənizin faylı yoxdur: {file}. Xidmətin operatoruna bildirin.',
    unknownDocument: '{agreement} sazişində {id} sənədi yoxdur. Olanlar bildirişlərin, protokolların və qeydlərin yanında göstərilib.',
    unknownCalendar: '{id} təqvimi yoxdur; ola bilsin ki, artıq geri götürülüb.',
  },
  unavailable: {
    notRunning: `Xidmət işləmir. ${stopped}`,
    nobody: `Xidmətin Temporal serveri {address} ünvanında cavab vermir{why, select, none {} other { ({why})}}. ${stopped}`,
    gone: `Temporal serveri itib: {why}. ${stopped}`,
    denied: `Temporal serveri xidmətin giriş məlumatlarını qəbul etmir (“{why}”). ${stopped}`,
    noNamespace: `Temporal serverində xidmətin ad məkanı yoxdur (“{why}”). ${stopped}`,
    notYet:
      'Xidmət bu zaman bir neçə dəfə kəsilib və hələ davam etməyib: ona qədər yenisi qəbul edilmir. Bir dəqiqədən sonra yenidən göndərin, bu təhlükəsizdir; kömək etməsə, xidmətin operatoruna bildirin.',
    busy: 'Xidmət serverin qəbul etdiyi qədər sorğunu emal edir, sorğunuz {seconds} s ərzində qəbul edilmədi. Heç nə göndərilmədi; yenidən göndərmək təhlükəsizdir.',
    noAnswer:
      'Xidmət {seconds} s ərzində cavab vermədi. Sorğu hələ yerinə yetirilə bilər; yenidən göndərmək təhlükəsizdir. Yenə cavab verməsə, xidmətin operatoruna bildirin.',
    noticeNotKept: 'Aparılması hələ başlamayıb. Bir dəqiqədən sonra yenidən göndərin; kömək etməsə, xidmətin operatoruna bildirin.',
    noNoticeWorkflow: '{number} bildirişi reyestrdədir, lakin xidmət onu aparmır. Xidmətin operatoruna bildirin.',
    noProtocolWorkflow: '{protocol} protokolu reyestrdədir, lakin xidmət onu aparmır. Xidmətin operatoruna bildirin.',
    unseenDraft: '{number} bildirişi göndərilməyib, layihələri isə yalnız onlarla işləyənlər görür.',
    serverGone: `Temporal serveri itib. Edilən qalır. ${stopped}`,
    noWorker: `Xidmətin heç bir işçi prosesi işləmir. ${stopped}`,
    noRegister: 'Reyestr yoxdur ({folder}). Xidmətin operatoruna bildirin.',
  },
  importing: {
    differs: 'artıq reyestrdədir və fərqlənir: {paths}. Saxlananı dəyişmək üçün sazişin səhifəsində təsviri dəyişin',
    otherFacts: 'artıq başqa faktlarla reyestrdədir: {facts}. Onları {id} səhifəsindəki qeydlərdə düzəltmək olar',
    missingFacts: 'artıq {facts} faktları olmadan reyestrdədir. Onları {id} səhifəsində daxil etmək olar',
  },
  tables: {
    empty: '{file}: fayl boşdur. Birinci sətirdə sütunlar göstərilir; onlar “Sütunlar” bölməsində sadalanıb.',
    columnsMissing:
      '{file}: bu sütunlar yoxdur: {columns}. {meant, select, none {} other {{meant}. }}Birinci sətirdə sütunlar göstərilir: {heading}. Hamısı “Sütunlar” bölməsində sadalanıb. Heç nə qəbul edilmədi.',
  },
  faults: {
    keyMissing:
      '{home, select, none {Bu,} other {Reyestrin bir hissəsi}} {key} açarı ilə şifrələnib, {configured, select, none {burada isə açarlar yoxdur} other {burada isə o açar yoxdur}}. Xidmətin operatoruna bildirin.',
    schemaNotOpened: 'Reyestrin məlumat bazasını açmaq mümkün olmadı (“{why}”). Xidmətin operatoruna bildirin.',
    linesMissing:
      '{agreement} üzrə {known} nömrəli sətrə qədər məlumdur, reyestrdə isə yalnız {head} nömrəli sətrə qədər var. Heç nə yazılmayıb. Xidmətin operatoruna bildirin: reyestr köhnə nüsxə ilə əvəz oluna bilər.',
    keyFileReadByOthers: 'Vəsiqənin faylını ({file}) başqaları oxuya bilər, halbuki onu yalnız sahibi oxumalıdır. Operatora bildirin.',
    identityIncomplete: 'Bu vəsiqə natamamdır. Operatordan onu yenidən verməyi xahiş edin.',
    tokenNamesNobody: 'Giriş zamanı şəxsin adı göstərilməyib ({claim} sahəsi yoxdur). Xidmətin operatoruna bildirin.',
    tooManyDeadlines: '{agreement} üzrə bu müddətdə {most, number} saydan çox son tarix var. Daha qısasını göstərin.',
    noAgreementOfId:
      '{id} sazişi yoxdur. {near, select, none {} other {Bəlkə, {near} nəzərdə tutulub? }}Reyestrdə olanlar “Sazişlər” bölməsindədir.',
  },
  statements: {
    clauseNotDescribed:
      '{clause, select, entryIntoForce {Qüvvəyə minmə} other {Xitam}} barədə müddəa burada təsvir edilməyib: mətnə baxın və onu “Təsviri dəyişmək” səhifəsində təsvir edin.',
    notDescribed:
      'Mətn təsvir edilməyib ({article}): sazişin hansı müddətə bağlandığı burada məlum deyil, ona görə dövr, bildiriş üçün son gün və təhlükəsiz gün hesablanmır; bu, onların olmadığı demək deyil. Mətni “Təsviri dəyişmək” səhifəsində təsvir edin.',
  },
  noService: 'Xidmət işləmir, ona görə tarixlər yalnız hesablanıb.',
  silence:
    'Həyəcan: saziş qüvvədədir, lakin {found, select, noWorkflow {onu heç nə aparmırdı} noProgress {onun prosesi irəliləmir} other {onun tarixlərini heç nə gözləmirdi}}. {isRepaired, select, true {Reyestr üzrə bərpa edilib: tarixləri yenidən izlənilir.} other {Bərpa etmək mümkün olmadı. Xidmətin operatoruna dərhal bildirin və ona qədər tarixləri özünüz izləyin.}}',
} as const satisfies Failures;
