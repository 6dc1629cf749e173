/** Azerbaijani. */
import { entryTypes } from '../entry-types/az.ts';
import type { RefusalWording } from './messages.ts';

export const refusals: RefusalWording = {
  messages: {
    beyondLimit:
      '{what, select, entry {Qeyd} description {Təsvir} notice {Bildiriş} protocol {Protokol} reason {Səbəb} other {Sorğu}}: {why, select, tooLong {uzunluq həddi aşılıb, işarə sayı: {limit}} tooDeep {iç-içə yerləşmə həddi aşılıb, səviyyə sayı: {limit}} notText {mətndə ola bilməyən işarə var (idarə, format və ya yeni sətir işarəsi, görünməyən işarə və ya cütün yarısı)} other {__proto__ açarı var}}.{what, select, entry { Əsas olanı daxil edin, qalanını sənəd kimi əlavə edin.} other {}}',
    missing:
      '{what, select, by {Qeydi kimin daxil etdiyini göstərin: by.} reason {Təsvirin nə üçün dəyişdiyini göstərin: reason.} content {content içində sazişin faylındakı kimi təsvir olmalıdır.} other {keys içində etibar edilən orqanlar sadalanmalıdır.}}',
    entryWithoutType: 'Sorğuda qeyd (entry) olmalıdır: ən azı id və type sahələri olan obyekt.',
    unknownType: '{type} növlü qeyd yoxdur. Məlum növlər: {known}.',
    malformedEntry: '{id, select, none {İşarəsi olmayan qeyd} other {{id} qeydi}} ({type}) bu şəkildə qəbul edilə bilməz: {issues}.',
    malformedRequest:
      '{what, select, notice {Bildiriş} protocol {Protokol} entry {Qeyd} body {Sorğunun mətni} query {Sorğunun parametrləri} param {Sorğunun ünvanı} other {Sorğu ({what})}} bu şəkildə qəbul edilə bilməz: {issues}.',
    wrongUpdate: '{update} sorğusu {wanted} növlü qeydi qəbul edir, {type} növlü qeydi yox.',
    otherUpdate: '{type} növlü qeyd {update} sorğusu ilə daxil edilir.',
    misnamedWorkflow: 'Bu identifikatorla başladın: {workflowId}; onda iki dəfə aparılmaz.',
    incompleteStart:
      '{what, select, agreement {Saziş} notice {Bildiriş} delivery {Məktubların göndərilməsi} other {Protokol}}: {needs} və {workflowId} identifikatoru lazımdır.',
    unusableDescription: 'Təsvirdən istifadə etmək mümkün deyil: {mistakes}.',
    misnamedDescription: 'Təsvir buna aiddir: {named}; soruşulan: {asked}.',
    unknownAgreement: 'Reyestrdə {agreement} sazişi yoxdur. Olanlar: npx servanda agreement list.',
    noDescription: 'Reyestrdə {agreement} təsviri yoxdur. Sazişi açın: npx servanda agreement open FILE.',
    fixedField:
      '{id} qeydi {field, select, id {işarəni} type {qeydin növünü} by {Tərəfi} protocol {hansı protokola aid olduğunu} other {hansı qeydə aid olduğunu}} düzəldə bilməz. {of} qeydini çıxarın və doğrusunu daxil edin.',
    nothingCorrected: '{id} qeydi {of} qeydinin heç nəyini düzəltmir. Nəyi düzəltmək lazım olduğunu göstərin, məsələn alınma gününü.',
    unknownParty: '{what}: {party} Tərəf deyil. Tərəflər: {parties}.',
    datesOutOfOrder:
      '{id}: {later} ({laterDay}) bundan əvvəldir: {earlier} ({earlierDay}). Bildirişə əvvəl tarix qoyulur, sonra göndərilir, sonra alınır; tarixləri yoxlayın.',
    futureDay:
      '{id}: {field, select, received {alındığı gün } other {}}{notAfter, select, none {{day}} other {{day} – {notAfter}}} hələ gəlməyib; bu gün: {today}{zone, select, none {} other { ({zone}; alan Tərəf: {receiver})}}. Baş verəndə daxil edin və ya nəticələrinə baxın: simulate.{works, select, none {} other { Bu artıq razılaşdırılıb və ya dərc olunubsa, bunun edildiyi günü daxil edin, qarşıdakı günü isə {works, select, date {qüvvəyə minmə günü} firstDayOut {qüvvədə olmadığı ilk gün} other {tətbiq olunduğu ilk gün}} kimi göstərin.}}',
    futureRecording: 'Daxiletmə günü {recorded} hələ gəlməyib; bu gün: {today}. Bu gün daxil etmək üçün bu günü göstərməyin.',
    reservedId: '{id} işarəsi bildirişin və ya protokolun addımı formasındadır. Qeydə başqa işarə verin.',
    idUsedTwice: '{id} işarəsi iki dəfə istifadə olunub. Hər qeydə öz işarəsini verin.',
    idInUse:
      '{agreement} reyestrində {id} işarəsi başqa məzmunlu qeyd üçün istifadə olunub. Reyestrdə, sətir {line}, daxil edən: {by}: {existing}. Təklif olunan: {offered}. Heç nə yazılmayıb. Yeni qeydə öz işarəsini verin; daxil ediləni dəyişmək üçün {id} qeydinin düzəlişini daxil edin.',
    keptElsewhere:
      '{agreement} sazişini {asRehearsal, select, true {təlim nümunəsi} other {həqiqi saziş}} kimi açmaq mümkün deyil: {register} onu {asRehearsal, select, true {həqiqi saziş} other {təlim nümunəsi}} kimi aparır, onlar isə qarışdırılmır. Heç nə yazılmayıb. Yenisinə başqa işarə verin və ya onu başqa qovluqda aparın (SERVANDA_HOME). {asRehearsal, select, true {Təlim nümunəsinin faylında "rehearsal: true" göstərilir.} other {Təlim nümunələri lazım olmadıqda {register} başqa yerə köçürülə bilər.}}',
    otherwiseDescribed:
      'İcazə verilmir: təsvirinə görə {agreement} {asRehearsal, select, true {həqiqi sazişdir} other {təlim nümunəsidir}}, onu isə {asRehearsal, select, true {təlim nümunəsi} other {həqiqi saziş}} kimi aparmaq istənilib. Heç nə yazılmayıb. Təsvirdəki "rehearsal" dəyərini sorğudakı kimi göstərin.',
    unknownOf: '{id} qeydi {of} qeydinə aiddir, reyestrdə isə belə qeyd yoxdur. Qeydlərin siyahısı: npx servanda agreement show AGREEMENT.',
    correctsAmendment: '{id} qeydi {of} qeydini düzəldərdi, o isə – {type}. {of} qeydini çıxarın və ya {target} qeydini bir də düzəldin.',
    asCorrected: '{correction} düzəlişi nəzərə alındıqda qəbul edilmir. {refusal}',
    revokesNoNotice: '{id} qeydi {of} qeydini geri götürərdi, o isə – {type}. Yalnız xitam barədə bildiriş geri götürülür.',
    revokesOthers:
      '{by} Tərəfi {of} bildirişini geri götürə bilməz: bu, digər Tərəfin bildirişidir ({owner}). Tərəf yalnız öz bildirişlərini geri götürür.',
    consentsToNoRevocation: '{id} qeydi {of} qeydinə razılıq verərdi, o isə – {type}. Razılıq geri götürməyə verilir.',
    consentsToOwn: '{by} Tərəfi öz {of} geri götürməsinə razılıq verə bilməz; onu digər Tərəf verir.',
    notFolded:
      '{entered, select, none {} other {{entered} qeydi daxil edilib, sətir {line}. }}{agreement} üzrə vəziyyəti hesablamaq mümkün deyil: {why} {entry, select, none {Bunu heç bir qeyd izah etmir: təsviri yoxlayın və dəyişin: npx servanda agreement revise FILE --reason "…".} other {Səbəbi {entry} qeydidir. Onu çıxarın (reyestrdə: npx servanda strike {agreement} {entry} --reason "…") və düzgün daxil edin.}}{isWritten, select, true {} other { Heç nə yazılmayıb.}}',
    notFoldedWith:
      '{entry} qeydi ilə {agreement} üzrə vəziyyəti hesablamaq mümkün deyil: {why} Heç nə yazılmayıb.{isBug, select, true { Qeydin məzmununu yoxlayın; doğrudursa, servanda nasazlığı barədə məlumat verin.} other {}}',
    beyondFold: '{entered, select, none {} other {{entered} qeydi daxil edilib, sətir {line}. }}{why}',
    notOfThisDesk:
      '{direction, select, ours {{by} Tərəfinin bildirişi burada tərtib edilmir: burada {desk} Tərəfinin işləri aparılır. Daxil olan bildiriş bu əmrlə qeyd edilir: notice enter.} other {{by} Tərəfinin işləri burada aparılır, ona görə onun bildirişi buraya daxil ola bilməz. Öz bildirişiniz bu əmrlə tərtib edilir: notice draft.}}',
    noTerminationClause: 'Sazişdə xitam barədə bildiriş haqqında müddəa yoxdur.',
    revokesUnknown: 'Reyestrdə xitam barədə {of} bildirişi yoxdur. Hələ alınmamış bildiriş notice recall əmri ilə qaytarılır.',
    visitOutOfOrder: 'Son gün ({until}) birinci gündən ({from}) əvvəldir. Tarixləri yoxlayın.',
    numberOfEntry: '{number} artıq qeydin işarəsidir. Bildirişə başqa nömrə verin.',
    numberInUse: '{number} başqa bildirişin nömrəsidir. Buna başqa nömrə verin.',
    fourEyes:
      '{notice} bildirişi: {did, select, decided {onun barəsində qərarı həmin şəxs daxil edib ({person})} other {onu həmin şəxs tərtib edib və ya sonuncu dəyişib ({person})}}; onu başqa şəxs təsdiq etməlidir.',
    notApproved: '{notice} bildirişi təsdiq edilməyib; göndərilməzdən əvvəl onu tərtibçidən başqa şəxs təsdiq etməlidir.',
    notApprovable: '{notice} bildirişini təsdiq etmək mümkün deyil. Vəziyyəti: {state}.',
    notDispatchable: '{notice} bildirişini göndərmək mümkün deyil. Vəziyyəti: {state}.',
    tooLateToDispatch: '{notice} bildirişi artıq göndərilə bilməz. {why}',
    dispatchInFuture: '{notice} bildirişi: göndərilmə günü {on} hələ gəlməyib; bu gün: {today}. Göndəriləndə daxil edin.',
    datedAfterDispatch: '{notice} bildirişi: tarixi {dated} göndərilmə günündən ({on}) sonradır. Tarixləri yoxlayın.',
    receivedBeforeDispatch: '{notice} bildirişi: alınma günü {received} göndərilmə günündən ({dispatched}) əvvəldir. Tarixləri yoxlayın.',
    notReceivable:
      '{notice} bildirişinin alınmasını daxil etmək mümkün deyil. Vəziyyəti: {state}.{stage, select, drafted { Əvvəlcə göndərilməlidir.} approved { Əvvəlcə göndərilməlidir.} other {}}',
    alreadyReceived:
      '{notice} bildirişi alınıb; onu yalnız alınmazdan əvvəl qaytarmaq olar. İndi geri götürmə lazımdır: npx servanda notice revoke AGREEMENT {notice}.',
    notRecallable: '{notice} bildirişini qaytarmaq mümkün deyil. Vəziyyəti: {state}.',
    notReturnable: '{notice} bildirişinin geri qayıtmasını daxil etmək mümkün deyil. Vəziyyəti: {state}.',
    notAmendable: '{notice} bildirişinin mətni artıq dəyişdirilə bilməz. Vəziyyəti: {state}.',
    notTheirs: '{notice} bildirişi bizimdir: yalnız digər Tərəfin bildirişi nəzərdən keçirilir.',
    alreadyExamined: '{notice} bildirişi nəzərdən keçirilib. Vəziyyəti: {state}.',
    unknownProtocol: '{protocol} protokolu ({agreement}) barədə heç nə məlum deyil.',
    unproposedProtocol:
      'Reyestrdə {protocol} protokolu yoxdur. Əvvəlcə təklifini daxil edin (protocol propose) və ya işarəsini yoxlayın (protocol list).',
    openedOtherwise:
      '{protocol} protokolu artıq başqa adla və ya başqa dəyişikliklərlə açılıb. Başqa işarə götürün və ya imzalanmış dəyişiklikləri göstərin: protocol sign --changes.',
    beforeProtocol:
      '{protocol} protokolu: {day} tarixi {since} tarixindən əvvəldir ({stage, select, proposed {təklif edilib} agreed {razılaşdırılıb} other {imzalanıb}}). Tarixi yoxlayın.',
    notAgreeable: '{protocol} protokolunun mətnini razılaşdırmaq mümkün deyil. Vəziyyəti: {state}.',
    notSettleable: '{protocol} protokolunun mətnləri razılaşdırıldıqdan sonra və imzalanmazdan əvvəl müəyyən edilir. Vəziyyəti: {state}.',
    notAuthentic: '{protocol} protokolu: sazişin autentik dili deyil: {language}. Autentik dillər: {languages}.',
    alreadySettled: '{protocol} protokolu: mətn artıq müəyyən edilib (dil: {language}).',
    notSignable: '{protocol} protokolunu imzalamaq mümkün deyil. Vəziyyəti: {state}.',
    textsMissing: '{protocol} protokolu: mətn müəyyən edilməyib, dillər: {languages}. Hər birini müəyyən edin: protocol text.',
    notAbandonable: '{protocol} protokolundan imtina etmək mümkün deyil. Vəziyyəti: {state}.',
    roleNeeded:
      '{person}: bu əməliyyata hüququ yoxdur: {what}{type, select, none {} other {: {type}{together, select, true { (bunu hər iki Tərəf birlikdə edir)} other {}}}}. Hüququ var: {roles}{party, select, none {} other { ({party} adından) və ya qeydiyyatçı}}.',
    otherParty:
      '{person} {actsFor} adından çıxış edir və digər Tərəfin ({party}) hərəkətlərini daxil edə bilməz. {party} adından çıxış edən vəzifəli şəxsə və ya qeydiyyatçıya müraciət edin.',
    otherDesk: '{person} {actsFor} adından çıxış edir; burada bu əməliyyata hüququ yoxdur: {what} (Tərəf: {party}).',
    serviceAlone: '{person} xidmətdir və yalnız bir şəxsin hüququ əsasında qeyd daxil edir.',
    ownWorkflowsOnly: 'İcazə verilmir: {activity} əməliyyatı yalnız servanda-nın öz prosesləri üçün yerinə yetirilir. Heç nə yazılmayıb.',
    timeAhead:
      'İcazə verilmir: prosesin vaxtı {now} UTC, xidmətin saatı isə {clock} UTC-dir. Vaxt yalnız məşq sazişlərində irəli çəkilir. Heç nə yazılmayıb.',
    carriedForeign:
      'Başladılmadı: {agreement} prosesinin əvvəlki icra haqqında məlumatı reyestrə uyğun gəlmir, orada {lines} sətir var. Reyestrdən yenidən başladın: npx servanda register rebuild.',
    headMoved:
      'Daxil edilmədi: nəticələr göstərildikdən sonra {agreement} reyestri {shown}{shown, selectordinal, one {-ci} few {-cü} many {-cı} other {-cu}} sətirdən {lines}{lines, selectordinal, one {-ci} few {-cü} many {-cı} other {-cu}} sətrə keçib. Nəticələrə yenidən baxın.',
    nothingToAcknowledge:
      '{person, select, none {Təsdiq ediləcək heç nə yoxdur: {agreement} üzrə cavab gözləyən xatırlatma yoxdur.} other {{agreement} üzrə xatırlatmalar artıq təsdiqlənib: {person}, {on}.}}{ends, select, none {} other { Daha xatırlatma göndərilməyəcək: sazişin qüvvəsi bitir, qüvvədə olduğu son gün: {ends}.}}{next, select, none {} other { Növbəti xatırlatma {next} tarixində göndəriləcək.}}',
    noFactOf: 'İcazə verilmir: bu fakt {what} prosesinə verilən sorğudan ({asked}) irəli gəlmir. Heç nə yazılmayıb.',
    notProcessed: 'Bunu emal etmək mümkün deyil: {why}. Heç nə yazılmayıb. Bu, servanda-nın xətasıdır: sorğu ilə birlikdə bildirin.',
    undecoded: 'Göndərilən oxuna bilmir ({why}).',
    otherAuthorities:
      'İcazə verilmir: reyestr göstərilənlərdən başqa orqanlara etibar edir; əvvəlcə onları reyestrdə dəyişin (npx servanda identity trust). Heç nə yazılmayıb.',
    rightRefused: 'İcazə verilmir: {fault}. Heç nə yazılmayıb.',
  },
  noticeStates: {
    drafted: 'layihə, təsdiq edilməyib',
    approved: 'təsdiq edilib, göndərilməyib',
    returned: 'geri qayıdıb və ya itib',
    dispatched: 'yoldadır, alınması təsdiqlənməyib',
    examination: 'alınıb, nəzərdən keçirilməyib',
    received: 'alınıb, qüvvədədir',
    inEffect: 'nəticə doğurub',
    revoked: 'geri götürülüb',
    withoutEffect: 'nəticəsi yoxdur',
    recalled: 'alınmazdan əvvəl qaytarılıb',
    defective: 'qüsurludur',
  },
  protocolStates: {
    proposed: 'təklif edilib, mətni razılaşdırılmayıb',
    agreed: 'razılaşdırılıb, imzalanmayıb',
    signed: 'imzalanıb',
    inForce: 'sazişin ayrılmaz hissəsi kimi qüvvədədir',
    neverOperates: 'nəticəsi yoxdur: saziş əvvəl bitib',
    abandoned: 'ondan imtina edilib',
  },
  asked: {
    open: 'sazişi açmaq',
    revise: 'sazişin təsvirini dəyişmək',
    replan: 'saziş üzrə vəziyyəti yenidən hesablamaq',
    trust: 'etibar edilən orqanları müəyyən etmək',
    revoke: 'hüququ ləğv etmək',
    amend: 'bildirişi dəyişmək',
    approve: 'bildirişi təsdiq etmək',
    dispatch: 'bildirişin göndərilməsini daxil etmək',
    confirmReceipt: 'bildirişin alınmasını daxil etmək',
    markReturned: 'bildirişin geri qayıtmasını daxil etmək',
    recall: 'bildirişi alınmazdan əvvəl qaytarmaq',
    accept: 'bildirişi qəbul etmək',
    findDefective: 'bildirişi qüsurlu saymaq',
    agree: 'protokolun razılaşdırılmasını daxil etmək (bunu hər iki Tərəf birlikdə edir)',
    settleText: 'protokolun mətnini müəyyən etmək',
    sign: 'protokolun imzalanmasını daxil etmək (bunu hər iki Tərəf birlikdə edir)',
    abandon: 'protokoldan imtinanı daxil etmək (bunu hər iki Tərəf birlikdə edir)',
    record: 'qeyd daxil etmək',
    recordTogether: 'qeyd daxil etmək',
    correct: 'qeydi düzəltmək',
    strike: 'qeydi çıxarmaq',
    attach: 'sənəd əlavə etmək',
    attachToNotice: 'bildirişə sənəd əlavə etmək',
    draft: 'bildiriş tərtib və ya qəbul etmək',
    openProtocol: 'protokolu açmaq',
  },
  entryTypes,
  paths: {
    'content.by': 'Bildirişi göndərən Tərəf',
    'content.payer': 'Xərcləri çəkən Tərəf',
    'proposal.by': 'Protokolu təklif edən Tərəf',
  },
  dates: { dated: 'tarixi', dispatched: 'göndərilmə günü', received: 'alınma günü' },
  roles: {
    reader: 'oxucu',
    drafter: 'tərtibçi',
    approver: 'təsdiqləyən',
    registrar: 'qeydiyyatçı',
    operator: 'operator',
    service: 'xidmət',
  },
  whole: 'sorğu',
  shapes: {
    missing: '{path}: göstərilməyib',
    day: '{path}: 2004-03-01 formasında, mövcud təqvim tarixi olmalıdır (0200-01-01 – 2999-12-31)',
    bounds:
      '{path}: notBefore: 1998-01-01, notAfter: 1998-12-31 formasında hədlər olmalıdır, birincisi ikincisindən əvvəl, arası on ildən çox olmamaqla',
    exactDay:
      '{path}: bir gün olmalıdır, çünki xitam barədə bildirişin vaxtında verilməsi ondan asılıdır; hədlər qəbul edilmir. Gün məlum olanda daxil edin; ona qədər simulate ilk və son mümkün günün nəticələrini göstərir',
    someDate: '{path}: göstərilməlidir, məlum deyilsə, dated və ya dispatched göstərilir',
    length: '{path}: P5Y, P6M və ya P90D formasında müddət olmalıdır',
    lengthOrUntil: 'until və length birlikdə göstərilmir: birini göstərin',
    id: '{path}: hərflər, rəqəmlər, nöqtələr, defislər və alt xətlər, 1-dən {limit} işarəyədək',
    party: '{path}: Tərəfin kodu olmalıdır, məsələn KZ',
    language: '{path}: dil kodu olmalıdır, məsələn ru',
    hash: '{path}: 64 onaltılıq rəqəm olmalıdır',
    text: '{path}: mətn olmalıdır',
    type: '{path}: {values, select, object {obyekt} record {obyekt} array {siyahı} tuple {siyahı} number {ədəd} int {tam ədəd} boolean {true və ya false} other {{values} növlü qiymət}} olmalıdır',
    oneOf: '{path}: bu qiymətlərdən biri olmalıdır: {values}',
    tooLong: '{path}: {limit} işarədən çox olmamalıdır',
    fromOneTo: '{path}: 1 ilə {limit} arasında tam ədəd olmalıdır',
    unknownFields:
      '{path, select, none {} other {{path}: }}{values}: burada belə ad yoxdur{near, select, none {} other { (bəlkə, {near} nəzərdə tutulub?)}}',
    ofTheirsOnly: '{path}: yalnız digər Tərəfin bildirişinə aiddir (direction: theirs)',
    other: '{path, select, none {} other {{path}: }}{said}',
  },
  rights: {
    notShown: 'hüquq göstərilməyib',
    notCarried:
      'sorğuda hüquq yoxdur. Onu öz vəsiqənizlə imzalayın və çap olunanı göndərin: npx servanda identity sign {workflow} {name} --request JSON (vəsiqəni operator verir: npx servanda identity issue)',
    noIdentity:
      'sorğuda hüquq yoxdur və burada onu imzalamaq üçün vəsiqə də yoxdur (faylını göstərin: SERVANDA_IDENTITY; vəsiqəni operator verir: npx servanda identity issue)',
    tooLong: 'hüquq çox uzundur',
    notSigned: 'bu, imzalanmış hüquq deyil',
    otherHeader: 'başlığı qəbul edilmir: alg EdDSA olmalıdır, crit isə olmamalıdır',
    incomplete: 'orada lazım olanların hamısı göstərilməyib',
    serviceOnly: 'şəxsin adından yalnız xidmətin özü hərəkət edir',
    ownName: 'şəxsin hüququ xidmətin öz adından istədiyi üçün göstərilib',
    otherAudience: 'hüquq {of} üçündür, sorğu isə {asked} ünvanına göndərilib',
    otherRequest: 'hüquq başqa sorğu üçündür: imzalandıqdan sonra sorğu dəyişdirilib',
    notByAuthority: 'vəsiqəni orada adı çəkilən orqan imzalamayıb',
    notByPerson: 'hüquq vəsiqədə göstərilən açarla imzalanmayıb',
    otherKind:
      '{wanted, select, right {hüquq} other {vəsiqə}} tələb olunur, göstərilən isə {is, select, right {hüquq} identity {vəsiqə} other {başqa şeydir: {is}}}',
    unknownIssuer: 'vəsiqəni burada etibar edilməyən orqan verib: {issuer, select, none {adı çəkilməyib} other {{issuer}}}',
    otherPerson: 'sorğuda {by} göstərilib, hüququn sahibi isə: {person}',
    usedBefore: 'bu hüquq artıq {agreement} sazişinin {entry} qeydi üçün istifadə olunub, onunla yenidən soruşulub',
    refusedBefore: 'bu hüquq əvvəl göstərilib və rədd edilib{why, select, none {} other { ({why})}}; yenidən soruşun',
    notYet: 'bu, {from} tarixindən qüvvədədir; o vaxt keçibsə, saat səhvdir: indi {now}',
    tooOld: 'hüquq çoxdan imzalanıb, müddəti {on} bitib; yenidən soruşun',
    identityExpired: 'vəsiqənin müddəti {on} bitib (şəxs: {person}); yenisini alın',
    identityRevoked: 'vəsiqə {on} ləğv edilib (şəxs: {person}): {reason}',
    keyInUse: '{authority} işarəsi altında başqa açara etibar edilir; buna başqa işarə verin və ya ondan etibarı götürün',
    onlyAuthority: '{authority} etibar edilən yeganə orqandır; əvvəlcə başqasını əlavə edin',
    otherAuthorities:
      'reyestr göstərilənlərdən başqa orqanlara etibar edir; əvvəlcə onları reyestrdə dəyişin (npx servanda identity trust)',
  },
  folds: {
    unreadable: 'servanda proqramının bu versiyası {line} təsvirini oxuya bilmir: {mistakes}.',
    thrown: '{said}',
  },
  withBasis: '{said} ({basis})',
  fourEyes: 'iki şəxs qaydası',
};
