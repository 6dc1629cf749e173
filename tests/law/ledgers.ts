/**
 * Random ledgers with a fixed seed. The gaps between facts are drawn, not their dates, so that the short intervals that matter in law
 * occur. Some gaps lead close to a last day.
 */
import fc from 'fast-check';
import { addDays, after, type CalendarDate, type Length } from '../../clauses/calendar.ts';
import { choices, questions, type Reading } from '../../clauses/reading.ts';
import { dateOf, type Fact } from '../../machines/facts.ts';
import { d } from './setup.ts';

/** Every property is checked with the same seed, so that a failure is the same for everyone. */
export const checked = <T>(property: fc.IProperty<T>, numRuns: number): void => fc.assert(property, { seed: 20_040_301, numRuns });

/** Days that are awkward to count from: month ends, leap days, and some ordinary ones. */
const entries = [
  '2004-02-29',
  '2003-08-31',
  '2003-08-30',
  '2005-08-29',
  '2004-03-31',
  '2003-12-31',
  '2004-01-01',
  '2007-02-28',
  '2004-09-15',
  '2021-03-10',
].map(d);

type Gap = { days: number } | { near: 'lastDayForNotice' | 'periodEnd'; off: number } | { exactly: Length; off: number };

const off = fc.integer({ min: -2, max: 2 });
const gap: fc.Arbitrary<Gap> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ days: fc.integer({ min: 0, max: 3 }) }) },
  { weight: 3, arbitrary: fc.record({ days: fc.integer({ min: 4, max: 200 }) }) },
  { weight: 1, arbitrary: fc.record({ days: fc.integer({ min: 200, max: 2500 }) }) },
  { weight: 2, arbitrary: fc.record({ near: fc.constantFrom('lastDayForNotice' as const, 'periodEnd' as const), off }) },
  { weight: 1, arbitrary: fc.record({ exactly: fc.constant('P6M' as Length), off }) },
);

const party = fc.constantFrom('KZ', 'AZ');
const some = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined, freq: 2 });

interface Drawn {
  type: string;
  by: string;
  gap: Gap;
  /** Days in transit, from dispatch to receipt. */
  transit: number | undefined;
  /** For a fact that names another day: that day's distance from the fact's own date. */
  ahead: number;
  isNamed: boolean;
  /** The earlier or later fact of its kind that it refers to. */
  of: number | undefined;
  flaw: 'oral' | 'defective' | undefined;
}

const drawn = (types: fc.Arbitrary<string>): fc.Arbitrary<Drawn> =>
  fc.record({
    type: types,
    by: party,
    gap,
    transit: some(fc.integer({ min: 0, max: 250 })),
    ahead: fc.integer({ min: -40, max: 900 }),
    isNamed: fc.boolean(),
    of: some(fc.integer({ min: 0, max: 3 })),
    flaw: fc.oneof(
      { weight: 6, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constantFrom('oral' as const, 'defective' as const) },
    ),
  });

const anyType = fc.oneof(
  { weight: 6, arbitrary: fc.constant('termination.notified') },
  { weight: 4, arbitrary: fc.constant('termination.revoked') },
  { weight: 3, arbitrary: fc.constant('termination.revocationConsented') },
  { weight: 1, arbitrary: fc.constantFrom('termination.agreed', 'superseded', 'entry.agreed') },
  { weight: 2, arbitrary: fc.constantFrom('suspension.agreed', 'resumption.agreed') },
  { weight: 1, arbitrary: fc.constantFrom('signed', 'completion.notified') },
);
const openingType = fc.constantFrom('signed', 'completion.notified', 'completion.notified', 'entry.agreed', 'termination.notified');

/** Half of the ledgers begin as an agreement does; the others with anything. */
const plausible = fc.record({
  entry: fc.constantFrom(...entries),
  before: fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: -60, max: 400 })),
  last: party,
  rest: fc.array(drawn(anyType), { minLength: 0, maxLength: 9 }),
});
const implausible = fc.record({
  entry: fc.constantFrom(...entries),
  rest: fc.array(drawn(fc.oneof(openingType, anyType)), { minLength: 1, maxLength: 9 }),
});

export const aLedger: fc.Arbitrary<Fact[]> = fc.oneof(
  {
    weight: 3,
    arbitrary: plausible.map(({ entry, before: [signed, first], last, rest }) => [
      ...opening(entry, signed, first, last),
      ...dated(rest, entry),
    ]),
  },
  { weight: 1, arbitrary: implausible.map(({ entry, rest }) => dated(rest, entry)) },
);

