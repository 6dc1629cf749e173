/** English: why dates are what they are. */
import type { ReasonMessages } from '../statements.ts';

const early = '{isEarly, select, true {, before signature and therefore counted from it (VCLT art. 24(4))} other {}}';
const counted = '{counted, select, received {received} dispatched {dispatched} other {dated}}';
const sameDay = '{periodEnd, select, dayBefore {the day before} other {the same-numbered day}}';
const agreed = '{agreedBy, select, none {} other {, as the Parties agreed ({agreedBy})}}';
const amended = '{amendedBy, select, none {} other { (length set by protocol {amendedBy})}}';
const amendedNotice = '{amendedBy, select, none {} other { (notice period set by protocol {amendedBy})}}';
const countedBack =
  '{noticeCount, select, backward {counted back {noticeBefore} from} other {the last day from which {noticeBefore} can still run out by}}';

export const reasons: ReasonMessages = {
  bySignature: 'signed {signed}{interval}',
  byExchange: `instruments exchanged {exchanged}{interval}`,
  byLastNotification: `last notification, from {by}, ${counted} {day}${early}{interval}`,
  byLastNotificationOrFixedDay: `last notification, from {by}, ${counted} {day}${early}, and not before {notBefore}`,
  byFixedDay: 'fixed by the text: {day}',
  byPublication:
    'published as the date of entry into force; {isDescribed, select, true {the notifications themselves are not known} other {what brought it about is not described}}',
  byAgreedDate: 'agreed by the Parties on {on} instead of the date under {article}',
  notBeforeCondition: '{reason}; not before the condition was met, {met} ({condition})',
  notBeforeAgreement: '{reason}; but not before the agreement itself enters into force, {day}',
  byAwaited: '{notBefore, select, none {} other {not before {notBefore}: }}awaiting {awaited}',
  fromSignature: 'from signature, {signed}{named, select, none {} other {; the day named, {named}, is earlier}}',
  fromNamedDay: 'the day that the text names',
  byPeriod: `period {period}: {countedFrom, select, signature {signature, {from}} namedDay {the day fixed by the text, {from}} fixedPeriod {{from}, after a period until {fixed},} other {{from}}} + {lengths}, ${sameDay}${agreed}${amended}`,
  byFixedPeriod: `period {period}: until {until}{agreedBy, select, none {, the day fixed by the text} other {, as the Parties agreed ({agreedBy})}}`,
  byCutPeriod: 'by its new length (protocol {protocol}), period {period} is over before the day of the change, so it ends on that day',
  beforePeriodEnd: `${countedBack} the end of period {period}, {lastDay}; the day itself is in time${amendedNotice}`,
  beforeFixedDay: `${countedBack} {lastDay}, a day on which a notice ends the agreement; the day itself is in time, and it then ceases to be in force on {firstDayOut}`,
  byPeriodNotRenewed: 'the end of period {period}, which is not renewed',
  byNoticeInTime: 'received in time: the end of period {period}, which is not renewed',
  byNextPeriod: 'too late for period {period}; in time for the next, and the agreement ends with that one',
  notBeyondPeriod: 'in time, so not beyond the end of period {period}, {lastDay}',
  inTimeBeforeReceipt: `${counted} in time, received after the end of period {period}`,
  byNamedDay: 'the notice names {firstDayOut} as the day on which the agreement ceases to be in force',
  byFixedDayAfterNamed: 'one of the fixed days, so that it does not cease to be in force before the day that the notice names, {named}',
  byNoticePeriod: '{after}; it ceases to be in force on {firstDayOut}',
  byReceipt: '{after}, which is before receipt on {received}: in force through that day',
  byFixedDayAfterNotice: 'the first of the fixed days that is {noticePeriod} or more after {anchor}: {lastDay}',
  notBeforeBar:
    'not before the end of {barredFor, select, none {the first period} other {the {barredFor} from entry into force during which notice is barred}}, {lastDay}',
  byAgreement: 'agreed by the Parties on {on}: it ceases to be in force on {firstDayOut}',
  byLaterTreaty: 'superseded by {laterTreaty}; it ceases to be in force on {firstDayOut}',
  byCondition: 'the condition was met on {met}: {condition}',
  withoutRenewal: '{reason}; no further renewal without agreement',
  bySurvival: `{firstDay}, the day after the last day in force, + {length}, ${sameDay}`,
  bySurvivalLength: 'for {length} after the end',
  survivesWithoutDay: 'the text sets no day',

  withinBounds: 'known only within bounds: {unsure}',
  survivesUnsureEnd: 'the end is known only within bounds',
  onEveryDay: 'a notice received by then is in time whichever of the possible days is right, and on every reading',
  noRenewalToPrevent: 'no notice could prevent a renewal',
  noPeriodRunning: 'no period is running',
  mayBeOver: 'the time for notice in the running period may have run out after {passed}: a notice received now may be in time or late',
  mayHaveNoEffectYet: 'depending on which of the possible days is right, a notice received now may not be effective yet',
  mayNotBeInForceYet:
    'depending on which of the possible days is right, the agreement may not be in force yet, and a notice received now would have no effect',
  safeAfter: '{reason}; this is the earliest safe day after that',
  noSafeDay: 'no safe day can be given: {reason}; and there is none later. Find out the date: {unsure}',

  onEveryReading:
    'the last day on which a notice is in time on every reading{opens, select, none {} other {, received from {opens} on}}{whenCount, plural, =0 {} other {; this early because of these readings: {when}}}{changesCount, plural, =0 {} other {; {changes}}}',
  changeAhead: 'the changes of protocol {protocol}, which apply from {on}, are taken into account',
  byTransit: '{transit} in transit before the safe day, {safe}',
  byRecord: 'recorded fact',
  asSet:
    '{type, select, periodEnd {by the length of the period} lastDayForNotice {by the notice required before the end of the period} terminationEffect {by the termination that was running} supersession {by the later treaty} conditionEffect {the day on which the condition was met is the last} lastDayForFixedDay {by the notice required before the fixed day} protocol_changesApplied {the day that the protocol names} protocol_applicationEnded {the day on which its provisional application ended} suspensionBegins {as the Parties agreed} resumptionBegins {as the Parties agreed} other {by the text}}',
  firstAndLast: 'the first and the last day possible on the default reading; known only within bounds: {unsure}',

  awaitsSignature: 'signature',
  awaitsExchange: 'the exchange of instruments',
  awaitsPublishedDate: 'the published date of entry into force',
  awaitsNotifications: '{partiesCount, plural, one {the written notification} other {the written notifications}} of {parties}',
  awaitsDates:
    '{counted, select, received {the date of receipt} dispatched {the date of dispatch} other {the date}} of {undatedCount, plural, one {the notification} other {the notifications}} of {undated}',
  awaitsCondition: 'the fulfilment of the condition in {article} ({condition})',
  awaitsAll: '{awaited}',
  awaitsEarlierDate:
    'an earlier date of entry into force that the Parties agreed (by {article} its duration would have ended on {over}, before {day}, the date under {basis})',

  notifiedBeforeSignature:
    '{notifications, plural, one {the notification precedes} other {both notifications precede}} signature, {signed}: check the dates',
  countedDateUnknown: `the day on which it was ${counted} is not known, only that it was not after {notAfter}; if it was by {lastDayForNotice}, the notice was in time: ask for the document that shows it`,
  namedDayTooEarly: 'the notice names {named}, earlier than {article} allows; ignored',
  namedDayIgnored: 'the named date is not the end of the period and is ignored',
  premature: 'given before a notice may be given; counts as received on {received}',

  interval:
    '{span, select, none {} other {{isExpired, select, true {, on the expiry of {span} after it} other {, and {span} after it}}}}{onwards, select, none {} other {, then {onwards} after {span, select, none {it} other {that}}}}',
  firstDay:
    '{of, select, month {the first day of the {n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} month} other {1 January of the {n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} year}}',
  anchor:
    '{which, select, received {receipt{day, select, none {} other { on {day}}}} dispatched {dispatch{day, select, none {} other { on {day}}}} other {its date{day, select, none {} other {, {day}}}}}',
  after:
    '{span, select, none {{onwards}} other {{span}}} after {anchor}{span, select, none {} other {{onwards, select, none {} other {, then {onwards} after that}}}}',
  unsureFact:
    '{counted, select, none {} dated {date of the } other {dispatch of the }}{type, select, signed {signature} entry_agreed {entry into force} termination_notified {notice of termination} other {{counted, select, none {receipt of the notification} other {notification}}}}{by, select, none {} other { of {by}}} {counted, select, none {{isOneDay, select, true {on {notBefore}} other {on a day from {notBefore} to {notAfter}}}} other {not after {notAfter}}} ({fact})',
};
