/** English: what an officer should know in addition to the dates, and the meaning of clauses. */
import type { NoteMessages } from '../statements.ts';

const anchor = '{counted, select, received {receipt} dispatched {dispatch} other {its date}}';
const byConsent = '{isByConsent, select, true {; withdrawn only with the consent of the other Party} other {}}';

export const notes: NoteMessages = {
  standsNotSigned: 'Not signed, as far as the register shows.',
  isSignedOnly:
    'Signed; the date of its entry into force is not known{notBefore, select, none {} other {, but is not before {notBefore}}}.',
  willBeInForce: 'Signed; it enters into force on {entryIntoForce}.',
  isAppliedProvisionally: 'Applied provisionally since {since}; not in force yet.',
  inForcePeriod: 'In force since {since}, in period {period}, to {lastDay}.',
  inForceWithoutLimit: 'In force since {since}, without limit of time.',
  inForceUntilCondition: 'In force since {since}, until a condition is met: {condition}.',
  inForceNotDescribed: 'In force since {since}; for how long is not described.',
  inForceUntil:
    'In force since {since}; it ends {cause, select, notice {by notice} agreement {by agreement of the Parties} expiry {by expiry} other {by a later treaty}}, last day in force {lastDayInForce}.',
  isSuspended: 'Its operation is suspended. {answer}',
  noLongerInForce:
    'Ceased to be in force on {firstDayOut}: ended {cause, select, notice {by notice} agreement {by agreement of the Parties} expiry {by expiry} other {by a later treaty}}.',
  dependsOnUnsureDay:
    '{possibleCount, plural, =1 {Some days are known only within bounds; the status does not depend on them: {possible}.} other {It depends on a day that is known only within bounds: {possible}.}}',

  entryNotKnown:
    'Entry into force is not known: awaiting {awaited}.{isAlone, select, true {} other { Ask for the document itself, and its date ({article}).}}{condition, select, none {} other { Find out whether the condition is met, and since when, and record that ({condition}).}}',
  entryRemark: 'Entry into force: {remark}.',
  endsWithCondition:
    'It ends at the close of the day on which a condition is met; that day is not known: {what} ({article}). Once it is met, record that ({condition}).',
  notDescribed:
    'The text is not described ({article}): how long it is concluded for is not known here, so that no period, no last day for notice and no safe day is calculated; that does not mean that there is none. Describe it and put it into use: npx servanda agreement revise FILE --reason "…".',
  firstPeriodOver: 'By {article} the first period was over on {lastDay}, before entry into force on {entryIntoForce}.',
  officesClosed:
    'The {which, select, sendBy {send-by day} other {safe day}}, {day}, is {closed}. It does not move: {which, select, sendBy {send the notice before that day} other {see that a notice is received before that day}}.',
  earlyYear: 'Year {year} is before {oldest}: check the year ({place}: {early}).',
  dateToFind:
    'Known only within bounds: {unsure}. Ask for the document that shows the day, and correct {fact}: all that follows is then exact again.',
  noticeRemarks: 'Notice {notice}: {remarks}.',
  knownSince: 'Learnt only later: {fact} of {on} affects this day too, with effect from {from}. {why} ({basis}).',
  withoutEffectOtherwise: '{fact} has an effect on the default reading; on others it has none. {why}',
  protocolsReversed:
    'Protocol {later} was signed before {earlier} and entered into force after it; the clauses are consolidated by entry into force.',
  protocolsOverlap:
    'Protocols {earlier} and {later} make overlapping changes ({changes}); {later}, which entered into force later, governs from that day.',
  protocolContradicts:
    'The changes of protocol {protocol} never apply: from the day that it names, the agreement would have ended before the protocol was in force.',
  bentClause:
    'The clause on {clause, select, entryIntoForce {entry into force} provisionalApplication {provisional application} duration {duration} termination {termination} amendment {amendment} entryOfProtocols {entry into force of protocols} other {what survives the end}} ({article}) is only approximated here, and dates that rest on it may differ: {bent}',
  noticeCountsEarlier: 'A notice of termination counts from a day before its receipt',
  notificationCountsByDate: 'A notification counts from the date that it bears',
  dispatchCountsOnOneReading: 'On one reading a notice of termination counts from its dispatch',

  entersIntoForce:
    'in force {occasion, select, lastNotification {{parties, select, none {on the last notification} other {on the notification of {parties}}}} exchangeOfInstruments {on the exchange of instruments} signature {on signature} fixedDate {on the day fixed by the text} other {on the day that is published; the clause is not described}}{counted, select, dispatched {, counted from its dispatch} dated {, counted from its date} other {}}{interval}',
  notInForceBefore: 'not in force before: {condition}',
  appliedProvisionally: 'from {from, select, none {signature} other {{from}}}, until entry into force',
  untilCondition: 'until the condition is met: {condition}',
  withoutLimit: 'without limit',
  durationNotDescribed: 'not described',
  firstPeriod:
    '{until, select, none {{length}} other {the first until {until}}}{isFromSignature, select, true {, counted from signature} other {}}{from, select, none {} other {, counted from {from}}}',
  noticeBeforeEnd:
    '{noticeLater, select, none {{noticeFirst} before the end of a period} other {{noticeFirst} before the end of the first period, {noticeLater} before that of a later one}}{counted, select, none {} received {, by the day on which it is received} dispatched {, by the day on which it is dispatched} other {, by the day on which it is dated}}',
  renewedAutomatically: 'automatically, for {length}{times, select, none {} other {, {times} times}}',
  renewedByAgreement: 'by agreement, for {length, select, none {as long as the Parties agree} other {{length}}}',
  thenWithoutLimit: 'in force without limit after the first period',
  notRenewed: 'none',
  endsAfterNotice: `{after}{barred, select, none {} giving {; may not be given in {barredFor, select, none {the first period} other {the first {barredFor}}}} other {; not before the end of {barredFor, select, none {the first period} other {the first {barredFor}}}}}${byConsent}`,
  endsOnFixedDays: `on {fixedDays}, {noticePeriod} or more after ${anchor}${byConsent}`,
  amendedByProtocol: 'by protocol; {entry}',
  survives: '{what}{length, select, none {} other {, for {length} after the end}}',
  organisationOf: '{party}: {organisation}',
  asWritten: '{text}',

  closed:
    '{why, select, weekend {a {weekday}} holiday {a holiday in {party} ({name}, {article})} inPlaceOf {a day off in {party} in lieu of {of} ({name}, {article})} notAnnounced {perhaps a holiday in {party} ({name}, listed here only through {through}; {article})} other {a day for which the holidays of {party} are not listed (the list begins in {from})}}',
};
