/** The moves in a preview: every date of the agreement and of its protocols. */
import { describe, expect, it } from 'vitest';
import { movesBetween, type Move } from '../../client/moves.ts';
import { otherEndsIn } from '../../client/consequences.ts';
import type { Agreement } from '../../clauses/agreement.ts';
import { addDays, latest } from '../../clauses/calendar.ts';
import { dateOf, isAmending, type Fact } from '../../machines/facts.ts';
import type { Answer } from '../../wording/answer.ts';
import { given, inForceOn, on } from '../law/setup.ts';
import { chanceOf, type Chance } from '../support/chance.ts';
import { drawLedger } from '../support/drawn-ledgers.ts';

const inForce = inForceOn('2004-09-15');
const signed = { id: 'ps', type: 'protocol.signed', protocol: 'p1', on: '2026-10-01', changes: { text: 'art. 3' } };
const completed = (id: string, by: string, received: string) => ({
  id,
  type: 'protocol.completion.notified',
  protocol: 'p1',
  by,
  received,
});
const protocol = [signed, completed('pk', 'KZ', '2026-11-01'), completed('pa', 'AZ', '2026-11-20')];
const corrected = (of: string, fields: object) => ({ id: `c-${of}`, type: 'corrected', of, recorded: '2026-11-29', ...fields });

const moves = (asOf: string, ledger: readonly object[], added: readonly object[], agreement?: Agreement): Move[] =>
  movesBetween(on(asOf, ledger, agreement), on(asOf, [...ledger, ...added], agreement));
const inShort = (all: readonly Move[]): string[] => all.filter(m => !m.past).map(m => `${m.what} ${m.of}: ${m.before} → ${m.after}`);

describe('a preview of an entry', () => {
  it('names the entry into force of a protocol that a correction moves', () => {
    const ledger = [...inForce, ...protocol];
    expect(inShort(moves('2026-11-29', ledger, [corrected('pa', { received: '2026-11-10' })]))).toEqual([
      'protocolEntry p1: 2026-11-20 → 2026-11-10',
      'date Completion of internal procedures for protocol p1 notified by AZ, received: 2026-11-20 → 2026-11-10',
    ]);
    expect(inShort(moves('2026-11-29', ledger, [corrected('pk', { received: '2026-11-05' })]))).toEqual([
      'date Completion of internal procedures for protocol p1 notified by KZ, received: 2026-11-01 → 2026-11-05',
    ]);
  });

  it('names the earliest day on which a protocol can be in force', () => {
    const ledger = [...inForce, signed, completed('pk', 'KZ', '2026-11-01')];
    expect(inShort(moves('2026-11-29', ledger, [corrected('pk', { received: '2026-11-05' })]))).toContain(
      'protocolNotBefore p1: 2026-11-01 → 2026-11-05',
    );
  });

  it('names the send-by day next to the safe day', () => {
    const three = { ...signed, changes: { noticeBefore: 'P3M' } };
    expect(inShort(moves('2026-11-29', inForce, [three, ...protocol.slice(1)]))).toEqual(
      expect.arrayContaining(['safeDay null: 2029-03-14 → 2029-06-14', 'sendBy null: 2029-02-28 → 2029-05-31']),
    );
  });

  it('names the ends of notices in addition to the one that ends the agreement', () => {
    const notice = (id: string, by: string, received: string) => ({ id, type: 'termination.notified', by, received });
    const ledger = [...inForce, notice('t1', 'AZ', '2026-09-01'), notice('t2', 'KZ', '2026-10-01')];
    expect(inShort(moves('2026-11-29', ledger, [corrected('t2', { received: '2026-11-01' })]))).toContain(
      'noticeEnd t2: 2027-03-31 → 2027-04-30',
    );
  });

  it('names no end of a notice whose end is unchanged when a notice of the other Party decides instead', () => {
    const notice = (id: string, by: string, received: string) => ({ id, type: 'termination.notified', by, received });
    const ends = moves('2026-11-29', [...inForce, notice('t2', 'KZ', '2026-10-01')], [notice('t1', 'AZ', '2026-09-01')]);
    expect(ends.filter(m => m.what === 'noticeEnd' || m.what === 'lastDayInForce')).toEqual([
      { what: 'lastDayInForce', of: null, before: '2027-03-31', after: '2027-02-28' },
    ]);
  });

  it('names what survives the end', () => {
    const surviving = given({ survivals: [{ what: 'contracts under way', article: 'art. 14', length: 'P2Y' }] });
    const ledger = [...inForce, { id: 't1', type: 'termination.notified', by: 'AZ', received: '2026-09-01' }];
    expect(inShort(moves('2026-11-29', ledger, [corrected('t1', { received: '2026-10-01' })], surviving))).toContain(
      'survival contracts under way: 2029-02-28 → 2029-03-31',
    );
  });

  it('names the days that a protocol sets for its changes, and those of a suspension', () => {
    const later = { ...signed, changes: { periodLength: 'P3Y', from: '2027-06-01' } };
    const ledger = [...inForce, later, ...protocol.slice(1)];
    const said = inShort(moves('2026-11-29', ledger, [corrected('ps', { changes: { periodLength: 'P3Y', from: '2027-07-01' } })]));
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^date .*p1.*: 2027-06-01 → 2027-07-01$/);
    const suspended = { id: 'su', type: 'suspension.agreed', on: '2026-11-01', from: '2027-01-01' };
    expect(inShort(moves('2026-11-29', inForce, [suspended]))).toContainEqual(expect.stringMatching(/^date .*: null → 2027-01-01$/));
  });

  it('counts changes in past periods separately, and leaves none out', () => {
    const all = moves('2026-11-29', inForce, [corrected('n2', { received: '2004-09-20' })]);
    expect(inShort(all)).toEqual([
      'entry null: 2004-09-15 → 2004-09-20',
      'lastDay null: 2029-09-14 → 2029-09-19',
      'lastDayForNotice null: 2029-03-14 → 2029-03-19',
      'safeDay null: 2029-03-14 → 2029-03-19',
      'sendBy null: 2029-02-28 → 2029-03-05',
      'date Completion of internal procedures notified by AZ, received: 2004-09-15 → 2004-09-20',
    ]);
    expect(all.filter(m => m.past)).toHaveLength(8);
  });

  it('counts among the past dates those that only one of the two timelines has', () => {
    const applied = { ...signed, on: '2020-11-01', changes: { noticePeriod: 'P3M', provisionallyFrom: '2020-12-31' } };
    const struck = { id: 'x', type: 'struck', of: 'ps', recorded: '2026-11-29', reason: 'entered in error' };
    expect(moves('2026-11-29', [...inForce, applied], [struck]).filter(m => m.past)).toEqual([
      { what: 'date', of: expect.stringMatching(/p1/), before: '2020-12-31', after: null, past: true },
    ]);
  });

  it('names each date in which the timelines before and after differ, and no others', () => {
    let seen = 0;
    for (let seed = 0; seed < 50; seed += 1) {
      const c = chanceOf(seed, 'moves');
      const { entries } = drawLedger(given(), c);
      const facts = entries.filter((e): e is Fact => !isAmending(e));
      const asOf = addDays(latest(...facts.map(dateOf)), c.below(700));
      const [before, after] = [entries, [...entries, amended(c.one(facts), c)]].map(list => on(asOf, list)) as [Answer, Answer];
      const all = movesBetween(before, after);
      const [was, is] = [linesOf(before), linesOf(after)];
      const isUnnamed = (line: string, side: 'before' | 'after'): boolean => !all.some(m => m[side] === line.slice(0, 10));
      expect([seed, was.filter(line => !is.includes(line) && isUnnamed(line, 'before'))]).toEqual([seed, []]);
      expect([seed, is.filter(line => !was.includes(line) && isUnnamed(line, 'after'))]).toEqual([seed, []]);
      const bogus = all.filter(m => m.what === 'date' && !(isListed(m.before, before) && isListed(m.after, after)));
      expect([seed, bogus]).toEqual([seed, []]);
      seen += all.length;
    }
    expect(seen).toBeGreaterThan(100);
  });

  it('gives bounds for days known only within bounds', () => {
    const bounded = [
      { id: 's', type: 'signed', on: '2004-01-01' },
      { id: 'e', type: 'entry.agreed', on: '2004-01-01', date: { notBefore: '2004-03-01', notAfter: '2004-05-31' } },
    ];
    const said = inShort(moves('2026-11-29', bounded, [corrected('e', { date: { notBefore: '2004-03-01', notAfter: '2004-04-30' } })]));
    expect(said).toContainEqual(expect.stringMatching(/: \d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d → \d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d$/));
  });

  it('is empty if nothing moves', () => {
    expect(moves('2026-11-29', [...inForce, ...protocol], [corrected('pa', { evidence: 'note 7' })])).toEqual([]);
  });
});

