/** What the law's values are called when people read them: statuses, conditions of readings, causes of an end. */
import type { Choice, Condition, Question } from '../clauses/reading.ts';
import type { InTime } from '../machines/standing.ts';
import type { EndCause, Status } from '../machines/view.ts';
import type { ProtocolPhase } from '../machines/without-effect.ts';

const statuses: Record<Status, string> = {
  negotiated: 'negotiated, not signed',
  signed: 'signed, not yet in force',
  inForce: 'in force',
  suspended: 'in force, suspended',
  terminated: 'terminated',
  expired: 'expired',
  superseded: 'superseded by a later treaty',
};

export const statusInWords = (status: string): string => statuses[status as Status] ?? status;

const phases: Record<ProtocolPhase, string> = {
  proposed: 'proposed',
  agreed: 'text agreed',
  signed: 'signed',
  inForce: 'in force',
  ended: 'ended with the agreement',
  neverOperates: 'never operates',
  abandoned: 'abandoned',
};

export const phaseInWords = (phase: string): string => phases[phase as ProtocolPhase] ?? phase;

const causes: Record<EndCause, string> = {
  notice: 'by notice',
  agreement: 'by agreement of the Parties',
  expiry: 'by expiry',
  supersession: 'by a later treaty',
};

export const causeInWords = (cause: EndCause): string => causes[cause];

const inTime: Record<InTime, string> = { yes: 'in time', no: 'late', disputed: 'disputed: in time on some readings only' };

export const inTimeInWords = (said: InTime): string => inTime[said];

/** Each choice as a condition, to be read after "if". */
const conditions: { [Q in Question]: Record<Choice<Q>, string> } = {
  periodEnd: {
    dayBefore: 'a period ends on the day before the anniversary of its beginning',
    sameNumberedDay: 'a period ends on the anniversary of its beginning',
  },
  noticeCount: {
    backward: 'the time before the end of a period is counted back from that end',
    forward: 'the time before the end of a period is counted forward from the notice',
  },
  effect: {
    sameNumberedDay: 'the time from receipt to the end is counted to the same-numbered day',
    dayAfter: 'the time from receipt to the end is counted to the day after',
  },
  waysOut: {
    independent: 'any notice ends the agreement by its own time limit',
    endOfPeriod: 'a notice in time ends the agreement only at the end of the period',
  },
  notifies: {
    received: 'to notify in time, the notice must be received in time',
    dispatched: 'to notify in time, it is enough to dispatch the notice in time',
  },
  revocation: {
    revives: 'a notice may be revoked after the last day for notice without consent',
    needsConsent: 'a notice may be revoked after the last day for notice only with the other Party’s consent',
  },
  namedDate: {
    named: 'the date that the notice names counts',
    clause: 'the date that the notice names does not count',
  },
};

/** The conditions under which another answer holds: `if … and …, or if …`. */
export function conditionsInWords(when: readonly Condition[]): string {
  const each = when.map(
    condition => `if ${(Object.keys(condition) as Question[]).map(q => choiceInWords(q, condition[q]!)).join(' and ')}`,
  );
  return each.join(', or ');
}

const choiceInWords = (question: Question, choice: Choice): string => (conditions[question] as Record<Choice, string>)[choice];
