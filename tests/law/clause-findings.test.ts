/** The linter for clauses: deliberate absurdities are found by name, and real agreements give no false alarm. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { listAgreements } from '../../agreements/find.ts';
import { loadAgreement } from '../../agreements/load.ts';
import type { Agreement } from '../../clauses/agreement.ts';
import { dayAfter, latest } from '../../clauses/calendar.ts';
import { combinations, questions, type Question, type Reading } from '../../clauses/reading.ts';
import { clauseFindings, findingNames, type Finding, type FindingName } from '../../machines/clause-findings/index.ts';
import { periodsOf, walkOf } from '../../machines/clause-findings/walk.ts';
import { dateOf, type Fact } from '../../machines/facts.ts';
import { fold } from '../../machines/fold.ts';
import { phaseOf } from '../../machines/driver.ts';
import { readLedger } from '../../machines/read-entries.ts';
import { languages } from '../../clauses/desk.ts';
import { findingIn } from '../../wording/findings/messages.ts';
import { wordings } from '../../wording/index.ts';
import { leftInEnglish } from '../support/catalogues.ts';
import { treatyClauses } from '../support/treaty-clauses.ts';
import { anAgreement } from './families.ts';
import { d, entries, given } from './setup.ts';

const periods = (first: string, length: string, noticeBefore?: string, more: object = {}): object => ({
  duration: {
    kind: 'periods',
    article: 'art. 13',
    first,
    renewal: { kind: 'automatic', length },
    ...(noticeBefore ? { noticeBefore } : {}),
    ...more,
  },
});
const anyTime = (notice: string): object => ({ termination: { when: 'anyTime', article: 'art. 14', notice } });
const endOfPeriod = { termination: { when: 'endOfPeriod', article: 'art. 14' } };
const afterFirst = (notice: string, more: object = {}): object => ({
  termination: { when: 'afterFirstPeriod', article: 'art. 14', notice, ...more },
});
const indefinite = { duration: { kind: 'indefinite', article: 'art. 13' } };
const renewal = (kind: string, more: object = {}): object => ({ renewal: { kind, ...more } });

interface Planted {
  what: string;
  clauses: object;
  reading?: Partial<Record<Question, string>>;
  more?: object;
  signed?: string;
  finds: `${'error' | 'warning'} ${FindingName}`[];
  path: string;
}

const planted: Planted[] = [
  {
    what: 'a notice before the end that is longer than every period',
    clauses: periods('P5Y', 'P5Y', 'P6Y'),
    finds: ['error noticeLongerThanPeriod'],
    path: 'clauses.duration.noticeBefore',
  },
  {
    what: 'a notice longer than every period by a day',
    clauses: periods('P1Y', 'P1Y', 'P12M1D'),
    finds: ['error noticeLongerThanPeriod'],
    path: 'clauses.duration.noticeBefore',
  },
  {
    what: 'the same where notice only prevents renewals',
    clauses: { ...periods('P1Y', 'P1Y', 'P18M'), ...endOfPeriod },
    finds: ['error noticeLongerThanPeriod'],
    path: 'clauses.duration.noticeBefore',
  },
  {
    what: 'a notice as long, on one reading, as the only period',
    clauses: { ...periods('P6M', 'P6M', 'P183D', renewal('withoutLimit')), ...anyTime('P3M') },
    finds: ['warning noticeAsLongAsPeriod'],
    path: 'clauses.duration.noticeBefore',
  },
  {
    what: 'a notice longer than the first period alone',
    clauses: { ...periods('P3M', 'P5Y', 'P6M'), ...endOfPeriod },
    finds: ['warning noticeLongerThanSomePeriods'],
    path: 'clauses.duration.noticeBefore',
  },
  {
    what: 'a notice longer than the later periods alone',
    clauses: { ...periods('P5Y', 'P3M', 'P6M'), ...endOfPeriod },
    finds: ['warning noticeLongerThanSomePeriods'],
    path: 'clauses.duration.noticeBefore',
  },
  {
    what: 'a notice as long as the period, so that its last day lies before the period',
    clauses: periods('P1Y', 'P1Y', 'P12M'),
    finds: ['warning noticeAsLongAsPeriod'],
    path: 'clauses.duration.noticeBefore',
  },
  {
    what: 'a notice as long as the first period alone',
    clauses: { ...periods('P1Y', 'P5Y', 'P12M'), ...endOfPeriod },
    finds: ['warning noticeAsLongAsPeriod'],
    path: 'clauses.duration.noticeBefore',
  },
  {
    what: 'equal lengths, days against years',
    clauses: periods('P1Y', 'P1Y', 'P365D'),
    finds: ['warning noticeAsLongAsPeriod'],
    path: 'clauses.duration.noticeBefore',
  },
  {
    what: 'a first period in days where renewals are in years',
    clauses: periods('P730D', 'P2Y', 'P6M'),
    finds: ['warning daysAgainstYears'],
    path: 'clauses.duration.first',
  },
  {
    what: 'a last day for notice where nothing is renewed',
    clauses: { ...periods('P5Y', 'P5Y', 'P6M', renewal('none')), ...endOfPeriod },
    finds: ['error noRenewalToPrevent'],
    path: 'clauses.duration.noticeBefore',
  },
  {
    what: 'the same where a notice ends it at any time',
    clauses: { ...periods('P5Y', 'P5Y', 'P6M', renewal('none')), ...anyTime('P3M') },
    finds: ['warning noRenewalToPrevent'],
    path: 'clauses.duration.noticeBefore',
  },
  {
    what: 'a notice of ten years for periods of three months',
    clauses: { ...periods('P3M', 'P3M', 'P1M'), ...anyTime('P10Y') },
    finds: ['warning noticeBeyondPeriods'],
    path: 'clauses.termination',
  },
  {
    what: 'a notice of six years where periods of five follow each other without one',
    clauses: { ...periods('P5Y', 'P5Y'), ...anyTime('P6Y') },
    finds: ['warning noticeBeyondPeriods'],
    path: 'clauses.termination',
  },
  {
    what: 'an end by notice after the first period, with which the agreement expires',
    clauses: { ...periods('P5Y', 'P5Y', undefined, renewal('none')), ...afterFirst('P6M') },
    finds: ['warning noticeChangesNothing'],
    path: 'clauses.termination',
  },
  {
    what: 'a notice longer than all there is to end',
    clauses: { ...periods('P5Y', 'P5Y', undefined, renewal('none')), ...anyTime('P6Y') },
    finds: ['warning noticeChangesNothing'],
    path: 'clauses.termination',
  },
  {
    what: 'without limit after a first period, and ended only with a period',
    clauses: { ...periods('P5Y', 'P5Y', 'P6M', renewal('withoutLimit')), ...endOfPeriod },
    finds: ['warning endlessAfterFirstPeriod'],
    path: 'clauses.termination',
  },
  {
    what: 'a limit of renewals that is never reached',
    clauses: periods('P5Y', 'P5Y', 'P6M', renewal('automatic', { length: 'P5Y', times: 500 })),
    finds: ['warning limitNeverReached'],
    path: 'clauses.duration.renewal.times',
  },
  {
    what: 'a fixed entry into force before signature',
    clauses: { entryIntoForce: { on: 'fixedDate', article: 'art. 13', date: '2019-01-01' } },
    signed: '2020-05-01',
    finds: ['warning fixedDateBeforeSignature'],
    path: 'clauses.entryIntoForce.date',
  },
  {
    what: 'a first period that ends before the day of entry into force',
    clauses: {
      entryIntoForce: { on: 'fixedDate', article: 'art. 13', date: '2021-01-01' },
      ...periods('', 'P5Y', undefined, { first: { until: '2020-12-31' }, ...renewal('none') }),
    },
    finds: ['error fixedEndBeforeEntry'],
    path: 'clauses.duration.first',
  },
  {
    what: 'the same before signature, where years follow',
    clauses: { ...periods('', 'P1Y', 'P6M', { first: { until: '2020-12-31' } }), ...endOfPeriod },
    signed: '2022-05-01',
    finds: ['warning fixedEndBeforeEntry'],
    path: 'clauses.duration.first',
  },
  {
    what: 'a duration counted from signature that is over when the agreement enters into force',
    clauses: {
      entryIntoForce: { on: 'signature', article: 'art. 13', then: { days: 500 } },
      ...periods('P1Y', 'P1Y', undefined, { countedFrom: 'signature', ...renewal('none') }),
    },
    finds: ['error fixedEndBeforeEntry'],
    path: 'clauses.duration.first',
  },
  {
    what: 'provisional application from a day after entry into force',
    clauses: {
      entryIntoForce: { on: 'fixedDate', article: 'art. 13', date: '2021-01-01' },
      provisionalApplication: { article: 'art. 12', from: '2021-03-01' },
    },
    finds: ['warning neverAppliedProvisionally'],
    path: 'clauses.provisionalApplication.from',
  },
  {
    what: 'provisional application from the signature by which it is in force',
    clauses: {
      entryIntoForce: { on: 'signature', article: 'art. 13' },
      provisionalApplication: { article: 'art. 12', from: 'signature' },
    },
    finds: ['warning neverAppliedProvisionally'],
    path: 'clauses.provisionalApplication.from',
  },
  {
    what: 'a notice for later periods that is longer than they are',
    clauses: { ...periods('P5Y', 'P1Y', undefined, { noticeBefore: { first: 'P6M', later: 'P2Y' } }), ...endOfPeriod },
    finds: ['warning noticeLongerThanSomePeriods'],
    path: 'clauses.duration.noticeBefore',
  },
  {
    what: 'an amendment clause that waits for what no protocol has',
    clauses: { amendment: { article: 'art. 10', by: 'protocol', entryIntoForce: { on: 'unseen', article: 'art. 10' } } },
    finds: ['error amendmentNeverMet'],
    path: 'clauses.amendment.entryIntoForce',
  },
  {
    what: 'an amendment clause with one day, past before the agreement itself',
    clauses: {
      entryIntoForce: { on: 'fixedDate', article: 'art. 13', date: '2019-01-01' },
      amendment: { article: 'art. 10', by: 'protocol', entryIntoForce: { on: 'fixedDate', article: 'art. 10', date: '2018-01-01' } },
    },
    finds: ['warning amendmentDatePassed'],
    path: 'clauses.amendment.entryIntoForce',
  },
  {
    what: 'a way to the other Party that is longer than the period',
    clauses: { ...periods('P1M', 'P1M', 'P10D'), ...anyTime('P10D') },
    more: { transit: 'P45D' },
    finds: ['warning transitLongerThanPeriod'],
    path: 'transit',
  },
  {
    what: 'a reading of the end of a period where there are none',
    clauses: { ...indefinite },
    reading: { periodEnd: 'sameNumberedDay' },
    finds: ['warning readingNeverDiffers'],
    path: 'reading.periodEnd',
  },
  {
    what: 'a reading of months where notice is counted in days',
    clauses: periods('P1Y', 'P1Y', 'P90D'),
    reading: { noticeCount: 'forward' },
    finds: ['warning readingNeverDiffers'],
    path: 'reading.noticeCount',
  },
  {
    what: 'a reading of the effect where a notice only prevents a renewal',
    clauses: endOfPeriod,
    reading: { effect: 'dayAfter' },
    finds: ['warning readingNeverDiffers'],
    path: 'reading.effect',
  },
  {
    what: 'a reading of two ways out where there is one',
    clauses: afterFirst('P6M'),
    reading: { waysOut: 'endOfPeriod' },
    finds: ['warning readingNeverDiffers'],
    path: 'reading.waysOut',
  },
  {
    what: 'a reading of a named day where the end of the period alone counts',
    clauses: endOfPeriod,
    reading: { namedDate: 'clause' },
    finds: ['warning readingNeverDiffers'],
    path: 'reading.namedDate',
  },
  {
    what: 'a reading of what notifies where no renewal is prevented',
    clauses: { ...indefinite },
    reading: { notifies: 'dispatched' },
    finds: ['warning readingNeverDiffers'],
    path: 'reading.notifies',
  },
  {
    what: 'a reading of late revocations where all are withdrawn by consent',
    clauses: { termination: { when: 'anyTime', article: 'art. 14', notice: 'P12M', withdrawal: 'byConsent' } },
    reading: { revocation: 'revives' },
    finds: ['warning readingNeverDiffers'],
    path: 'reading.revocation',
  },
  {
    what: 'a reading of the expiry of days where the text counts none',
    clauses: {},
    reading: { dayCount: 'afterExpiry' },
    finds: ['warning readingNeverDiffers'],
    path: 'reading.dayCount',
  },
  {
    what: 'a reading of premature notices where none is barred',
    clauses: { ...afterFirst('P6M') },
    reading: { premature: 'fromFirstDay' },
    finds: ['warning readingNeverDiffers'],
    path: 'reading.premature',
  },
  {
    what: 'a notice that may not be given for longer than there is an agreement',
    clauses: { ...periods('P5Y', 'P5Y', undefined, renewal('none')), ...afterFirst('P6M', { bars: 'giving', barredFor: 'P10Y' }) },
    finds: ['error noticeWithoutEffect'],
    path: 'clauses.termination',
  },
  {
    what: 'a reading of a late revocation where nothing renews',
    clauses: { ...indefinite },
    reading: { revocation: 'needsConsent' },
    finds: ['warning readingNeverDiffers'],
    path: 'reading.revocation',
  },
];

function findingsIn({ clauses, reading = {}, more = {}, signed }: Pick<Planted, 'clauses' | 'reading' | 'more' | 'signed'>): Finding[] {
  const agreement = given(clauses, { reading, ...more });
  return clauseFindings(agreement, signed ? entries({ id: 's', type: 'signed', on: signed }) : [], Object.keys(reading) as Question[]);
}

const byName = planted.map(p => [p.what, p] as const);

describe.each(languages)('in %s', language => {
  it('each finding is a sentence without a gap, and in that language only', () => {
    const found = planted.flatMap(one => findingsIn(one));
    expect(new Set(found.map(f => f.name)).size).toBe(findingNames.length);
    for (const one of found) {
      const said = findingIn(one, wordings[language]).replace(`${one.name} (${one.article}): `, '');
      expect(said).toMatch(/^[^{}]{20,}[.)]$/u);
      expect(said).not.toMatch(/\bnone\b|undefined|null|\d{4}-\d\d-\d\d/);
      if (language !== 'en') expect(leftInEnglish(said), one.name).toBeNull();
    }
  });
});

describe('a deliberate absurdity is found under its name', () => {
  it.each(byName)('%s', (_, { finds, path, ...one }) => {
    const found = findingsIn(one);
    expect(found.map(f => `${f.severity} ${f.name}`)).toEqual(finds);
    expect(found[0]!.path.join('.')).toBe(path);
  });

  it.each(byName)('%s: with a story that the register would accept, and that needs no fewer facts to be in force', (_, one) => {
    const agreement = given(one.clauses, { ...(one.reading ? { reading: one.reading } : {}), ...one.more });
    for (const { story } of findingsIn(one)) {
      const { entries: taken, refusals } = readLedger(story.facts, agreement);
      expect({ refusals, taken: taken.length }).toEqual({ refusals: [], taken: story.facts.length });
      const consents = story.facts.filter(f => ['signed', 'completion.notified', 'instruments.exchanged', 'entry.agreed'].includes(f.type));
      const isInForce = (facts: Fact[]): boolean => {
        const day = latest(d('2019-01-01'), ...facts.map(dateOf));
        return phaseOf(fold(agreement, facts, agreement.reading, day).agreement) !== 'signed';
      };
      const lacking = (f: Fact): Fact[] => consents.filter(c => c !== f);
      expect(consents.filter(f => f.type !== 'signed' && isInForce(lacking(f)))).toEqual([]);
    }
  });
});

test('for any clauses with a last day for notice and no bar, it is an error exactly if no day gives a notice in time on any reading', () => {
  fc.assert(
    fc.property(anAgreement, agreement => {
      const { duration, termination } = agreement.clauses;
      const named = clauseFindings(agreement, [], questions).map(f => f.name);
      expect(findingNames).toEqual(expect.arrayContaining(named));
      const isBarred = termination?.when === 'afterFirstPeriod' && termination.bars === 'giving';
      const isAsked = duration.kind === 'periods' && duration.noticeBefore && !isBarred;
      if (!isAsked || !periodsOf(walkOf(agreement, undefined)).periods.length) return;
      const readings = combinations(['periodEnd', 'noticeCount'], agreement.reading);
      expect(named.includes('noticeLongerThanPeriod')).toBe(!readings.some(r => someNoticeIsInTime(agreement, r)));
    }),
    { numRuns: 30 },
  );
});

/** Tried on the first day of each of four periods: if that is too late, every later day is. */
function someNoticeIsInTime(agreement: Agreement, reading: Reading): boolean {
  const { facts: consents, inForce } = walkOf(agreement, undefined);
  let day = inForce;
  for (let period = 1; period <= 4; period += 1) {
    const notice = { id: 't', type: 'termination.notified', by: 'KZ', received: day } as Fact;
    const { context } = fold(agreement, [...consents, notice], reading, day).agreement.snapshot;
    if (!context.period) return false;
    if (context.notices[0]?.outcome.inTime) return true;
    day = dayAfter(context.period.lastDay);
  }
  return false;
}

