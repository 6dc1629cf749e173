/** Several entries of one agreement from one text, as a file of facts has them. */
import { parseFacts } from '../agreements/load.ts';
import type { Context } from './context.ts';
import type { Consequences } from './consequences.ts';
import { consequencesOfEntering } from './entry-consequences.ts';
import type { Make } from './facts.ts';
import { enter } from './recording.ts';
import type { Entered } from './updates.ts';

/** `called`: what mistakes call the text. */
export interface FactsText {
  text: string;
  called: string;
}

const madeOf =
  ({ text, called }: FactsText): Make =>
  dossier =>
    parseFacts(text, called, dossier.agreement);

/** @throws Refused, InvalidRequest, AgreementFileError with every mistake and its line */
export const consequencesOfText = (context: Context, agreement: string, facts: FactsText): Promise<Consequences> =>
  consequencesOfEntering(context, agreement, madeOf(facts));

/** All are checked before any is sent. */
export const recordText = (context: Context, agreement: string, facts: FactsText): Promise<Entered[]> =>
  enter(context, agreement, madeOf(facts));
