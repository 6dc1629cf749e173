/** What a refusal is: an answer in a desk officer's words, with what to do, and no failure. It knows no law, so that workflows give it too. */

import type { TooLate } from './notice/outcome.ts';

export type RefusalKind =
  | 'malformed'
  | 'unknownType'
  | 'unknownParty'
  | 'futureDate'
  | 'idInUse'
  | 'unknownOf'
  | 'wrongKindOf'
  | 'datesOutOfOrder'
  | 'noRight'
  | 'notFolded'
  | 'notAllowed';

export interface Refusal {
  refused: RefusalKind;
  message: string;
  basis: string;
  /** Why, as data: said after the message. */
  reason?: TooLate;
}

export const malformed = (message: string): Refusal => ({ refused: 'malformed', message, basis: 'register' });

/** The type of the failure by which an update is refused; its first detail is a Refusal. */
export const REFUSED = 'Refused';

export const isRefusal = (x: object): x is Refusal => 'refused' in x;
