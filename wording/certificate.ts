/** What a certificate of status says in a language, as data, and how the readings are told there. */
import type { Choice, Condition, Question } from '../clauses/reading.ts';
import type { EndCause, Status } from '../machines/view.ts';
import type { ProtocolPhase } from '../machines/without-effect.ts';
import type { Answer } from '../documents/certificate.ts';

/** Each choice as a clause that stands by itself. */
export type ReadingsWording = { [Q in Question]: Record<Choice<Q>, string> };

/** `{…}` in a text is filled in. */
export interface CertificateWording {
  head: string;
  rehearsal: string;
  rehearsalSaid: string;
  /** `{asOf}`, `{knownOn}`. */
  days: string;
  /** `{knownOn}`; of a disputed one also `{status}`, `{others}`. */
  answers: Record<Answer, string>;
  /** Said where the day asked for comes after that on which it was known. */
  ahead: string;
  statuses: Record<Status, string>;
  causes: Record<EndCause, string>;
  phases: Record<ProtocolPhase, string>;
  labels: Record<CertificateLabel, string>;
  sections: Record<'standing' | 'notices' | 'protocols' | 'counting' | 'remarks', string>;
  registers: Record<'agreements' | 'rehearsals', string>;
  /** `{from}`, `{to}`: a day that is known only within bounds. */
  between: string;
  /** `{value}`, `{when}`: what other readings give. */
  otherwise: string;
  /** Between conditions of one reading, and between readings. */
  and: string;
  or: string;
  readings: ReadingsWording;
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
  | 'notShown'
  | 'withoutLimit'
  | 'untilCondition'
  | 'survives'
  | 'noDaySet'
  | 'past'
  | 'safeDay'
  | 'ends'
  | 'ended'
  | 'noEnd'
  | 'firstDayOut'
  | 'noticeRunning'
  | 'revoked'
  | 'replaced'
  | 'none';

/** The conditions under which another answer holds, in the words of a language. */
export const conditionsIn = ({ and, or, readings }: CertificateWording, when: readonly Condition[]): string =>
  when
    .map(condition => (Object.keys(condition) as Question[]).map(q => (readings[q] as Record<Choice, string>)[condition[q]!]).join(and))
    .join(or);
