/** servanda strike: deprives an entry of effect by a later entry, with the reason. It stays in the register. */
import { strikeOf, type Make } from '../../client/facts.ts';
import { define } from '../define.ts';
import { UsageError } from '../failures.ts';
import { anAgreement, argument, enteredBy, home, json, positional, text, yes } from '../flags.ts';
import type { CliContext } from '../world.ts';
import { formatAnswer, enter, type EnterFlags } from './entering.ts';

interface Flags extends EnterFlags {
  reason?: string;
  id?: string;
}

async function strike(
  this: CliContext,
  { reason, id, enteredBy: who, yes: sure, home: folder, json: asJson }: Flags,
  agreement: string,
  of: string,
): Promise<void> {
  const { m, say } = this.words;
  if (!reason) throw new UsageError(say(m.enter.strikeReason, { of }));
  const struck: Make = (dossier, today) => {
    const entries = strikeOf(this.words.wording, of, reason, id)(dossier, today);
    if (!id) this.warn(say(m.enter.givenStrikeId, { id: entries[0]!.id }));
    return entries;
  };
  const answers = await enter(this, agreement, { enteredBy: who, yes: sure, home: folder }, struck);
  this.print(asJson ? JSON.stringify(answers[0], null, 2) : answers.map(a => formatAnswer(a, agreement, this.words)).join('\n'));
}

export const entryOfAgreement = positional(anAgreement, argument('entry', 'entry'));

export const command = define<Flags, [string, string]>({
  usage: ['<agreement> <entry> --reason TEXT [--yes]'],
  examples: `
  npx servanda strike rehearsal t1 --reason "sent in error"
  npx servanda strike rehearsal k-t1 --reason "it was sent after all" --yes`,
  parameters: {
    positional: entryOfAgreement,
    flags: {
      reason: text('TEXT', 'strikeReason'),
      id: text('ID', 'strikeId'),
      enteredBy,
      yes,
      home,
      json,
    },
  },
  func: strike,
});
