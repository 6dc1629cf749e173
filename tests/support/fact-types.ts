/**
 * The list of fact types as a page for people: what each of them does in each status. Nothing here is written by hand: each cell is a fold
 * of a small invented ledger, so that the page says what the machines do.
 */
import type { Agreement } from '../../clauses/agreement.ts';
import { addDays } from '../../clauses/calendar.ts';
import { factTypes, isDeskFact, type Fact, type FactType } from '../../machines/facts.ts';
import { ineffectiveDecisions } from '../../machines/decisions.ts';
import { fold } from '../../machines/fold.ts';
import { phaseOf } from '../../machines/driver.ts';
import { viewOf } from '../../machines/view.ts';
import { d, given } from '../law/setup.ts';
import { wordings } from '../../wording/index.ts';
import { statementIn } from '../../wording/statements.ts';

const signed = { id: 's', type: 'signed', on: '2004-03-01' };
const notifications = [
  { id: 'n1', type: 'completion.notified', by: 'KZ', received: '2004-06-10' },
  { id: 'n2', type: 'completion.notified', by: 'AZ', received: '2004-09-15' },
];
const exchange = { id: 'ex', type: 'instruments.exchanged', on: '2004-09-15' };
const suspended = { id: 'sus', type: 'suspension.agreed', on: '2008-01-01' };
const superseded = { id: 'sup', type: 'superseded', on: '2009-07-01', laterTreaty: 'a later treaty' };
const notice = (received: string): object => ({ id: 't1', type: 'termination.notified', by: 'AZ', received });
const revocation = { id: 'r1', type: 'termination.revoked', by: 'AZ', of: 't1', received: '2009-05-01' };

/** The facts that bring the agreement to a status, and the day of the fact under test. */
const statuses = {
  negotiated: { before: [], day: '2004-02-01' },
  signed: { before: [signed], day: '2004-05-01' },
  'applied provisionally': { before: [signed], day: '2004-05-01' },
  'in force': { before: [signed, 'entry'], day: '2009-06-01' },
  suspended: { before: [signed, 'entry', suspended], day: '2009-06-01' },
  terminated: { before: [signed, 'entry', notice('2009-03-10')], day: '2010-01-01' },
  expired: { before: [signed, 'entry'], day: '2010-01-01' },
  superseded: { before: [signed, 'entry', superseded], day: '2010-01-01' },
} satisfies Record<string, { before: (object | 'entry')[]; day: string }>;
type StatusName = keyof typeof statuses;
export const statusNames = Object.keys(statuses) as StatusName[];

const protocol = (type: string, on: string): object => ({ id: `p1 ${type}`, type: `protocol.${type}`, protocol: 'p1', on });
const proposed = { id: 'p1 proposed', type: 'protocol.proposed', protocol: 'p1', by: 'AZ', received: '2005-01-01' };
const complete = ['KZ', 'AZ'].map(by => ({
  id: `p1 ${by}`,
  type: 'protocol.completion.notified',
  protocol: 'p1',
  by,
  received: '2005-02-01',
}));

/** The same for a protocol, with its agreement in force; the last but one end with the agreement. */
const protocolStatuses: Record<string, object[]> = {
  'not known': [],
  proposed: [proposed],
  agreed: [protocol('agreed', '2005-01-01')],
  signed: [protocol('signed', '2005-01-01')],
  'in force': [protocol('signed', '2005-01-01'), ...complete],
  ended: [protocol('signed', '2005-01-01'), ...complete, notice('2006-01-20')],
  'never operates': [protocol('signed', '2005-01-01'), notice('2006-01-20')],
  abandoned: [protocol('signed', '2005-01-01'), protocol('abandoned', '2005-02-01')],
};
export const protocolStatusNames = Object.keys(protocolStatuses);

const programme = { id: 'programme', what: 'the programme has ended', article: 'art. 13' };

