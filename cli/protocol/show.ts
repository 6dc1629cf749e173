/** servanda protocol show: displays a protocol's state, what it changes, and what is missing. */
import { labelOfFact } from '../../machines/labels.ts';
import { factsKnown } from '../../machines/ledger.ts';
import { dateOf } from '../../machines/facts.ts';
import { define } from '../define.ts';
import { home, json } from '../flags.ts';
import { dossierToday, standingOf } from '../../client/dossiers.ts';
import { protocolToday } from '../../client/protocols.ts';
import { contextOf } from '../client.ts';
import { labelled, table } from '../page.ts';
import type { CliContext } from '../world.ts';
import { formatChanges } from './changes.ts';
import { statementIn } from '../../wording/statements.ts';
import { protocolArguments } from './update-command.ts';

interface Flags {
  home?: string;
  json?: boolean;
}

async function show(this: CliContext, { home: folder, json: asJson }: Flags, agreement: string, id: string): Promise<void> {
  const context = contextOf(this, folder);
  const { dossier: found, today } = await dossierToday(context, agreement);
  const { words, style } = this;
  const { m, say } = words;
  const { labels } = m.protocol;
  const d = protocolToday(words.wording, found, id, today);
  const standing = await standingOf(context, found);
  const law = standing.protocols.find(p => p.id === id) ?? null;
  const isOfIt = (value: unknown): boolean => value === id || (Array.isArray(value) && value.includes(id));
  const notes = standing.noted.filter(n => Object.values(n.args).some(isOfIt)).map(n => statementIn(n, words.wording));
  if (asJson) return this.print(JSON.stringify({ ...d, law, notes }, null, 2));
  const facts = factsKnown(found.entries).facts.filter(f => 'protocol' in f && f.protocol === id);
  const { date, notBefore } = law?.entryIntoForce ?? { date: null, notBefore: null };
  const basis = words.basis(law?.entryIntoForce?.basis ?? d.protocol.basis);
  const inForce = date
    ? [say(m.protocol.inForceFrom, { day: words.day(date), basis })]
    : notBefore
      ? [say(m.protocol.notBefore, { day: words.day(notBefore), basis })]
      : [];
  // Once a protocol is signed, a text that was never settled at the desk is no longer awaited.
  const isSigned = facts.some(f => f.type === 'protocol.signed');
  const languages = d.protocol.languages.filter(l => !isSigned || d.protocol.texts.includes(l));
  this.print(
    [
      style.strong(say(m.protocol.heading, { protocol: id, agreement, title: d.known.title ?? 'none' })),
      labelled(
        [
          [labels.state, [say(m.protocol.state, { state: words.protocolState(d.state), day: words.day(d.protocol.since) })]],
          [labels.changes, formatChanges(d.known.changes, words)],
          [labels.inForce, inForce],
          [labels.texts, languages.map(l => say(m.protocol.text, { language: l, settled: String(d.protocol.texts.includes(l)) }))],
          [labels.missing, d.awaits ? [d.awaits] : []],
          [labels.waitsFor, d.timers.map(t => t.summary)],
          [labels.note, notes],
        ],
        this,
      ),
      '',
      table(
        [m.dates.date, m.dates.what, m.dates.article],
        facts.map(f => [
          words.column(dateOf(f)),
          statementIn(labelOfFact(f).label, words.wording),
          words.columnBasis(labelOfFact(f).basis),
        ]),
        this,
      ),
    ].join('\n'),
  );
}

export const command = define<Flags, [string, string]>({
  usage: ['<agreement> <protocol> [--json]'],
  examples: `
  npx servanda protocol show rehearsal p1`,
  parameters: { positional: protocolArguments, flags: { home, json } },
  func: show,
});
