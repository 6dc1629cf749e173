/** servanda protocol show: where a protocol stands, what it changes, and what is missing. */
import { buildCommand } from '@stricli/core';
import { inWords } from '../../clauses/calendar.ts';
import { labelOfFact } from '../../machines/labels.ts';
import { factsKnown } from '../../machines/ledger.ts';
import { dateOf } from '../../machines/facts.ts';
import { processInWords } from '../../machines/protocol/requests.ts';
import { home, json } from '../flags.ts';
import { kept } from '../notice/desk.ts';
import { labelled, table } from '../page.ts';
import { standingOf } from '../source.ts';
import type { World } from '../world.ts';
import { changesInWords } from './changes.ts';
import { protocolOnDesk } from './desk.ts';
import { protocolArguments } from './telling.ts';
import { wordings } from '../../wording/index.ts';
import { statementIn } from '../../wording/statements.ts';

interface Flags {
  home?: string;
  json?: boolean;
}

async function show(this: World, { home: folder, json: asJson }: Flags, agreement: string, id: string): Promise<void> {
  const { kept: found, today } = await kept(this, folder, agreement);
  const d = protocolOnDesk(found, id, today);
  const standing = standingOf(found, this, {});
  const law = standing.protocols.find(p => p.id === id) ?? null;
  const notes = standing.notes.filter(n => n.includes(`rotocol ${id}`) || n.includes(` ${id} `));
  if (asJson) return this.print(JSON.stringify({ ...d, law, notes }, null, 2));
  const facts = factsKnown(found.entries).facts.filter(f => 'protocol' in f && f.protocol === id);
  const { date, notBefore } = law?.entryIntoForce ?? { date: null, notBefore: null };
  this.print(
    [
      this.ink.strong(`Protocol ${id} of ${agreement}${d.known.title ? `: ${d.known.title}` : ''}`),
      labelled(
        [
          ['State', [`${processInWords(d.state)}, since ${inWords(d.protocol.since)}`]],
          ['Changes', changesInWords(d.known.changes)],
          [
            'In force',
            date
              ? [`from ${inWords(date)} (${d.protocol.basis})`]
              : notBefore
                ? [`not before ${inWords(notBefore)} (${d.protocol.basis})`]
                : [],
          ],
          ['Texts', d.protocol.languages.map(l => `${l}: ${d.protocol.texts.includes(l) ? 'settled' : 'not settled'}`)],
          ['Missing', d.awaits ? [d.awaits] : []],
          ['Waits for', d.timers.map(t => t.summary)],
          ['Note', notes],
        ],
        this.ink,
      ),
      '',
      table(
        ['Date', 'What', 'Article'],
        facts.map(f => [inWords(dateOf(f)), statementIn(labelOfFact(f).label, wordings.en), labelOfFact(f).basis]),
        this.ink,
      ),
    ].join('\n'),
  );
}

export const command = buildCommand<Flags, [string, string], World>({
  docs: {
    brief: 'Where a protocol stands, and what is missing',
    customUsage: ['<agreement> <protocol> [--json]'],
    fullDescription: `Where a protocol stands: its stage, what it changes, who has not notified. It reads the register and needs no server.
The rehearsal of the examples is kept apart from real agreements: npx servanda agreement open docs/rehearsal.yaml.

EXAMPLES
  npx servanda protocol show rehearsal p1`,
  },
  parameters: { positional: protocolArguments, flags: { home, json } },
  func: show,
});