/** An agreement whose clauses have a use for the fact, in the status. */
function agreementFor(type: FactType, status: StatusName): Agreement {
  const periods = { kind: 'periods', article: 'art. 13', first: 'P5Y' };
  return given(
    {
      ...(status === 'applied provisionally' || type === 'provisionalApplication.ended'
        ? { provisionalApplication: { article: 'art. 13', from: status === 'signed' ? '2004-06-01' : 'signature' } }
        : {}),
      ...(type === 'condition.met' ? { duration: { kind: 'indefinite', article: 'art. 13', endsWith: programme } } : {}),
      ...(type === 'instruments.exchanged' ? { entryIntoForce: { on: 'exchangeOfInstruments', article: 'art. 13' } } : {}),
      ...(status === 'expired' ? { duration: { ...periods, renewal: { kind: 'none' } } } : {}),
      ...(type === 'renewal.agreed' ? { duration: { ...periods, renewal: { kind: 'byAgreement', length: 'P5Y' } } } : {}),
    },
    type === 'termination.revocationConsented' ? { reading: { revocation: 'needsConsent' } } : {},
  );
}

/** The facts before the one tested: the status, and for a revocation or a consent what it refers to. */
function ledgerFor(type: FactType, status: StatusName): object[] {
  const before = statuses[status].before.flatMap(f =>
    f === 'entry' ? (type === 'instruments.exchanged' ? [exchange] : notifications) : [f],
  );
  const of = [
    ...(type.startsWith('termination.revo') && status !== 'terminated' ? [notice(status === 'expired' ? '2009-04-01' : '2009-03-10')] : []),
    ...(type === 'termination.revocationConsented' ? [revocation] : []),
  ];
  return [...before, ...of];
}

/** The fact under test. */
function factOf(type: FactType, day: string): object {
  const done = { id: 'x', type, on: day };
  const communication = { id: 'x', type, by: 'KZ', received: day };
  switch (type) {
    case 'entry.agreed':
      return { ...done, date: day };
    case 'completion.notified':
    case 'termination.notified':
    case 'provisionalApplication.ended':
      return communication;
    case 'condition.met':
      return { ...done, condition: programme.id };
    case 'protocol.proposed':
    case 'protocol.completion.notified':
      return { ...communication, protocol: 'p1' };
    case 'protocol.agreed':
    case 'protocol.signed':
    case 'protocol.abandoned':
      return { ...done, protocol: 'p1' };
    case 'termination.agreed':
      return { ...done, firstDayOut: addDays(d(day), 90) };
    case 'superseded':
      return { ...done, laterTreaty: 'another treaty' };
    case 'termination.revoked':
      return { ...communication, by: 'AZ', of: 't1' };
    case 'termination.revocationConsented':
      return { ...communication, of: 'r1' };
    case 'consultations.requested':
    case 'note.received':
      return { ...communication, subject: 'the line' };
    case 'communications.requested':
      return { ...communication, subject: 'a visit', scope: 'two lines', from: day, until: day, payer: 'KZ' };
    case 'organisation.notified':
      return { ...communication, organisation: 'an organisation' };
    case 'error.notified':
      return { ...communication, error: 'a word', corrected: 'another' };
    case 'decision.made':
      return { ...done, by: 'KZ', person: 'an officer', authority: 'an instruction', decision: 'renew' };
    case 'reminder.acknowledged':
      return { ...done, by: 'KZ', person: 'an officer' };
    case 'document.attached':
      return { ...done, person: 'an officer', to: 't1', name: 'scan.pdf', sha256: 'ab'.repeat(32), size: 1 };
    default:
      return done;
  }
}

const folded = (agreement: Agreement, list: object[], day: string) => fold(agreement, list as Fact[], agreement.reading, d(day));
/** Why the fact has no effect there; undefined if it has. */
function whyNot(agreement: Agreement, list: object[], day: string): string | undefined {
  const { withoutEffect, history } = folded(agreement, list, day);
  const all = [...withoutEffect, ...ineffectiveDecisions({ agreement, facts: list as Fact[], history })];
  const reason = all.find(w => w.fact === 'x')?.reason;
  return reason && statementIn(reason, wordings.en);
}

