/** Azerbaijani: what an officer should know in addition to the dates, and the meaning of clauses. */
import type { NoteMessages } from '../statements.ts';

const anchor = '{counted, select, received {alınmadan} dispatched {göndərilmədən} other {bildirişin tarixindən}}';
const byConsent = '{isByConsent, select, true {; yalnız digər Tərəfin razılığı ilə geri götürülür} other {}}';

export const notes: NoteMessages = {
  standsNotSigned: 'Qeydə alınanlara görə imzalanmayıb.',
  isSignedOnly: 'İmzalanıb; qüvvəyə mindiyi məlum deyil{notBefore, select, none {} other {; {notBefore} tarixindən tez deyil}}.',
  willBeInForce: 'İmzalanıb; qüvvəyə mindiyi gün: {entryIntoForce}.',
  isAppliedProvisionally: '{since} tarixindən müvəqqəti tətbiq olunur; hələ qüvvəyə minməyib.',
  inForcePeriod:
    '{since} tarixindən qüvvədədir; {period, selectordinal, one {#-ci} few {#-cü} many {#-cı} other {#-cu}} dövr, son günü: {lastDay}.',
  inForceWithoutLimit: '{since} tarixindən müddətsiz qüvvədədir.',
  inForceUntilCondition: '{since} tarixindən bu şərt yerinə yetirilənədək qüvvədədir: {condition}.',
  inForceNotDescribed: '{since} tarixindən qüvvədədir; qüvvədə olma müddəti təsvir edilməyib.',
  inForceUntil:
    '{since} tarixindən qüvvədədir; xitamın əsası: {cause, select, notice {bildiriş} agreement {Tərəflərin razılığı} expiry {müddətin bitməsi} other {sonrakı müqavilə}}, qüvvədə olduğu son gün: {lastDayInForce}.',
  isSuspended: 'Tətbiqi dayandırılıb. {answer}',
  noLongerInForce:
    '{firstDayOut} tarixindən qüvvədə deyil; əsası: {cause, select, notice {bildiriş} agreement {Tərəflərin razılığı} expiry {müddətin bitməsi} other {sonrakı müqavilə}}.',
  dependsOnUnsureDay:
    '{possibleCount, plural, =1 {Bəzi günlərin yalnız hədləri məlumdur; status onlardan asılı deyil: {possible}.} other {Yalnız hədləri məlum olan gündən asılıdır: {possible}.}}',

  entryNotKnown:
    'Qüvvəyə minmə məlum deyil; gözlənilir: {awaited}.{isAlone, select, true {} other { Sənədi və onun tarixini istəyin ({article}).}}{condition, select, none {} other { Şərtin yerinə yetirilib-yetirilmədiyini və hansı gündən olduğunu müəyyən edin və bunu daxil edin ({condition}).}}',
  entryRemark: 'Qüvvəyə minmə: {remark}.',
  endsWithCondition:
    'Saziş şərtin yerinə yetirildiyi gün bitir, tarix məlum deyil: {what} ({article}). Yerinə yetirildikdən sonra bunu daxil edin ({condition}).',
  notDescribed:
    'Mətn təsvir edilməyib ({article}): sazişin hansı müddətə bağlandığı burada məlum deyil, ona görə dövr, bildiriş üçün son gün və təhlükəsiz gün hesablanmır; bu, onların olmadığı demək deyil. Mətni təsvir edin və təsviri istifadəyə verin: npx servanda agreement revise FILE --reason "…".',
  firstPeriodOver: '{article}: birinci dövr {lastDay} tarixində, qüvvəyə minmədən ({entryIntoForce}) əvvəl bitib.',
  officesClosed:
    '{which, select, sendBy {Göndərməyin son günü} other {Təhlükəsiz gün}}, {day}: {closed}. Gün dəyişmir: {which, select, sendBy {bildirişi daha əvvəl göndərin} other {bildirişin daha əvvəl alınmasını təmin edin}}.',
  earlyYear:
    '{year}{year, selectordinal, one {-ci} few {-cü} many {-cı} other {-cu}} il {oldest}{oldest, selectordinal, one {-ci} few {-cü} many {-cı} other {-cu}} ildən əvvəldir: ili yoxlayın ({place}: {early}).',
  dateToFind:
    'Yalnız hədləri məlumdur: {unsure}. Günü təsdiq edən sənədi istəyin və {fact} qeydini düzəldin: sonrakıların hamısı yenidən dəqiq olacaq.',
  noticeRemarks: '{notice} bildirişi: {remarks}.',
  knownSince: 'Yalnız sonradan məlum olub: {on} tarixli {fact} qeydinin həmin günə də nəticəsi var, {from} tarixindən. {why} ({basis}).',
  withoutEffectOtherwise: '{fact} qeydinin əsas təfsirə görə nəticəsi var; digərlərinə görə yoxdur. {why}',
  protocolsReversed:
    '{later} protokolu {earlier} protokolundan əvvəl imzalanıb və ondan sonra qüvvəyə minib; müddəalar qüvvəyə minməyə görə birləşdirilir.',
  protocolsOverlap:
    '{earlier} və {later} protokolları eyni şeyi dəyişir: {changes}; sonra qüvvəyə minən {later} öz günündən tətbiq olunur.',
  protocolContradicts:
    '{protocol} protokolu üzrə dəyişikliklər heç bir gün tətbiq olunmur: orada göstərilən gündən saziş protokol qüvvəyə minməzdən əvvəl bitmiş olardı.',
  bentClause:
    '{clause, select, entryIntoForce {Qüvvəyə minmə} provisionalApplication {Müvəqqəti tətbiq} duration {Qüvvədə olma müddəti} termination {Xitam} amendment {Dəyişiklik} entryOfProtocols {Protokolların qüvvəyə minməsi} other {Xitamdan sonra qüvvədə qalanlar}} barədə müddəa ({article}) təxmini təsvir edilib və ona əsaslanan tarixlər fərqli ola bilər: {bent}',
  noticeCountsEarlier: 'Xitam barədə bildiriş alınmasından əvvəlki gündən nəzərə alınır',
  notificationCountsByDate: 'Bildiriş öz tarixindən nəzərə alınır',
  dispatchCountsOnOneReading: 'Bir təfsirə görə xitam barədə bildiriş göndərildiyi gündən nəzərə alınır',

  entersIntoForce:
    'qüvvəyə minmə: {occasion, select, lastNotification {{parties, select, none {son bildirişlə} other {bildirişlə ({parties})}}} exchangeOfInstruments {təsdiqnamələrin mübadiləsi ilə} signature {imzalanma ilə} fixedDate {mətndə müəyyən edilmiş gün} other {dərc olunmuş gün; müddəa təsvir edilməyib}}{counted, select, dispatched {, göndərilmədən hesablanmaqla} dated {, tarixindən hesablanmaqla} other {}}{interval}',
  notInForceBefore: 'bundan əvvəl qüvvəyə minmir: {condition}',
  appliedProvisionally: '{from, select, none {imzalanmadan} other {{from} tarixindən}} qüvvəyə minənədək',
  untilCondition: 'bu şərt yerinə yetirilənədək: {condition}',
  withoutLimit: 'müddətsiz',
  durationNotDescribed: 'təsvir edilməyib',
  firstPeriod:
    '{until, select, none {{length}} other {birinci dövrün son günü: {until}}}{isFromSignature, select, true {, imzalanmadan hesablanmaqla} other {}}{from, select, none {} other {, {from} tarixindən hesablanmaqla}}',
  noticeBeforeEnd:
    '{noticeLater, select, none {dövrün sonuna {noticeFirst} qalmış} other {birinci dövrün sonuna {noticeFirst}, sonrakının sonuna {noticeLater} qalmış}}{counted, select, none {} received {, alındığı günə görə} dispatched {, göndərildiyi günə görə} other {, tarixinə görə}}',
  renewedAutomatically: 'avtomatik, müddəti: {length}{times, select, none {} other {, dəfə sayı: {times}}}',
  renewedByAgreement: 'razılıqla, müddəti: {length, select, none {Tərəflərin razılığına əsasən} other {{length}}}',
  thenWithoutLimit: 'birinci dövrdən sonra müddətsiz',
  notRenewed: 'uzadılmır',
  endsAfterNotice: `{after}{barred, select, none {} giving {; {barredFor, select, none {birinci dövrdə} other {ilkin müddətdə ({barredFor})}} verilmir} other {; {barredFor, select, none {birinci dövrün} other {ilkin müddətin ({barredFor})}} sonundan tez deyil}}${byConsent}`,
  endsOnFixedDays: `{fixedDays}, ${anchor} sonra ən azı {noticePeriod} keçdikdə${byConsent}`,
  amendedByProtocol: 'protokolla; {entry}',
  survives: '{what}{length, select, none {} other {, xitamdan sonra: {length}}}',
  organisationOf: '{party}: {organisation}',
  asWritten: '{text}',

  closed:
    '{why, select, weekend {{weekday}} holiday {bayram günü, {party} ({name}, {article})} inPlaceOf {{of} əvəzinə istirahət günü, {party} ({name}, {article})} notAnnounced {bayram günü ola bilər, {party} ({name}, burada {through}{through, selectordinal, one {-ci} few {-cü} many {-cı} other {-cu}} ilədək məlumdur; {article})} other {bayramları siyahıya alınmamış gün, {party} (siyahı {from}{from, selectordinal, one {-ci} few {-cü} many {-cı} other {-cu}} ildən başlayır)}}',
};
