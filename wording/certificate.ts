/** The text of a certificate of status in a language, as data, and the readings in words. */
import type { Choice, Condition, Question } from '../clauses/reading.ts';
import type { EndCause, Status } from '../machines/view.ts';
import type { ProtocolPhase } from '../machines/without-effect.ts';
import type { Answer } from '../documents/certificate.ts';

/** Each choice as a complete clause. */
export type ReadingsWording = { [Q in Question]: Record<Choice<Q>, string> };

/** Placeholders `{…}` are filled in. */
export interface CertificateWording {
  head: string;
  rehearsal: string;
  rehearsalSaid: string;
  /** `{asOf}`, `{knownOn}`. */
  days: string;
  /** `{knownOn}`; for a disputed answer also `{status}`, `{others}`. */
  answers: Record<Answer, string>;
  /** Used if the as-of day is after the known-on day. */
  ahead: string;
  statuses: Record<Status, string>;
  causes: Record<EndCause, string>;
  phases: Record<ProtocolPhase, string>;
  labels: Record<CertificateLabel, string>;
  sections: Record<'standing' | 'notices' | 'protocols' | 'counting' | 'remarks', string>;
  registers: Record<'agreements' | 'rehearsals', string>;
  /** `{from}`, `{to}`: a day known only within bounds. */
  between: string;
  /** `{value}`, `{when}`: the result on other readings. */
  otherwise: string;
  /** Between the conditions of one reading, and between readings. */
  and: string;
  or: string;
  readings: ReadingsWording;
  /** Statements of the law without what the desk has to do about them. */
  statements: Record<'notDescribed' | 'clauseNotDescribed' | 'dateToFind' | 'endsWithCondition', string>;
  /** `{register}`, `{seq}`, `{hash}`; `{knownOn}`, `{known}`, `{lines}`; `{law}`, `{description}`; `{key}`. */
  foot: Record<'register' | 'own' | 'lines' | 'rules' | 'signed' | 'unsigned', string>;
}

type CertificateLabel =
  | 'parties'
  | 'id'
  | 'status'
  | 'inForceSince'
  | 'inForceFrom'
  | 'wasInForceFrom'
  | 'appliedFrom'
  | 'suspendedFrom'
  | 'resumedFrom'
  | 'notShown'
  | 'withoutLimit'
  | 'untilCondition'
  | 'survives'
  | 'noDaySet'
  | 'past'
  | 'safeFrom'
  | 'safeDay'
  | 'ends'
  | 'ended'
  | 'noEnd'
  | 'firstDayOut'
  | 'noticeRunning'
  | 'revoked'
  | 'replaced'
  | 'none';

/** The conditions of another answer, in words. */
export const conditionsIn = ({ and, or, readings }: CertificateWording, when: readonly Condition[]): string =>
  when
    .map(condition => (Object.keys(condition) as Question[]).map(q => (readings[q] as Record<Choice, string>)[condition[q]!]).join(and))
    .join(or);
