/** The final clauses as a row describes them. A clause of which it says nothing is not described; one half described is refused. */
import type { Fields } from './fields.ts';
import { readLength, type Said } from './values.ts';

/** `terms` as in the `clauses` of an agreement's file, unchecked; `notDescribed`: what the row says nothing of, in words. */
export function readClauses(fields: Fields): { terms: object; notDescribed: string[] } {
  const entryIntoForce = entryClause(fields);
  const duration = durationClause(fields);
  const termination = terminationClause(fields);
  const notDescribed = [
    ...(entryIntoForce.on === 'unseen' ? ['how it enters into force'] : []),
    ...(duration && 'unseen' in duration ? ['for how long it is concluded'] : []),
    ...(fields.text('termination') ? [] : ['whether and how a notice ends it']),
  ];
  return { terms: { entryIntoForce, duration, ...(termination ? { termination } : {}) }, notDescribed };
}

function entryClause(fields: Fields): { on: string; article: string } {
  const article = fields.text('entry_article');
  const said = fields.read('entry_clause', readEntryClause);
  return said
    ? { ...said, article: article ?? 'clause on entry into force' }
    : { on: 'unseen', article: article ?? 'clause on entry into force, not described' };
}

function readEntryClause(text: string): Said<{ on: string; then: unknown }> {
  const parts = /^(last notification|signature)(?:\s*\+\s*(?:(\d+) days?|first of month (\d+)))?$/i.exec(text);
  if (!parts)
    return {
      why: `${text} is not known: write last notification or signature, where need be with + 30 days or + first of month 2; leave it empty where it is neither`,
    };
  const then = parts[2] ? { days: Number(parts[2]) } : parts[3] ? { firstDayOfMonth: Number(parts[3]) } : 'sameDay';
  return { is: { on: /^last/i.test(parts[1]!) ? 'lastNotification' : 'signature', then } };
}

function durationClause(fields: Fields): object | undefined {
  const article = fields.text('duration_article');
  const beside = (['renewal', 'notice_before'] as const).filter(name => fields.text(name));
  const period = fields.read('period', lengthOrNone);
  if (!fields.text('period') || period === 'none') {
    if (beside.length)
      return fields.refuse(
        `${beside.join(' and ')}: without a period there is nothing to renew; give period, or leave ${beside.length > 1 ? 'them' : 'it'} empty`,
      );
    return period === 'none'
      ? { kind: 'indefinite', article: article ?? 'clause on duration' }
      : { kind: 'indefinite', article: article ?? 'clause on duration, not described', unseen: true };
  }
  const renewal = fields.read('renewal', text => readRenewal(text, period));
  const noticeBefore = fields.read('notice_before', lengthOrNone);
  if (!fields.text('renewal'))
    return fields.refuse(
      'renewal is empty: say what happens at the end of the period (automatic, by agreement, without limit, none), or leave period empty too',
    );
  if (renewal && isAutomatic(renewal) && !fields.text('notice_before'))
    return fields.refuse(
      'notice_before is empty: say how long before the end of a period a notice prevents its renewal, or none; no last day can be reckoned without it',
    );
  if (noticeBefore && noticeBefore !== 'none' && !fields.text('termination'))
    return fields.refuse('termination is empty: notice_before needs it (P6M, P6M after the first period, or end of period)');
  return {
    kind: 'periods',
    article: article ?? 'clause on duration',
    first: period,
    renewal,
    ...(noticeBefore && noticeBefore !== 'none' ? { noticeBefore } : {}),
  };
}

const isAutomatic = (renewal: object): boolean => 'kind' in renewal && renewal.kind === 'automatic';

const lengthOrNone = (text: string): Said<string> => (/^none$/i.test(text) ? { is: 'none' } : readLength(text));

function readRenewal(text: string, period: string | undefined): Said<object> {
  const [, kind, given, times] =
    /^(automatic|by agreement|without limit|none)(?: (P\S+|\d+ (?:years?|months?|days?)))?(?:[ ,]+(\d+) times?)?$/i.exec(text) ?? [];
  if (!kind) return { why: `${text} is not known: write automatic, automatic P1Y, by agreement, without limit or none` };
  const said = given ? readLength(given) : undefined;
  if (said && 'why' in said) return said;
  const length = said?.is ?? period;
  switch (kind.toLowerCase()) {
    case 'automatic':
      return { is: { kind: 'automatic', length, ...(times ? { times: Number(times) } : {}) } };
    case 'by agreement':
      return { is: { kind: 'byAgreement', length } };
    case 'without limit':
      return { is: { kind: 'withoutLimit' } };
    default:
      return { is: { kind: 'none' } };
  }
}

function terminationClause(fields: Fields): object | undefined {
  const article = fields.text('termination_article') ?? fields.text('duration_article') ?? 'clause on termination';
  const said = fields.read('termination', readTermination);
  return said && said !== 'none' ? { ...said, article } : undefined;
}

function readTermination(text: string): Said<'none' | object> {
  if (/^none$/i.test(text)) return { is: 'none' };
  if (/^end of (a |the )?period$/i.test(text)) return { is: { when: 'endOfPeriod' } };
  const late = /^(.*?),? after (the )?first period$/i.exec(text);
  const notice = readLength(late ? late[1]! : text);
  if ('why' in notice) return { why: `${text} is not known: write P6M, P6M after the first period, end of period, or none` };
  return { is: { when: late ? 'afterFirstPeriod' : 'anyTime', notice: notice.is } };
}