function opening(entry: CalendarDate, signed: number, first: number, last: string): Fact[] {
  const other = last === 'KZ' ? 'AZ' : 'KZ';
  return [
    { id: 's', type: 'signed', on: addDays(entry, -signed) },
    { id: 'c1', type: 'completion.notified', by: other, received: addDays(entry, Math.min(0, first - signed)) },
    { id: 'c2', type: 'completion.notified', by: last, received: entry },
  ];
}

function dated(rest: readonly Drawn[], entry: CalendarDate): Fact[] {
  let day = entry;
  const days = rest.map(r => (day = afterGap(day, r.gap, entry)));
  return rest.map((r, i) => factOf(r, `f${i}`, days[i]!, rest));
}

/** The day after a gap; never earlier than the day before. */
function afterGap(day: CalendarDate, g: Gap, entry: CalendarDate): CalendarDate {
  if ('days' in g) return addDays(day, g.days);
  if ('exactly' in g) return addDays(after(day, g.exactly), g.off);
  let end = entry;
  for (let k = 1; end <= addDays(day, 3); k += 1) end = after(entry, `P${5 * k}Y` as Length);
  const last = g.near === 'periodEnd' ? end : beforeBy6Months(end);
  const near = addDays(last, g.off);
  return near < day ? day : near;
}

const beforeBy6Months = (end: CalendarDate): CalendarDate => after(end, 'P6M' as Length) && addDays(end, -184);

function factOf({ type, by, transit, ahead, isNamed, of, flaw }: Drawn, id: string, day: CalendarDate, rest: readonly Drawn[]): Fact {
  const form = flaw === 'oral' ? { form: 'oral' } : flaw === 'defective' ? { defect: 'unsigned' } : {};
  const communication = { id, type, by, received: day, ...form, ...(transit === undefined ? {} : { dispatched: addDays(day, -transit) }) };
  const done = { id, type, on: day };
  const other = addDays(day, ahead);
  switch (type) {
    case 'completion.notified':
      return communication as Fact;
    case 'termination.notified':
      return { ...communication, ...(isNamed ? { names: { firstDayOut: other } } : {}) } as Fact;
    case 'termination.revoked':
      return { ...communication, ...named(rest, 'termination.notified', of, by, true) } as Fact;
    case 'termination.revocationConsented':
      return { ...communication, of: 'none', ...named(rest, 'termination.revoked', of ?? 0, by, false) } as Fact;
    case 'termination.agreed':
      return { ...done, firstDayOut: other } as Fact;
    case 'superseded':
      return { ...done, laterTreaty: 'A later treaty', ...(isNamed ? { firstDayOut: other } : {}) } as Fact;
    case 'entry.agreed':
      return { ...done, date: addDays(day, ahead % 100) } as Fact;
    case 'suspension.agreed':
    case 'resumption.agreed':
      return { ...done, ...(isNamed ? { from: addDays(day, ahead % 60) } : {}) } as Fact;
    default:
      return done as Fact;
  }
}

/** `of`: a fact of some kind, of the same Party or of the other. References to other kinds would be refused, so they are not drawn. */
function named(rest: readonly Drawn[], type: string, of: number | undefined, by: string, isOwn: boolean): { of?: string } {
  if (of === undefined) return {};
  const ids = rest.flatMap((r, i) => (r.type === type && (r.by === by) === isOwn ? [`f${i}`] : []));
  return ids.length ? { of: ids[of % ids.length]! } : {};
}

export const aReading: fc.Arbitrary<Reading> = fc.record(
  Object.fromEntries(questions.map(q => [q, fc.constantFrom(...choices[q])])),
) as unknown as fc.Arbitrary<Reading>;

/** A day for a ledger: around one of its facts, or some six months or years later. */
export const aDay: fc.Arbitrary<(ledger: readonly Fact[]) => CalendarDate> = fc
  .record({ which: fc.nat(), off: fc.integer({ min: -1, max: 1 }), later: fc.constantFrom(0, 0, 0, 1, 30, 184, 366, 1826, 9000) })
  .map(
    ({ which, off: o, later }) =>
      ledger =>
        ledger.length ? addDays(dateOf(ledger[which % ledger.length]!), o + later) : d('2010-01-01'),
  );
