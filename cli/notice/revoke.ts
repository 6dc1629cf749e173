/** servanda notice revoke: drafts the revocation of a notice of termination that has been received. VCLT art. 68. */
import { buildCommand } from '@stricli/core';
import type { Channel } from '../../clauses/desk.ts';
import { inWords } from '../../clauses/calendar.ts';
import { stateInWords } from '../../machines/notice/refusals.ts';
import { BadInput } from '../failures.ts';
import { home, json } from '../flags.ts';
import type { World } from '../world.ts';
import { begin, kept, nextNumber, onDesk } from './desk.ts';
import { channelFlag, noticeArguments, numberFlag, person } from './flags.ts';

interface Flags {
  channel?: Channel;
  number?: string;
  person?: string;
  home?: string;
  json?: boolean;
}

async function revoke(
  this: World,
  { channel, number: own, person: who, home: folder, json: asJson }: Flags,
  agreement: string,
  number: string,
): Promise<void> {
  const { kept: found, today } = await kept(this, folder, agreement);
  const { notice, state } = onDesk(found, number, today);
  if (notice.content.kind !== 'termination')
    throw new BadInput(`Notice ${number} is of kind ${notice.content.kind}. Only a notice of termination is revoked (VCLT art. 68).`);
  if (state !== 'received')
    throw new BadInput(
      ['inEffect', 'revoked', 'withoutEffect', 'recalled', 'defective'].includes(state)
        ? `Notice ${number} can't be revoked: it is ${stateInWords(state)} (VCLT art. 68).`
        : `Notice ${number} is ${stateInWords(state)}: before receipt it is recalled, which is free: npx servanda notice recall ${agreement} ${number} --reason "…" (VCLT art. 68).`,
    );
  const content = { kind: 'revocation' as const, of: number, by: notice.content.by };
  const draft = {
    agreement,
    number: own ?? nextNumber(found, today),
    content,
    direction: 'ours' as const,
    draftedBy: who ?? this.user,
    ...(channel ? { channel } : {}),
  };
  const d = await begin(this, folder, draft);
  if (asJson) return this.print(JSON.stringify(d, null, 2));
  const { safe, sendBy } = d.now;
  this.print(
    [
      `The revocation of notice ${number} is drafted as notice ${d.number}. It works when it is received before ${number} takes effect (VCLT art. 68).`,
      ...(safe && sendBy ? [`Send by ${inWords(sendBy)} to arrive by ${inWords(safe)}.`] : []),
      `Another person approves it: npx servanda notice approve ${agreement} ${d.number} --person NAME`,
    ].join('\n'),
  );
}

export const command = buildCommand<Flags, [string, string], World>({
  docs: {
    brief: 'Draft the revocation of a notice that has been received',
    customUsage: ['<agreement> <number> [--channel CHANNEL] [--person NAME]'],
    fullDescription: `A notice of termination that has been received is taken back by a second notice, its revocation, which must be received before the
first takes effect. It is drafted here and goes the way of every notice.
The rehearsal of the examples is kept apart from real agreements: npx servanda agreement open docs/rehearsal.yaml.

EXAMPLES
  npx servanda notice revoke rehearsal 2026-1`,
  },
  parameters: { positional: noticeArguments, flags: { channel: channelFlag, number: numberFlag, person, home, json } },
  func: revoke,
});
