/** The questions that the text leaves open: each row of the table of readings, what is certain, and which reading gives what. */
import { describe, expect, it } from 'vitest';
import { choices, combinations, questions, type Question } from '../../clauses/reading.ts';
import { alternatives, liveQuestions, underEveryReading } from '../../machines/readings.ts';
import { allReadings, byDefault, d, facts, given, inForceOn, on, read } from './setup.ts';

const notice = (received: string, more: object = {}) => ({ id: 't1', type: 'termination.notified', by: 'AZ', received, ...more });
const worked = (...more: object[]) => [...inForceOn('2021-03-10'), ...more];
/** Under one reading only, as the agreement's own. */
const under = (choice: Partial<Record<Question, string>>) => given({}, { reading: choice });

describe('the table of readings has', () => {
  it('periodEnd: the period ends on the day before the anniversary, or on the same-numbered day', () => {
    expect(on('2026-01-01', worked()).period).toMatchObject({
      lastDay: '2026-03-09',
      lastDayForNotice: { date: '2025-09-09', alternatives: [{ date: '2025-09-10', when: [{ periodEnd: 'sameNumberedDay' }] }] },
    });
    expect(on('2026-01-01', worked(), under({ periodEnd: 'sameNumberedDay' })).period).toMatchObject({
      lastDay: '2026-03-10',
      lastDayForNotice: { date: '2025-09-10', safe: '2025-09-09' },
    });
  });

  it('noticeCount: back from the end, or the last day from which six months still fit', () => {
    const short = inForceOn('2004-03-01');
    expect(on('2028-01-01', short).period!.lastDayForNotice).toMatchObject({
      date: '2028-08-28',
      safe: '2028-08-28',
      alternatives: [
        { date: '2028-08-31', when: [{ periodEnd: 'dayBefore', noticeCount: 'forward' }] },
        { date: '2028-09-01', when: [{ periodEnd: 'sameNumberedDay' }] },
      ],
    });
    expect(on('2028-01-01', short, under({ noticeCount: 'forward' })).period!.lastDayForNotice!.date).toBe('2028-08-31');
    // the safe day and the one displayed are three days apart: a notice between them is in time on some readings only
    expect(on('2028-09-01', [...short, notice('2028-08-30')]).notice!.inTime).toBe('disputed');
  });

  it('effect: the first day out is the same-numbered day, or the day after', () => {
    const t = on('2023-01-01', worked(notice('2022-01-20'))).termination!;
    expect([t.lastDayInForce, t.firstDayOut]).toEqual(['2022-07-19', '2022-07-20']);
    expect(t.alternatives[0]).toEqual({ firstDayOut: '2022-07-21', when: [{ effect: 'dayAfter', waysOut: 'independent' }] });
    expect(on('2022-07-20', worked(notice('2022-01-20')), under({ effect: 'dayAfter' })).status).toBe('inForce');
  });

  it('waysOut: any notice by its own clause, or one in time with the period', () => {
    expect(on('2023-01-01', worked(notice('2022-01-20')), under({ waysOut: 'endOfPeriod' })).termination).toMatchObject({
      lastDayInForce: '2026-03-09',
      basis: 'art. 13',
    });
    expect(on('2023-01-01', worked(notice('2022-01-20'))).status).toBe('terminated');
  });

  it('notifies: received, or dispatched; without a date of dispatch, received', () => {
    const sent = notice('2025-09-20', { dated: '2025-09-01', dispatched: '2025-09-05' });
    expect(on('2026-01-01', worked(sent)).notice).toMatchObject({ inTime: 'disputed' });
    expect(on('2026-01-01', worked(sent)).termination).toMatchObject({ lastDayInForce: '2026-03-19' });
    expect(on('2026-01-01', worked(sent), under({ notifies: 'dispatched' })).termination).toMatchObject({ lastDayInForce: '2026-03-09' });
    const unsent = notice('2025-09-20', { dated: '2025-09-01' });
    expect(on('2026-01-01', worked(unsent), under({ notifies: 'dispatched' })).termination).toMatchObject({ lastDayInForce: '2026-03-19' });
    expect(on('2026-01-01', worked(unsent)).notice).toMatchObject({ inTime: 'no' });
  });

  it('revocation: free until effect, or after the last day for notice with the other Party’s consent', () => {
    const list = worked(notice('2025-09-09'), { id: 'r1', type: 'termination.revoked', by: 'AZ', of: 't1', received: '2025-12-01' });
    const s = on('2026-03-08', list);
    expect(s).toMatchObject({ termination: null, notices: [{ revoked: '2025-12-01' }] });
    expect(on('2026-03-09', list)).toMatchObject({ status: 'inForce', certain: false });
    expect(on('2026-03-09', list).statusAlternatives).toEqual([
      { status: 'terminated', when: [{ effect: 'sameNumberedDay', waysOut: 'independent', revocation: 'needsConsent' }] },
    ]);
    expect(on('2026-03-09', list, under({ revocation: 'needsConsent' })).status).toBe('terminated');
  });

  it('namedDate: the later of clause and named date, or only the clause', () => {
    const named = notice('2022-01-20', { names: { firstDayOut: '2022-10-01' } });
    expect(on('2022-02-01', worked(named)).termination!.firstDayOut).toBe('2022-10-01');
    expect(on('2022-02-01', worked(named), under({ namedDate: 'clause' })).termination!.firstDayOut).toBe('2022-07-20');
    expect(on('2022-02-01', worked(named)).termination!.alternatives.find(a => a.firstDayOut === '2022-07-20')!.when).toEqual([
      { effect: 'sameNumberedDay', waysOut: 'independent', namedDate: 'clause' },
    ]);
  });

  it('the default first for each question, and a product of 512', () => {
    for (const q of questions) expect(byDefault[q]).toBe(choices[q][0]);
    expect(allReadings).toHaveLength(2 ** questions.length);
    expect(new Set(allReadings.map(r => JSON.stringify(r))).size).toBe(512);
    const other = read({ effect: 'dayAfter' });
    expect(combinations(['effect', 'waysOut'], other)[0]).toBe(other);
  });
});

