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
  'protocol.completion.notified': `Completion for protocol {protocol} notified by {by}, ${counted}`,
  'protocol.abandoned': 'Protocol {protocol} abandoned',
  'renewal.agreed': 'Renewal{length, select, none {{until, select, none {} other { until {until}}}} other { for {length}}} agreed',
  'suspension.agreed': 'Suspension agreed',
  'resumption.agreed': 'Resumption agreed',
  'termination.notified': 'Notice of termination by {by} ({id}) received',
  'termination.agreed': 'Termination agreed: it ceases to be in force on {firstDayOut}',
  'termination.revoked': 'Revocation by {by} ({id}) received',
  'termination.revocationConsented': 'Consent of {by} to revocation {of} received',
  superseded: 'Later treaty: {laterTreaty}',
  'consultations.requested': 'Consultations requested by {by}: {subject}',
  'communications.requested': 'Communications for a visit requested by {by}, {payer} pays: {subject}',
  'organisation.notified': 'Competent organisation of {by}: {organisation}',
  'error.notified': 'Error in the text notified by {by}',
  'note.received': 'Note of {by}: {subject}',
  'decision.made':
    'Decided for {by} by {person}: {decision, select, renew {renew} terminate {give notice} negotiate {negotiate} other {let lapse}}',
  'reminder.acknowledged': 'Reminder acknowledged by {person}',
  'document.attached': 'Document attached to {to}: {name}',

  changesHold:
    '{how, select, provisional {Protocol {protocol} applied provisionally} retroactive {Changes of protocol {protocol} hold, with retroactive effect} namedDay {Changes of protocol {protocol} hold} other {Protocol {protocol} no longer applied provisionally}}',
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
  outcomeOn: 'Outcome of the decision entered {day}',
  escalationOn: 'Escalation {day}: nobody has acknowledged the reminder, and nothing is decided',
  safeDayOn: 'Safe day for notice: {day}, {article}{sendBy, select, none {} other {; send by {sendBy}}}',
  safeDayWithinBounds: 'Safe day for notice: {day}, whatever the day of entry into force, {article}',
  atEarliest: 'At the earliest: {timer}',
  atLatest: 'At the latest: {timer}',
  noticeSendBy: 'Send by {sendBy} to arrive by {safe}',
  noticeSendByNear: 'Warning {day}: send by {sendBy}',
  proofExpected: 'Proof of receipt expected {isPast, select, true {since} other {by}} {expected}',
  proofStillMissing: 'Proof of receipt expected since {expected}, asked for again {day}',
  examineBy: 'Examine the notice received {received} by {day}',
  examinationOwed: 'Examination owed since {received}, asked for again {day}',
  protocolReminder: 'Reminder {day}: {missing}',
  protocolAwaits:
    "{what, select, consent {the other Party's consent to protocol {protocol}} texts {the text of protocol {protocol} in {languages}, then signature} signature {signature of protocol {protocol}} completion {notification of completion for protocol {protocol} by {parties}} other {entry into force of the agreement itself}}",

  findOutCondition: 'find out {awaited}; once it is met, record it (condition.met).',
  obtain: 'obtain {awaited}, with the date of receipt, and record it.',
  revokeToKeep: 'a notice is running; to keep the agreement, the Party that gave it must revoke it in time (VCLT art. 68).',
  decideOnRenewal: 'decide whether to let it renew: a notice must be sent by {sendBy} to be received by the safe day, {due}.',
  decideOnExpiry: 'decide whether to renew by agreement or let it lapse: it expires on {due} unless the Parties agree to renew.',
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
  planNext: 'Next:',
  planNothing: 'Nothing is pending.',
  planToDo: 'To do: {toDo}',
  noticeHead: '**Notice {number}: {kind}, by {by} ({direction, select, ours {ours} other {theirs}})**',
  noticeState:
    'It is {state, select, drafted {a draft that is not approved} approved {approved and has not left} returned {back: it was returned or lost} dispatched {on its way, its receipt not proved} examination {received and not examined yet} received {received and running} inEffect {in effect} revoked {revoked} withoutEffect {without effect} recalled {recalled} other {defective}}. State of its machine: **{machine}**.',
  noticeDone:
    'Drafted by {draftedBy}{approvedBy, select, none {} other {, approved by {approvedBy}}}{dispatched, select, none {} other {, dispatched {dispatched}}}{received, select, none {} other {, received {received}}}.',
  protocolHead: '**Protocol {protocol}{title, select, none {} other {: {title}}}** ({agreement})',
  protocolState:
    'It is {state, select, proposed {proposed, its text not agreed} agreed {agreed and not signed} signed {signed} inForce {in force, an integral part of the agreement} neverOperates {without effect: the agreement ended first} other {abandoned}}, since {since} ({basis}). State of its machine: **{machine}**.',
  protocolMissing: 'Missing: {missing}.',
};
