/**
 * Input that makes no sense, or would need more than an answer may, is explicitly refused with its reason. Counted in steps, never in time.
 */
import { describe, expect, it } from 'vitest';
import { dayOrBounds } from '../../clauses/bounds.ts';
import { addDays, calendarDate, date } from '../../clauses/calendar.ts';
import { agreement } from '../../clauses/agreement.ts';
import { changes, durationClause } from '../../clauses/terms.ts';
import { answerLimit, spend, withinBudget } from '../../machines/budget.ts';
import type { Entry } from '../../machines/facts.ts';
import { fold } from '../../machines/fold.ts';
import { factsKnown } from '../../machines/ledger.ts';
import { planOf } from '../../machines/plan.ts';
import { standing } from '../../machines/standing.ts';
import { parseFacts } from '../../agreements/load.ts';
import { BeyondLimit } from '../../machines/beyond-limit.ts';
import { factsLimit, foldLimit, possibleDaysLimit } from '../../machines/limits.ts';
import { isRefusal } from '../../machines/refusal.ts';
import { readEntry, readLedger } from '../../machines/read-entries.ts';
import { stretches } from '../../machines/date-ranges/bounded.ts';
import { d, facts, given, on } from './setup.ts';
import { saidBy } from '../support/failures.ts';
import { told } from '../support/sentences.ts';

const periods = (first: string, renewed = first): object => ({
  kind: 'periods',
  article: 'art. 13',
  first,
  renewal: { kind: 'automatic', length: renewed },
  noticeBefore: 'P7D',
});
const monthly = given({ duration: periods('P1M') });
const inForceSince = (day: string): object[] => [
  { id: 's', type: 'signed', on: day },
  { id: 'n1', type: 'completion.notified', by: 'KZ', received: day },
  { id: 'n2', type: 'completion.notified', by: 'AZ', received: day },
];

describe('a period is at least as long as the shortest month', () => {
  it.each(['P28D', 'P1M', 'P6M', 'P200Y'])('and %s is accepted', length => {
    expect(durationClause.safeParse(periods(length)).success).toBe(true);
    expect(changes.safeParse({ periodLength: length, renewal: { kind: 'byAgreement', length } }).success).toBe(true);
  });

  it.each(['P1D', 'P7D', 'P27D'])('and %s is rejected, in the text and in a protocol', length => {
    const wrong = [
      durationClause.safeParse(periods(length, 'P5Y')),
      durationClause.safeParse(periods('P5Y', length)),
      changes.safeParse({ periodLength: length }),
      changes.safeParse({ renewal: { kind: 'byAgreement', length } }),
    ];
    for (const { error } of wrong) expect(error!.issues.map(i => i.message)).toEqual(['shortestPeriod']);
  });

  it('and what is not a length at all is reported once', () => {
    expect(durationClause.safeParse(periods('five', 'P5Y')).error!.issues).toHaveLength(1);
  });

  it('while other lengths may be a day: of notice, of transit, of reminders', () => {
    expect(() => given({}, { transit: 'P1D', reminders: ['P1D'] })).not.toThrow();
    expect(agreement.safeParse({ ...given(), reminders: Array.from({ length: 25 }, () => 'P1D') }).error!.issues[0]!.path).toEqual([
      'reminders',
    ]);
  });
});

describe('a day lies between the years 200 and 2999, so that dates counted from it stay within four digits', () => {
  it.each(['0200-01-01', '0204-03-01', '2999-12-31'])('and %s is accepted', day => {
    expect(calendarDate.safeParse(day).success).toBe(true);
    expect(date(day)).toBe(day);
    expect(addDays(date(day), 0)).toBe(day);
  });

  it.each(['0000-01-01', '0199-12-31', '3000-01-01', '9999-12-31'])('and %s is rejected, as a day and in a fact', day => {
    const reason = 'from 0200-01-01 to 2999-12-31';
    expect(calendarDate.safeParse(day).error!.issues.map(i => i.message)).toEqual(['daySpan']);
    expect(dayOrBounds.safeParse(day).error!.issues[0]!.message).toBe('daySpan');
    expect(dayOrBounds.safeParse({ notBefore: day, notAfter: day }).success).toBe(false);
    expect(() => date(day)).toThrow(`${day} is not a day ${reason}`);
    const read = readEntry(
      { id: 't', type: 'termination.notified', by: 'AZ', received: '2028-01-20', names: { firstDayOut: day } },
      given(),
    );
    expect(isRefusal(read) && told(read).message).toContain(reason);
  });

  it('and the longest lengths can be counted from the first and from the last day', () => {
    const longest = given({
      duration: { ...periods('P200Y'), noticeBefore: 'P200Y' },
      termination: { when: 'anyTime', article: 'art. 13', notice: 'P200Y' },
    });
    for (const day of ['0200-01-01', '2999-12-31']) {
      const s = on(day, [...inForceSince(day), { id: 't', type: 'termination.notified', by: 'AZ', received: day }], longest);
      expect(s.status).toBe('inForce');
      expect(s.termination!.lastDayInForce).toMatch(/^\d{4}-/);
    }
  });
});

