/** Azerbaijani: why facts have no effect, and what notices result in. */
import type { EffectMessages } from '../statements.ts';

export const effects: EffectMessages = {
  oral: 'Şifahi edilib; bildiriş yazılı olmalıdır (Vyana Konvensiyasının 67-ci maddəsi).',
  defective: 'Nöqsanı var: {defect} (Vyana Konvensiyasının 67-ci maddəsi).',
  malformedAfterCorrection: 'Düzəlişlərdən sonra ({corrections}) qeyd düzgün tərtib edilməyib: {mistake}',
  ofStruck: 'İstinad etdiyi {of} qeydi çıxarılıb.',
  ofWithoutEffect: 'İstinad etdiyi {of} qeydinin nəticəsi yoxdur{why, select, none {.} other {: {why}}}',
  onSomeDaysOnly: 'Yalnız bəzi mümkün günlərə görə: {why}',
  signedAlready: 'Artıq imzalanıb: {on}.',
  notSigned: 'Saziş hələ imzalanmayıb.',
  clauseNotDescribed:
    '{clause, select, entryIntoForce {Qüvvəyə minmə} other {Xitam}} barədə müddəa burada təsvir edilməyib: mətnə baxın və onu təsvir edin (npx servanda agreement revise).',
  notificationsNotAsked: '{article}: dövlətdaxili prosedurların yerinə yetirilməsi barədə bildiriş tələb olunmur.',
  notificationNotAwaited: '{article}: qüvvəyə minmə yalnız digər Tərəfin bildirişindən asılıdır; bu bildiriş ({by}) gözlənilmir.',
  notifiedAlready: 'Dövlətdaxili prosedurların yerinə yetirilməsi barədə artıq bildirilib ({by}); birinci bildiriş nəzərə alınır.',
  exchangeNotAsked: '{article}: təsdiqnamələrin mübadiləsi tələb olunmur.',
  exchangedAlready: 'Təsdiqnamələr artıq mübadilə edilib: {on}.',
  entryBeforeSignature: 'Razılaşdırılmış tarix imzalanmadan əvvəldir (Vyana Konvensiyasının 24-cü maddəsi).',
  noProvisionalApplication: 'Heç bir müddəa müvəqqəti tətbiqi nəzərdə tutmur (Vyana Konvensiyasının 25-ci maddəsi).',
  applicationEndedAlready: 'Müvəqqəti tətbiqə artıq xitam verilib: {notice} bildirişi, {on}.',
  inForceBeforeApplication: 'Saziş müvəqqəti tətbiqi başlamazdan əvvəl qüvvəyə minir.',
  noSuchCondition: 'Heç bir müddəada {condition} şərti yoxdur; {knownCount, plural, =0 {şərt yoxdur} other {olanı: {known}}}.',
  conditionMetAlready: 'Şərt artıq yerinə yetirilib: {on}.',
  inForceAlready: 'Saziş artıq qüvvədə idi, {since} tarixindən.',
  notInForceYet: 'Sazişin qüvvəyə mindiyi məlum deyildi.',
  hasEnded:
    'Sazişin qüvvəsi artıq bitmişdi ({phase, select, terminated {xitam verilib} expired {müddəti bitib} other {sonrakı müqavilə ilə əvəz edilib}}).',
  noPeriodToRenew: 'Uzadıla biləcək davam edən dövr yoxdur.',
  renewalAgreedAlready: 'Cari dövrün uzadılması artıq razılaşdırılıb.',
  renewsWithoutAgreement:
    '{article}: uzadılma razılıqdan asılı deyil{hasLength, select, true {; dövrlərin başqa müddəti protokolla müəyyən edilir} other {}}.',
  renewalNotAfterPeriod:
    '{until} tarixinədək (həmin gün daxil olmaqla) razılaşdırılıb, bu isə cari dövrün sonundan ({lastDay}) sonra deyil.',
  renewalWithoutLength: '{article}: razılıqla uzadılma müddəti göstərilməyib; razılaşdırılanı daxil edin (length və ya until).',
  suspendedAlready: 'Dayandırılma artıq razılaşdırılıb.',
  notSuspended: 'Sazişin tətbiqi dayandırılmayıb.',
  noTerminationClause: 'Sazişdə xitam barədə bildiriş haqqında müddəa yoxdur (Vyana Konvensiyasının 56-cı maddəsi).',
  noticeBarred: '{article}: bildiriş {from} tarixindən əvvəl verilə bilməz; başqa təfsirə görə o, həmin gündən hesablanır.',
  noPeriodToEnd: '{article}: bildiriş sazişə dövrlə birlikdə xitam verir, dövr isə davam etmir.',
  noPeriodLeftToEnd:
    '{article}: bildiriş sazişə dövrlə birlikdə xitam verir. Onun üçün son gün {lastDayForNotice} idi və bundan sonra yeni dövr başlamır.',
  endNotAfterEntry: 'Saziş yalnız qüvvəyə mindiyi gündən ({entryIntoForce}) sonra qüvvədən düşə bilər.',
  noticeTookEffect: 'Bildiriş nəticə doğurub; o, yalnız bundan əvvəl geri götürülə bilər (Vyana Konvensiyasının 68-ci maddəsi).',
  noticeRevokedAlready: '{notice} bildirişi artıq geri götürülüb ({by}).',
  noticeReplaced: '{notice} bildirişi Tərəflərin razılığı ilə əvəz edilib ({by}).',
  noNoticeRunning: 'Geri götürülə biləcək qüvvədə olan bildiriş yoxdur ({by}).',
  consentNotNeededOrThere: '{revocation} geri götürməsi üçün razılıq tələb olunmur və ya artıq var.',
  consentNotNeeded: 'Bu təfsirə görə geri götürmə üçün razılıq tələb olunmur.',
  consentNotReceived:
    'Digər Tərəfin razılığı tələb olunurdu, o isə qüvvədə olduğu son gündən gec olmayaraq alınmayıb (Vyana Konvensiyasının 68-ci maddəsi).',
  supersededAlready: 'Saziş artıq sonrakı müqavilə ilə əvəz edilir ({laterTreaty}).',
  protocolPhase:
    '{phase, select, proposed {Protokol artıq təklif edilib.} agreed {Protokolun mətni artıq razılaşdırılıb.} signed {Protokol artıq imzalanıb.} inForce {Protokol sazişin ayrılmaz hissəsi kimi qüvvədədir ({article}).} ended {Protokol ayrılmaz hissəsi olduğu sazişlə birlikdə bitib ({article}).} neverOperates {Saziş protokol qüvvəyə minməzdən əvvəl bitib; o, qüvvəyə minməyəcək.} other {Protokoldan imtina edilib.}}',
  nothingToDecide: 'Həmin gün qərar veriləsi məsələ yox idi: sükutun uzadacağı və ya müddətini bitirəcəyi dövr davam etmirdi.',
  endsAnyway: 'Qərar veriləsi məsələ qalmayıb: sazişin qüvvəsi hər halda bitir; qüvvədə olduğu son gün: {lastDayInForce}.',
  notOfThisQuestion:
    '{question, select, renewal {{period, selectordinal, one {#-ci} few {#-cü} many {#-cı} other {#-cu}} dövr bildiriş verilməsə uzadılır: qərar uzatmaq, bildiriş göndərmək və ya danışıqlar aparmaqdır.} other {{period, selectordinal, one {#-ci} few {#-cü} many {#-cı} other {#-cu}} dövrün müddəti Tərəflər uzadılma barədə razılığa gəlməsə bitir: qərar razılıqla uzatmaq, müddətin bitməsinə yol vermək və ya danışıqlar aparmaqdır.}}',
  decidedTooLate:
    'Qərar {period, selectordinal, one {#-ci} few {#-cü} many {#-cı} other {#-cu}} dövrün təhlükəsiz günündən ({due}) sonra qəbul edilib; bildiriş hələ verilə bilər və öz nəticəsini doğurur.',

  preventsRenewalWithinBounds: 'onda yalnız hədləri məlum olan gün hansı olursa olsun, cari dövrün uzadılmasının qarşısını alır',
  endsOnFixedDay: 'onda istənilən təfsirə görə sazişə xitam verir, qüvvədə olduğu son gün: {lastDayInForce}',
  preventsRenewal:
    'onda istənilən təfsirə görə {period, selectordinal, one {#-ci} few {#-cü} many {#-cı} other {#-cu}} dövrün uzadılmasının qarşısını alır{opens, select, none {} other {, {opens} tarixindən tez deyil}}',
  revokesOnEveryReading: 'onda geri götürmə istənilən təfsirə görə qüvvədədir',
  revokesWithConsent: 'digər Tərəfin razılığı da həmin gündən gec olmayaraq alınarsa, geri götürmə qüvvədədir',
  mayHaveTakenEffect: 'ondan sonra bildiriş artıq nəticə doğura bilər',

  noNoticeToRevoke: 'Reyestrdə xitam barədə qüvvədə olan {of} bildirişi yoxdur.',
  revokedAlready: '{of} bildirişi artıq geri götürülüb: {on}.',
  replacedAlready: '{of} bildirişi Tərəflərin razılığı ilə əvəz edilib ({by}).',
  tookEffectAlready:
    '{of} bildirişi nəticə doğurub: qüvvədə olduğu son gün {lastDayInForce} olub. Bildiriş yalnız bundan əvvəl geri götürülə bilər.',

  toBeReceivedBy: '{safe} tarixindən gec olmayaraq alınmalıdır: {why}.',
  mayNotPrevent: 'Uzadılmanın qarşısını hələ alıb-almadığı məlum deyil: {reason}.',
  noDaySet: 'Hüquq onun üçün gün müəyyən etmir.',
  endsSooner: 'Saziş bundan əvvəl başqa əsasla qüvvədən düşür; qüvvədə olduğu son gün: {lastDayInForce}.',
  endsInAnyCase: 'Onun qarşısını alacağı uzadılma yoxdur: saziş hər halda bitir, qüvvədə olduğu son gün: {lastDayInForce}.',
  endsOnceReceived:
    'Alındıqdan sonra o, {isInPeriod, select, true {sazişi özü-özlüyündə də bitirir ({article}), bu, dövrün sonundan əvvəl ola bilər} other {sazişi bitirir ({article})}}; günü sınaq hesablaması göstərir.',
  expectedEnd:
    'Əgər o, {received} tarixində alınmış sayılarsa, qüvvədə olduğu son gün: {lastDayInForce} ({article}).{othersCount, plural, =0 {} other { Başqa təfsirlərə görə qüvvədən düşdüyü gün: {others}.}}',
  safeDayPast:
    '{period, selectordinal, one {#-ci} few {#-cü} many {#-cı} other {#-cu}} dövrün təhlükəsiz günü keçib ({safe}): {renewal} tarixli uzadılmanın qarşısını daha almaya bilər və saziş ondan sonra bitə bilər ({article}).',
  wasStruck: 'Reyestrdən çıxarılıb.',
  countsFrom: 'Həmin gün hər iki Tərəf üçün başladıqdan sonra, {on} tarixindən hesablanır.',
  hasNoEffect: '{why}',
  wasRevoked: 'Geri götürüldüyü gün: {on} (Vyana Konvensiyasının 68-ci maddəsi).',
  wasReplaced: 'Tərəflərin razılığı ilə əvəz edilib ({by}) (Vyana Konvensiyasının 54-cü maddəsi).',
  endedBefore: 'Saziş o, nəticə doğura bilməzdən əvvəl bitib.',
  wasReceived:
    'Alındığı gün: {received}, {inTime, select, yes {istənilən təfsirə görə vaxtında} no {gec} none {onsuz da uzadılmayan dövrdə} other {vaxtında olması mübahisəlidir: {isWithinBounds, select, true {yalnız bəzi təfsirlərə və ya mümkün günlərə görə vaxtında} other {bəzi təfsirlərə görə vaxtında, digərlərinə görə gec}}}}; qüvvədə olduğu son gün: {lastDayInForce} ({reason}).{othersCount, plural, =0 {} other { Başqa təfsirlərə görə qüvvədən düşdüyü gün: {others}.}}',
  entryIntoForceOf:
    'Qüvvəyə minmə ({protocol, select, none {saziş} other {{protocol} protokolu}}){date, select, none {{notBefore, select, none { hələ müəyyən deyil.} other {: {notBefore} tarixindən tez deyil, digər bildiriş gözlənilir.}}} other {: {date}.}}',
  applicationOver: 'Müvəqqəti tətbiq bitib (Vyana Konvensiyasının 25(2)-ci maddəsi); saziş hələ qüvvəyə minə bilər.',
  isRevoked: '{of} bildirişi geri götürülüb (Vyana Konvensiyasının 68-ci maddəsi).',
  runsOn: '{of} bildirişi qüvvədə qalır: geri götürmə üçün digər Tərəfin razılığı tələb olunur (Vyana Konvensiyasının 68-ci maddəsi).',
  stillEnds:
    '{noticesCount, plural, one {{notices} bildirişi} other {{notices} bildirişləri}} sazişin qüvvəsini yenə də bitirir; bu halda qüvvədə olduğu son gün: {lastDayInForce}.',
  isProposed: '{protocol} protokolu təklif edilib.',
  textIsAgreed: '{protocol} protokolunun mətni razılaşdırılıb.',
  movesNoDate: 'Daxil edildi; sazişin heç bir tarixi dəyişmir.',
};
