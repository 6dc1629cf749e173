/** servanda acknowledge: a person has taken note of the reminders so far; those of today climb no further. */
import { buildCommand } from '@stricli/core';
import type { Entry } from '../../machines/facts.ts';
import { answerInWords, enter } from './entering.ts';
import { checkedEntry } from './fact-flags.ts';
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

export const command = buildCommand<Flags, [string], World>({
  docs: {
    brief: 'Acknowledge the reminders of an agreement so far',
    customUsage: ['<agreement> [--by NAME] [--for PARTY] [--yes]'],
    fullDescription: `Enters that a person has taken note of the reminders so far: they are not escalated to the next on the list. It decides nothing, and the
next reminder comes on its day.
The rehearsal of the examples is kept apart from real agreements: npx servanda agreement open docs/rehearsal.yaml.

EXAMPLES
  npx servanda acknowledge rehearsal --by "treaty officer"`,
  },
  parameters: {
    positional: agreementArgument,
    flags: {
      by: text('NAME', 'Who acknowledges (default: your user name)'),
      for: text('PARTY', 'For which Party (default: that of the agreement’s desk)'),
      yes,
      home,
      json,
    },
  },
  func: acknowledge,
});
