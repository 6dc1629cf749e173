/** English. */
import type { ActMessages } from './messages.ts';

export const acts: ActMessages = {
  onboarded:
    'servanda keeps this agreement from {on}. On that day {status, select, unsure {its status depended on days that are not exactly known} other {it was {status, select, notSigned {not signed} signed {signed} appliedProvisionally {signed, and applied provisionally since {since}} inForce {in force{lastDayInForce, select, none {{duration, select, period {, in period {period} to {lastDay}{lastDayForNotice, select, none {} other {, with {lastDayForNotice} as the last day for notice}}} withoutLimit { without limit of time} untilCondition { until a condition is met: {condition}} other {; its duration is not described}}} other {, with {lastDayInForce} as its last day in force}}} terminated {terminated} expired {expired} other {superseded}}}}.{unsure}',
  entryIntoForce: 'In force since {inForce}.{running}',
  registration: 'Submit the agreement for registration with the United Nations.',
  provisionalApplication:
    '{state, select, begins {Applied provisionally from {day} until entry into force.} ended {No longer applied provisionally from {day}: notice {notice} ({by}) was received. It may still enter into force.} other {It will not be applied provisionally: notice {notice} ({by}) was received on {day}. It may still enter into force.}}',
  renewalSettled:
    'The last day for notice of period {period}, {lastDayForNotice}, is past and no notice is running: the renewal on {renewal} is settled.',
  renewal:
    '{period, select, none {It remains in force from {firstDay} without limit of time.} other {Renewed: period {period} runs from {firstDay} to {lastDay}{lastDayForNotice, select, none {} other {; last day for notice {lastDayForNotice}}}.}}',
  noticeReceived:
    'Notice of termination {notice} ({by}) was received on {received}{revokedBy, select, none {{timing, select, inTime {, in time} late {, after the last day for notice} other {}}: last day in force {lastDayInForce}.} other {; it had already been revoked ({revokedBy}).}}{ignored, select, none {} other { It names {ignored} as the day on which the agreement ceases to be in force; that day does not count.}}{endsBy, select, none {} expiry { Unless the Parties agree to renew it, the agreement expires before that, on {endsBefore}.} other { Another end comes first: last day in force {endsBefore}.}}{isUnsure, select, true { Whether it was in time depends on a date that is not known: ask for the document that shows it.} other {}}',
  noticeRevoked:
    '{state, select, works {Revocation {revocation} ({by}) has effect from {from}.} awaitsConsent {Revocation {revocation} ({by}) was received; it awaits the other Party’s consent.} awaitsConsentLate {Revocation {revocation} ({by}) was received after the last day for notice; it awaits the other Party’s consent.} ahead {Revocation {revocation} ({by}) was received before notice {notice}, which will have no effect.} aheadAwaitsConsent {Revocation {revocation} ({by}) was received before notice {notice}, which will have no effect if the other Party consents.} consented {Revocation {revocation} has effect from {from}, with the other Party’s consent ({by}).} other {The consent ({by}) was received before revocation {revocation}.}}{lastDayInForce, select, none {} other { Another end is still coming: last day in force {lastDayInForce}.}}{renewal, select, none {} other { Without a further notice the agreement is renewed on {renewal}.}}',
  terminationAgreed:
    'The Parties agreed to end the agreement: it ceases to be in force on {firstDayOut}. Running notices are replaced, and it is not renewed.',
  termination:
    'Terminated {cause, select, notice {by notice {of}} other {by agreement of the Parties ({of})}}: last day in force {lastDayInForce}.',
  expiry:
    'Expired: last day in force {lastDayInForce}{condition, select, none {, and not renewed} other {; the condition was met: {condition}}}.',
  supersession: 'Superseded by {laterTreaty}: it ceases to be in force on {firstDayOut}.',
  closingReport: 'Draw up the closing report: rights and obligations that accrued before the end are not affected.{survivals}',
  survivalEnded: 'What survived the end until {lastDay} is over: {survivals}.',
  suspension: 'Operation suspended from {from}; periods and deadlines continue to run, and notices keep their effect.',
  resumption: 'In operation again from {from}.',
  protocolInForce: 'Protocol {protocol} is in force from {from} as an integral part of the agreement.{running}',
  protocolApplied:
    '{how, select, namedDay {The changes of protocol {protocol} apply from {from}.} retroactive {The changes of protocol {protocol} apply with retroactive effect from {from}.} provisional {The changes of protocol {protocol} apply provisionally from {from}.} other {Protocol {protocol} is no longer applied provisionally from {from}.}}{running}',
  protocolNeverOperates: 'Protocol {protocol} never operates: the agreement ended before it was in force.',
  reminder:
    '{state, select, ahead {{ahead} left.{notDone}} listed {You were put on the list after this reminder was sent.{notDone}} late {Nothing is decided, and no reminder was sent before.} escalated {Nobody has acknowledged the reminder of {since}, and nothing is decided.} other {No safe day can be given: the last day for notice may already be past on any day. Find out the day and correct the register.}}{reminderDays}{unsure}',
  reminderDays:
    '{question, select, expiry { The agreement expires on {due} unless the Parties agree to renew it.} other {{sendBy, select, none {} other { Send a notice by {sendBy}.}} A notice received after the safe day, {due}, may not prevent the renewal of period {period}, which ends on {lastDay}.}}',
  running: ' Period {period} ends on {lastDay}{lastDayForNotice, select, none {} other {; last day for notice {lastDayForNotice}}}.',
  decided:
    'Decided: {decision, select, renew {renew} terminate {give notice} negotiate {negotiate} other {let it lapse}} (for {by}: {person}, {authority}).',
  undecided: 'No decision was made.',
  notDone:
    ' {decided} {question, select, expiry {No agreement of the Parties to renew is recorded yet.} other {No notice has been received yet, and silence still renews.}}',
  decisionMade: 'Period {period}. {decided}',
  decisionOutcome:
    '{question, select, expiry {Period {period} ended on {asked}.} other {The safe day of period {period}, {asked}, is past.}} {decided} {outcome, select, endComing {An end is coming: it is not renewed.} other {{question, select, expiry {The Parties had not agreed to renew it.} other {No notice is running: period {period} is renewed after {due}.}}}}',
  unsure: ' Known only within bounds: {items}.',
  unsureDay:
    '{type, select, signed {signature} entry_agreed {entry into force} termination_notified {notice of termination} other {notification}}{by, select, none {} other { ({by})}}: {counted, select, none {from {notBefore} to {notAfter}} other {not after {notAfter}}}',
  survivals: ' What survives it: {items}.',
  survival: '{what}{lastDay, select, none {} other {, until {lastDay}}} ({article})',
  sendBy:
    'Notice {notice} of {agreement} has not been sent. {isPast, select, true {It was due to be sent by {sendBy} to arrive by the safe day, {safe}: send it by the quickest channel; it may be received too late.} other {It must be sent by {sendBy} to arrive by the safe day, {safe}.}}',
  proofOfReceipt:
    'Notice {notice} of {agreement} was sent on {dispatched}; proof of its receipt has been expected since {expected}. Without receipt the notice has no effect.',
  examination:
    'Notice {notice} of {agreement} ({by}), received on {received}, has not been examined. Until it is, it is not recorded and nothing that follows from it is counted.',
  noticeOutcome:
    'Notice {notice} of {agreement} ({kind}; {by}): {verdict, select, running {received{inTime, select, yes {, in time on every reading} no {, late} disputed {, in time on some readings only} other {}}} tookEffect {it has taken effect} revoked {revoked} withoutEffect {without effect} other {not received yet}}{lastDayInForce, select, none {} other {; last day in force {lastDayInForce}}}.{certain, select, true {} other { Other readings give another end.}}',
  protocolAwaited:
    'Awaited since {since} for protocol {protocol} of {agreement}: {awaited, select, consent {the other Party’s consent} texts {the text in {languages}, then signature} signature {signature} completion {notification of completion of internal procedures ({parties})} other {entry into force of the agreement itself}}.',
  silence:
    'Alarm: the agreement is in force, and {found, select, noWorkflow {no workflow was keeping it} noProgress {the workflow that keeps it makes no progress} other {no timer was waiting for its dates}}. {isRepaired, select, true {It was repaired from the register: its timers are set again.} other {It could not be repaired. Run npx servanda register compare {agreement} at once, and monitor its dates by hand until then.}}',
};
