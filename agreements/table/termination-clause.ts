/** How a notice ends an agreement, and what survives the end, as a row describes them. */
import type { Fields } from './fields.ts';
import { readInterval, withoutCounts } from './interval.ts';
import { readLength, type FieldValue } from './values.ts';

export function terminationClause(fields: Fields): object | undefined {
  const article = fields.text('termination_article') ?? fields.text('duration_article') ?? 'clause on termination';
  const said = fields.read('termination', readTermination);
  return said && said !== 'none' ? { ...said, article } : undefined;
}

function readTermination(text: string): FieldValue<'none' | object> {
  if (/^none$/i.test(text)) return { is: 'none' };
  const [, before] = /^(.*),\s*withdrawal by consent$/i.exec(text) ?? [];
  const { rest, counts } = withoutCounts(before ?? text);
  const way = readWay(rest, text);
  if ('why' in way) return way;
  if (counts && 'when' in way.is && way.is.when === 'endOfPeriod') return { why: { code: 'countsWithPeriod', text } };
  return { is: { ...way.is, ...(counts ? { counts } : {}), ...(before ? { withdrawal: 'byConsent' } : {}) } };
}

function readWay(rest: string, text: string): FieldValue<object> {
  if (/^end of (a |the )?period$/i.test(rest)) return { is: { when: 'endOfPeriod' } };
  const [, days, before] = /^(end of calendar year|on [\d -]+),\s*(.*)$/i.exec(rest) ?? [];
  if (days) return readFixedDays(days.toLowerCase(), before!);
  const [, unbarred, barred, giving] = /^(.*?)(?:,? after (.*)|,\s*no notice in the first (.*))?$/i.exec(rest)!;
  const how = readEffect(unbarred!);
  if ('why' in how) return { why: { code: 'noTermination', text } };
  const bar = barred ?? giving;
  if (bar === undefined) return { is: { when: 'anyTime', ...how.is } };
  const bars = giving === undefined ? {} : { bars: 'giving' };
  if (/^(?:the )?first period$/i.test(barred ?? '') || /^period$/i.test(giving ?? ''))
    return { is: { when: 'afterFirstPeriod', ...how.is, ...bars } };
  const barredFor = readLength(bar);
  return 'why' in barredFor ? barredFor : { is: { when: 'afterFirstPeriod', ...how.is, ...bars, barredFor: barredFor.is } };
}

function readEffect(text: string): FieldValue<object> {
  const notice = readLength(text);
  if ('is' in notice) return { is: { notice: notice.is } };
  const then = readInterval(text);
  return 'why' in then ? then : { is: { then: then.is } };
}

function readFixedDays(written: string, before: string): FieldValue<object> {
  const notice = readLength(before);
  if ('why' in notice) return notice;
  const days = written.startsWith('end') ? ['12-31'] : written.slice('on '.length).split(/\s+/).filter(Boolean);
  if (written.startsWith('on') && days.join() === '12-31') return { why: { code: 'yearEnd', text: written, notice: notice.is } };
  return { is: { when: 'onFixedDays', days, notice: notice.is } };
}

/** Parses `rights acquired; investments made before the end for P10Y`. */
export function survivals(fields: Fields): object[] | undefined {
  const article = fields.text('termination_article') ?? fields.text('duration_article') ?? 'clause on what survives the end';
  return fields.read('survives', text => {
    const read = text
      .split(/\s*;\s*/)
      .filter(Boolean)
      .map(one => readSurvival(one, article));
    const wrong = read.find(r => 'why' in r);
    return wrong ?? { is: read.flatMap(r => ('is' in r ? [r.is] : [])) };
  });
}

function readSurvival(text: string, article: string): FieldValue<object> {
  const [, what, given] = /^(.*) for (P\S*|\d+ (?:years?|months?|weeks?|days?))$/i.exec(text) ?? [];
  if (!what || !given) return { is: { article, what: text } };
  const length = readLength(given);
  return 'why' in length ? length : { is: { article, what, length: length.is } };
}
