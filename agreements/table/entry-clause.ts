/** Entry into force, and provisional application before it, as a row describes them. */
import type { Fields } from './fields.ts';
import { readInterval, withoutCounts, type Counted, type Interval } from './interval.ts';
import { isExact, readDay } from './days.ts';
import type { FieldValue } from './values.ts';

export type EntryClause = { article: string; condition?: object } & (Occasion | { on: 'unseen' });

type Occasion =
  | { on: 'lastNotification'; counts: Counted; parties?: string[]; then: Interval | 'sameDay' }
  | { on: 'exchangeOfInstruments' | 'signature'; then: Interval | 'sameDay' };

export function entryClause(fields: Fields): EntryClause {
  const article = fields.text('entry_article');
  const notBefore = fields.text('not_before');
  const said = fields.read('entry_clause', readEntryClause);
  if (said) {
    const named = article ?? 'clause on entry into force';
    return { ...said, article: named, ...(notBefore ? { condition: { id: 'not-before', what: notBefore, article: named } } : {}) };
  }
  if (notBefore && !fields.text('entry_clause')) fields.refuse({ code: 'notBeforeAlone' });
  return { on: 'unseen', article: article ?? 'clause on entry into force, not described' };
}

function readEntryClause(text: string): FieldValue<Occasion> {
  const { rest, counts } = withoutCounts(text);
  const [, occasion, path] = /^(.*?)(?:\s*\+\s*(.*))?$/.exec(rest)!;
  const interval: FieldValue<Interval | 'sameDay'> = path === undefined ? { is: 'sameDay' } : readInterval(path);
  const by = /^notification of ([A-Za-z]{2,3})$/i.exec(occasion!)?.[1]?.toUpperCase();
  const on = /^last notification$/i.test(occasion!) || by ? 'lastNotification' : others.find(o => o.form.test(occasion!))?.on;
  if (!on) return { why: { code: 'noEntryClause', text } };
  if ('why' in interval) return { why: { code: 'otherInterval', text, why: interval.why } };
  if (on === 'lastNotification') return { is: { on, counts: counts ?? 'received', ...(by ? { parties: [by] } : {}), then: interval.is } };
  return counts ? { why: { code: 'countsNotHere', text } } : { is: { on, then: interval.is } };
}

const others = [
  { form: /^exchange of instruments$/i, on: 'exchangeOfInstruments' },
  { form: /^signature$/i, on: 'signature' },
] as const;

export function provisionalClause(fields: Fields): object | undefined {
  const from = fields.read('provisional', text => {
    const [, day] = /^from (.*)$/i.exec(text) ?? [];
    return day ? readAnchor(day) : { why: { code: 'noProvisional', text } };
  });
  return from ? { article: fields.text('entry_article') ?? 'clause on provisional application', from } : undefined;
}

/** Parses `signature`, or an exact day. */
export function readAnchor(text: string): FieldValue<string> {
  if (/^signature$/i.test(text)) return { is: 'signature' };
  const day = readDay(text);
  if ('why' in day) return day;
  return isExact(day.is) ? { is: day.is.notBefore } : { why: { code: 'notExact', text } };
}
