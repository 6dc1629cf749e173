/** The content of a clause as amended, as data. */
import type { Texts } from '../clauses/agreement.ts';
import type { CalendarDate, Length } from '../clauses/calendar.ts';
import type { Statement } from '../clauses/statement.ts';
import type { Counted, EntryIntoForceClause, Interval } from '../clauses/terms.ts';

export interface ClauseTextArgs {
  entersIntoForce: {
    occasion: EntryIntoForceClause['on'];
    /** The Parties whose notifications it awaits, if not both. */
    parties: readonly string[] | null;
    counted: Counted | null;
    interval: Interval | null;
  };
  notInForceBefore: { condition: string };
  appliedProvisionally: { from: CalendarDate | null };
  untilCondition: { condition: string };
  withoutLimit: object;
  durationNotDescribed: object;
  /** `from`: a day named in the text, if not counted from entry into force or signature. */
  firstPeriod: { length: Length | null; until: CalendarDate | null; isFromSignature: boolean; from: CalendarDate | null };
  noticeBeforeEnd: { noticeFirst: Length; noticeLater: Length | null; counted: Counted | null };
  renewedAutomatically: { length: Length; times: number | null };
  renewedByAgreement: { length: Length | null };
  thenWithoutLimit: object;
  notRenewed: object;
  /** `barred`: what is barred, for `barredFor` or for the first period. */
  endsAfterNotice: {
    noticePeriod: Length | null;
    then: Omit<Exclude<Interval, 'sameDay'>, 'expired'> | null;
    counted: Counted;
    barred: 'effect' | 'giving' | null;
    barredFor: Length | null;
    isByConsent: boolean;
  };
  endsOnFixedDays: { fixedDays: readonly string[]; noticePeriod: Length; counted: Counted; isByConsent: boolean };
  amendedByProtocol: { entry: ClauseText };
  survives: { what: string; length: Length | null };
  /** By language if from the description; a plain string if from a protocol or a note. */
  organisationOf: { party: string; organisation: string | Texts };
  asWritten: { text: string };
}

export type ClauseText = Statement<ClauseTextArgs>;
