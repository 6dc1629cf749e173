/** What lists and deadlines are made from: the standing of an agreement on a day, and the decision that it leaves open. */
import type { CalendarDate } from '../clauses/calendar.ts';
import type { Dossier } from '../machines/ledger.ts';
import type { Answer } from '../wording/answer.ts';
import { decisionStateOn, standingOn, type DecisionState } from './dossier.ts';

/** What is known of an agreement on the day of the question. */
export interface Known extends DecisionState {
  standing: Answer;
}

export const knownOn = (source: Dossier, asOf: CalendarDate): Known => ({
  standing: standingOn(source, { asOf }),
  ...decisionStateOn(source, asOf),
});
