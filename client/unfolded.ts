/** An agreement that can't be folded, as far as its register has it: for the form that strikes the entry at fault. */
import { describedIn, type AgreementStanding } from './answers.ts';
import { dossierToday } from './dossiers.ts';
import type { Context } from './context.ts';
import { consequencesOfStrike } from './entry-consequences.ts';
import type { Consequences } from './consequences.ts';
import { prepare } from './entering.ts';
import { strikeOf } from './facts.ts';
import { inLanguageOf, reasonIn } from './failures.ts';
import { foldLedger } from '../machines/fold-failure.ts';
import { standing } from '../machines/standing.ts';

/** Compared by name, so that callers don't have to load the law. */
export const isUnfolded = (failure: unknown): boolean => failure instanceof Error && failure.name === 'FoldFailure';

/** Without what a fold gives, and without entries that may belong to a draft, which only a fold could tell. */
export async function unfoldedStanding(context: Context, id: string): Promise<AgreementStanding> {
  const { dossier, today } = await dossierToday(context, id);
  const isOfLaw = ({ type }: { type: string }): boolean => type !== 'notice.step' && type !== 'document.attached';
  const known = {
    agreement: id,
    asOf: today,
    knownOn: null,
    described: describedIn(dossier.agreement),
    rehearsal: dossier.rehearsal,
    entries: dossier.rows.filter(({ entry }) => isOfLaw(entry)).map(row => ({ ...row, authority: null })),
    reckoning: [],
    dates: [],
    protocols: [],
    notices: [],
    admitted: [],
    withoutEffect: [],
    decision: null,
  };
  return known as unknown as AgreementStanding;
}

/** The effects of a strike; of an unfoldable agreement only why it stays so, or null if it does not. @throws Refused, InvalidRequest */
export async function strikeShown(
  context: Context,
  agreement: string,
  of: string,
  reason: string,
): Promise<Consequences | { stillWhy: string | null }> {
  const { dossier, fresh, today } = await prepare(context, agreement, strikeOf(context.wording, of, reason)).catch(inLanguageOf(context));
  const failure = (entries: typeof dossier.entries): Error | undefined => {
    try {
      foldLedger(agreement, entries, ledger => standing({ ...dossier, entries: ledger, asOf: today }));
      return undefined;
    } catch (cause) {
      return cause as Error;
    }
  };
  if (!failure(dossier.entries)) return consequencesOfStrike(context, agreement, of, { reason });
  const after = failure([...dossier.entries, ...fresh]);
  return { stillWhy: after ? reasonIn(after, context.wording) : null };
}
