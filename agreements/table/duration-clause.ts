/** The duration of an agreement and its renewal, as a row describes them. */
import { readAnchor } from './entry-clause.ts';
import type { Fields } from './fields.ts';
import { withoutCounts, type Counted } from './interval.ts';
import { readDay } from './days.ts';
import { readLength, type FieldValue } from './values.ts';

export function durationClause(fields: Fields): object | undefined {
  const article = fields.text('duration_article');
  const period = fields.read('period', readPeriod);
  if (!fields.text('period') || period === 'none') return withoutPeriods(fields, article, period === 'none');
  if (fields.text('as_long_as')) fields.refuse({ code: 'asLongAsAlone' });
  const renewal = fields.read('renewal', text => readRenewal(text, period?.first));
  const notice = fields.read('notice_before', readNotice);
  if (!fields.text('renewal')) return fields.refuse({ code: 'renewalEmpty' });
  const onFixedDays = /^(?:on |end of calendar year)/i.test(fields.text('termination') ?? '');
  if (renewal && isAutomatic(renewal) && !fields.text('notice_before') && !onFixedDays) return fields.refuse({ code: 'noticeBeforeEmpty' });
  if (notice && notice !== 'none' && !fields.text('termination')) return fields.refuse({ code: 'terminationEmpty' });
  return {
    kind: 'periods',
    article: article ?? 'clause on duration',
    ...period,
    renewal,
    ...(notice && notice !== 'none' ? notice : {}),
  };
}

function withoutPeriods(fields: Fields, article: string | undefined, described: boolean): object | undefined {
  const beside = (['renewal', 'notice_before'] as const).filter(name => fields.text(name));
  if (beside.length) return fields.refuse({ code: 'nothingToRenew', columns: beside });
  const what = fields.text('as_long_as');
  if (!described)
    return what
      ? fields.refuse({ code: 'asLongAsAlone' })
      : { kind: 'indefinite', article: article ?? 'clause on duration, not described', unseen: true };
  const named = article ?? 'clause on duration';
  return { kind: 'indefinite', article: named, ...(what ? { endsWith: { id: 'as-long-as', what, article: named } } : {}) };
}

const isAutomatic = (renewal: object): boolean => 'kind' in renewal && renewal.kind === 'automatic';

interface Period {
  first: string | { until: string };
  countedFrom?: string;
}

function readPeriod(text: string): FieldValue<Period | 'none'> {
  if (/^none$/i.test(text)) return { is: 'none' };
  const [, length, from] = /^(.*?)(?:,\s*counted from (.*))?$/i.exec(text)!;
  const anchor = from === undefined ? undefined : readAnchor(from);
  if (anchor && 'why' in anchor) return anchor;
  const until = /^until (.*)$/i.exec(length!)?.[1];
  if (until !== undefined) {
    const day = readDay(until);
    if ('why' in day) return day;
    if (anchor) return { why: { code: 'countedFromNowhere', text } };
    return day.is.notBefore === day.is.notAfter
      ? { is: { first: { until: day.is.notBefore } } }
      : { why: { code: 'notExact', text: until } };
  }
  const first = readLength(length!);
  return 'why' in first ? first : { is: { first: first.is, ...(anchor ? { countedFrom: anchor.is } : {}) } };
}

function readNotice(text: string): FieldValue<{ noticeBefore: string | { first: string; later: string }; counts?: Counted } | 'none'> {
  if (/^none$/i.test(text)) return { is: 'none' };
  const { rest, counts } = withoutCounts(text);
  const [, one, other] = /^(.*) first, (.*) later$/i.exec(rest) ?? [];
  const [first, later] = [readLength(one ?? rest), other === undefined ? undefined : readLength(other)];
  if ('why' in first) return first;
  if (later && 'why' in later) return later;
  return { is: { noticeBefore: later ? { first: first.is, later: later.is } : first.is, ...(counts ? { counts } : {}) } };
}

function readRenewal(text: string, first: Period['first'] | undefined): FieldValue<object> {
  const [, kind, given, times] =
    /^(automatic|by agreement|without limit|none)(?: (P\S+|\d+ (?:years?|months?|weeks?|days?)))?(?:[ ,]+(\d+) times?)?$/i.exec(text) ?? [];
  if (!kind) return { why: { code: 'noRenewal', text } };
  const said = given ? readLength(given) : undefined;
  if (said && 'why' in said) return said;
  switch (kind.toLowerCase()) {
    case 'automatic':
      if (!said && typeof first === 'object') return { why: { code: 'renewalWithoutLength', text } };
      return { is: { kind: 'automatic', length: said?.is ?? first, ...(times ? { times: Number(times) } : {}) } };
    case 'by agreement':
      return { is: { kind: 'byAgreement', ...(said ? { length: said.is } : {}) } };
    case 'without limit':
      return { is: { kind: 'withoutLimit' } };
    default:
      return { is: { kind: 'none' } };
  }
}
