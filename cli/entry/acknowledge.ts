/** servanda acknowledge: a person has seen the reminders so far; today's are not escalated further. */
import { acknowledgementOf } from '../../client/facts.ts';
import { formatAnswer, enter } from './entering.ts';
import { define } from '../define.ts';
import { agreementArgument, home, json, text, yes } from '../flags.ts';
import type { CliContext } from '../world.ts';

interface Flags {
  by?: string;
  for?: string;
  yes?: boolean;
  home?: string;
  json?: boolean;
}

async function acknowledge(
  this: CliContext,
  { by, for: party, yes: sure, home: folder, json: asJson }: Flags,
  agreement: string,
): Promise<void> {
  const [answer] = await enter(
    this,
    agreement,
    { enteredBy: this.user, ...(sure ? { yes: sure } : {}), ...(folder ? { home: folder } : {}) },
    acknowledgementOf(this.words.wording, { for: party, person: by ?? this.user }),
  );
  this.print(asJson ? JSON.stringify(answer, null, 2) : formatAnswer(answer!, agreement, this.words));
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
