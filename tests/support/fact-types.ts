/**
 * The list of fact types as a page for people: what each of them does in each status. Nothing here is written down by hand:
 * each cell is a fold of a small invented ledger, so that the page says what the machines do.
 */
import type { Agreement } from '../../clauses/agreement.ts';
import { addDays, type CalendarDate } from '../../clauses/calendar.ts';
import { dateOf, factTypes, type Fact, type FactType } from '../../machines/facts.ts';
import { fold } from '../../machines/fold.ts';
import { viewOf } from '../../machines/view.ts';
import { given } from '../law/given.ts';

const facts = (...list: object[]): Fact[] => list as Fact[];

const signed = { id: 's', type: 'signed', on: '2004-03-01' };
const kz = { id: 'n1', type: 'completion.notified', by: 'KZ', received: '2004-06-10' };
const az = { id: 'n2', type: 'completion.notified', by: 'AZ', received: '2004-09-15' };
const inForce = [signed, kz, az];
const notice = (received: string): object => ({ id: 't1', type: 'termination.notified', by: 'AZ', received });
const protocolSigned = (on: string): object => ({ id: 'p1s', type: 'protocol.signed', protocol: 'p1', on });
const protocolComplete = (day: string): object[] =>
  ['KZ', 'AZ'].map(by => ({ id: `p1${by}`, type: 'protocol.completion.notified', protocol: 'p1', by, received: day }));

/** A ledger that brings the agreement to a status, and the day on which the fact comes. */
const statuses: Record<string, { ledger: object[]; day: string }> = {
  negotiated: { ledger: [], day: '2004-02-01' },
  signed: { ledger: [signed], day: '2004-05-01' },
  'in force': { ledger: inForce, day: '2009-06-01' },
  suspended: { ledger: [...inForce, { id: 'sus', type: 'suspension.agreed', on: '2008-01-01' }], day: '2009-06-01' },
  terminated: { ledger: [...inForce, notice('2006-01-20')], day: '2009-06-01' },
  expired: { ledger: inForce, day: '2030-06-01' },
  superseded: {
    ledger: [...inForce, { id: 'sup', type: 'superseded', on: '2006-01-20', laterTreaty: 'a later treaty' }],
    day: '2009-06-01',
  },
};

/** The same for a protocol, of an agreement in force; ended and never to operate with the agreement's end. */
const protocolStatuses: Record<string, { ledger: object[]; day: string }> = {
  'not known': { ledger: inForce, day: '2009-06-01' },
  proposed: {
    ledger: [...inForce, { id: 'p1p', type: 'protocol.proposed', protocol: 'p1', by: 'AZ', received: '2005-01-01' }],
    day: '2009-06-01',
  },
  agreed: { ledger: [...inForce, { id: 'p1g', type: 'protocol.agreed', protocol: 'p1', on: '2005-01-01' }], day: '2009-06-01' },
  signed: { ledger: [...inForce, protocolSigned('2005-01-01')], day: '2009-06-01' },
  'in force': { ledger: [...inForce, protocolSigned('2005-01-01'), ...protocolComplete('2005-02-01')], day: '2009-06-01' },
  ended: { ledger: [...inForce, protocolSigned('2005-01-01'), ...protocolComplete('2005-02-01'), notice('2006-01-20')], day: '2009-06-01' },
  'never operates': { ledger: [...inForce, protocolSigned('2005-01-01'), notice('2006-01-20')], day: '2009-06-01' },
  abandoned: {
    ledger: [...inForce, protocolSigned('2005-01-01'), { id: 'p1x', type: 'protocol.abandoned', protocol: 'p1', on: '2005-02-01' }],
    day: '2009-06-01',
  },
};

const duration = (renewal: object, noticeBefore?: string): object => ({
  kind: 'periods',
  article: 'art. 13',
  first: 'P5Y',
  renewal,
  ...(noticeBefore ? { noticeBefore } : {}),
});

/** An agreement whose clauses have a use for the fact, in the status. */
function agreementFor(type: FactType, status: string): Agreement {
  if (status === 'expired') return given({ duration: duration({ kind: 'none' }) });
  switch (type) {
    case 'instruments.exchanged':
      return given({ entryIntoForce: { on: 'exchangeOfInstruments', article: 'art. 13' } });
    case 'renewal.agreed':
      return given({ duration: duration({ kind: 'byAgreement', length: 'P5Y' }) });
    case 'termination.revocationConsented':
      return given({}, { reading: { revocation: 'needsConsent' } });
    default:
      return given();
  }
}

