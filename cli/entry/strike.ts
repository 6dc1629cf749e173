/** servanda strike: takes an entry out of the law by a later entry, with the reason. It stays in the register. */
import type { RegisterDossier } from '../../dossier/dossier.ts';
import { nearest } from '../../agreements/nearest.ts';
import type { CalendarDate } from '../../clauses/calendar.ts';
import type { Entry } from '../../machines/facts.ts';
import { answerInWords, enter, type EnterFlags } from './entering.ts';
import { define } from '../define.ts';
import { BadInput } from '../failures.ts';
import { checkedEntry } from './fact-flags.ts';
import { agreementArgument, enteredBy, home, json, text, yes } from '../flags.ts';
import type { Words } from '../words.ts';
import type { World } from '../world.ts';

interface Flags extends EnterFlags {
  reason?: string;
  id?: string;
}

async function strike(
  this: World,
  { reason, id, enteredBy: who, yes: sure, home: folder, json: asJson }: Flags,
  agreement: string,
  of: string,
): Promise<void> {
  const { m, say } = this.words;
  if (!reason) throw new BadInput(say(m.enter.strikeReason, { of }));
  const struck = (kept: RegisterDossier, today: CalendarDate): Entry[] => {
    entryNamed(this.words, of, kept);
    const own = id ?? `k-${of}`.slice(0, 64);
    if (!id) this.tell(say(m.enter.givenStrikeId, { id: own }));
    return [checkedEntry(this.words, { id: own, type: 'struck', of, recorded: today, reason }, kept.agreement)];
  };
  const answers = await enter(this, agreement, { enteredBy: who, yes: sure, home: folder }, struck);
  this.print(asJson ? JSON.stringify(answers[0], null, 2) : answers.map(a => answerInWords(a, agreement, this.words)).join('\n'));
}

/** The entry that is meant. @throws BadInput naming those there are. */
export function entryNamed({ m, say }: Words, id: string, { entries, agreement }: RegisterDossier): Entry {
  const found = entries.find(e => e.id === id);
  if (found) return found;
  const ids = entries.map(e => e.id);
  const near = nearest(id, ids);
  throw new BadInput(say(m.enter.unknownEntry, { agreement: agreement.id, id, near: near ?? 'none', ids: ids.join(', ') || m.words.none }));
}

export const entryOfAgreement = {
  kind: 'tuple',
  parameters: [agreementArgument.parameters[0], { placeholder: 'entry', brief: 'entry', parse: (value: string): string => value }],
} as const;

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
