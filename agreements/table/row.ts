/**
 * Reads one row of a table as an agreement's description and facts, as a file in agreements/ gives them. What the row does not state is not
 * described, and never filled in.
 */
import { agreement as agreementSchema, type Agreement } from '../../clauses/agreement.ts';
import { clauseFindings } from '../../machines/clause-findings/index.ts';
import { earliest, legalToday, type CalendarDate, type Instant } from '../../clauses/calendar.ts';
import type { Entry } from '../../machines/facts.ts';
import { escaped, isText } from '../../machines/limits.ts';
import { readLedger } from '../../machines/read-entries.ts';
import { narrowerEntry, contradictionsIn } from './contradictions.ts';
import { readClauses } from './clauses.ts';
import { neededColumns, type ColumnName } from './columns.ts';
import { readEnd, type StatedEnd } from './end.ts';
import type { EntryClause } from './entry-clause.ts';
import { Fields } from './fields.ts';
import type { Counted } from './interval.ts';
import { idOf, sourceOf } from './number.ts';
import type { TableRow } from './read.ts';
import type { RowReason } from './reasons.ts';
import { dayOf, readDay, type DayRange } from './days.ts';
import { readParties, type PartyNamed, type FieldValue } from './values.ts';

export interface TakenRow {
  line: number;
  number: string;
  agreement: Agreement;
  facts: Entry[];
  /** Ids of facts for which the table does not state when they were agreed or published; they are dated so that they move no date. */
  undated: string[];
}

export interface RefusedRow {
  line: number;
  number: string;
  reasons: RowReason[];
}

export interface Reading {
  /** The table's content is invented, and kept apart. */
  rehearsal: boolean;
  /** The time of reading: what is agreed for a future day is dated with the legal today. */
  now: Instant;
}

export function readRow(row: TableRow, how: Reading): TakenRow | RefusedRow {
  const { line } = row;
  const number = row.fields.number ?? '';
  if (row.misshapen) return { line, number, reasons: [row.misshapen] };
  const unfit = Object.entries(row.fields).filter(([, field]) => !isText(field));
  if (unfit.length)
    return { line, number: escaped(number), reasons: unfit.map(([column]) => ({ code: 'notText', column: column as ColumnName })) };
  const formulas = Object.entries(row.fields).filter(([, field]) => errorOfFormula.test(field));
  if (formulas.length)
    return { line, number, reasons: formulas.map(([column, text]) => ({ code: 'formula', column: column as ColumnName, text })) };
  const fields = new Fields(row.fields);
  const read = describe(fields, number, how);
  if (!read || fields.reasons.length) return { line, number, reasons: fields.reasons };
  const { agreement, facts, stated, undated } = read;
  const odds = [...contradictionsIn(agreement, facts, stated), ...senselessIn(agreement, facts)];
  return odds.length ? { line, number, reasons: odds } : { line, number, agreement, facts, undated };
}

/** Error values that a spreadsheet displays and saves instead of a formula's value. */
const errorOfFormula = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!|FIELD!|BLOCKED!|UNKNOWN!|CONNECT!)$/;

/** Caches findings, since many rows have the same clauses. */
const looked = new Map<string, RowReason[]>();
const mostLooked = 1000;

/** Reports clauses from which no date can follow. The day of signature only matters to clauses that name a day. */
function senselessIn(agreement: Agreement, facts: readonly Entry[]): RowReason[] {
  const clauses = JSON.stringify(agreement.clauses);
  const entries = /\d{4}-\d{2}-\d{2}/.test(clauses) ? facts.filter(f => f.type === 'signed') : [];
  const key = `${clauses} ${JSON.stringify(entries)}`;
  const found =
    looked.get(key) ??
    clauseFindings(agreement, entries, [])
      .filter(f => f.severity === 'error')
      .map((finding): RowReason => ({ code: 'senseless', finding }));
  if (looked.size >= mostLooked) looked.clear();
  looked.set(key, found);
  return found;
}

interface Stated {
  entry: DayRange | undefined;
  end: StatedEnd | undefined;
}

