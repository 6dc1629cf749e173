/** servanda acknowledge: a person has taken note of the reminders so far; those of today climb no further. */
import type { Entry } from '../../machines/facts.ts';
import { answerInWords, enter } from './entering.ts';
import { checkedEntry } from './fact-flags.ts';
import { define } from '../define.ts';
import { agreementArgument, home, json, text, yes } from '../flags.ts';
import { nextId, partyOf } from './personal.ts';
import type { World } from '../world.ts';

interface Flags {
  by?: string;
  for?: string;
  yes?: boolean;
  home?: string;
  json?: boolean;
}

async function acknowledge(
  this: World,
  { by, for: party, yes: sure, home: folder, json: asJson }: Flags,
  agreement: string,
): Promise<void> {
  const person = by ?? this.user;
  const [answer] = await enter(
    this,
    agreement,
    { enteredBy: this.user, ...(sure ? { yes: sure } : {}), ...(folder ? { home: folder } : {}) },
    (kept, today): Entry[] => [
      checkedEntry(
        this.words,
        { id: nextId(kept, 'acknowledged', today), type: 'reminder.acknowledged', on: today, by: partyOf(this.words, kept, party), person },
        kept.agreement,
      ),
    ],
  );
  this.print(asJson ? JSON.stringify(answer, null, 2) : answerInWords(answer!, agreement, this.words));
}

export const command = define<Flags, [string]>({
  usage: ['<agreement> [--by NAME] [--for PARTY] [--yes]'],
  examples: `
  npx servanda acknowledge rehearsal --by "treaty officer"`,
  parameters: {
    positional: agreementArgument,
    flags: {
      by: text('NAME', 'acknowledgeBy'),
      for: text('PARTY', 'acknowledgeFor'),
      yes,
      home,
      json,
    },
  },
  func: acknowledge,
});
