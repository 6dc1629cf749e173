/** English: why facts have no effect, and what notices result in. */
import type { EffectMessages } from '../statements.ts';

const ofClause = '{clause, select, entryIntoForce {entry into force} other {termination}}';

export const effects: EffectMessages = {
  oral: 'It was made orally; a notice must be in writing (VCLT art. 67).',
  defective: 'It is defective: {defect} (VCLT art. 67).',
  malformedAfterCorrection: 'With the corrections {corrections} it is malformed: {mistake}',
  ofStruck: '{of}, to which it refers, was struck.',
  ofWithoutEffect: '{of}, to which it refers, is without effect{why, select, none {.} other {: {why}}}',
  onSomeDaysOnly: 'On some of the possible days only: {why}',
  signedAlready: 'It had already been signed, on {on}.',
  notSigned: 'The agreement is not signed yet.',
  clauseNotDescribed: `The clause on ${ofClause} is not described here: look at the text, and describe it (npx servanda agreement revise).`,
  notificationsNotAsked: 'No notification of completion of internal procedures is required ({article}).',
  notificationNotAwaited: '{article} makes entry into force depend on the other Party’s notification alone; none is awaited from {by}.',
  notifiedAlready: '{by} had already notified completion of internal procedures; the first notification counts.',
  exchangeNotAsked: 'No exchange of instruments is required ({article}).',
  exchangedAlready: 'Instruments had already been exchanged, on {on}.',
  entryBeforeSignature: 'The agreed date is before signature (VCLT art. 24).',
  noProvisionalApplication: 'No clause provides for provisional application (VCLT art. 25).',
  applicationEndedAlready: 'Provisional application had already ended, by {notice} on {on}.',
  inForceBeforeApplication: 'It is already in force before provisional application would begin.',
  noSuchCondition: 'No clause has a condition named {condition}; {knownCount, plural, =0 {there are none} other {known: {known}}}.',
  conditionMetAlready: 'The condition had already been met, on {on}.',
  inForceAlready: 'The agreement was already in force, since {since}.',
  notInForceYet: 'The agreement was not known to be in force yet.',
  hasEnded: 'The agreement had ended ({phase, select, terminated {terminated} expired {expired} other {superseded}}).',
  noPeriodToRenew: 'No period is running that could be renewed.',
  renewalAgreedAlready: 'The renewal of the running period has already been agreed.',
  renewsWithoutAgreement:
    '{article} does not make renewal depend on agreement{hasLength, select, true {; changing the length of the periods takes a protocol} other {}}.',
  renewalNotAfterPeriod: 'It was agreed until {until}, which is not after the end of the running period, {lastDay}.',
  renewalWithoutLength: '{article} does not say for how long it is renewed by agreement: enter what was agreed (length, or until).',
  suspendedAlready: 'A suspension has already been agreed.',
  notSuspended: 'The agreement is not suspended.',
  noTerminationClause: 'The agreement has no clause on notice of termination (VCLT art. 56).',
  noticeBarred: 'By {article} no notice may be given before {from}; on another reading it counts from then.',
  noPeriodToEnd: 'By {article} a notice ends the agreement only at the end of a period, and no period is running.',
  noPeriodLeftToEnd:
    'By {article} a notice ends the agreement only at the end of a period. The last day for it was {lastDayForNotice}, and no other period follows.',
  endNotAfterEntry: 'The agreement can cease to be in force only on a day after its entry into force, {entryIntoForce}.',
  noticeTookEffect: 'The notice has taken effect; it can be revoked only before it does (VCLT art. 68).',
  noticeRevokedAlready: 'Notice {notice} had already been revoked by {by}.',
  noticeReplaced: 'Notice {notice} was replaced by the Parties’ agreement {by}.',
  noNoticeRunning: '{by} has no notice running that could be revoked.',
  consentNotNeededOrThere: 'Revocation {revocation} needs no consent, or already has it.',
  consentNotNeeded: 'On this reading a revocation needs no consent.',
  consentNotReceived: 'It needed the other Party’s consent, which had not been received by the last day in force (VCLT art. 68).',
  supersededAlready: 'The agreement is already being superseded by {laterTreaty}.',
  protocolPhase:
    '{phase, select, proposed {The protocol has already been proposed.} agreed {The text of the protocol has already been agreed.} signed {The protocol has already been signed.} inForce {The protocol is in force as an integral part of the agreement ({article}).} ended {The protocol ended with the agreement, of which it was an integral part ({article}).} neverOperates {The agreement ended before the protocol was in force; it never operates.} other {The protocol was abandoned.}}',
  nothingToDecide: 'There was nothing to decide on that day: no period was running that silence would have renewed or let expire.',
  endsAnyway: 'Nothing is left to decide: the agreement ends in any case; its last day in force is {lastDayInForce}.',
  notOfThisQuestion:
    '{question, select, renewal {Period {period} renews unless notice is given: the decision is to let it renew, to give notice or to negotiate.} other {Period {period} expires unless the Parties agree to renew it: the decision is to renew by agreement, to let it lapse or to negotiate.}}',
  decidedTooLate: 'It came after the safe day of period {period}, {due}; a notice may still be given, and has its own effect.',

  preventsRenewalWithinBounds: 'then it prevents the renewal of the running period, whichever of the possible days is right',
  endsOnFixedDay: 'then it ends the agreement on {lastDayInForce} on every reading',
  preventsRenewal: 'then it prevents the renewal of period {period} on every reading{opens, select, none {} other {, not before {opens}}}',
  revokesOnEveryReading: 'then it revokes on every reading',
  revokesWithConsent: 'then it revokes the notice if the other Party’s consent is received by that day too',
  mayHaveTakenEffect: 'after that day the notice may have taken effect',

  noNoticeToRevoke: 'The register has no notice of termination {of} that is running.',
  revokedAlready: 'Notice {of} was already revoked on {on}.',
  replacedAlready: 'Notice {of} was replaced by the Parties’ agreement {by}.',
  tookEffectAlready:
    'Notice {of} has taken effect: the last day in force was {lastDayInForce}. A notice can be revoked only before it takes effect.',

  toBeReceivedBy: 'To be received by {safe}: {why}.',
  mayNotPrevent: 'Whether it still prevents a renewal is not known: {reason}.',
  noDaySet: 'The law sets no day for it.',
  endsSooner: 'Another end comes first: last day in force {lastDayInForce}.',
  endsInAnyCase: 'It can prevent no renewal: the agreement ends in any case, last day in force {lastDayInForce}.',
  endsOnceReceived:
    'Once received, it {isInPeriod, select, true {also ends the agreement under {article}, which may be before the end of the period} other {ends the agreement under {article}}}; a dry run gives the day.',
  expectedEnd:
    'If it counts as received on {received}, the last day in force is {lastDayInForce} ({article}).{othersCount, plural, =0 {} other { On other readings it ceases to be in force on {others}.}}',
  safeDayPast:
    'The safe day of period {period} is past ({safe}): a notice may no longer prevent the renewal on {renewal}, and the agreement may end later than that ({article}).',
  wasStruck: 'It was struck from the register.',
  countsFrom: 'It counts from {on}, once that day has begun for both Parties.',
  hasNoEffect: '{why}',
  wasRevoked: 'Revoked on {on} (VCLT art. 68).',
  wasReplaced: 'Replaced by the Parties’ agreement {by} (VCLT art. 54).',
  endedBefore: 'The agreement ended before it could take effect.',
  wasReceived:
    'Received {received}, {inTime, select, yes {in time on every reading} no {late} none {in a period that is not renewed in any case} other {disputed: {isWithinBounds, select, true {in time on some readings or possible days only} other {in time on some readings, late on others}}}}; last day in force {lastDayInForce}: {reason}.{othersCount, plural, =0 {} other { On other readings it ceases to be in force on {others}.}}',
  entryIntoForceOf:
    'Entry into force of {protocol, select, none {the agreement} other {protocol {protocol}}}{date, select, none {{notBefore, select, none { is not settled yet.} other {: not before {notBefore}; the other notification is awaited.}}} other {: {date}.}}',
  applicationOver: 'Provisional application is over (VCLT art. 25(2)); the agreement may still enter into force.',
  isRevoked: 'Notice {of} is revoked (VCLT art. 68).',
  runsOn: 'Notice {of} continues to run: the revocation awaits the other Party’s consent (VCLT art. 68).',
  stillEnds:
    '{noticesCount, plural, one {Notice {notices} still ends} other {Notices {notices} still end}} the agreement; its last day in force is then {lastDayInForce}.',
  isProposed: 'Protocol {protocol} is proposed.',
  textIsAgreed: 'The text of protocol {protocol} is agreed.',
  movesNoDate: 'Entered; it moves no date of the agreement.',
};