function describe(
  fields: Fields,
  number: string,
  { rehearsal, now }: Reading,
): { agreement: Agreement; facts: Entry[]; stated: Stated; undated: string[] } | undefined {
  for (const name of neededColumns) if (!fields.text(name)) fields.refuse({ code: 'needed', column: name });
  const parties = fields.read('parties', text => readParties(text, fields.text('party_names')));
  const clauses = readClauses(fields);
  const zones = parties?.map(p => p.zone) ?? [];
  const atLatest = (day: CalendarDate): CalendarDate => (zones.length ? earliest(day, legalToday(now, zones)) : day);
  const facts = factsOf(fields, parties, clauses.terms.entryIntoForce, atLatest);
  const end = readEnd(fields, parties, atLatest);
  const id = idOf(number);
  if (number && !id) fields.refuse({ code: 'numberWithoutId', text: number });
  if (fields.reasons.length || !parties) return undefined;
  const source = fields.text('source');
  const checked = agreementSchema.safeParse({
    id,
    title: { en: fields.text('title')! },
    rehearsal,
    parties,
    clauses: clauses.terms,
    notes: clauses.notDescribed.length ? [`Not described in the table of agreements: ${clauses.notDescribed.join('; ')}.`] : [],
    sources: [{ what: sourceOf(number), where: source ?? 'no source is given' }],
  });
  if (!checked.success) {
    for (const issue of checked.error.issues) {
      const { values = [] } = (issue as { params?: { values?: string[] } }).params ?? {};
      fields.refuse({ code: 'schema', path: issue.path.join('.'), rule: issue.message, values });
    }
    return undefined;
  }
  const narrower = facts.entry && facts.follows && narrowerEntry(checked.data, readLedger(facts.facts, checked.data).entries, facts.entry);
  const all = [...facts.facts, ...(narrower ? [published(narrower, atLatest)] : []), ...end.facts];
  const { entries, refusals } = readLedger(all, checked.data);
  for (const refusal of refusals) fields.refuse({ code: 'refused', refusal });
  const undated = [...(all.some(isPublished) ? ['e'] : []), ...end.undated];
  return { agreement: checked.data, facts: entries, stated: { entry: facts.entry, end: end.stated }, undated };
}

interface RowFacts {
  facts: object[];
  entry: DayRange | undefined;
  /** Entry into force follows from signature or notifications; within bounds if their days are. */
  follows: boolean;
}

const isPublished = (fact: object): boolean => 'published' in fact;

/** Returns the day itself, or today if it is in the future: nothing can yet have been agreed or published then. */
export type AtLatest = (day: CalendarDate) => CalendarDate;

/** Returns the signature, the notifications, and the published entry into force if it does not follow from the notifications. */
function factsOf(fields: Fields, parties: PartyNamed[] | undefined, clause: EntryClause, atLatest: AtLatest): RowFacts {
  const on = fields.read('signed', readDay);
  const place = fields.text('place');
  const notified = fields.read('notified', readNotified) ?? [];
  const noParty = (column: ColumnName, ids: readonly string[]): void => {
    for (const id of parties ? ids : [])
      if (!parties!.some(p => p.id === id)) fields.refuse({ code: 'noParty', column, text: id, parties: parties!.map(p => p.id) });
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
      ...(entry && !follows ? [published(entry, atLatest)] : []),
    ],
    entry,
    follows,
  };
}

/** Returns whether the table states everything the clause requires. It never states when a condition was met. */
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

const published = (entry: DayRange, atLatest: AtLatest): object => ({
  id: 'e',
  type: 'entry.agreed',
  on: atLatest(entry.notBefore),
  date: dayOf(entry),
  published: true,
});

/** Parses `KZ 2004-06-10; AZ: 2004-09-15`. */
function readNotified(text: string): FieldValue<{ by: string; day: DayRange }[]> {
  const read: { by: string; day: DayRange }[] = [];
  for (const one of text.split(/\s*[;,|]\s*/).filter(Boolean)) {
    const parts = /^([A-Za-z]{2,3})[\s:=]+(\S.*)$/.exec(one);
    if (!parts) return { why: { code: 'noNotification', text: one } };
    const by = parts[1]!.toUpperCase();
    const day = readDay(parts[2]!);
    if ('why' in day) return day;
    if (read.some(n => n.by === by)) return { why: { code: 'notifiedTwice', text: by } };
    read.push({ by, day: day.is });
  }
  return { is: read };
}