/** The fact under test, and what it is of. */
function factOf(type: FactType, day: string): object[] {
  const fact = { id: 'x', type };
  const communication = { ...fact, by: 'KZ', received: day };
  const revocation = { id: 'r1', type: 'termination.revoked', by: 'AZ', of: 't1', received: '2009-05-01' };
  switch (type) {
    case 'entry.agreed':
      return [{ ...fact, on: day, date: day }];
    case 'completion.notified':
    case 'termination.notified':
      return [communication];
    case 'protocol.proposed':
    case 'protocol.completion.notified':
      return [{ ...communication, protocol: 'p1' }];
    case 'protocol.agreed':
    case 'protocol.signed':
    case 'protocol.abandoned':
      return [{ ...fact, on: day, protocol: 'p1' }];
    case 'termination.agreed':
      return [{ ...fact, on: day, firstDayOut: addDays(day as CalendarDate, 90) }];
    case 'superseded':
      return [{ ...fact, on: day, laterTreaty: 'another treaty' }];
    case 'termination.revoked':
      return [{ ...communication, by: 'AZ', of: 't1' }, notice('2009-03-10')];
    case 'termination.revocationConsented':
      return [{ ...communication, of: 'r1' }, revocation, notice('2009-03-10')];
    default:
      return [{ ...fact, on: day }];
  }
}

/** Why the fact has no effect there; undefined when it has. */
function whyNot(type: FactType, status: string, { ledger, day }: { ledger: object[]; day: string }): string | undefined {
  const agreement = agreementFor(type, status);
  const own =
    type === 'instruments.exchanged'
      ? ledger.map(f =>
          'by' in f && f.by === 'AZ' && 'id' in f && f.id === 'n2' ? { id: 'ex', type: 'instruments.exchanged', on: '2004-09-15' } : f,
        )
      : ledger;
  const known = new Set(own.map(f => ('id' in f ? f.id : undefined)));
  const all = facts(...own, ...factOf(type, day).filter(f => 'id' in f && !known.has(f.id))).filter(
    f => f.type !== 'completion.notified' || f.id === 'x' || type !== 'instruments.exchanged',
  );
  return fold(agreement, all, agreement.reading, dateOf(all.find(f => f.id === 'x')!)).withoutEffect.find(w => w.fact === 'x')?.why;
}

/** The status that a ledger brings about, to be sure that the page does not mislead. */
export function statusOf(status: string): string {
  const { ledger, day } = statuses[status]!;
  const agreement = agreementFor('signed', status);
  return viewOf(fold(agreement, facts(...ledger), agreement.reading, day as CalendarDate), day as CalendarDate).status;
}

export const statusNames = Object.keys(statuses);

class Notes {
  readonly list: string[] = [];

  mark(why: string | undefined): string {
    if (why === undefined) return 'takes effect';
    if (!this.list.includes(why)) this.list.push(why);
    return String(this.list.indexOf(why) + 1);
  }
}

/** Aligned as prettier aligns it. */
function table(rows: string[][]): string {
  const widths = rows[0]!.map((_, i) => Math.max(3, ...rows.map(r => r[i]!.length)));
  const line = (cells: string[]): string => `| ${cells.map((c, i) => c.padEnd(widths[i]!)).join(' | ')} |`;
  const [head, ...body] = rows;
  return [line(head!), line(widths.map(w => '-'.repeat(w))), ...body.map(line)].join('\n');
}

const rowsFor = (types: readonly FactType[], columns: typeof statuses, notes: Notes): string[][] => [
  ['', ...Object.keys(columns)],
  ...types.map(type => [`\`${type}\``, ...Object.entries(columns).map(([status, at]) => notes.mark(whyNot(type, status, at)))]),
];

export function factTypesPage(): string {
  const notes = new Notes();
  const ofProtocols = factTypes.filter(t => t.startsWith('protocol.'));
  const agreement = table(
    rowsFor(
      factTypes.filter(t => !ofProtocols.includes(t)),
      statuses,
      notes,
    ),
  );
  const protocols = table(rowsFor(ofProtocols, protocolStatuses, notes));
  return `# Fact types

The list of facts is closed. A fact that the law has a use for takes effect; any other is entered without effect, with the reason, and judged
anew each time the facts are folded. What can't be a fact at all is refused and not written.

This page is made from the machines (\`tests/support/fact-types.ts\`): each cell is what they answered for an invented agreement with the final
clauses of the Kazakhstan-Azerbaijan one, or with a clause that has a use for the fact. A number stands for the reason below.

## What a fact does, by the status of the agreement

${agreement}

A suspended agreement takes what an agreement in force takes: periods, notices and deadlines go on.

## What a fact of a protocol does, by the status of the protocol

${protocols}

## Reasons

${notes.list.map((why, i) => `${i + 1}. ${why}`).join('\n')}

Besides, whatever the status: a communication made orally or defective in form has no effect; nor has what names (\`of\`) a fact that was struck or is
without effect itself. An agreed date of entry into force has none if it is before signature.

## Entries that change others

\`corrected\` sets fields of a fact (\`null\` clears them), never \`id\`, \`type\`, \`of\`, \`by\` or \`protocol\`. \`struck\` takes an entry out; striking a correction
restores what was, striking a strike revives. Both apply in the order of \`recorded\`, then of entry.
`;
}
