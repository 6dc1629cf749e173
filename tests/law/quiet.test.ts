/** No repeats once a period is over: reminders and decisions of renewed periods are never owed, withdrawn or announced again. */
import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../clauses/agreement.ts';
import { localDate, type CalendarDate } from '../../clauses/calendar.ts';
import { actKey, type Act } from '../../machines/acts.ts';
import type { Entry } from '../../machines/facts.ts';
import { planOf } from '../../machines/plan.ts';
import type { Plan } from '../../machines/plan-types.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';
import { d, summary, details } from './setup.ts';

const dayOf = (e: Entry): string => ('received' in e ? e.received : (e as { on: string }).on) as string;

interface Kept {
  plan: Plan;
  done: Act[];
  performed: string[];
  withdrawn: string[];
}

/** Runs an agreement from one day to another as its workflow does: from timer to timer of its plan, doing what is owed. */
function keep(agreement: Agreement, entries: Entry[], from: string, through: string, before: readonly Act[] = []): Kept {
  let done = [...before];
  const performed: string[] = [];
  const withdrawn: string[] = [];
  let reached: CalendarDate | undefined;
  let today = d(from);
  for (;;) {
    const known = entries.filter(e => dayOf(e) <= today);
    const plan = planOf({ agreement, description: '', entries: known, today, onboarded: d(from), reached, done });
    performed.push(...plan.owed.map(({ act }) => `${act.on} ${act.kind} ${act.what}`));
    withdrawn.push(...plan.withdrawn.map(act => `${act.on} ${act.kind} ${act.what}`));
    done = [...done.filter(a => !plan.withdrawn.some(w => actKey(w) === actKey(a))), ...plan.owed.map(o => o.act)];
    reached = today;
    const next = plan.timers
      .map(t => localDate(t.at, 'Asia/Baku'))
      .filter(day => day > today)
      .sort()[0];
    const entered = entries
      .map(dayOf)
      .filter(day => day > today)
      .sort()[0];
    const to = [next, entered].filter(day => day !== undefined).sort()[0];
    if (!to || to > through) return { plan, done, performed, withdrawn };
    today = d(to);
  }
}

const ladder = (day: string): RegExp => new RegExp(`^${day}`);
const agreement = testAgreement('quiet', { reminders: ['P6M', 'P30D'] });
const facts = inForceFrom('2021-03-10') as unknown as Entry[];

describe('an agreement renewed twice', () => {
  const life = keep(agreement, facts, '2021-03-10', '2031-06-01');

  it('reminds in each period, and performs each act once', () => {
    expect(life.performed.filter(p => p.includes('remind') || p.includes('decisionOutcome'))).toEqual([
      '2025-02-26 remind lastDayForNotice',
      '2025-07-27 remind lastDayForNotice',
      '2025-09-10 enter decisionOutcome',
      '2030-02-26 remind lastDayForNotice',
      '2030-07-27 remind lastDayForNotice',
      '2030-09-10 enter decisionOutcome',
    ]);
    expect(new Set(life.performed).size).toBe(life.performed.length);
    expect(life.withdrawn).toEqual([]);
  });

  it('owes and withdraws none of these acts when anything is recorded later', () => {
    const later = keep(
      agreement,
      [...facts, { id: 't', type: 'termination.notified', by: 'AZ', received: '2032-01-10' } as unknown as Entry],
      '2021-03-10',
      '2032-01-10',
    );
    expect(later.performed.at(-1)).toBe('2032-01-10 announce noticeReceived');
    expect(later.performed.filter(p => ladder('2032').test(p))).toHaveLength(1);
    expect(later.withdrawn).toEqual([]);
  });

  it('owes nothing when folded again from what was done, on whatever day', () => {
    for (const today of ['2031-06-01', '2032-03-10', '2035-12-01']) {
      const again = planOf({
        agreement,
        description: '',
        entries: facts,
        today: d(today),
        onboarded: d('2021-03-10'),
        reached: d(today),
        done: life.done,
      });
      expect(again.owed.filter(o => o.act.on < '2031-06-01')).toEqual([]);
      expect(again.withdrawn).toEqual([]);
    }
  });

  it('owes nothing for a renewed period because of an outage that began in it', () => {
    const before = keep(agreement, facts, '2021-03-10', '2025-02-25');
    const after = planOf({
      agreement,
      description: '',
      entries: facts,
      today: d('2027-01-01'),
      onboarded: d('2021-03-10'),
      reached: d('2025-02-25'),
      done: before.done,
    });
    expect(after.owed.map(o => `${o.act.on} ${o.act.kind} ${o.act.what}`)).toEqual([
      '2025-09-10 announce renewalSettled',
      '2026-03-10 announce renewal',
    ]);
  });
});