describe('only live questions are folded', () => {
  const live = (...list: object[]) => liveQuestions(given(), facts(...inForceOn('2004-09-15'), ...list));
  const dispatched = (day: string) => notice('2010-02-01', { dispatched: day });

  it.each([
    ['no notice', [], ['periodEnd', 'noticeCount']],
    ['a notice', [notice('2010-02-01')], ['periodEnd', 'noticeCount', 'effect', 'waysOut']],
    ['one dispatched before its receipt', [dispatched('2010-01-20')], ['periodEnd', 'noticeCount', 'effect', 'waysOut', 'notifies']],
    ['one dispatched and received on one day', [dispatched('2010-02-01')], ['periodEnd', 'noticeCount', 'effect', 'waysOut']],
    [
      'one that names a date',
      [notice('2010-02-01', { names: { firstDayOut: '2011-01-01' } })],
      ['periodEnd', 'noticeCount', 'effect', 'waysOut', 'namedDate'],
    ],
    [
      'a notice and its revocation',
      [notice('2010-02-01'), { type: 'termination.revoked' }],
      ['periodEnd', 'noticeCount', 'effect', 'waysOut', 'revocation'],
    ],
  ])('for %s', (_, list, expected) => {
    expect(live(...list)).toEqual(expected);
  });

  it('and those that another clause leaves open', () => {
    const ends = given({ termination: { when: 'endOfPeriod', article: 'art. 13' } });
    expect(liveQuestions(ends, facts(notice('2010-02-01')))).toEqual(['periodEnd', 'noticeCount']);
    const indefinite = given({ duration: { kind: 'indefinite', article: 'art. 5' } });
    expect(liveQuestions(indefinite, facts(dispatched('2010-01-20')))).toEqual(['effect']);
    const bare = given({
      duration: { kind: 'periods', article: 'art. 2', first: 'P5Y', renewal: { kind: 'none' } },
      termination: undefined,
    });
    expect(liveQuestions(bare, facts())).toEqual(['periodEnd']);
  });
});

describe('an answer is certain if all readings agree', () => {
  it('otherwise the default is given, and for each other outcome the readings that give it, by the shortest conditions', () => {
    const of: Question[] = ['periodEnd', 'effect', 'waysOut'];
    const answers = underEveryReading(of, byDefault, r => (r.effect === 'dayAfter' || r.waysOut === 'endOfPeriod' ? 'late' : 'soon'));
    expect(alternatives(answers, v => v)).toEqual([{ value: 'late', when: [{ waysOut: 'endOfPeriod' }, { effect: 'dayAfter' }] }]);
    expect(
      alternatives(
        underEveryReading(of, byDefault, () => 'soon'),
        v => v,
      ),
    ).toEqual([]);
  });

  it('without a condition already covered by others, and with null as an outcome like any other', () => {
    const of: Question[] = ['periodEnd', 'effect', 'waysOut'];
    const answers = underEveryReading(of, byDefault, r => {
      if (r.effect === 'dayAfter' && r.waysOut === 'independent') return 'x';
      if (r.waysOut === 'endOfPeriod' && r.periodEnd === 'dayBefore') return 'x';
      return r.waysOut === 'endOfPeriod' ? null : 'soon';
    });
    expect(alternatives(answers, v => v)).toEqual([
      {
        value: 'x',
        when: [
          { effect: 'dayAfter', waysOut: 'independent' },
          { periodEnd: 'dayBefore', waysOut: 'endOfPeriod' },
        ],
      },
      { value: null, when: [{ periodEnd: 'sameNumberedDay', waysOut: 'endOfPeriod' }] },
    ]);
  });

  it('and the status on a day is uncertain on the day between two first days out', () => {
    const s = on('2022-07-20', worked(notice('2022-01-20')));
    expect(s).toMatchObject({ status: 'terminated', certain: false });
    expect(s.statusAlternatives).toEqual([{ status: 'inForce', when: [{ waysOut: 'endOfPeriod' }, { effect: 'dayAfter' }] }]);
    expect(on('2022-07-19', worked(notice('2022-01-20')))).toMatchObject({ status: 'inForce', certain: true });
  });
});

