/**
 * One row of a table as an agreement's description and its facts: the same that a file of agreements/ gives. What the row does not say
 * is not described, and never filled in.
 */
import { agreement as agreementSchema, type Agreement } from '../../clauses/agreement.ts';
import { clauseFindings } from '../../machines/clause-findings/index.ts';
import type { CalendarDate } from '../../clauses/calendar.ts';
import type { Entry } from '../../machines/facts.ts';
import { escaped, isText } from '../../machines/limits.ts';
import { readLedger } from '../../machines/refusals.ts';
import { wordings } from '../../wording/index.ts';
import { refusalSentence } from '../../wording/refusals/sentence.ts';
import { narrowerEntry, whyAtOdds } from './at-odds.ts';
import { readClauses } from './clauses.ts';
import { neededColumns } from './columns.ts';
import { findingIn } from '../../wording/findings/messages.ts';
import { readEnd, type StatedEnd } from './end.ts';
import type { EntryClause } from './entry-clause.ts';
import { Fields } from './fields.ts';
import type { Counted } from './interval.ts';
import type { TableRow } from './read.ts';
import { dayOf, readDay, readParties, type PartyNamed, type Said, type Within } from './values.ts';

export interface TakenRow {
  line: number;
  number: string;
  agreement: Agreement;
  facts: Entry[];
}

export interface RefusedRow {
  line: number;
  number: string;
  /** Each in an officer's words. */
  reasons: string[];
}

/** `rehearsal`: what the table tells is invented, and is kept apart. */
export function readRow(row: TableRow, rehearsal: boolean): TakenRow | RefusedRow {
  const { line } = row;
  const number = row.fields.number ?? '';
  if (row.misshapen) return { line, number, reasons: [row.misshapen] };
  const unfit = Object.entries(row.fields).filter(([, field]) => !isText(field));
  if (unfit.length) return { line, number: escaped(number), reasons: unfit.map(([column]) => notText(column)) };
  const fields = new Fields(row.fields);
  const read = describe(fields, number, rehearsal);
  if (!read || fields.reasons.length) return { line, number, reasons: fields.reasons };
  const { agreement, facts, stated } = read;
  const odds = [...whyAtOdds(agreement, facts, stated), ...senselessIn(agreement, facts)];
  return odds.length ? { line, number, reasons: odds } : { line, number, agreement, facts };
}

const notText = (column: string): string =>
  `${column} has a character that is not text (of control, format or a new line within the field, or invisible); take it out`;

/** What was found in clauses that another row has too. */
const looked = new Map<string, string[]>();
const mostLooked = 1000;

/** Clauses from which no date can follow. The day of signature matters to clauses that name a day, and to no others. */
function senselessIn(agreement: Agreement, facts: readonly Entry[]): string[] {
  const clauses = JSON.stringify(agreement.clauses);
  const entries = /\d{4}-\d{2}-\d{2}/.test(clauses) ? facts.filter(f => f.type === 'signed') : [];
  const key = `${clauses} ${JSON.stringify(entries)}`;
  const found =
    looked.get(key) ??
    clauseFindings(agreement, entries, [])
      .filter(f => f.severity === 'error')
      .map(finding => findingIn(finding, wordings.en));
  if (looked.size >= mostLooked) looked.clear();
  looked.set(key, found);
  return found;
}

/** `KZ-AZ 2004/17` is `kz-az-2004-17`; one that is too short, or begins with nothing a to z, is `treaty-…`. */
export function idOf(number: string): string {
  const plain = number
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return plain.length >= 3 || !plain ? plain : `treaty-${plain}`;
}

interface Stated {
  entry: Within | undefined;
  end: StatedEnd | undefined;
}

