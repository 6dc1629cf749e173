/** Several entries of one agreement from one text in the format of a file of facts. */
import { parseFacts } from '../agreements/load.ts';
import type { Context } from './context.ts';
import type { Consequences } from './consequences.ts';
import { consequencesOfEntering } from './entry-consequences.ts';
import type { Make } from './facts.ts';
import { enter } from './recording.ts';
import type { RecordAnswer } from './updates.ts';

/** `called`: the name of the text in error messages. */
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

/** Checks all entries before sending any. */
export const recordText = (context: Context, agreement: string, facts: FactsText): Promise<RecordAnswer[]> =>
  enter(context, agreement, madeOf(facts));
