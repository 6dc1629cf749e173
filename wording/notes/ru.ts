/** Russian: what an officer should know in addition to the dates, and the meaning of clauses. */
import type { NoteMessages } from '../statements.ts';

const anchor = '{counted, select, received {с получения} dispatched {с отправления} other {с даты уведомления}}';
const byConsent = '{isByConsent, select, true {; отзыв лишь с согласия другой Стороны} other {}}';

export const notes: NoteMessages = {
  standsNotSigned: 'По внесённым записям не подписано.',
  isSignedOnly: 'Подписано; вступление в силу не известно{notBefore, select, none {} other {; не ранее {notBefore}}}.',
  willBeInForce: 'Подписано; вступает в силу {entryIntoForce}.',
  isAppliedProvisionally: 'Временно применяется с {since}; ещё не вступило в силу.',
  inForcePeriod: 'Действует с {since}; период {period}, по {lastDay}.',
  inForceWithoutLimit: 'Действует с {since}, бессрочно.',
  inForceUntilCondition: 'Действует с {since} до наступления условия: {condition}.',
  inForceNotDescribed: 'Действует с {since}; срок действия не описан.',
  inForceUntil:
    'Действует с {since}; прекращается {cause, select, notice {по уведомлению} agreement {по соглашению Сторон} expiry {по истечении срока} other {последующим договором}}, последний день действия: {lastDayInForce}.',
  isSuspended: 'Действие приостановлено. {answer}',
  noLongerInForce:
    'Не действует с {firstDayOut}: прекращено {cause, select, notice {по уведомлению} agreement {по соглашению Сторон} expiry {по истечении срока} other {последующим договором}}.',
  dependsOnUnsureDay:
    '{possibleCount, plural, =1 {Некоторые дни известны неточно; статус от них не зависит: {possible}.} other {Зависит от неточно известного дня: {possible}.}}',

  entryNotKnown:
    'Вступление в силу не известно; ожидается: {awaited}.{isAlone, select, true {} other { Запросите документ и его дату ({article}).}}{condition, select, none {} other { Выясните, наступило ли условие и с какого дня, и внесите это ({condition}).}}',
  entryRemark: 'Вступление в силу: {remark}.',
  endsWithCondition:
    'Соглашение прекращается в день наступления условия, дата не известна: {what} ({article}). Когда оно наступит, внесите это ({condition}).',
  notDescribed:
    'Текст не описан ({article}): срок, на который заключено соглашение, здесь не известен, поэтому период, последний день для уведомления и безопасный день не исчисляются; это не означает, что их нет. Опишите текст и введите описание в действие: npx servanda agreement revise FILE --reason "…".',
  firstPeriodOver: '{article}: первый период закончился {lastDay}, до вступления в силу {entryIntoForce}.',
  officesClosed:
    '{which, select, sendBy {Последний день отправки} other {Безопасный день}}, {day}: {closed}. День не переносится: {which, select, sendBy {отправьте уведомление раньше} other {позаботьтесь, чтобы уведомление было получено раньше}}.',
  earlyYear: 'Год {year} раньше {oldest}: проверьте год ({place}: {early}).',
  dateToFind: 'Известны лишь пределы: {unsure}. Запросите подтверждающий документ и исправьте {fact}: всё последующее вновь станет точным.',
  noticeRemarks: 'Уведомление {notice}: {remarks}.',
  knownSince: 'Стало известно лишь позднее: запись {fact} от {on} имеет последствия и на этот день, с {from}. {why} ({basis}).',
  withoutEffectOtherwise: 'Запись {fact} имеет последствия при основном толковании; при других не имеет. {why}',
  protocolsReversed: 'Протокол {later} подписан раньше {earlier}, а вступил в силу позднее; положения сводятся по вступлению в силу.',
  protocolsOverlap:
    'Протоколы {earlier} и {later} изменяют одно и то же: {changes}; {later}, вступивший в силу позднее, применяется со своего дня.',
  protocolContradicts:
    'Изменения по протоколу {protocol} не действуют ни в один день: с названного в нём дня соглашение прекратилось бы раньше вступления протокола в силу.',
  bentClause:
    'Положение о {clause, select, entryIntoForce {вступлении в силу} provisionalApplication {временном применении} duration {сроке действия} termination {прекращении} amendment {изменении} entryOfProtocols {вступлении в силу протоколов} other {том, что сохраняется после прекращения}} ({article}) описано приблизительно, и основанные на нём даты могут отличаться: {bent}',
  noticeCountsEarlier: 'Уведомление о прекращении учитывается со дня, предшествующего получению',
  notificationCountsByDate: 'Уведомление учитывается со своей даты',
  dispatchCountsOnOneReading: 'При одном из толкований уведомление о прекращении учитывается со дня отправления',

  entersIntoForce:
    'вступление в силу: {occasion, select, lastNotification {{parties, select, none {по последнему уведомлению} other {по уведомлению ({parties})}}} exchangeOfInstruments {по обмену грамотами} signature {с подписания} fixedDate {в день, установленный текстом} other {в опубликованный день; положение не описано}}{counted, select, dispatched {, считая с отправления} dated {, считая с даты} other {}}{interval}',
  notInForceBefore: 'вступает в силу не ранее: {condition}',
  appliedProvisionally: '{from, select, none {со дня подписания} other {с {from}}} до вступления в силу',
  untilCondition: 'до наступления условия: {condition}',
  withoutLimit: 'бессрочно',
  durationNotDescribed: 'не описано',
  firstPeriod:
    '{until, select, none {{length}} other {первый период по {until}}}{isFromSignature, select, true {, считая с подписания} other {}}{from, select, none {} other {, считая с {from}}}',
  noticeBeforeEnd:
    '{noticeLater, select, none {{noticeFirst} до окончания периода} other {{noticeFirst} до окончания первого периода, {noticeLater} до окончания последующего}}{counted, select, none {} received {, по дню получения} dispatched {, по дню отправления} other {, по дате}}',
  renewedAutomatically: 'автоматически, на срок: {length}{times, select, none {} other {, число раз: {times}}}',
  renewedByAgreement: 'по договорённости, на срок: {length, select, none {по согласию Сторон} other {{length}}}',
  thenWithoutLimit: 'после первого периода бессрочно',
  notRenewed: 'не продлевается',
  endsAfterNotice: `{after}{barred, select, none {} giving {; не направляется в течение {barredFor, select, none {первого периода} other {начального срока ({barredFor})}}} other {; не ранее окончания {barredFor, select, none {первого периода} other {начального срока ({barredFor})}}}}${byConsent}`,
  endsOnFixedDays: `{fixedDays}, не ранее чем через {noticePeriod} ${anchor}${byConsent}`,
  amendedByProtocol: 'протоколом; {entry}',
  survives: '{what}{length, select, none {} other {, после прекращения: {length}}}',
  organisationOf: '{party}: {organisation}',
  asWritten: '{text}',

  closed:
    '{why, select, weekend {{weekday}} holiday {праздничный день, {party} ({name}, {article})} inPlaceOf {выходной день, {party}, вместо {of} ({name}, {article})} notAnnounced {возможно, праздничный день, {party} ({name}, известно здесь по {through} год; {article})} other {день, для которого праздники не перечислены, {party} (перечень начинается с {from} года)}}',
};
