/** Acts say when something settles the question of a period or reopens it: calendars and lists close and open by it. */
import { describe, expect, it } from 'vitest';
import type { Act } from '../../machines/acts.ts';
import { decisionOnDay, missedOn, ineffectiveDecisions } from '../../machines/decisions.ts';
import { remindersOf, spansAsked } from '../../machines/reminders.ts';
import type { Fact } from '../../machines/facts.ts';
import { fold } from '../../machines/fold.ts';
import { d, given, inForceOn, english } from './setup.ts';
import { keptAgreement, ledger } from './notice-setup.ts';

const short = ({ on, what, period, settled }: Act): string => [on, what, period, settled].join(' ');
const settling = (facts: readonly object[], agreement = keptAgreement()): string[] =>
  fold(agreement, [...ledger, ...facts] as Fact[], agreement.reading, d('2032-01-01'))
    .acts.filter(a => a.settled !== undefined)
    .map(short);

const notice = (id: string, by: string, received: string) => ({ id, type: 'termination.notified', by, received });
const revocation = (id: string, by: string, of: string, received: string) => ({ id, type: 'termination.revoked', by, of, received });

describe('the decision pending for a period', () => {
  it('is settled by a notice that ends the agreement, and pending again once the notice is revoked', () => {
    expect(settling([notice('t', 'AZ', '2028-01-10'), revocation('r', 'AZ', 't', '2028-03-01')])).toEqual([
      '2028-01-10 noticeReceived 1 true',
      '2028-03-01 noticeRevoked 1 false',
    ]);
  });

  it('stays settled while the notice of the other Party is pending', () => {
    expect(
      settling([notice('t', 'AZ', '2028-01-10'), notice('u', 'KZ', '2028-02-10'), revocation('r', 'AZ', 't', '2028-03-01')]).at(-1),
    ).toBe('2028-03-01 noticeRevoked 1 true');
  });

  it('is settled by an agreed end', () => {
    expect(settling([{ id: 'x', type: 'termination.agreed', on: '2028-01-10', firstDayOut: '2029-01-01' }])).toEqual([
      '2028-01-10 terminationAgreed 1 true',
    ]);
  });

  it('is not mentioned if there is no period', () => {
    const indefinite = given({ duration: { kind: 'indefinite', article: 'art. 13' } });
    expect(settling([notice('t', 'AZ', '2028-01-10')], indefinite)).toEqual([]);
  });
});

describe('a safe day', () => {
  /** The safe day that was missed by a day, of an agreement in force since 10 March 2021. */
  const missed = (day: string, agreement = given()): string | undefined => {
    const facts = inForceOn('2021-03-10') as Fact[];
    const course = { agreement, facts, history: fold(agreement, facts, agreement.reading, d(day)).history };
    return missedOn(decisionOnDay(course, d(day)), course, d(day))?.due;
  };
  const yearly = (noticeBefore: string) =>
    given({ duration: { kind: 'periods', article: 'art. 13', first: 'P1Y', renewal: { kind: 'automatic', length: 'P1Y' }, noticeBefore } });

  it('counts as missed from the day after it if nothing was decided', () => {
    expect([missed('2025-09-09'), missed('2025-09-10'), missed('2026-03-09')]).toEqual([undefined, '2025-09-09', '2025-09-09']);
  });

  it('can be missed on the first day of its period, but not earlier, when nobody could have decided', () => {
    expect([missed('2021-03-10', yearly('P11M27D')), missed('2021-03-11', yearly('P11M27D'))]).toEqual([undefined, '2021-03-10']);
    expect(missed('2021-03-11', yearly('P11M28D'))).toBeUndefined();
  });
});

describe('a decision', () => {
  const decided = (on: string, decision: string, more: object = {}) => ({
    id: `d-${on}`,
    type: 'decision.made',
    on,
    by: 'KZ',
    person: 'The director',
    decision,
    authority: 'instruction 5',
    ...more,
  });
  const made = (today: string, ...decisions: object[]): Act[] => {
    const agreement = keptAgreement();
    const facts = [...inForceOn('2026-03-01'), ...decisions] as Fact[];
    const { history } = fold(agreement, facts, agreement.reading, d(today));
    const course = { agreement, facts, history };
    return remindersOf(course, spansAsked(course, d(today))).filter(a => a.what === 'decisionMade' && a.on <= today);
  };

  it('is announced to everybody on the list, with who made it and on what authority', () => {
    expect(made('2030-04-01', decided('2030-03-04', 'renew'))).toEqual([
      {
        kind: 'announce',
        what: 'decisionMade',
        on: '2030-03-04',
        basis: 'art. 13',
        params: { decision: 'renew', person: 'The director', authority: 'instruction 5', by: 'KZ' },
        period: 1,
        question: 'renewal',
        due: '2030-08-28',
        sendBy: '2030-08-07',
        settled: true,
      },
    ]);
  });

  it('settles the question only if silence does what was decided, and the last one counts', () => {
    const all = made('2030-08-01', decided('2030-03-04', 'renew'), decided('2030-03-05', 'negotiate'), decided('2030-03-06', 'terminate'));
    expect(all.map(short)).toEqual([
      '2030-03-04 decisionMade 1 true',
      '2030-03-05 decisionMade 1 false',
      '2030-03-06 decisionMade 1 false',
    ]);
  });

  it('counts from the day on which it was entered, and is announced on that day', () => {
    const late = decided('2030-03-04', 'renew', { recorded: '2030-03-20' });
    expect(made('2030-03-19', late)).toEqual([]);
    expect(made('2030-03-20', late).map(a => a.on)).toEqual(['2030-03-20']);
  });

  it('that decides nothing is announced to nobody: after the safe day, before entry into force, with an end pending', () => {
    expect(made('2030-12-01', decided('2030-08-29', 'renew'))).toEqual([]);
    expect(made('2030-12-01', decided('2020-01-01', 'renew'), decided('2025-12-10', 'renew'))).toEqual([]);
    expect(made('2030-06-01', notice('t', 'AZ', '2030-05-01'), decided('2030-05-04', 'renew'))).toEqual([]);
  });

  it('that does not answer the question of its period decides nothing, and the reason lists the possible answers', () => {
    const why = (decision: string, renewal: object): string[] => {
      const agreement = given({ duration: { ...given().clauses.duration, renewal } });
      const facts = [...inForceOn('2026-03-01'), decided('2030-03-04', decision)] as Fact[];
      return ineffectiveDecisions({ agreement, facts, history: fold(agreement, facts, agreement.reading, d('2030-04-01')).history }).map(
        w => english(w.reason),
      );
    };
    const automatic = { kind: 'automatic', length: 'P5Y' };
    expect(why('lapse', automatic)).toEqual([
      'Period 1 renews unless notice is given: the decision is to let it renew, to give notice or to negotiate.',
    ]);
    expect(why('terminate', { kind: 'byAgreement' })).toEqual([
      'Period 1 expires unless the Parties agree to renew it: the decision is to renew by agreement, to let it lapse or to negotiate.',
    ]);
    expect([why('terminate', automatic), why('lapse', { kind: 'byAgreement' })]).toEqual([[], []]);
  });
});
