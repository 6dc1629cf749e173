/** What a protocol changes, in rows. */
import { calendarDate, length } from '../clauses/calendar.ts';
import type { Changes } from '../clauses/terms.ts';
import { dayIn, lengthIn, type Change, type Wording } from '../wording/index.ts';
import type { Row } from './printed-document.ts';

/**
 * In the order of the words for them, whatever that of the data. The protocol's day of entry into force has its own row; a value that only
 * repeats a default is left out.
 */
export function changeRows(changes: Changes | null | undefined, w: Wording): Row[] {
  const given = (Object.keys(w.changes) as Change[]).map(name => [name, changes?.[name]] as const);
  return given
    .filter(([name]) => name !== 'appliesTo' || changes?.periodLength !== undefined)
    .flatMap(([name, value]): Row[] => (value === undefined || value === false ? [] : [[w.changes[name], valueIn(value, w)]]));
}

function valueIn(value: NonNullable<Changes[Change]>, w: Wording): string {
  if (value === true) return w.values.yes;
  if (Array.isArray(value)) return value.map(v => (typeof v === 'string' ? v : organisation(v, w))).join('; ');
  if (typeof value === 'object') return 'kind' in value ? renewal(value, w) : value.article;
  const text = String(value);
  if (text === 'nextPeriod' || text === 'runningPeriod') return w.values[text];
  const [asLength, asDay] = [length.safeParse(text), calendarDate.safeParse(text)];
  return asLength.success ? lengthIn(w, asLength.data) : asDay.success ? dayIn(w, asDay.data) : text;
}

const organisation = ({ party, name, replaces }: NonNullable<Changes['organisations']>[number], w: Wording): string =>
  `${party}: ${name}${replaces ? ` (${w.labels.replaces}: ${replaces})` : ''}`;

function renewal(value: NonNullable<Changes['renewal']>, w: Wording): string {
  const much = 'length' in value && value.length ? `, ${lengthIn(w, value.length)}` : '';
  const many = 'times' in value && value.times ? ` × ${value.times}` : '';
  return `${w.values[value.kind]}${much}${many}`;
}
