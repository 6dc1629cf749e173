/** What the law's values are called when people read them: statuses, conditions of readings, causes of an end. */
import { certificate } from '../wording/certificate-en.ts';
import type { Choice, Condition, Question } from '../clauses/reading.ts';
import type { InTime } from '../machines/standing-types.ts';
import type { Status } from '../machines/view.ts';
import type { ProtocolPhase } from '../machines/without-effect.ts';

const statuses: Record<Status, string> = {
  negotiated: 'negotiated, not signed',
  signed: 'signed, not yet in force',
  appliedProvisionally: 'signed, applied provisionally; not yet in force',
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

const inTime: Record<InTime, string> = { yes: 'in time', no: 'late', disputed: 'disputed: in time on some readings only' };

/** `withinBounds`: where a day is known only within bounds, it may depend on that. */
export const inTimeInWords = (said: InTime, withinBounds = false): string =>
  withinBounds && said === 'disputed' ? 'disputed: in time on some readings or possible days only' : inTime[said];

/** The conditions under which another answer holds: `if … and …, or if …`. */
export function conditionsInWords(when: readonly Condition[]): string {
  const each = when.map(
    condition => `if ${(Object.keys(condition) as Question[]).map(q => choiceInWords(q, condition[q]!)).join(' and ')}`,
  );
  return each.join(', or ');
}

const choiceInWords = (question: Question, choice: Choice): string => (certificate.readings[question] as Record<Choice, string>)[choice];
