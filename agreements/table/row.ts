/**
 * One row of a table as an agreement's description and its facts: the same that a file of agreements/ gives. What the row does not say
 * is not described, and never filled in.
 */
import { agreement as agreementSchema, type Agreement } from '../../clauses/agreement.ts';
import { clauseFindings } from '../../machines/clause-findings/index.ts';
import type { Entry } from '../../machines/facts.ts';
import { readLedger } from '../../machines/refusals.ts';
import { narrowerEntry, whyAtOdds } from './at-odds.ts';
import { readClauses } from './clauses.ts';
import { neededColumns } from './columns.ts';
import { messageOf } from '../findings.ts';
import { readEnd, type StatedEnd } from './end.ts';
import { Fields } from './fields.ts';
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
  const fields = new Fields(row.fields);
  const read = describe(fields, number, rehearsal);
  if (!read || fields.reasons.length) return { line, number, reasons: fields.reasons };
  const { agreement, facts, stated } = read;
  const odds = [...whyAtOdds(agreement, facts, stated), ...senselessIn(agreement, facts)];
  return odds.length ? { line, number, reasons: odds } : { line, number, agreement, facts };
}

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
      .map(messageOf);
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
  const facts = factsOf(fields, parties);
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
  for (const { message } of refusals) fields.refuse(message);
  return { agreement: checked.data, facts: entries, stated: { entry: facts.entry, end: end.stated } };
}

interface Told {
  facts: object[];
  entry: Within | undefined;
  /** Entry into force follows from signature or notifications: within bounds, where their days are known but within bounds. */
  follows: boolean;
}

/** Signature, notifications, and the published entry into force, where the notifications alone do not give it. */
function factsOf(fields: Fields, parties: PartyNamed[] | undefined): Told {
  const on = fields.read('signed', readDay);
  const place = fields.text('place');
  const notified = fields.read('notified', readNotified) ?? [];
  for (const { by } of parties ? notified : [])
    if (!parties!.some(p => p.id === by)) fields.refuse(`notified: ${by} is no Party: ${parties!.map(p => p.id).join(', ')}`);
  const entry = fields.read('entry_into_force', readDay);
  const byText = fields.text('entry_clause') !== undefined;
  const follows = byText && (/^signature/i.test(fields.text('entry_clause')!) || notified.length === 2);
  return {
    facts: [
      { id: 's', type: 'signed', on: on && dayOf(on), ...(place ? { place } : {}) },
      ...notified.map(({ by, received }) => ({ id: `n-${by}`, type: 'completion.notified', by, received: dayOf(received) })),
      ...(entry && !follows ? [published(entry)] : []),
    ],
    entry,
    follows,
  };
}

const published = (entry: Within): object => ({
  id: 'e',
  type: 'entry.agreed',
  on: entry.notBefore,
  date: dayOf(entry),
  published: true,
});

/** `KZ 2004-06-10; AZ: 2004-09-15` */
function readNotified(text: string): Said<{ by: string; received: Within }[]> {
  const read: { by: string; received: Within }[] = [];
  for (const one of text.split(/\s*[;,|]\s*/).filter(Boolean)) {
    const parts = /^([A-Za-z]{2,3})[\s:=]+(\S.*)$/.exec(one);
    if (!parts) return { why: `${one} is no notification: write the Party and the day, such as KZ 2004-06-10` };
    const by = parts[1]!.toUpperCase();
    const received = readDay(parts[2]!);
    if ('why' in received) return received;
    if (read.some(n => n.by === by)) return { why: `${by} is named twice; the first notification counts: leave the later one out` };
    read.push({ by, received: received.is });
  }
  return { is: read };
}
