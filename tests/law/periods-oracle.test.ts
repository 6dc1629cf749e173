/**
 * The periods of every duration clause compared with an oracle that goes through them one by one: lengths of every form, in every order.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Agreement } from '../../clauses/agreement.ts';
import { addDays } from '../../clauses/calendar.ts';
import type { Period } from '../../clauses/periods.ts';
import { fold } from '../../machines/fold.ts';
import { viewOf } from '../../machines/view.ts';
import { OracleCount, oracleLastDayForNotice, oraclePeriodOn, type OracleSpan } from '../support/oracle-periods.ts';
import { d, facts, given, read } from './setup.ts';
import { checked } from './ledgers.ts';

const article = 'art. 2';
const length = fc.constantFrom('P1Y', 'P6M', 'P5Y', 'P18M', 'P1Y6M', 'P8W', 'P100D', 'P672D', 'P1M15D', 'P1Y2M10D', 'P1Y1D');
const notice = fc.constantFrom('P6M', 'P1M', 'P90D', 'P6W', 'P1M15D', 'P2M10D');
const entryDay = fc.constantFrom('2004-02-29', '2003-08-31', '2004-01-30', '2003-12-31', '2004-09-15', '2019-03-01');
const anchor = fc.constantFrom('none', 'signature', 'day');

/** Each renewal is for one of these in turn: by the clause, or as agreed in the period before. */
interface Drawn {
  entry: string;
  anchor: string;
  ahead: number;
  first: string | { after: number };
  then: { length: string } | { agreed: ({ length: string } | { days: number })[] };
  noticeBefore: string | { first: string; later: string };
  periodEnd: 'dayBefore' | 'sameNumberedDay';
  noticeCount: 'backward' | 'forward';
  later: number;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  entry: entryDay,
  anchor,
  ahead: fc.integer({ min: 0, max: 900 }),
  first: fc.oneof({ weight: 3, arbitrary: length }, { weight: 1, arbitrary: fc.record({ after: fc.integer({ min: 0, max: 800 }) }) }),
  then: fc.oneof(
    { weight: 2, arbitrary: fc.record({ length }) },
    {
      weight: 1,
      arbitrary: fc.record({
        agreed: fc.array(fc.oneof(fc.record({ length }), fc.record({ days: fc.integer({ min: 1, max: 700 }) })), { maxLength: 5 }),
      }),
    },
  ),
  noticeBefore: fc.oneof(notice, fc.record({ first: notice, later: notice })),
  periodEnd: fc.constantFrom('dayBefore' as const, 'sameNumberedDay' as const),
  noticeCount: fc.constantFrom('backward' as const, 'forward' as const),
  later: fc.integer({ min: 0, max: 4000 }),
});

const seen: Record<string, number> = {};
const see = (what: string): void => void (seen[what] = (seen[what] ?? 0) + 1);

/** The clause, the facts, and the oracle's length of each period. */
function storyOf({ entry, anchor: from, ahead, first, then, noticeBefore, periodEnd }: Drawn) {
  const signed = addDays(d(entry), -ahead);
  const anchorDay = from === 'none' ? entry : from === 'signature' ? signed : addDays(d(entry), 40 - ahead);
  const span: OracleSpan = typeof first === 'string' ? first : { until: addDays(d(entry), first.after) };
  const agreements = 'agreed' in then ? then.agreed : [];
  const agreement = given(
    {
      entryIntoForce: { on: 'fixedDate', article: 'art. 1', date: entry },
      duration: {
        kind: 'periods',
        article,
        first: span,
        renewal: 'agreed' in then ? { kind: 'none' } : { kind: 'automatic', length: then.length },
        noticeBefore,
        ...(from === 'none' ? {} : { countedFrom: from === 'signature' ? 'signature' : anchorDay }),
      },
      termination: { when: 'endOfPeriod', article },
    },
    { reading: { periodEnd } },
  );
  const list: object[] = [{ id: 's', type: 'signed', on: signed }];
  const count = new OracleCount(anchorDay, periodEnd);
  const spans: OracleSpan[] = [];
  const spanOf = (number: number, firstDay: string): OracleSpan | undefined => {
    if (number === 1) return span;
    if (!('agreed' in then)) return then.length;
    const agreed = firstDay === entry ? undefined : agreements[number - 2]; // one over before entry can't be extended
    if (!agreed) return undefined;
    const own: OracleSpan = 'length' in agreed ? agreed.length : { until: addDays(d(firstDay), agreed.days - 1) };
    const fact = typeof own === 'string' ? { length: own } : own;
    list.push({ id: `r${number}`, type: 'renewal.agreed', on: addDays(d(firstDay), -1), ...fact });
    spans.push(own);
    return own;
  };
  return { agreement, list, count, spanOf };
}

function byFold(agreement: Agreement, list: object[], story: Drawn, asOf: string) {
  const reading = { ...read({ periodEnd: story.periodEnd, noticeCount: story.noticeCount }) };
  const family = fold(agreement, facts(...list), reading, d(asOf));
  const { status, period: shown } = viewOf(family, d(asOf));
  const { period } = family.agreement.snapshot.context;
  return { status, ...(shown && period && periodIn(period)) };
}

const periodIn = ({ number, firstDay, lastDay, lastDayForNotice }: Period) => ({ number, firstDay, lastDay, lastDayForNotice });

it('every period of every duration clause is the one that the oracle finds day by day', () => {
  checked(
    fc.property(drawn, story => {
      const { agreement, list, count, spanOf } = storyOf(story);
      const asOf = addDays(d(story.entry), story.later);
      const period = oraclePeriodOn(asOf, story.entry, count, spanOf);
      const { noticeBefore } = story;
      if (period && period.number > 1) see('later');
      if (period && period.number > 1 && period.firstDay === story.entry) see('passed over');
      if (list.length > 1) see('agreed');
      const expected = period && {
        ...period,
        lastDayForNotice: oracleLastDayForNotice(
          period.lastDay,
          typeof noticeBefore === 'string' ? noticeBefore : noticeBefore[period.number === 1 ? 'first' : 'later'],
          story.noticeCount,
        ),
      };
      const found = byFold(agreement, list, story, asOf);
      if (!period) see(found.status);
      if (period) expect(found).toEqual({ status: 'inForce', ...expected });
      else expect(['expired', 'signed']).toContain(found.status);
    }),
    500,
  );
  for (const what of ['later', 'passed over', 'agreed', 'expired', 'signed']) expect(seen[what], what).toBeGreaterThan(20);
});
