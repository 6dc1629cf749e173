/** Russian: why dates are what they are. */
import type { ReasonMessages } from '../statements.ts';

const early = '{isEarly, select, true { (считается со дня подписания, статья 24(4) Венской конвенции)} other {}}';
const counted = '{counted, select, received {получено} dispatched {отправлено} other {датировано}}';
const sameDay = '{periodEnd, select, dayBefore {предшествующий день} other {день с тем же числом}}';
const agreed = '{agreedBy, select, none {} other {, как договорились Стороны ({agreedBy})}}';
const amended = '{amendedBy, select, none {} other { (продолжительность по протоколу {amendedBy})}}';
const amendedNotice = '{amendedBy, select, none {} other { (срок уведомления по протоколу {amendedBy})}}';
const countedBack =
  '{noticeCount, select, backward {{noticeBefore} назад от даты} other {последний день, от которого срок ({noticeBefore}) истекает не позднее даты}}';

export const reasons: ReasonMessages = {
  bySignature: 'подписано {signed}{interval}',
  byExchange: `обмен грамотами состоялся {exchanged}{interval}`,
  byLastNotification: `последнее уведомление ({by}), ${counted} {day}${early}{interval}`,
  byLastNotificationOrFixedDay: `последнее уведомление ({by}), ${counted} {day}${early}, и не ранее {notBefore}`,
  byFixedDay: 'дата установлена текстом: {day}',
  byPublication:
    'опубликовано как дата вступления в силу; {isDescribed, select, true {сами уведомления не известны} other {основание вступления в силу не описано}}',
  byAgreedDate: 'согласовано Сторонами {on} вместо даты по положению ({article})',
  notBeforeCondition: '{reason}; не ранее наступления условия, {met} ({condition})',
  notBeforeAgreement: '{reason}; но не ранее вступления в силу самого соглашения, {day}',
  byAwaited: '{notBefore, select, none {} other {не ранее {notBefore}; }}ожидается: {awaited}',
  fromSignature: 'со дня подписания, {signed}{named, select, none {} other {: названный день, {named}, раньше}}',
  fromNamedDay: 'день, названный в тексте',
  byPeriod: `период {period}: {countedFrom, select, signature {со дня подписания, {from}} namedDay {со дня, установленного текстом, {from}} fixedPeriod {с {from}, после периода по {fixed}} other {с {from}}} + {lengths}, ${sameDay}${agreed}${amended}`,
  byFixedPeriod:
    'период {period}: по {until}{agreedBy, select, none {, день, установленный текстом} other {, как договорились Стороны ({agreedBy})}}',
  byCutPeriod:
    'период {period} по новой продолжительности (протокол {protocol}) истекает раньше дня её изменения и поэтому заканчивается в этот день',
  beforePeriodEnd: `${countedBack} окончания периода {period}, {lastDay}; в этот день уведомление ещё своевременно${amendedNotice}`,
  beforeFixedDay: `${countedBack}, в которую уведомление прекращает соглашение ({lastDay}); в этот день уведомление ещё своевременно, и соглашение прекращает действовать {firstDayOut}`,
  byPeriodNotRenewed: 'окончание периода {period}, который не продлевается',
  byNoticeInTime: 'получено в срок: окончание периода {period}, который не продлевается',
  byNextPeriod: 'для периода {period} слишком поздно; для следующего в срок, соглашение прекращается вместе с ним',
  notBeyondPeriod: 'в срок, поэтому не позднее окончания периода {period}, {lastDay}',
  inTimeBeforeReceipt: `${counted} в срок, получено после окончания периода {period}`,
  byNamedDay: 'уведомление называет {firstDayOut} днём, в который соглашение прекращает действовать',
  byFixedDayAfterNamed:
    'один из установленных дней, так что соглашение прекращает действовать не ранее дня, названного в уведомлении, {named}',
  byNoticePeriod: '{after}; прекращает действовать {firstDayOut}',
  byReceipt: '{after}, что раньше получения, {received}: в этот день соглашение ещё действует',
  byFixedDayAfterNotice: 'первый из установленных дней, наступающий не ранее чем через {noticePeriod} ({anchor}): {lastDay}',
  notBeforeBar:
    'не ранее окончания {barredFor, select, none {первого периода} other {срока со дня вступления в силу, в течение которого прекращение не допускается ({barredFor})}}, {lastDay}',
  byAgreement: 'согласовано Сторонами {on}: прекращает действовать {firstDayOut}',
  byLaterTreaty: 'заменено последующим договором ({laterTreaty}); прекращает действовать {firstDayOut}',
  byCondition: 'условие наступило {met}: {condition}',
  withoutRenewal: '{reason}; без договорённости не продлевается',
  bySurvival: `{firstDay}, день после последнего дня действия, + {length}, ${sameDay}`,
  bySurvivalLength: 'после прекращения: {length}',
  survivesWithoutDay: 'текст не устанавливает дня',

  withinBounds: 'известны лишь пределы: {unsure}',
  survivesUnsureEnd: 'день прекращения известен неточно',
  onEveryDay: 'уведомление, полученное не позднее этого дня, своевременно при любой возможной дате и при любом толковании',
  noRenewalToPrevent: 'ни одно уведомление не могло бы предотвратить продление',
  noPeriodRunning: 'ни один период не течёт',
  mayBeOver:
    'для текущего периода этот день, возможно, прошёл, после {passed}: уведомление, полученное сейчас, может оказаться своевременным или запоздалым',
  mayHaveNoEffectYet: 'при некоторых возможных датах уведомление, полученное сейчас, ещё не имеет последствий',
  mayNotBeInForceYet:
    'при некоторых возможных датах соглашение ещё не вступило в силу, и уведомление, полученное сейчас, не имеет последствий',
  safeAfter: '{reason}; это самый ранний безопасный день после того',
  noSafeDay: 'безопасный день указать нельзя: {reason}; нет его и позднее. Выясните дату: {unsure}',

  onEveryReading:
    'последний день, в который уведомление своевременно при любом толковании{opens, select, none {} other {, если получено начиная с {opens}}}{whenCount, plural, =0 {} other {; столь рано при таком толковании: {when}}}{changesCount, plural, =0 {} other {; {changes}}}',
  changeAhead: 'учтены изменения по протоколу {protocol}, действующие с {on}',
  byTransit: 'на доставку {transit}, не позднее безопасного дня {safe}',
  byRecord: 'внесённый факт',
  asSet:
    '{type, select, periodEnd {по продолжительности периода} lastDayForNotice {по сроку уведомления до окончания периода} terminationEffect {по действовавшему прекращению} supersession {по последующему договору} conditionEffect {день наступления условия является последним} lastDayForFixedDay {по сроку уведомления до установленного дня} protocol_changesApplied {день, названный в протоколе} protocol_applicationEnded {день окончания его временного применения} suspensionBegins {как договорились Стороны} resumptionBegins {как договорились Стороны} other {по тексту}}',
  firstAndLast: 'первый и последний возможный день при основном толковании; известны лишь пределы: {unsure}',

  awaitsSignature: 'подписание',
  awaitsExchange: 'обмен грамотами',
  awaitsPublishedDate: 'опубликованная дата вступления в силу',
  awaitsNotifications: '{partiesCount, plural, one {письменное уведомление} other {письменные уведомления}} ({parties})',
  awaitsDates:
    '{counted, select, received {дата получения} dispatched {дата отправления} other {дата}} {undatedCount, plural, one {уведомления} other {уведомлений}} ({undated})',
  awaitsCondition: 'наступление условия ({article}: {condition})',
  awaitsAll: '{awaited}',
  awaitsEarlierDate:
    'более ранняя дата вступления в силу, согласованная Сторонами (срок действия истёк {over}, {article}, раньше {day}, даты по положению: {basis})',

  notifiedBeforeSignature:
    '{notifications, plural, one {уведомление предшествует} other {оба уведомления предшествуют}} подписанию, {signed}: проверьте даты',
  countedDateUnknown:
    '{counted, select, received {день получения} dispatched {день отправления} other {дата уведомления}} не известен, известно лишь, что не позднее {notAfter}; если не позднее {lastDayForNotice}, уведомление своевременно: запросите подтверждающий документ',
  namedDayTooEarly: 'уведомление называет {named}, раньше, чем допускает {article}; не учитывается',
  namedDayIgnored: 'названная дата не совпадает с окончанием периода и не учитывается',
  premature: 'направлено раньше, чем допускается; считается полученным {received}',

  interval:
    '{span, select, none {} other {{isExpired, select, true {, по истечении срока: {span}} other {, плюс {span}}}}}{onwards, select, none {} other {, затем {onwards}}}',
  firstDay: '{of, select, month {первый день {n}-го месяца после того} other {1 января {n}-го года после того}}',
  anchor:
    '{which, select, received {с получения} dispatched {с отправления} other {с даты уведомления}}{day, select, none {} other {, {day}}}',
  after:
    '{span, select, none {{onwards}} other {{span}}} {anchor}{span, select, none {} other {{onwards, select, none {} other {, затем {onwards}}}}}',
  unsureFact:
    '{counted, select, none {} dated {дата: } other {отправление: }}{type, select, signed {подписание} entry_agreed {вступление в силу} termination_notified {уведомление о прекращении} other {{counted, select, none {получение уведомления} other {уведомление}}}}{by, select, none {} other { ({by})}}, {counted, select, none {{isOneDay, select, true {{notBefore}} other {с {notBefore} по {notAfter}}}} other {не позднее {notAfter}}} ({fact})',
};