/** The status that a column's ledger results in for a fact: the page must not mislead. */
export function statusFor(type: FactType, status: StatusName): string {
  const day = d(statuses[status].day);
  return viewOf(folded(agreementFor(type, status), ledgerFor(type, status), day), day).status;
}
export function protocolStatusFor(status: string): string | undefined {
  const course = folded(given(), [signed, ...notifications, ...protocolStatuses[status]!], '2009-06-01').protocols['p1'];
  return course && phaseOf(course);
}

class Notes {
  readonly list: string[] = [];

  mark(why: string | undefined, otherwise = 'takes effect'): string {
    if (why === undefined) return otherwise;
    if (!this.list.includes(why)) this.list.push(why);
    return String(this.list.indexOf(why) + 1);
  }
}

/** Aligned like prettier's output. */
function table(rows: string[][]): string {
  const widths = rows[0]!.map((_, i) => Math.max(3, ...rows.map(r => r[i]!.length)));
  const line = (cells: string[]): string => `| ${cells.map((c, i) => c.padEnd(widths[i]!)).join(' | ')} |`;
  const [head, ...body] = rows;
  return [line(head!), line(widths.map(w => '-'.repeat(w))), ...body.map(line)].join('\n');
}

const isOfProtocols = (type: FactType): boolean => type.startsWith('protocol.');

function agreementRow(type: FactType, notes: Notes): string[] {
  const cell = (status: StatusName): string | undefined => {
    const { day } = statuses[status];
    return whyNot(agreementFor(type, status), [...ledgerFor(type, status), factOf(type, day)], day);
  };
  return [
    `\`${type}\``,
    ...statusNames.map(status => notes.mark(cell(status), isDeskFact(factOf(type, '2009-06-01') as Fact) ? 'noted' : undefined)),
  ];
}

function protocolRow(type: FactType, notes: Notes): string[] {
  const day = '2009-06-01';
  const cell = (before: object[]): string | undefined => whyNot(given(), [signed, ...notifications, ...before, factOf(type, day)], day);
  return [`\`${type}\``, ...Object.values(protocolStatuses).map(before => notes.mark(cell(before)))];
}

export function factTypesPage(): string {
  const notes = new Notes();
  const agreement = table([['', ...statusNames], ...factTypes.filter(t => !isOfProtocols(t)).map(t => agreementRow(t, notes))]);
  const protocols = table([['', ...protocolStatusNames], ...factTypes.filter(isOfProtocols).map(t => protocolRow(t, notes))]);
  return `# Fact types

The list of facts is closed. A fact that the law has a use for takes effect; any other is recorded without effect, with the reason, and assessed
again each time the facts are folded. A fact of the desk (a request, a note, a decision, an acknowledgement) is noted and moves no date. An
entry that can't be a fact at all is refused and not recorded.

The machines generate this page (\`tests/support/fact-types.ts\`): each cell is their answer for an invented agreement with the final clauses of
the Kazakhstan-Azerbaijan one, or with a clause that has a use for the fact. A number refers to the reasons below.

## Effect of a fact, by the status of the agreement

${agreement}

A suspended agreement accepts the same facts as one in force: periods, notices and deadlines continue.

## Effect of a protocol's fact, by the status of the protocol

${protocols}

## Reasons

${notes.list.map((why, i) => `${i + 1}. ${why}`).join('\n')}

Whatever the status, a communication made orally or defective in form has no effect; nor has a fact that refers (\`of\`) to one that was struck or is
itself without effect. An agreed date of entry into force before signature has no effect.

## Entries that change others

\`corrected\` sets fields of a fact (\`null\` clears them), never \`id\`, \`type\`, \`of\`, \`by\` or \`protocol\`. \`struck\` removes an entry from
the law; striking a correction restores the earlier values, striking a strike revives the entry. Both apply in the order of \`recorded\`, then of entry.
`;
}