test.each<[string, object]>([
  [
    'before the condition of its entry into force',
    { entryIntoForce: { on: 'signature', article: 'art. 1', condition: { id: 'x', what: 'x', article: 'art. 1' } } },
  ],
  ['before both have notified', {}],
  ['before a fixed day', { entryIntoForce: { on: 'fixedDate', article: 'art. 1', date: '2021-01-01' } }],
])('provisional application from signature, %s, is not a finding', (_, clauses) => {
  expect(findingsIn({ clauses: { ...clauses, provisionalApplication: { article: 'art. 2', from: 'signature' } } })).toEqual([]);
});

test('an agreement without limit of time from its first day, its first period being over by then, has no period to find fault with', () => {
  const entryIntoForce = { on: 'fixedDate', article: 'art. 1', date: '2005-01-01' };
  const clauses = periods('P1Y', 'P1Y', undefined, { countedFrom: '2004-01-01', ...renewal('withoutLimit') });
  expect(findingsIn({ clauses: { entryIntoForce, ...clauses } })).toEqual([]);
});

test('every reading that the Kazakhstan-Azerbaijan clauses leave open makes a difference', () => {
  const other = {
    periodEnd: 'sameNumberedDay',
    noticeCount: 'forward',
    effect: 'dayAfter',
    waysOut: 'endOfPeriod',
    notifies: 'dispatched',
    revocation: 'needsConsent',
    namedDate: 'clause',
  };
  expect(findingsIn({ clauses: {}, reading: other })).toEqual([]);
});

