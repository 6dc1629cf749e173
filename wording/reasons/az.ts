/** Azerbaijani: why dates are what they are. */
import type { ReasonMessages } from '../statements.ts';

const early = '{isEarly, select, true { (imzalanma günündən hesablanır, Vyana Konvensiyasının 24(4)-cü maddəsi)} other {}}';
const counted = '{counted, select, received {alındığı gün} dispatched {göndərildiyi gün} other {bildirişin tarixi}}';
const sameDay = '{periodEnd, select, dayBefore {əvvəlki gün} other {eyni nömrəli gün}}';
const agreed = '{agreedBy, select, none {} other {, Tərəflərin razılığına əsasən ({agreedBy})}}';
const amended = '{amendedBy, select, none {} other { (müddət {amendedBy} protokolu üzrə)}}';
const amendedNotice = '{amendedBy, select, none {} other { (bildiriş müddəti {amendedBy} protokolu üzrə)}}';
const countedBack =
  '{noticeCount, select, backward {həmin gündən geriyə {noticeBefore}:} other {müddəti ({noticeBefore}) həmin gündən gec olmayaraq bitən son gün:}}';
const ordinal = '{n, selectordinal, one {#-ci} few {#-cü} many {#-cı} other {#-cu}}';

export const reasons: ReasonMessages = {
  bySignature: 'imzalandığı gün: {signed}{interval}',
  byExchange: `təsdiqnamələrin mübadilə edildiyi gün: {exchanged}{interval}`,
  byLastNotification: `son bildiriş ({by}), ${counted}: {day}${early}{interval}`,
  byLastNotificationOrFixedDay: `son bildiriş ({by}), ${counted}: {day}${early}; {notBefore} tarixindən tez deyil`,
  byFixedDay: 'mətndə müəyyən edilmiş gün: {day}',
  byPublication:
    'qüvvəyə minmə tarixi kimi dərc olunub; {isDescribed, select, true {bildirişlərin özü məlum deyil} other {qüvvəyə minmənin əsası təsvir edilməyib}}',
  byAgreedDate: 'Tərəflər müddəaya ({article}) görə tarixin əvəzinə {on} tarixində razılaşıb',
  notBeforeCondition: '{reason}; şərtin yerinə yetirildiyi gündən tez deyil: {met} ({condition})',
  notBeforeAgreement: '{reason}; lakin sazişin özünün qüvvəyə mindiyi gündən tez deyil: {day}',
  byAwaited: '{notBefore, select, none {} other {{notBefore} tarixindən tez deyil; }}gözlənilir: {awaited}',
  fromSignature: 'imzalandığı gündən: {signed}{named, select, none {} other {; göstərilən gün ({named}) ondan əvvəldir}}',
  fromNamedDay: 'mətndə göstərilən gün',
  byPeriod: `{period, selectordinal, one {#-ci} few {#-cü} many {#-cı} other {#-cu}} dövr: {countedFrom, select, signature {imzalandığı gündən, {from}} namedDay {mətndə müəyyən edilmiş gündən, {from}} fixedPeriod {{from} tarixindən, {fixed} tarixində bitən dövrdən sonra} other {{from} tarixindən}} + {lengths}, ${sameDay}${agreed}${amended}`,
  byFixedPeriod:
    '{period, selectordinal, one {#-ci} few {#-cü} many {#-cı} other {#-cu}} dövr: son günü {until}{agreedBy, select, none {, mətndə müəyyən edilib} other {, Tərəflərin razılığına əsasən ({agreedBy})}}',
  byCutPeriod:
    '{period, selectordinal, one {#-ci} few {#-cü} many {#-cı} other {#-cu}} dövr yeni müddətə görə ({protocol} protokolu) müddətin dəyişdiyi gündən əvvəl bitir, ona görə də həmin gün başa çatır',
  beforePeriodEnd: `${countedBack} {period, selectordinal, one {#-ci} few {#-cü} many {#-cı} other {#-cu}} dövrün sonu, {lastDay}; həmin günün özü vaxtında sayılır${amendedNotice}`,
  beforeFixedDay: `${countedBack} bildirişin sazişə xitam verdiyi gün, {lastDay}; həmin günün özü vaxtında sayılır, sazişin qüvvədən düşdüyü gün: {firstDayOut}`,
  byPeriodNotRenewed: '{period, selectordinal, one {#-ci} few {#-cü} many {#-cı} other {#-cu}} dövrün sonu, o uzadılmır',
  byNoticeInTime: 'vaxtında alınıb: {period, selectordinal, one {#-ci} few {#-cü} many {#-cı} other {#-cu}} dövrün sonu, o uzadılmır',
  byNextPeriod:
    '{period, selectordinal, one {#-ci} few {#-cü} many {#-cı} other {#-cu}} dövr üçün çox gecdir; növbəti dövr üçün vaxtındadır və onunla birlikdə bitir',
  notBeyondPeriod:
    'vaxtındadır, ona görə {period, selectordinal, one {#-ci} few {#-cü} many {#-cı} other {#-cu}} dövrün sonundan ({lastDay}) gec deyil',
  inTimeBeforeReceipt: `{period, selectordinal, one {#-ci} few {#-cü} many {#-cı} other {#-cu}} dövr üçün ${counted} vaxtındadır, dövr bitdikdən sonra alınıb`,
  byNamedDay: 'bildirişdə sazişin qüvvədən düşdüyü gün kimi {firstDayOut} göstərilib',
  byFixedDayAfterNamed: 'müəyyən edilmiş günlərdən biri: saziş bildirişdə göstərilən gündən ({named}) tez qüvvədən düşmür',
  byNoticePeriod: '{after}; qüvvədən düşdüyü gün: {firstDayOut}',
  byReceipt: '{after}, bu isə alındığı gündən ({received}) əvvəldir: həmin gün hələ qüvvədədir',
  byFixedDayAfterNotice: '{anchor} ən azı {noticePeriod} keçdikdən sonra müəyyən edilmiş ilk gün: {lastDay}',
  notBeforeBar:
    '{barredFor, select, none {birinci dövrün} other {qüvvəyə mindikdən sonra xitama yol verilməyən müddətin ({barredFor})}} sonundan tez deyil: {lastDay}',
  byAgreement: 'Tərəflər {on} tarixində razılaşıb; qüvvədən düşdüyü gün: {firstDayOut}',
  byLaterTreaty: 'sonrakı müqavilə ilə əvəz edilib ({laterTreaty}); qüvvədən düşdüyü gün: {firstDayOut}',
  byCondition: 'şərtin yerinə yetirildiyi gün: {met} ({condition})',
  withoutRenewal: '{reason}; razılıq olmadan uzadılmır',
  bySurvival: `{firstDay}, qüvvədə olduğu son gündən sonrakı gün, + {length}, ${sameDay}`,
  bySurvivalLength: 'xitamdan sonra: {length}',
  survivesWithoutDay: 'mətndə gün müəyyən edilməyib',

  withinBounds: 'yalnız hədləri məlumdur: {unsure}',
  survivesUnsureEnd: 'xitam gününün yalnız hədləri məlumdur',
  onEveryDay: 'həmin gündən gec olmayaraq alınan bildiriş hər bir mümkün günə və istənilən təfsirə görə vaxtındadır',
  noRenewalToPrevent: 'heç bir bildiriş uzadılmanın qarşısını ala bilməzdi',
  noPeriodRunning: 'davam edən dövr yoxdur',
  mayBeOver: 'cari dövr üçün o, {passed} tarixindən sonra keçmiş ola bilər: indi alınan bildiriş vaxtında və ya gec ola bilər',
  mayHaveNoEffectYet: 'bəzi mümkün günlərə görə indi alınan bildirişin hələ nəticəsi olmur',
  mayNotBeInForceYet: 'bəzi mümkün günlərə görə saziş hələ qüvvəyə minməyib və indi alınan bildirişin nəticəsi olmur',
  safeAfter: '{reason}; bu, ondan sonrakı ən erkən təhlükəsiz gündür',
  noSafeDay: 'təhlükəsiz günü göstərmək mümkün deyil: {reason}; sonra da yoxdur. Tarixi müəyyən edin: {unsure}',

  onEveryReading:
    'bildirişin istənilən təfsirə görə vaxtında sayıldığı son gün{opens, select, none {} other {, {opens} tarixindən alındıqda}}{whenCount, plural, =0 {} other {; bu təfsirə görə bu qədər tez: {when}}}{changesCount, plural, =0 {} other {; {changes}}}',
  changeAhead: '{on} tarixindən tətbiq olunan {protocol} protokolu üzrə dəyişikliklər nəzərə alınıb',
  byTransit: 'çatdırılmaya {transit}, təhlükəsiz gündən ({safe}) gec olmayaraq',
  byRecord: 'qeydə alınmış fakt',
  asSet:
    '{type, select, periodEnd {dövrün müddətinə görə} lastDayForNotice {dövrün sonunadək bildiriş müddətinə görə} terminationEffect {qüvvədə olan xitama görə} supersession {sonrakı müqaviləyə görə} conditionEffect {şərtin yerinə yetirildiyi gün son gündür} lastDayForFixedDay {müəyyən edilmiş günədək bildiriş müddətinə görə} protocol_changesApplied {protokolda göstərilən gün} protocol_applicationEnded {onun müvəqqəti tətbiqinin bitdiyi gün} suspensionBegins {Tərəflərin razılığına əsasən} resumptionBegins {Tərəflərin razılığına əsasən} other {mətnə görə}}',
  firstAndLast: 'əsas təfsirə görə mümkün ilk və son gün; yalnız hədləri məlumdur: {unsure}',

  awaitsSignature: 'imzalanma',
  awaitsExchange: 'təsdiqnamələrin mübadiləsi',
  awaitsPublishedDate: 'qüvvəyə minmənin dərc olunmuş tarixi',
  awaitsNotifications: 'yazılı bildiriş ({parties})',
  awaitsDates: 'bildirişin {counted, select, received {alındığı gün} dispatched {göndərildiyi gün} other {tarixi}} ({undated})',
  awaitsCondition: 'şərtin yerinə yetirilməsi ({article}: {condition})',
  awaitsAll: '{awaited}',
  awaitsEarlierDate:
    'Tərəflərin razılaşdırdığı daha erkən qüvvəyə minmə tarixi (qüvvədə olma müddəti {over} tarixində bitib, {article}; bu, {day} tarixindən əvvəldir, əsası: {basis})',

  notifiedBeforeSignature:
    '{notifications, plural, one {bildiriş} other {hər iki bildiriş}} imzalanmadan ({signed}) əvvəldir: tarixləri yoxlayın',
  countedDateUnknown:
    'bildirişin {counted, select, received {alındığı gün} dispatched {göndərildiyi gün} other {tarixi}} məlum deyil, yalnız {notAfter} tarixindən gec olmadığı məlumdur; {lastDayForNotice} tarixindən gec deyilsə, vaxtındadır: onu təsdiq edən sənədi istəyin',
  namedDayTooEarly: 'bildirişdə {named} göstərilib, bu, yol veriləndən tezdir ({article}); nəzərə alınmır',
  namedDayIgnored: 'göstərilən tarix dövrün sonu deyil və nəzərə alınmır',
  premature: 'yol verilən vaxtdan əvvəl verilib; {received} tarixində alınmış sayılır',

  interval:
    '{span, select, none {} other {{isExpired, select, true {, müddət bitdikdə: {span}} other {, üstəgəl {span}}}}}{onwards, select, none {} other {, sonra {onwards}}}',
  firstDay: `{of, select, month {ondan sonrakı ${ordinal} ayın birinci günü} other {ondan sonrakı ${ordinal} ilin 1 yanvarı}}`,
  anchor:
    '{which, select, received {alınmadan} dispatched {göndərilmədən} other {bildirişin tarixindən}} etibarən{day, select, none {} other { ({day})}}',
  after:
    '{anchor} {span, select, none {{onwards}} other {{span}}}{span, select, none {} other {{onwards, select, none {} other {, sonra {onwards}}}}}',
  unsureFact:
    '{counted, select, none {} dated {tarixi: } other {göndərilməsi: }}{type, select, signed {imzalanma} entry_agreed {qüvvəyə minmə} termination_notified {xitam barədə bildiriş} other {{counted, select, none {bildirişin alınması} other {bildiriş}}}}{by, select, none {} other { ({by})}}, {counted, select, none {{isOneDay, select, true {{notBefore}} other {{notBefore} – {notAfter}}}} other {{notAfter} tarixindən gec olmayaraq}} ({fact})',
};
