/** What was true on a day is answered from everything known, including later facts with retroactive legal effect. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../clauses/agreement.ts';
import { addDays, latest, type CalendarDate } from '../../clauses/calendar.ts';
import type { Reading } from '../../clauses/reading.ts';
import { dateOf, type Fact } from '../../machines/facts.ts';
import { fold } from '../../machines/fold.ts';
import type { TreatyState } from '../../machines/treaty-state.ts';
import { standing } from '../../machines/standing.ts';
import { aFamilyLedger, anAgreement } from './families.ts';
import { d, facts, given, on, whys } from './setup.ts';
import { aDay, aReading, checked } from './ledgers.ts';

const signed = { id: 's', type: 'signed', on: '2021-01-01' };
const kz = { id: 'n1', type: 'completion.notified', by: 'KZ', received: '2021-02-01' };
const az = { id: 'n2', type: 'completion.notified', by: 'AZ', received: '2021-03-10' };
const agreed = (date: string, day = '2022-01-01') => ({ id: `e${date}`, type: 'entry.agreed', on: day, date });

describe('an entry into force agreed afterwards', () => {
  const list = [signed, kz, az, agreed('2021-02-01')];

  it('for an earlier day applies to the days in between, and the answer names it', () => {
    const s = on('2021-02-15', list, given(), '2022-06-01');
    expect(s).toMatchObject({
      status: 'inForce',
      certain: true,
      entryIntoForce: { date: '2021-02-01' },
      period: { lastDay: '2026-01-31' },
    });
    expect(s.hindsight).toMatchObject([
      { fact: 'e2021-02-01', on: '2022-01-01', from: '2021-02-01', basis: 'VCLT art. 24', why: 'Entry into force agreed for 1 Feb 2021' },
    ]);
    expect(s.notes).toContain(
      'Learnt only later: e2021-02-01 of 1 Jan 2022 affects this day too, with effect from 1 Feb 2021. Entry into force agreed for 1 Feb 2021 (VCLT art. 24).',
    );
  });

  it('is not known before it was recorded, and changes nothing on the days before the day that it names', () => {
    expect(on('2021-02-15', list, given(), '2021-12-31')).toMatchObject({ status: 'signed', hindsight: [] });
    expect(on('2021-01-31', list)).toMatchObject({ status: 'signed', entryIntoForce: { date: null }, hindsight: [] });
    expect(on('2022-01-01', list).hindsight).toMatchObject([]);
  });

  it('for a later day revokes the apparent entry into force, from the day on which it had seemed to begin', () => {
    const later = [signed, kz, az, agreed('2021-06-01')];
    expect(on('2021-03-09', later)).toMatchObject({ status: 'signed', entryIntoForce: { date: null, notBefore: '2021-02-01' } });
    const between = on('2021-03-10', later);
    expect(between).toMatchObject({ status: 'signed', entryIntoForce: { date: '2021-06-01' } });
    expect(between.hindsight).toMatchObject([{ fact: 'e2021-06-01', from: '2021-03-10' }]);
    expect(on('2021-06-01', later)).toMatchObject({ status: 'inForce', period: { lastDay: '2026-05-31' } });
    expect(on('2021-03-10', later, given(), '2021-03-10').status).toBe('inForce');
  });

  it('for a day after the agreement on it revokes the force until then, and a notice received meanwhile has no effect', () => {
    const notice = { id: 't', type: 'termination.notified', by: 'AZ', received: '2021-07-01' };
    const s = on('2021-08-01', [signed, kz, az, notice, agreed('2022-06-01')]);
    expect(s).toMatchObject({ status: 'signed', entryIntoForce: { date: '2022-06-01' }, notices: [], termination: null });
    expect(whys(s)).toEqual([{ fact: 't', why: 'The agreement was not known to be in force yet.' }]);
  });

  it('agreed twice counts as last agreed: the first agreement makes nothing true in between', () => {
    const twice = [signed, kz, agreed('2021-02-01', '2022-01-01'), agreed('2021-09-01', '2022-02-01')];
    expect(on('2021-05-01', twice)).toMatchObject({ status: 'signed', hindsight: [] });
    expect(on('2021-09-01', twice).hindsight.map(h => h.fact)).toEqual(['e2021-09-01']);
    expect(on('2022-01-15', [signed, kz, agreed('2021-02-01', '2022-01-01'), agreed('2022-09-01', '2022-02-01')]).status).toBe('signed');
  });

  it('before signature, or of an agreement that is not signed, has no retroactive effect', () => {
    expect(on('2020-12-15', [signed, agreed('2020-12-01')])).toMatchObject({ status: 'negotiated', hindsight: [] });
    expect(on('2021-02-15', [kz, agreed('2021-02-01')])).toMatchObject({ status: 'negotiated', hindsight: [] });
  });

  it('takes effect on the day of signature if agreed for that day, and a second signature does not move the first', () => {
    expect(on('2021-01-01', [signed, agreed('2021-01-01')])).toMatchObject({ status: 'inForce', hindsight: [{ from: '2021-01-01' }] });
    const again = { id: 's2', type: 'signed', on: '2021-06-01' };
    expect(on('2021-03-01', [signed, again, agreed('2021-02-01')])).toMatchObject({ status: 'inForce' });
  });

  it('whose day is known only within bounds counts separately on each possible day', () => {
    const bounded = { ...agreed('x'), id: 'e', date: { notBefore: '2021-02-01', notAfter: '2021-02-28' } };
    const s = on('2021-02-15', [signed, kz, az, bounded]);
    expect(s.within!.statuses.sort()).toEqual(['inForce', 'signed']);
    expect(s.hindsight).toMatchObject([{ fact: 'e', from: '2021-02-01' }]);
    expect(s.notes.filter(n => n.startsWith('Learnt only later'))).toHaveLength(1);
    expect(on('2021-03-01', [signed, kz, az, bounded])).toMatchObject({ status: 'inForce', certain: true });
  });
});

describe('a note that counts from its date', () => {
  const clause = given({ entryIntoForce: { on: 'lastNotification', article: 'art. 9', counts: 'dated' } });
  const note = { ...az, dated: '2021-02-20' };

  it('has effect on the days between its date and its receipt, once that is known', () => {
    const s = on('2021-02-20', [signed, { ...kz, dated: '2021-01-20' }, note], clause);
    expect(s).toMatchObject({ status: 'inForce', entryIntoForce: { date: '2021-02-20' } });
    expect(s.hindsight).toMatchObject([
      { fact: 'n2', on: '2021-03-10', from: '2021-02-20', basis: 'art. 9', why: 'A notification counts from the date that it bears' },
    ]);
    expect(on('2021-02-19', [signed, kz, note], clause)).toMatchObject({ status: 'signed', hindsight: [] });
  });

  it('is not named if it has no effect: defective, or the second of its Party', () => {
    const first = { id: 'n0', type: 'completion.notified', by: 'AZ', dated: '2021-01-10', received: '2021-01-11' };
    for (const none of [note, { ...note, by: 'KZ', defect: 'unsigned' }])
      expect(on('2021-02-25', [signed, first, none], clause)).toMatchObject({ hindsight: [], withoutEffect: [] });
  });

  it('has effect for a protocol as well, if its clause counts the date', () => {
    const of = given({
      amendment: { article: 'art. 10', by: 'protocol', entryIntoForce: { on: 'lastNotification', article: 'art. 10', counts: 'dated' } },
    });
    const completion = (by: string, dated: string) => ({
      id: `p${by}`,
      type: 'protocol.completion.notified',
      protocol: 'p',
      by,
      dated,
      received: '2022-09-01',
    });
    const list = [
      signed,
      kz,
      az,
      { id: 'ps', type: 'protocol.signed', protocol: 'p', on: '2022-01-01', changes: { noticePeriod: 'P3M' } },
      completion('KZ', '2022-05-01'),
      completion('AZ', '2022-06-01'),
    ];
    const s = on('2022-06-01', list, of);
    expect(s.protocols).toMatchObject([{ id: 'p', status: 'inForce', entryIntoForce: { date: '2022-06-01' } }]);
    expect(s.hindsight.map(h => [h.fact, h.basis])).toEqual([
      ['pAZ', 'art. 10'],
      ['pKZ', 'art. 10'],
    ]);
  });

  it('applies to a protocol too, if an earlier protocol changed what counts before it was signed', () => {
    const of = given({ amendment: { article: 'art. 10', by: 'protocol', entryIntoForce: { on: 'signature', article: 'art. 10' } } });
    const counting = { amendment: { on: 'lastNotification', article: 'art. 10', counts: 'dated', then: 'sameDay' } };
    const list = [
      signed,
      kz,
      az,
      { id: 'ps', type: 'protocol.signed', protocol: 'p', on: '2022-01-01', changes: counting },
      { id: 'qs', type: 'protocol.signed', protocol: 'q', on: '2023-06-01', changes: { noticePeriod: 'P3M' } },
      { id: 'q', type: 'protocol.completion.notified', protocol: 'q', by: 'KZ', dated: '2023-03-01', received: '2023-07-01' },
    ];
    const named = (day: string) => on(day, list, of).hindsight.map(h => [h.fact, h.from]);
    expect(named('2023-02-28')).toEqual([]);
    expect(named('2023-03-01')).toEqual([['q', '2023-03-01']]);
    expect(named('2023-04-01')).toEqual([['q', '2023-03-01']]);
  });
});

describe('a retroactive protocol', () => {
  const protocol = (changes: object, entry = '2023-05-01', by = '2023-04-01') => [
    { id: 'ps', type: 'protocol.signed', protocol: 'p', on: '2023-01-01', changes },
    { id: 'pk', type: 'protocol.completion.notified', protocol: 'p', by: 'KZ', received: by },
    { id: 'pa', type: 'protocol.completion.notified', protocol: 'p', by: 'AZ', received: entry },
  ];
  const back = { periodLength: 'P3Y', appliesTo: 'runningPeriod', from: '2022-01-01', retroactive: true };

  it('changes the periods of the days before its entry into force, from the day that it names', () => {
    const list = [signed, kz, az, ...protocol(back)];
    expect(on('2021-12-31', list)).toMatchObject({ period: { lastDay: '2026-03-09' }, hindsight: [] });
    const s = on('2022-01-01', list);
    expect(s).toMatchObject({ period: { lastDay: '2024-03-09' }, protocols: [] });
    expect(s.hindsight.map(h => [h.fact, h.on, h.from, h.basis])).toEqual([
      ['ps', '2023-01-01', '2022-01-01', 'VCLT art. 28'],
      ['pk', '2023-04-01', '2022-01-01', 'VCLT art. 28'],
      ['pa', '2023-05-01', '2022-01-01', 'VCLT art. 28'],
    ]);
    expect(on('2023-04-15', list)).toMatchObject({ protocols: [{ status: 'signed' }], hindsight: [{ fact: 'pa' }] });
    expect(on('2022-01-01', list, given(), '2023-04-30')).toMatchObject({ period: { lastDay: '2026-03-09' }, hindsight: [] });
  });

  it('reaches back no further than entry into force of the agreement, however early the day it names', () => {
    const list = [signed, kz, az, ...protocol({ ...back, from: '2021-02-01' })];
    expect(on('2021-02-15', list)).toMatchObject({ status: 'signed', hindsight: [] });
    expect(on('2021-03-10', list)).toMatchObject({ period: { lastDay: '2024-03-09' }, hindsight: [{ from: '2021-03-10' }, {}, {}] });
  });

  it('changes the clauses only once, also on the day of its entry into force', () => {
    const rows = on('2023-05-01', [signed, kz, az, ...protocol(back)]).dates.filter(l => l.what === 'protocol.changesApplied');
    expect(rows.map(l => l.date)).toEqual(['2022-01-01']);
  });

  it('counts from the facts that bring it into force, even if that happens some time after the last of them', () => {
    const of = given({
      amendment: {
        article: 'art. 10',
        by: 'protocol',
        entryIntoForce: { on: 'lastNotification', article: 'art. 10', then: { days: 60 } },
      },
    });
    expect(on('2022-01-01', [signed, kz, az, ...protocol(back)], of).period!.lastDay).toBe('2024-03-09');
  });

  it('has no retroactive effect if it contradicts itself, is not retroactive, or never enters into force', () => {
    const undone = { ...back, periodLength: 'P1Y', renewal: { kind: 'none' } };
    const prospective = { ...back, retroactive: undefined };
    for (const changes of [undone, prospective])
      expect(on('2022-01-01', [signed, kz, az, ...protocol(changes)])).toMatchObject({ period: { lastDay: '2026-03-09' }, hindsight: [] });
    expect(on('2022-01-01', [signed, kz, az, ...protocol(back).slice(0, 2)])).toMatchObject({ hindsight: [] });
  });

  it('is carried forward with what falls due later', () => {
    const list = facts(signed, kz, az, ...protocol(back));
    const s = standing({ agreement: given(), description: '', entries: list, asOf: d('2022-01-01'), until: d('2024-12-31') });
    expect(s.dates.filter(l => l.what === 'periodEnd').map(l => l.date)).toEqual(['2024-03-09']);
  });
});

describe('a notice in transit', () => {
  const expiring = given({
    duration: { kind: 'periods', article: 'art. 13', first: 'P5Y', renewal: { kind: 'automatic', length: 'P5Y' }, noticeBefore: 'P6M' },
  });
  const notice = { id: 't', type: 'termination.notified', by: 'AZ', dispatched: '2025-09-01', received: '2026-04-01' };

  it('received after the end of the period ends it on the reading by which dispatch notifies, and is named', () => {
    const s = on('2026-03-15', [signed, kz, az, notice], expiring);
    expect(s).toMatchObject({ status: 'inForce', certain: false });
    expect(s.hindsight).toMatchObject([{ fact: 't', on: '2026-04-01', from: '2025-09-01', basis: 'art. 13' }]);
  });

  it('is known to have prevented the renewal from its dispatch, if the clause itself counts dispatch', () => {
    const clause = given({
      duration: {
        kind: 'periods',
        article: 'art. 12',
        first: 'P5Y',
        renewal: { kind: 'automatic', length: 'P5Y' },
        noticeBefore: 'P6M',
        counts: 'dispatched',
      },
    });
    const s = on('2026-03-15', [signed, kz, az, notice], clause);
    expect(s).toMatchObject({ status: 'terminated', termination: { lastDayInForce: '2026-03-09' }, notices: [{ id: 't' }] });
    expect(s.hindsight).toMatchObject([
      { fact: 't', from: '2025-09-01', basis: 'art. 12', why: 'A notice of termination counts from a day before its receipt' },
    ]);
    expect(on('2026-03-15', [signed, kz, az, notice], clause, '2026-03-15')).toMatchObject({ status: 'inForce', hindsight: [] });
  });

  it('received in time makes no difference to the days before, and is not named', () => {
    const s = on('2025-09-05', [signed, kz, az, { ...notice, received: '2025-09-08' }], expiring);
    expect(s).toMatchObject({ notices: [], termination: null, hindsight: [] });
  });
});

describe('the fold as of a day', () => {
  const back = fc.record({
    what: fc.constantFrom('retroactive', 'agreed', 'dated', 'none'),
    shift: fc.integer({ min: -1500, max: 1500 }),
    after: fc.integer({ min: 0, max: 2500 }),
  });
  const ledgers = fc.tuple(aFamilyLedger, fc.array(back, { maxLength: 4 })).map(([ledger, changes]) => withReach(ledger, changes));

  it('agrees with the whole fold’s instance on that day, on every reading', () => {
    const seen: Record<string, number> = {};
    checked(
      fc.property(anAgreement, ledgers, aReading, aDay, (of, ledger, reading, pick) => {
        fc.pre(ledger.length > 0);
        const day = pick(ledger);
        const far = addDays(latest(day, ...ledger.map(dateOf)), 1200);
        const then = fold(of, ledger, reading, day);
        for (const r of then.reachingBack) seen[r.how] = (seen[r.how] ?? 0) + 1;
        expect(stateOn(then, day)).toEqual(stateOn(fold(of, ledger, reading, far), day));
      }),
      500,
    );
    for (const how of ['agreedEntry', 'dated', 'dispatched', 'retroactive']) expect(seen[how], how).toBeGreaterThan(3);
  });

  it('ignores later facts without retroactive effect: if there is none, it is the fold of the facts dated until then', () => {
    checked(
      fc.property(anAgreement, ledgers, aReading, aDay, (of, ledger, reading, pick) => {
        const day = pick(ledger);
        const family = fold(of, ledger, reading, day);
        fc.pre(family.reachingBack.length === 0);
        expect(family).toEqual(untilOnly(of, ledger, reading, day));
      }),
      300,
    );
  });
});

const untilOnly = (of: Agreement, ledger: readonly Fact[], reading: Reading, day: CalendarDate): TreatyState =>
  fold(
    of,
    ledger.filter(f => dateOf(f) <= day),
    reading,
    day,
  );

/** The state of the agreement on a day, without its expectations. */
function stateOn({ history }: TreatyState, day: CalendarDate): unknown {
  const moment = history.findLast(m => m.day <= day);
  if (!moment) return 'negotiated';
  const { phase, context: c } = moment;
  const { signed: on, exchanged } = c.consents;
  if (phase === 'negotiated' || phase === 'signed') return { phase, on, exchanged };
  const { entry, period, cycle, terms, notices, agreedEnd, succession, amendments, protocols, suspendedFrom, resumesFrom } = c;
  return { phase, entry, period, cycle, terms, notices, agreedEnd, succession, amendments, protocols, suspendedFrom, resumesFrom };
}