test.each<[string, object, Partial<Record<Question, string>>]>([
  [
    'dayCount, of the agreement',
    { entryIntoForce: { on: 'signature', article: 'art. 1', then: { days: 30, expired: true } } },
    { dayCount: 'afterExpiry' },
  ],
  [
    'dayCount, of protocols only',
    {
      amendment: {
        article: 'art. 2',
        by: 'protocol',
        entryIntoForce: { on: 'signature', article: 'art. 2', then: { days: 30, expired: true } },
      },
    },
    { dayCount: 'afterExpiry' },
  ],
  ['premature', { ...afterFirst('P6M', { bars: 'giving' }) }, { premature: 'fromFirstDay' }],
  [
    'effect, counted from dispatch',
    { ...indefinite, termination: { when: 'anyTime', article: 'art. 1', notice: 'P6M', counts: 'dispatched' } },
    { effect: 'dayAfter' },
  ],
])('a reading of %s makes a difference', (_, clauses, reading) => {
  expect(findingsIn({ clauses, reading })).toEqual([]);
});

test('a bar of many years on short periods is not a finding, since a notice can be given eventually', () => {
  expect(findingsIn({ clauses: { ...periods('P1Y', 'P1Y'), ...afterFirst('P6M', { bars: 'giving', barredFor: 'P20Y' }) } })).toEqual([]);
});

