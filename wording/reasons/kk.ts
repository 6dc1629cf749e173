/** Kazakh: why dates are what they are. */
import type { ReasonMessages } from '../statements.ts';

const early = '{isEarly, select, true { (қол қойылған күннен есептеледі, Вена конвенциясының 24(4)-бабы)} other {}}';
const counted = '{counted, select, received {алынған күні} dispatched {жіберілген күні} other {хабарламаның күні}}';
const sameDay = '{periodEnd, select, dayBefore {алдыңғы күн} other {сол күнгі сан}}';
const agreed = '{agreedBy, select, none {} other {, Тараптардың уағдаластығы бойынша ({agreedBy})}}';
const amended = '{amendedBy, select, none {} other { (ұзақтығы {amendedBy} хаттамасы бойынша)}}';
const amendedNotice = '{amendedBy, select, none {} other { (хабарлама мерзімі {amendedBy} хаттамасы бойынша)}}';
const countedBack =
  '{noticeCount, select, backward {мына күннен кері қарай {noticeBefore}:} other {мерзімі ({noticeBefore}) мына күннен кешіктірілмей өтетін соңғы күн:}}';

export const reasons: ReasonMessages = {
  bySignature: 'қол қойылған күні: {signed}{interval}',
  byExchange: `грамоталар алмасылған күн: {exchanged}{interval}`,
  byLastNotification: `соңғы хабарлама ({by}), ${counted}: {day}${early}{interval}`,
  byLastNotificationOrFixedDay: `соңғы хабарлама ({by}), ${counted}: {day}${early}; мына күннен ерте емес: {notBefore}`,
  byFixedDay: 'мәтінде белгіленген күн: {day}',
  byPublication:
    'күшіне ену күні ретінде жарияланған; {isDescribed, select, true {хабарламалардың өзі белгісіз} other {күшіне ену негізі сипатталмаған}}',
  byAgreedDate: 'Тараптар мына күні уағдаласқан: {on}; бап бойынша күннің орнына ({article})',
  notBeforeCondition: '{reason}; шарт орындалған күннен ерте емес: {met} ({condition})',
  notBeforeAgreement: '{reason}; бірақ келісімнің өзі күшіне енген күннен ерте емес: {day}',
  byAwaited: '{notBefore, select, none {} other {мына күннен ерте емес: {notBefore}; }}күтіледі: {awaited}',
  fromSignature: 'қол қойылған күннен бастап: {signed}{named, select, none {} other {; аталған күн ({named}) одан бұрын}}',
  fromNamedDay: 'мәтінде аталған күн',
  byPeriod: `{period}-кезең: {countedFrom, select, signature {қол қойылған күннен, {from}} namedDay {мәтінде белгіленген күннен, {from}} fixedPeriod {{from} күнінен бастап, {fixed} күні аяқталған кезеңнен кейін} other {{from} күнінен бастап}} + {lengths}, ${sameDay}${agreed}${amended}`,
  byFixedPeriod:
    '{period}-кезең: соңғы күні {until}{agreedBy, select, none {, мәтінде белгіленген} other {, Тараптардың уағдаластығы бойынша ({agreedBy})}}',
  byCutPeriod:
    '{period}-кезең жаңа ұзақтығы бойынша ({protocol} хаттамасы) ұзақтығы өзгеретін күннен бұрын өтеді, сондықтан сол күні аяқталады',
  beforePeriodEnd: `${countedBack} {period}-кезеңнің соңы, {lastDay}; сол күннің өзі мерзімінде саналады${amendedNotice}`,
  beforeFixedDay: `${countedBack} хабарлама келісімді тоқтататын күн, {lastDay}; сол күннің өзі мерзімінде саналады, келісімнің қолданылуы тоқтайтын күн: {firstDayOut}`,
  byPeriodNotRenewed: '{period}-кезеңнің соңы, ол ұзартылмайды',
  byNoticeInTime: 'мерзімінде алынған: {period}-кезеңнің соңы, ол ұзартылмайды',
  byNextPeriod: '{period}-кезең үшін тым кеш; келесі кезең үшін мерзімінде және сонымен бірге тоқтайды',
  notBeyondPeriod: 'мерзімінде, сондықтан {period}-кезеңнің соңынан ({lastDay}) кеш емес',
  inTimeBeforeReceipt:
    '{period}-кезең үшін {counted, select, received {алынуы} dispatched {жіберілуі} other {күні}} мерзімінде, кезең аяқталғаннан кейін алынған',
  byNamedDay: 'хабарламада келісімнің қолданылуы тоқтайтын күн ретінде {firstDayOut} көрсетілген',
  byFixedDayAfterNamed: 'белгіленген күндердің бірі: келісімнің қолданылуы хабарламада аталған күннен ({named}) ерте тоқтамайды',
  byNoticePeriod: '{after}; қолданылуы тоқтайтын күн: {firstDayOut}',
  byReceipt: '{after}, бұл алынған күннен ({received}) бұрын: сол күні әлі күшінде',
  byFixedDayAfterNotice: '{anchor} кемінде {noticePeriod} өткеннен кейінгі белгіленген алғашқы күн: {lastDay}',
  notBeforeBar:
    '{barredFor, select, none {бірінші кезең} other {күшіне енгеннен бергі тыйым салынған мерзім ({barredFor})}} аяқталғаннан ерте емес: {lastDay}',
  byAgreement: 'Тараптар мына күні уағдаласқан: {on}; қолданылуы тоқтайтын күн: {firstDayOut}',
  byLaterTreaty: 'кейінгі шартпен алмастырылды ({laterTreaty}); қолданылуы тоқтайтын күн: {firstDayOut}',
  byCondition: 'шарт орындалған күн: {met} ({condition})',
  withoutRenewal: '{reason}; уағдаластықсыз ұзартылмайды',
  bySurvival: `{firstDay}, күшіндегі соңғы күннен кейінгі күн, + {length}, ${sameDay}`,
  bySurvivalLength: 'тоқтатылғаннан кейін: {length}',
  survivesWithoutDay: 'мәтін күнді белгілемейді',

  withinBounds: 'тек шектері белгілі: {unsure}',
  survivesUnsureEnd: 'тоқтатылу күнінің тек шектері белгілі',
  onEveryDay: 'осы күннен кешіктірілмей алынған хабарлама кез келген ықтимал күн және кез келген түсіндіру бойынша мерзімінде',
  noRenewalToPrevent: 'ешбір хабарлама ұзартуды болдырмай алмас еді',
  noPeriodRunning: 'жүріп жатқан кезең жоқ',
  mayBeOver:
    'ағымдағы кезең үшін ол {passed} күнінен кейін өтіп кеткен болуы мүмкін: қазір алынған хабарлама мерзімінде немесе кеш болуы ықтимал',
  mayHaveNoEffectYet: 'кейбір ықтимал күндер бойынша қазір алынған хабарламаның салдары әлі болмайды',
  mayNotBeInForceYet: 'кейбір ықтимал күндер бойынша келісім әлі күшіне енген жоқ, қазір алынған хабарламаның салдары болмайды',
  safeAfter: '{reason}; бұл одан кейінгі ең ерте қауіпсіз күн',
  noSafeDay: 'қауіпсіз күнді көрсету мүмкін емес: {reason}; кейін де жоқ. Күнін анықтаңыз: {unsure}',

  onEveryReading:
    'хабарлама кез келген түсіндіру бойынша мерзімінде болатын соңғы күн{opens, select, none {} other {, {opens} күнінен бастап алынса}}{whenCount, plural, =0 {} other {; мына түсіндіру бойынша осынша ерте: {when}}}{changesCount, plural, =0 {} other {; {changes}}}',
  changeAhead: '{on} күнінен бастап қолданылатын {protocol} хаттамасы бойынша өзгерістер есепке алынған',
  byTransit: 'жеткізуге {transit}, қауіпсіз күннен ({safe}) кешіктірілмей',
  byRecord: 'тіркелген факт',
  asSet:
    '{type, select, periodEnd {кезеңнің ұзақтығы бойынша} lastDayForNotice {кезеңнің соңына дейінгі хабарлама мерзімі бойынша} terminationEffect {қолданыстағы тоқтату бойынша} supersession {кейінгі шарт бойынша} conditionEffect {шарт орындалған күн соңғы күн болып табылады} lastDayForFixedDay {белгіленген күнге дейінгі хабарлама мерзімі бойынша} protocol_changesApplied {хаттамада аталған күн} protocol_applicationEnded {оны уақытша қолдану аяқталған күн} suspensionBegins {Тараптардың уағдаластығы бойынша} resumptionBegins {Тараптардың уағдаластығы бойынша} other {мәтін бойынша}}',
  firstAndLast: 'негізгі түсіндіру бойынша ықтимал бірінші және соңғы күн; тек шектері белгілі: {unsure}',

  awaitsSignature: 'қол қою',
  awaitsExchange: 'грамоталар алмасу',
  awaitsPublishedDate: 'күшіне енудің жарияланған күні',
  awaitsNotifications: 'жазбаша хабарлама ({parties})',
  awaitsDates: 'хабарламаның {counted, select, received {алынған күні} dispatched {жіберілген күні} other {күні}} ({undated})',
  awaitsCondition: 'шарттың орындалуы ({article}: {condition})',
  awaitsAll: '{awaited}',
  awaitsEarlierDate:
    'Тараптар уағдаласқан күшіне енудің ертерек күні (қолданылу мерзімі {over} күні өткен, {article}; бұл {day} күнінен бұрын, негізі: {basis})',

  notifiedBeforeSignature:
    '{notifications, plural, one {хабарлама} other {екі хабарлама да}} қол қойылғаннан ({signed}) бұрын болған: күндерді тексеріңіз',
  countedDateUnknown:
    'хабарламаның {counted, select, received {алынған күні} dispatched {жіберілген күні} other {күні}} белгісіз, тек мына күннен кеш емес: {notAfter}; егер {lastDayForNotice} күнінен кеш болмаса, ол мерзімінде: оны растайтын құжатты сұратыңыз',
  namedDayTooEarly: 'хабарламада {named} көрсетілген, бұл рұқсат етілгеннен ерте ({article}); есепке алынбайды',
  namedDayIgnored: 'аталған күн кезеңнің соңы емес және есепке алынбайды',
  premature: 'рұқсат етілген уақыттан бұрын берілген; {received} күні алынған болып саналады',

  interval:
    '{span, select, none {} other {{isExpired, select, true {, мерзім өткеннен кейін: {span}} other {, оған қоса {span}}}}}{onwards, select, none {} other {, содан кейін {onwards}}}',
  firstDay: '{of, select, month {одан кейінгі {n}-айдың бірінші күні} other {одан кейінгі {n}-жылдың 1 қаңтары}}',
  anchor:
    '{which, select, received {алынғаннан} dispatched {жіберілгеннен} other {хабарламаның күнінен}} бастап{day, select, none {} other { ({day})}}',
  after:
    '{anchor} {span, select, none {{onwards}} other {{span}}}{span, select, none {} other {{onwards, select, none {} other {, содан кейін {onwards}}}}}',
  unsureFact:
    '{counted, select, none {} dated {күні: } other {жіберілуі: }}{type, select, signed {қол қою} entry_agreed {күшіне ену} termination_notified {тоқтату туралы хабарлама} other {{counted, select, none {хабарламаның алынуы} other {хабарлама}}}}{by, select, none {} other { ({by})}}, {counted, select, none {{isOneDay, select, true {{notBefore}} other {{notBefore} – {notAfter}}}} other {{notAfter} күнінен кешіктірілмей}} ({fact})',
};