function describe(
  fields: Fields,
  number: string,
  rehearsal: boolean,
): { agreement: Agreement; facts: Entry[]; stated: Stated } | undefined {
  for (const name of neededColumns) if (!fields.text(name)) fields.refuse(`${name} is empty, and is needed`);
  const parties = fields.read('parties', text => readParties(text, fields.text('party_names')));
  const clauses = readClauses(fields);
  const facts = factsOf(fields, parties, clauses.terms.entryIntoForce);
  const end = readEnd(fields, parties);
  const id = idOf(number);
  if (number && !id) fields.refuse(`number: ${number} has no letter a to z and no digit to make an id of`);
  if (fields.reasons.length || !parties) return undefined;
  const source = fields.text('source');
  const checked = agreementSchema.safeParse({
    id,
    title: { en: fields.text('title')! },
    rehearsal,
    parties,
    clauses: clauses.terms,
    notes: clauses.notDescribed.length ? [`Not described in the table of agreements: ${clauses.notDescribed.join('; ')}.`] : [],
    sources: [{ what: `Number ${number} in a table of agreements`, where: source ?? 'no source is given' }],
  });
  if (!checked.success) {
    for (const { path, message } of checked.error.issues) fields.refuse(`${path.join('.')}: ${message}`);
    return undefined;
  }
  const narrower = facts.entry && facts.follows && narrowerEntry(checked.data, readLedger(facts.facts, checked.data).entries, facts.entry);
  const all = [...facts.facts, ...(narrower ? [published(narrower)] : []), ...end.facts];
  const { entries, refusals } = readLedger(all, checked.data);
  for (const refusal of refusals) fields.refuse(refusalSentence(refusal, wordings.en));
  return { agreement: checked.data, facts: entries, stated: { entry: facts.entry, end: end.stated } };
}

interface Told {
  facts: object[];
  entry: Within | undefined;
  /** Entry into force follows from signature or notifications: within bounds, where their days are known but within bounds. */
  follows: boolean;
}

/** Signature, notifications, and the published entry into force, where the notifications alone do not give it. */
function factsOf(fields: Fields, parties: PartyNamed[] | undefined, clause: EntryClause): Told {
  const on = fields.read('signed', readDay);
  const place = fields.text('place');
  const notified = fields.read('notified', readNotified) ?? [];
  const noParty = (name: string, ids: readonly string[]): void => {
    for (const id of parties ? ids : [])
      if (!parties!.some(p => p.id === id)) fields.refuse(`${name}: ${id} is no Party: ${parties!.map(p => p.id).join(', ')}`);
  };
  noParty(
    'notified',
    notified.map(n => n.by),
  );
  noParty('entry_clause', ('parties' in clause && clause.parties) || []);
  const exchanged = fields.day('exchanged');
  const entry = fields.read('entry_into_force', readDay);
  const follows = entryFollows(clause, notified, exchanged);
  return {
    facts: [
      { id: 's', type: 'signed', on: on && dayOf(on), ...(place ? { place } : {}) },
      ...notified.map(({ by, day }) => ({ id: `n-${by}`, type: 'completion.notified', by, [countedBy(clause)]: dayOf(day) })),
      ...(exchanged ? [{ id: 'x-instruments', type: 'instruments.exchanged', on: exchanged }] : []),
      ...(entry && !follows ? [published(entry)] : []),
    ],
    entry,
    follows,
  };
}

/** Whether all is told that the clause asks for; when another instrument let it enter into force is never told. */
function entryFollows(clause: EntryClause, notified: readonly { by: string }[], exchanged: CalendarDate | undefined): boolean {
  if (clause.condition) return false;
  switch (clause.on) {
    case 'lastNotification':
      return clause.parties ? notified.some(n => clause.parties!.includes(n.by)) : notified.length === 2;
    case 'exchangeOfInstruments':
      return exchanged !== undefined;
    case 'signature':
      return true;
    case 'unseen':
      return false;
    default:
      return clause satisfies never;
  }
}

const countedBy = (clause: EntryClause): Counted => (clause.on === 'lastNotification' ? clause.counts : 'received');

const published = (entry: Within): object => ({
  id: 'e',
  type: 'entry.agreed',
  on: entry.notBefore,
  date: dayOf(entry),
  published: true,
});

/** `KZ 2004-06-10; AZ: 2004-09-15` */
function readNotified(text: string): Said<{ by: string; day: Within }[]> {
  const read: { by: string; day: Within }[] = [];
  for (const one of text.split(/\s*[;,|]\s*/).filter(Boolean)) {
    const parts = /^([A-Za-z]{2,3})[\s:=]+(\S.*)$/.exec(one);
    if (!parts) return { why: `${one} is no notification: write the Party and the day, such as KZ 2004-06-10` };
    const by = parts[1]!.toUpperCase();
    const day = readDay(parts[2]!);
    if ('why' in day) return day;
    if (read.some(n => n.by === by)) return { why: `${by} is named twice; the first notification counts: leave the later one out` };
    read.push({ by, day: day.is });
  }
  return { is: read };
}