/** Makes some facts of a ledger retroactive, and adds agreements on entry into force. */
function withReach(ledger: readonly Fact[], changes: readonly { what: string; shift: number; after: number }[]): Fact[] {
  const first = ledger[0] ? dateOf(ledger[0]) : d('2004-01-01');
  const agreements = changes
    .filter(c => c.what === 'agreed')
    .map(c => ({ id: `a${c.after}`, type: 'entry.agreed', on: addDays(first, c.after), date: addDays(first, c.after + c.shift) }));
  const dated = changes.filter(c => c.what === 'dated');
  const moved = ledger.map((f, i) => {
    const change = dated.at(i % 2);
    return change && f.type.endsWith('completion.notified') ? { ...f, dated: addDays(dateOf(f), -(change.after % 400)) } : f;
  });
  const protocols = changes
    .filter(c => c.what === 'retroactive')
    .flatMap(({ after, shift }, i) => {
      const base = { protocol: `q${i}` };
      const on = addDays(first, after);
      const change = { noticePeriod: 'P3M', ...(shift % 2 ? { periodLength: 'P3Y', appliesTo: 'runningPeriod' } : {}) };
      const completion = { ...base, type: 'protocol.completion.notified', received: addDays(on, Math.abs(shift % 700)) };
      return [
        {
          ...base,
          id: `q${i}s`,
          type: 'protocol.signed',
          on,
          changes: { ...change, from: addDays(on, -Math.abs(shift)), retroactive: true },
        },
        { ...completion, id: `q${i}k`, by: 'KZ' },
        { ...completion, id: `q${i}a`, by: 'AZ' },
      ];
    });
  return [...moved, ...protocols, ...agreements.filter((a, i) => agreements.findIndex(b => b.id === a.id) === i)] as Fact[];
}