describe('a fold takes no more steps than any real agreement does', () => {
  it('and two hundred years of monthly periods can be folded', () => {
    const { timeline: steps, agreement: instance } = fold(monthly, facts(...inForceSince('1826-11-28')), monthly.reading, d('2026-11-28'));
    expect(instance.snapshot.context.period!.number).toBe(2401);
    expect(steps.length).toBe(4 + 2 * 2400);
    expect(steps.length).toBeLessThan(foldLimit);
  });

  it('and more are refused with the day reached, before time or memory runs out', () => {
    const folded = () => fold(monthly, facts(...inForceSince('1726-11-28')), monthly.reading, d('2999-12-31'));
    expect(folded).toThrow(BeyondLimit);
    expect(saidBy(folded)).toMatch(
      /^By \d+ [A-Z][a-z]{2} 19\d\d it has taken 6,000 steps .* Name an earlier day, or check the lengths of the periods/,
    );
  });

  it.each([
    [factsLimit, undefined],
    [factsLimit + 1, 'It has 2,001 facts, more than any agreement does; at most 2,000 are calculated.'],
  ])('also with %i facts: %s', (many, why) => {
    const since = inForceSince('2021-03-10');
    const notes = Array.from({ length: many - since.length }, (_, i) => ({ id: `e${i}`, type: 'suspension.agreed', on: '2022-01-01' }));
    const folded = () => fold(given(), facts(...since, ...notes), given().reading, d('2022-02-01'));
    if (why === undefined) expect(folded).not.toThrow();
    else expect(saidBy(folded)).toContain(why);
  });

  it('and facts count as steps', () => {
    const notes = Array.from({ length: 1_500 }, (_, i) => ({ id: `e${i}`, type: 'suspension.agreed', on: '1826-12-01' }));
    const folded = () => fold(monthly, facts(...inForceSince('1826-11-28'), ...notes), monthly.reading, d('2026-11-28'));
    expect(saidBy(folded)).toMatch(/it has taken 6,000 steps/);
  });
});

it('a day known so loosely that every possible one gives another answer is not searched to the end', () => {
  let asked = 0;
  const each = () =>
    stretches(
      { notBefore: d('2001-01-01'), notAfter: d('2010-12-31') },
      day => (asked++, day),
      day => day,
    );
  expect(saidBy(each)).toBe(
    'What follows from a day from 1 Jan 2001 to 31 Dec 2010 is too much to be answered. Name closer bounds of the day.',
  );
  expect(asked).toBe(possibleDaysLimit);
});

describe('an answer and a plan have one budget as a whole', () => {
  const pairs = (n: number): object[] =>
    Array.from({ length: n }, (_, i) => {
      const received = addDays(d('2022-01-01'), i);
      return [
        { id: `t${i}`, type: 'termination.notified', by: 'AZ', received },
        { id: `r${i}`, type: 'termination.revoked', by: 'AZ', of: `t${i}`, received },
      ];
    }).flat();
  const kept = given();
  const known = (n: number) => [...inForceSince('2021-03-10'), ...pairs(n)];
  const today = d('2026-11-01');
  const circumstances = (entries: readonly Entry[]) => ({
    agreement: kept,
    description: 'sha256:',
    entries,
    today,
    onboarded: today,
    reached: undefined,
    done: [],
  });

  it('that refuses endless notices and revocations in both, so that a plan exists only if an answer can be given', () => {
    const many = facts(...known(400));
    expect(saidBy(() => standing({ agreement: kept, description: 'sha256:', entries: many, asOf: today }))).toMatch(
      /^This would take more than 100,000 steps, more than any agreement does/,
    );
    expect(() => planOf(circumstances(many))).toThrow(BeyondLimit);
    for (const n of [20, 60, 100]) {
      const entries = facts(...known(n));
      let isPlanned = true;
      try {
        planOf(circumstances(entries));
      } catch {
        isPlanned = false;
      }
      if (isPlanned) expect(standing({ agreement: kept, description: 'sha256:', entries, asOf: today }).notices).toHaveLength(n);
      expect([n, isPlanned || n > 20]).toEqual([n, true]);
    }
  });

  it('that is full again for each answer, even after one that was refused', () => {
    const parts = answerLimit - 1;
    for (let i = 0; i < 3; i += 1) {
      expect(() => withinBudget(() => spend(parts))).not.toThrow();
      expect(() => withinBudget(() => withinBudget(() => (spend(parts), spend(parts))))).toThrow(BeyondLimit);
    }
    expect(() => spend(answerLimit * 2)).not.toThrow(); // nothing is answered
  });
});

describe('a ledger has no more entries, and an entry no more corrections, than any real agreement has', () => {
  const noted = { id: 'n', type: 'note.received', by: 'AZ', received: '2022-01-01', subject: 'x' };
  const corrections = (n: number) =>
    Array.from({ length: n }, (_, i) => ({ id: `c${i}`, type: 'corrected', of: 'n', recorded: '2023-01-01', subject: 'y' }));

  it('with ten thousand entries, struck ones included, in a list and in a register', () => {
    const many = Array.from({ length: 10_001 }, (_, i) => ({ ...noted, id: `n${i}` }));
    const why = 'It has 10,001 entries, more than any agreement does; at most 10,000 are read.';
    expect(saidBy(() => readLedger(many, given()))).toContain(why);
    expect(saidBy(() => factsKnown(many as unknown as Entry[]))).toContain(why);
    expect(saidBy(() => parseFacts(JSON.stringify(many), 'facts.yaml', given()))).toContain(why);
    expect(factsKnown(many.slice(1) as unknown as Entry[]).facts).toHaveLength(10_000);
  });

  it('with a hundred corrections of one entry', () => {
    expect(readLedger([noted, ...corrections(100)], given()).refusals).toEqual([]);
    expect(saidBy(() => readLedger([noted, ...corrections(101)], given()))).toContain(
      'n is corrected 101 times; at most 100 are read. Strike it, and record it rightly.',
    );
  });
});