test('a day still ahead on which all protocols enter into force is not a finding', () => {
  const entryIntoForce = { on: 'fixedDate', article: 'art. 13', date: '2019-01-01' };
  const amendment = { article: 'art. 10', by: 'protocol', entryIntoForce: { on: 'fixedDate', article: 'art. 10', date: '2030-01-01' } };
  expect(findingsIn({ clauses: { entryIntoForce, amendment } })).toEqual([]);
});

test.each(['P5Y', undefined])('a notice longer than the first period can end one that the Parties may agree on, of length %s', length => {
  const clauses = { ...periods('P5Y', 'P5Y', undefined, renewal('byAgreement', length ? { length } : {})), ...anyTime('P6Y') };
  expect(findingsIn({ clauses })).toEqual([]);
});

test('a notice that may first be given in the middle of a period changes something, unless it comes too late for that', () => {
  const found = (barredFor: string) =>
    clauseFindings(
      given({ ...periods('P2Y', 'P2Y', undefined, renewal('none')), ...afterFirst('P3M', { bars: 'giving', barredFor }) }),
      [],
      [],
    ).map(f => f.name);
  expect(['P18M', 'P20M', 'P23M'].map(found)).toEqual([[], [], ['noticeChangesNothing']]);
});

test('an explicit default choice is not a finding', () => {
  expect(clauseFindings(given({ ...indefinite }), [], questions)).toEqual([]);
});

describe('a real agreement gives no false alarm', () => {
  it.each(Object.entries(treatyClauses))('as published: %s', (_, clauses) => {
    const agreement = given({ termination: undefined, amendment: undefined, ...clauses });
    expect(clauseFindings(agreement, [], questions)).toEqual([]);
  });
  it.each(listAgreements())('$id', ({ file }) => {
    expect(loadAgreement(file).warnings.map(w => w.finding)).toEqual([]);
  });
});