/** Strikes a fact, or moves it by some days. */
function amended(of: Fact, c: Chance): object {
  const entry = { id: 'z', of: of.id, recorded: dateOf(of) };
  if (c.in100(50)) return { ...entry, type: 'struck', reason: 'entered in error' };
  const days = c.below(15);
  return { ...entry, type: 'corrected', ['on' in of ? 'on' : 'received']: addDays(dateOf(of), days) };
}

/** The dates that follow from facts: `2029-03-14 lastDayForNotice period/2`. */
const linesOf = ({ dates }: Answer): string[] =>
  dates.filter(l => !l.step.startsWith('fact/')).map(l => `${l.date} ${l.what} ${l.step.replace(l.date, '')}`);

const isListed = (day: string | null, { dates }: Answer): boolean => day === null || dates.some(l => l.date === day);

describe('the end on other readings, in a preview', () => {
  const named = { id: 't', type: 'termination.notified', by: 'AZ', received: '2026-09-01', names: { firstDayOut: '2027-06-01' } };
  const ends = (added: readonly object[]) => {
    const ledger = [...inForce, named];
    return otherEndsIn({ before: on('2026-11-29', ledger), after: on('2026-11-29', [...ledger, ...added]) }).map(e => e.firstDayOut);
  };

  it('is given also if the end moves on another reading only', () => {
    expect(moves('2026-11-29', [...inForce, named], [corrected('t', { received: '2026-08-01' })]).map(m => m.what)).toEqual(['date']);
    expect(ends([corrected('t', { received: '2026-08-01' })])).toContain('2027-02-01');
  });

  it('is not given if no end moves', () => {
    expect(ends([corrected('t', { evidence: 'note 7' })])).toEqual([]);
  });
});
