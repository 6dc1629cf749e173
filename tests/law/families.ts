/** Random agreements with every kind of clause, and with protocols: for properties of all of them. */
import fc from 'fast-check';
import type { Agreement } from '../../clauses/agreement.ts';
import { addDays } from '../../clauses/calendar.ts';
import { dateOf, type Fact } from '../../machines/facts.ts';
import { d, given } from './setup.ts';
import { aLedger } from './ledgers.ts';

const article = 'art. 1';
const entryIntoForce = fc.constantFrom<object>(
  { on: 'lastNotification', article },
  { on: 'lastNotification', article, counts: 'dated', then: { days: 30 } },
  { on: 'lastNotification', article, then: { firstDayOfMonth: 2 } },
  { on: 'signature', article },
  { on: 'fixedDate', article, date: '2005-01-01' },
  { on: 'fixedDate', article, date: '2005-01-01', afterLastNotification: true },
  { on: 'exchangeOfInstruments', article },
);
const length = fc.constantFrom('P1Y', 'P2Y', 'P5Y', 'P6M', 'P100D', 'P10Y', 'P1Y6M', 'P60W', 'P1Y2M10D');
const notice = fc.constantFrom('P6M', 'P1Y', 'P90D', 'P1M', 'P2Y', 'P8W', 'P1M15D');
const fixed = fc.record({ until: fc.constantFrom('2005-12-31', '2006-06-30', '2022-12-31') });
const some = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });

const renewal = fc.oneof(
  fc.record({ kind: fc.constant('automatic'), length }),
  fc.record({ kind: fc.constant('automatic'), length, times: fc.constantFrom(1, 2) }),
  fc.record({ kind: fc.constant('byAgreement'), length }),
  fc.constant({ kind: 'byAgreement' }),
  fc.constantFrom({ kind: 'withoutLimit' }, { kind: 'none' }),
);
const periods = fc.record({
  kind: fc.constant('periods'),
  article: fc.constant(article),
  first: fc.oneof({ weight: 5, arbitrary: length }, { weight: 1, arbitrary: fixed }),
  renewal,
  noticeBefore: some(fc.oneof({ weight: 4, arbitrary: notice }, { weight: 1, arbitrary: fc.record({ first: notice, later: notice }) })),
  countedFrom: fc.constantFrom(undefined, undefined, undefined, 'signature', '2004-01-01'),
  counts: fc.constantFrom(undefined, undefined, 'received', 'dispatched', 'dated'),
});
const duration = fc.oneof({ weight: 5, arbitrary: periods }, { weight: 1, arbitrary: fc.constant({ kind: 'indefinite', article }) });

export const anAgreement: fc.Arbitrary<Agreement> = fc
  .record({ entryIntoForce, duration, when: fc.constantFrom('anyTime', 'afterFirstPeriod', 'endOfPeriod', 'never'), notice })
  .map(({ when, notice: n, ...clauses }) => given({ ...clauses, termination: terminationFor(clauses.duration, when, n) }));

/** Includes the rarer kinds of clauses. */
export const anyAgreement: fc.Arbitrary<Agreement> = fc.oneof(
  anAgreement,
  fc
    .record({
      entryIntoForce: fc.oneof(
        entryIntoForce,
        fc.constantFrom<object>(
          { on: 'lastNotification', article, counts: 'dispatched', then: { months: 1, days: 10, expired: true } },
          { on: 'lastNotification', article, parties: ['KZ'], then: { days: 30, firstDayOfYear: 1 } },
        ),
      ),
      duration,
      termination: fc.constantFrom<object>(
        { when: 'anyTime', article, then: { firstDayOfMonth: 7 }, counts: 'dispatched', withdrawal: 'byConsent' },
        { when: 'afterFirstPeriod', article, notice: 'P6M', bars: 'giving', barredFor: 'P3Y' },
        { when: 'onFixedDays', article, days: ['12-31', '02-28'], notice: 'P6M' },
      ),
    })
    .filter(({ duration: d, termination: t }) => !('noticeBefore' in d && d.noticeBefore && 'days' in t))
    .map(clauses => given(clauses)),
);

/** A kind of termination clause that the duration allows. */
function terminationFor(has: { kind: string; noticeBefore?: string | object | undefined }, when: string, n: string): object | undefined {
  if (when === 'never' && !has.noticeBefore) return undefined;
  if (when === 'endOfPeriod' && has.noticeBefore) return { when, article };
  return { when: when === 'afterFirstPeriod' && has.kind === 'periods' ? when : 'anyTime', article, notice: n };
}

const aProtocolFact = fc.record({
  protocol: fc.constantFrom('p1', 'p2'),
  gap: fc.integer({ min: 0, max: 4000 }),
  by: fc.constantFrom('KZ', 'AZ'),
  type: fc.constantFrom(
    'protocol.proposed',
    'protocol.agreed',
    'protocol.signed',
    'protocol.signed',
    'protocol.completion.notified',
    'protocol.completion.notified',
    'protocol.completion.notified',
    'protocol.abandoned',
    'renewal.agreed',
    'renewal.agreed',
    'instruments.exchanged',
  ),
  renewed: fc.constantFrom({}, {}, { length: 'P3Y' }, { length: 'P1Y6M' }, { until: '2012-12-31' }),
  changes: fc.record({
    periodLength: some(length),
    noticeBefore: some(notice),
    noticePeriod: some(notice),
    appliesTo: fc.constantFrom('nextPeriod', 'runningPeriod'),
    restartsPeriods: fc.boolean(),
  }),
});

/** A ledger whose facts include protocols, agreed renewals and exchanged instruments. */
export const aFamilyLedger: fc.Arbitrary<Fact[]> = fc.tuple(aLedger, fc.array(aProtocolFact, { maxLength: 8 })).map(([ledger, more]) => {
  const first = ledger[0] ? dateOf(ledger[0]) : d('2004-01-01');
  return [...ledger, ...more.map((m, i) => ({ id: `x${i}`, type: m.type, ...fieldsOf(m), ...dates(m, first) }) as Fact)];
});

type Drawn = typeof aProtocolFact extends fc.Arbitrary<infer T> ? T : never;

function fieldsOf({ type, protocol, changes, renewed }: Drawn): object {
  if (type === 'renewal.agreed') return renewed;
  if (!type.startsWith('protocol')) return {};
  return type === 'protocol.signed' ? { protocol, changes } : { protocol };
}

function dates({ type, by, gap }: Drawn, first: ReturnType<typeof d>): object {
  const day = addDays(first, gap);
  return type.endsWith('notified') || type.endsWith('proposed') ? { by, received: day } : { on: day };
}