describe('a reminder that came late', () => {
  it('stands once the safe day is past, and ends with its period', () => {
    const late = keep(agreement, facts, '2025-08-10', '2025-08-10');
    expect(late.performed).toContain('2025-08-10 remind lastDayForNotice');
    const after = (today: string, reached: string) =>
      planOf({
        agreement,
        description: '',
        entries: facts,
        today: d(today),
        onboarded: d('2025-08-10'),
        reached: d(reached),
        done: late.done,
      });
    for (const today of ['2025-09-09', '2025-09-10', '2026-03-09', '2026-03-10', '2027-01-01'])
      expect(after(today, '2025-08-10').withdrawn).toEqual([]);
    expect(after('2026-03-10', '2026-03-09').owed.filter(o => o.act.kind === 'remind')).toEqual([]);
  });
});

describe('an agreement that expires', () => {
  const ten = testAgreement('expires', {
    reminders: ['P6M', 'P30D', 'P7D'],
    clauses: {
      ...agreement.clauses,
      duration: { kind: 'periods', article: 'art. 13', first: 'P10Y', renewal: { kind: 'byAgreement' } },
      termination: undefined,
    },
  });

  it('reminds before its last day in force, records that nobody decided, and expires', () => {
    const life = keep(ten, facts, '2021-03-10', '2032-01-01');
    expect(life.performed.filter(p => !/onboarded|registration|entryIntoForce/.test(p))).toEqual([
      '2030-09-09 remind expiryAhead',
      '2031-02-07 remind expiryAhead',
      '2031-03-02 remind expiryAhead',
      '2031-03-10 announce expiry',
      '2031-03-10 draft closingReport',
      '2031-03-10 enter decisionOutcome',
    ]);
    expect(life.plan).toMatchObject({ over: true, standing: { status: 'expired' } });
  });

  it('calls the timers and the reminders what they are', () => {
    const { plan } = keep(ten, facts, '2021-03-10', '2030-01-01');
    expect(plan.timers.map(summary)).toEqual([
      'Reminder 9 Sep 2030: 6 months to expiry, 9 Mar 2031',
      'Expires unless the Parties agree to renew: 9 Mar 2031, art. 13',
    ]);
    expect(plan.standing.decision).toEqual({ question: 'expiry', due: '2031-03-09', sendBy: null });
    expect(details(plan)).toContain('it expires on 9 Mar 2031 unless the Parties agree to renew');
  });

  it('withdraws its reminders once renewal is agreed, and continues', () => {
    const agreed = [...facts, { id: 'r', type: 'renewal.agreed', on: '2031-01-15', length: 'P10Y' } as unknown as Entry];
    const life = keep(ten, agreed, '2021-03-10', '2032-01-01');
    expect(life.withdrawn).toEqual(['2030-09-09 remind expiryAhead']);
    expect(life.plan.standing).toMatchObject({ status: 'inForce', period: { number: 2, lastDay: '2041-03-09' } });
  });

  it.each([
    ['lapse', ['2030-09-09 remind expiryAhead', '2030-10-01 announce decisionMade']],
    [
      'renew',
      [
        '2030-09-09 remind expiryAhead',
        '2030-10-01 announce decisionMade',
        '2031-02-07 remind expiryAhead',
        '2031-03-02 remind expiryAhead',
      ],
    ],
  ])('stops reminding after a decision to %s only if nothing more has to be done', (decision, expected) => {
    const decided = { id: 'd', type: 'decision.made', on: '2030-10-01', by: 'KZ', person: 'The director', authority: 'x', decision };
    const life = keep(ten, [...facts, decided as unknown as Entry], '2021-03-10', '2031-03-05');
    expect(life.performed.filter(p => /remind|decision/.test(p))).toEqual(expected);
  });
});