describe('the sample that others rely on', () => {
  const list = [
    { id: 's', type: 'signed', on: '2004-03-01', place: 'Astana' },
    { id: 'n1', type: 'completion.notified', by: 'KZ', dated: '2004-06-01', dispatched: '2004-06-02', received: '2004-06-10' },
    { id: 'n2', type: 'completion.notified', by: 'AZ', received: '2004-09-15' },
    { id: 't1', type: 'termination.notified', by: 'AZ', received: '2028-01-20', recorded: '2028-01-21' },
    { id: 'p1s', type: 'protocol.signed', protocol: 'p1', on: '2010-02-01', changes: { periodLength: 'P3Y', noticeBefore: 'P3M' } },
    { id: 'p1a', type: 'protocol.completion.notified', protocol: 'p1', by: 'KZ', received: '2010-03-01' },
  ];

  it('gives the documented result', () => {
    expect(on('2028-02-01', list)).toMatchObject({
      asOf: '2028-02-01',
      knownOn: null,
      reading: 'default',
      status: 'inForce',
      certain: true,
      entryIntoForce: { date: '2004-09-15', notBefore: null, basis: 'art. 13', certain: true, alternatives: [] },
      period: {
        number: 5,
        firstDay: '2024-09-15',
        lastDay: '2029-09-14',
        lastDayForNotice: {
          date: '2029-03-14',
          safe: '2029-03-14',
          basis: 'art. 13',
          certain: false,
          alternatives: [{ date: '2029-03-15', when: [{ periodEnd: 'sameNumberedDay' }] }],
        },
        settled: false,
      },
      notices: [{ id: 't1', by: 'AZ', received: '2028-01-20', inTime: 'yes', revoked: null, lastDayInForce: '2028-07-19' }],
      notice: { id: 't1', by: 'AZ', received: '2028-01-20', inTime: 'yes' },
      termination: {
        cause: 'notice',
        lastDayInForce: '2028-07-19',
        firstDayOut: '2028-07-20',
        basis: 'art. 13',
        certain: false,
        alternatives: [
          { firstDayOut: '2028-07-21', when: [{ effect: 'dayAfter', waysOut: 'independent' }] },
          { firstDayOut: '2029-09-15', when: [{ waysOut: 'endOfPeriod', periodEnd: 'dayBefore' }] },
          { firstDayOut: '2029-09-16', when: [{ waysOut: 'endOfPeriod', periodEnd: 'sameNumberedDay' }] },
        ],
      },
      protocols: [{ id: 'p1', status: 'signed', entryIntoForce: { date: null, notBefore: '2010-03-01' } }],
      withoutEffect: [],
    });
  });

  it('with the whole list applies or explains each of its facts', () => {
    const whole = [
      ...list,
      { id: 't2', type: 'termination.notified', by: 'KZ', received: '2028-02-10', names: { firstDayOut: '2029-01-01' } },
      { id: 'r1', type: 'termination.revoked', by: 'AZ', of: 't1', received: '2028-03-01' },
      { id: 'r1c', type: 'termination.revocationConsented', by: 'KZ', of: 'r1', received: '2028-03-10' },
      { id: 'x1', type: 'termination.agreed', on: '2028-05-01', firstDayOut: '2028-06-01' },
      { id: 'e1', type: 'entry.agreed', on: '2004-08-01', date: '2004-09-01' },
      { id: 'sus', type: 'suspension.agreed', on: '2015-01-01' },
      { id: 'res', type: 'resumption.agreed', on: '2016-01-01' },
      { id: 'c1', type: 'corrected', of: 'n2', recorded: '2005-01-10', received: '2004-09-16' },
      { id: 'k1', type: 'struck', of: 't1', recorded: '2028-02-01', reason: 'sent in error' },
    ];
    const s = on('2028-07-01', whole);
    expect(s).toMatchObject({
      status: 'terminated',
      entryIntoForce: { date: '2004-09-01' },
      termination: { cause: 'agreement', firstDayOut: '2028-06-01' },
    });
    const said = new Set([...s.dates.map(l => l.what), ...s.withoutEffect.map(w => w.fact)]);
    expect(s.withoutEffect.map(w => [w.fact, w.why])).toEqual([
      ['r1', 't1, to which it refers, was struck.'],
      ['r1c', 'r1, to which it refers, is without effect.'],
      ['n2', 'The agreement was already in force, since 1 Sep 2004.'],
    ]);
    for (const what of [
      'signed',
      'completion.notified',
      'termination.notified',
      'termination.agreed',
      'entry.agreed',
      'suspension.agreed',
      'resumption.agreed',
      'protocol.signed',
      'protocol.completion.notified',
    ])
      expect(said).toContain(what);
    expect(on('2015-06-01', whole).status).toBe('suspended');
    expect(on('2028-02-15', whole, given(), '2028-01-31').notice).toMatchObject({ id: 't1' });
    expect(d('2028-02-15') > '2028-02-01').toBe(true);
  });
});
