/** English: what facts, dates, timers and things to do are called. */
import type { LabelMessages } from '../statements.ts';

const counted = '{counted, select, received {received} dispatched {dispatched} other {dated}}';
const date = '{date, select, none {a day from {notBefore} to {notAfter}} other {{date}}}';

export const labels: LabelMessages = {
  signed: '{place, select, none {Signed} other {Signed at {place}}}',
  'entry.agreed': `Entry into force {isPublished, select, true {published as} other {agreed for}} ${date}`,
  'completion.notified': `Completion of internal procedures notified by {by}, ${counted}`,
  'instruments.exchanged': 'Instruments exchanged',
  'provisionalApplication.ended': 'No longer applied provisionally: notice of {by} ({id}) received',
  'condition.met': 'Condition {condition} met',
  'protocol.proposed': 'Protocol {protocol} proposed by {by}',
  'protocol.agreed': 'Text of protocol {protocol} agreed',
  'protocol.signed': 'Protocol {protocol} signed',
  'protocol.completion.notified': `Completion of internal procedures for protocol {protocol} notified by {by}, ${counted}`,
  'protocol.abandoned': 'Protocol {protocol} abandoned',
  'renewal.agreed': 'Renewal{length, select, none {{until, select, none {} other { until {until}}}} other { for {length}}} agreed',
  'suspension.agreed': 'Suspension agreed, from {from}',
  'resumption.agreed': 'Resumption agreed, from {from}',
  'termination.notified': 'Notice of termination by {by} ({id}) received',
  'termination.agreed': 'Termination agreed: it ceases to be in force on {firstDayOut}',
  'termination.revoked': 'Revocation by {by} ({id}) received',
  'termination.revocationConsented': 'Consent of {by} to revocation {of} received',
  superseded: 'Later treaty: {laterTreaty}',
  'consultations.requested': 'Consultations requested by {by}: {subject}',
  'communications.requested': 'Communications for a visit requested by {by} ({payer} pays): {subject}',
  'organisation.notified': 'Competent organisation of {by}: {organisation}',
  'error.notified': 'Error in the text notified by {by}',
  'note.received': 'Note of {by}: {subject}',
  'decision.made':
    'Decided for {by} by {person}: {decision, select, renew {renew} terminate {give notice} negotiate {negotiate} other {let lapse}}',
  'reminder.acknowledged': 'Reminder acknowledged by {person}',
  'document.attached': 'Document attached to {to}: {name}',

  changesHold:
    '{how, select, provisional {Protocol {protocol} applied provisionally} retroactive {Changes of protocol {protocol} apply, with retroactive effect} namedDay {Changes of protocol {protocol} apply} other {Protocol {protocol} no longer applied provisionally}}',
  labelUntil: '{label} to {until}',
  terminationEffect: 'Last day in force',
  supersession: 'Ceases to be in force: superseded by {laterTreaty}',
  expiry: 'Expires unless the Parties agree to renew',
  periodEnd: 'Last day of period {period}',
  conditionEffect: 'Last day: the condition is met',
  provisionalApplicationBegins: 'Applied provisionally',
  survivalEnd: 'Last day of what survives: {survivals}',
  lastDayForNotice: 'Last day for notice',
  lastDayForFixedDay: 'Last day for notice to end it on {lastDay}',
  entryIntoForce: 'Entry into force',
  protocolEntryIntoForce: 'Protocol {protocol} enters into force',
  suspensionBegins: 'Suspension begins',
  resumptionBegins: 'Operation resumes',

  dueOn: '{label}: {day}, {basis}',
  takesEffectOn: 'Takes effect {day}: {label}',
  holdsFrom: '{label} from {day}, {basis}',
  reminderOn:
    'Reminder {day}: {ahead} to {question, select, expiry {expiry, {due}} other {{sendBy, select, none {the safe day, {due}} other {the send-by day, {sendBy}; safe day {due}}}}}',
  outcomeOn: 'Outcome of the decision to be entered, {day}',
  escalationOn: 'Escalation {day}: nobody has acknowledged the reminder, and nothing is decided',
  safeDayOn: 'Safe day for notice: {day}, {article}{sendBy, select, none {} other {; send by {sendBy}}}',
  safeDayWithinBounds: 'Safe day for notice: {day}, whatever the day of entry into force, {article}',
  atEarliest: 'At the earliest: {timer}',
  atLatest: 'At the latest: {timer}',
  onOtherReadings: 'On other readings: {timer}',
  noticeSendBy: 'Send by {sendBy} to arrive by {safe}',
  noticeSendByNear: 'Warning {day}: send by {sendBy}',
  proofExpected: 'Proof of receipt expected {isPast, select, true {since} other {by}} {expected}',
  proofStillMissing: 'Proof of receipt expected since {expected}, asked for again {day}',
  examineBy: 'Examine the notice received {received} by {day}',
  examinationOwed: 'Examination owed since {received}, asked for again {day}',
  protocolReminder: 'Reminder {day}: {missing}',
  protocolAwaits:
    "{what, select, consent {the other Party's consent to protocol {protocol}} texts {the text of protocol {protocol} in {languages}, then signature} signature {signature of protocol {protocol}} completion {notification of completion for protocol {protocol} by {parties}} other {entry into force of the agreement itself}}",

  findOutCondition: 'check for {awaited}; once the condition is met, record that.',
  obtain: 'obtain {awaited}, with the date of receipt, and record it.',
  revokeToKeep: 'a notice is running; to keep the agreement, the Party that gave it must revoke it in time (VCLT art. 68).',
  decideOnRenewal: 'decide whether to let it renew: a notice must be sent by {sendBy} to be received by the safe day, {due}.',
  decideOnExpiry: 'decide whether to renew by agreement or let it lapse: it expires on {due} unless the Parties agree to renew.',
  letRenew:
    'nothing, unless the decision to let it renew is to be changed: {sendBy, select, none {a notice must then be received by the safe day, {due}} other {a notice must then be sent by {sendBy} to be received by the safe day, {due}}}.',
  giveNotice:
    'give the notice that was decided on: {sendBy, select, none {it must be received by the safe day, {due}} other {it must be sent by {sendBy} to be received by the safe day, {due}}}.',
  agreeRenewal: 'agree with the other Party to renew, as was decided: otherwise it expires on {due}.',
  letLapse: 'nothing: it was decided to let it lapse on {due}.',
  sendToEndOn:
    'nothing by a fixed date, unless it is to end on {lastDayInForce}: {sendBy, select, none {a notice must then be received by the safe day, {due}} other {a notice must then be sent by {sendBy} to be received by the safe day, {due}}}.',
  nothingByDate: 'nothing by a fixed date.',
  nothingToDo: 'nothing.',
  findOutDays: 'find out the day and correct the entry: {unsure}.',

  enteredOn: '{label}, {isOneDay, select, true {{notBefore}} other {a day from {notBefore} to {notAfter}}}',
  planStatus:
    'Legal today {asOf} ({zones}): **{status, select, negotiated {not signed} signed {signed, not yet in force} appliedProvisionally {applied provisionally, not yet in force} inForce {in force} suspended {suspended} terminated {terminated} expired {expired} other {superseded}}**{entryIntoForce, select, none {} other {; entry into force {entryIntoForce}}}.',
  planPeriod: 'Period {number}: {firstDay} to {lastDay}.',
  planEnd: 'Last day in force: **{lastDayInForce}** ({basis}).',
  planWithin: '**{statuses}**. Known only within bounds: {unsure}.',
  planSafeDay: 'Safe day for notice, whatever that day was: **{safe}**.',
  planNoSafeDay: 'No safe day: {reason}.',
  planMachine: 'State of its machine: **{machine}**.',
  planDid: 'Last step: {did}',
  planWithdrawn: 'Withdrawn: {said}',
  planMore: 'And {more} more.',
  planNext: 'Next:',
  planNothing: 'Nothing is pending.',
  planToDo: 'To do: {toDo}',
  noticeHead: '**Notice {number}: {kind}, by {by} ({direction, select, ours {ours} other {theirs}})**',
  noticeState:
    'It is {state, select, drafted {a draft that is not approved} approved {approved and not yet sent} returned {returned or lost} dispatched {on its way, its receipt not yet proved} examination {received and not examined yet} received {received and running} inEffect {in effect} revoked {revoked} withoutEffect {without effect} recalled {recalled} other {defective}}. State of its machine: **{machine}**.',
  noticeDone:
    'Drafted by {draftedBy}{approvedBy, select, none {} other {, approved by {approvedBy}}}{dispatched, select, none {} other {, dispatched {dispatched}}}{received, select, none {} other {, received {received}}}.',
  protocolHead: '**Protocol {protocol}{title, select, none {} other {: {title}}}** ({agreement})',
  protocolState:
    'It is {state, select, proposed {proposed, its text not agreed} agreed {agreed and not signed} signed {signed} inForce {in force, an integral part of the agreement} neverOperates {without effect: the agreement ended first} other {abandoned}}, since {since} ({basis}). State of its machine: **{machine}**.',
  protocolMissing: 'Missing: {missing}.',
  noticeTitle: 'Notice {number}: {kind}, by {by}',
  noticeNumbered: 'Notice {number}',
  protocolTitle: 'Protocol {protocol}{title, select, none {} other {: {title}}}',
  agreementParties: 'Between: {parties}.',
  agreementNamed: '{isRehearsal, select, true {Rehearsal} other {Agreement}} {id}.',
  lettersAbout: 'Letters about {agreement}',
  letterAbout: '{isWithdrawn, select, true {withdrawn: } other {}}{what}, {on}',
  letterTo: 'To {recipient} by {way}: {about}',
  reconciliationTitle: 'Compares every agreement with its register',
  watched: 'Agreements compared: {agreements}. Differed: {differed}, still differing: {left}. Alarms: {alarms}.',

  safeDayOfPeriod: 'safe day for notice, period {period}{isLater, select, true {, if renewed until then} other {}}',
  safeDayMissed:
    'silence renews it: the safe day of period {period}, {since}, passed {decided, select, terminate {with no notice received, though one was decided} other {with no decision made}}{lastDay, select, none {} other {; on the default reading a notice is in time until {lastDay}}}',
  safeDayToEndOn: 'safe day for notice to end it on {lastDayInForce}',
  sendByToEndOn: 'send a notice by then to end it on {lastDayInForce}; safe day {safe}',
  safeDayAtEarliest: 'earliest possible safe day for notice',
  noSafeDayGiven: 'no safe day can be given',
  lastDayForNoticeAtLatest: 'latest possible last day for notice, which may already be past',
  lastDayAtEarliest: 'earliest possible last day in force',
  comingExpiry: 'expires unless the Parties agree to renew{isLater, select, true {, if renewed until then} other {}}',
  comingEnd:
    'last day in force, ends {cause, select, notice {by notice} agreement {by agreement of the Parties} expiry {by expiry} other {by a later treaty}}{isLater, select, true {, if renewed until then} other {}}',
  calendarSend:
    'Send a notice by {sendBy}{safe, select, none {} other { (safe day {safe})}}{lastDayInForce, select, none {, or the agreement is renewed} other { to end the agreement on {lastDayInForce}}}',
  calendarDisputed:
    '{said} (disputed: {others}{orNever, select, true {{othersCount, plural, =0 {} other { or }}no end} other {}} on other readings)',
  changeableThen:
    'the decision to let it renew can be changed by a notice {safe, select, none {received by then} other {sent by then; safe day {safe}}}',
  sendByThen: 'send a notice by then; safe day {safe}',
  safeDayComes: 'safe day for notice',
  sendByWasPast: 'safe day for notice; the send-by day, {sendBy}, is past',
  comes: '{label}',
  nothingComes: 'nothing by a fixed date',
  hasEndedBy:
    'ended {cause, select, notice {by notice} agreement {by agreement of the Parties} expiry {by expiry} other {by a later treaty}}, last day in force {lastDayInForce}',
  isOver: 'over',
};
