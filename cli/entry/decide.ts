/**
 * servanda decide: records a decision to let renew, give notice, negotiate or let lapse, before silence decides. It has no effect in law.
 */
import { decisionPreviewOf } from '../../client/decision-preview.ts';
import { decisionOf } from '../../client/facts.ts';
import type { LateDecision } from '../../client/late-decision.ts';
import { lateOf } from '../../client/recording.ts';
import { contextOf } from '../client.ts';
import { formatAnswer, enter } from './entering.ts';
import { define } from '../define.ts';
import { UsageError } from '../failures.ts';
import { agreementArgument, home, json, text, yes, yesOrNo } from '../flags.ts';
import type { Words } from '../words.ts';
import type { CliContext } from '../world.ts';

interface Flags {
  renew?: boolean;
  terminate?: boolean;
  negotiate?: boolean;
  lapse?: boolean;
  by?: string;
  authority?: string;
  note?: string;
  for?: string;
  yes?: boolean;
  home?: string;
  json?: boolean;
}

async function decide(this: CliContext, flags: Flags, agreement: string): Promise<void> {
  const { by: person, authority, note, for: party, yes: sure, home: folder, json: asJson } = flags;
  const { words } = this;
  const { m, say } = words;
  const decision = chosen(words, flags);
  if (!person) throw new UsageError(m.enter.byMissing);
  if (!authority) throw new UsageError(m.enter.authorityMissing);
  let late: LateDecision | null = null;
  let open: string[] = [];
  const [answer] = await enter(
    this,
    agreement,
    { enteredBy: this.user, ...(sure ? { yes: sure } : {}), ...(folder ? { home: folder } : {}) },
    decisionOf(words.wording, { decision, person, authority, ...(note ? { note } : {}), ...(party ? { for: party } : {}) }),
    {
      first: async prepared => {
        late = lateOf(words.wording, prepared);
        const preview = await decisionPreviewOf(contextOf(this, folder), prepared, decision);
        ({ open } = preview);
        return [...(late ? [late.sentence] : []), ...preview.sentences].join(' ') || null;
      },
    },
  );
  if (asJson) return this.print(JSON.stringify({ ...answer, late }, null, 2));
  this.print(formatAnswer(answer!, agreement, words));
  for (const number of open) this.print(say(m.enter.draftOpen, { agreement, number }));
  if (decision === 'terminate' && !answer!.withoutEffect) this.print(say(m.enter.noticeDrafted, { agreement }));
  if (decision === 'negotiate' && !answer!.withoutEffect) this.print(m.enter.remindersGoOn);
}

function chosen({ m }: Words, flags: Flags): Decision {
  const all = decisions.filter(d => flags[d]);
  if (all.length !== 1) throw new UsageError(m.enter.decisionMissing);
  return all[0]!;
}

const decisions = ['renew', 'terminate', 'negotiate', 'lapse'] as const;
type Decision = (typeof decisions)[number];

export const command = define<Flags, [string]>({
  usage: ['<agreement> --renew | --terminate | --negotiate | --lapse --by NAME --authority TEXT [--note TEXT] [--for PARTY] [--yes]'],
  examples: `
  npx servanda decide rehearsal --renew --for KZ --by "head of department" --authority "instruction 17"`,
  parameters: {
    positional: agreementArgument,
    flags: {
      renew: yesOrNo('renew'),
      terminate: yesOrNo('terminate'),
      negotiate: yesOrNo('negotiate'),
      lapse: yesOrNo('lapse'),
      by: text('NAME', 'decidedBy'),
      authority: text('TEXT', 'decidedOn'),
      note: text('TEXT', 'note'),
      for: text('PARTY', 'decidedFor'),
      yes,
      home,
      json,
    },
  },
  func: decide,
});
