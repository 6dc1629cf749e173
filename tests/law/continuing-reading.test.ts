/**
 * A notice ends the agreement on its own reading but not on another: it may still be in force, and silence may still renew it. Decisions are
 * owed, reminders are sent and the plan continues until it is in force on no reading. VCLT art. 68.
 */
import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../clauses/agreement.ts';
import { after, length } from '../../clauses/calendar.ts';
import { knownOn } from '../../dossier/known.ts';
import { decisionListed } from '../../dossier/decision-listed.ts';
import { missedOf } from '../../dossier/missed-deadline.ts';
import { nextOf } from '../../dossier/next.ts';
import { deadlinesOf } from '../../dossier/upcoming.ts';
import type { Plan } from '../../machines/plan-types.ts';
import { planOf } from '../../machines/plan.ts';
import type { Fact } from '../../machines/facts.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';
import { d } from './setup.ts';

const desk = { party: 'KZ', recipients: [{ id: 'first', name: 'The first', email: 'first@example.test' }] };
const read = (reading: object, more: object = {}): Agreement => {
  const { reading: usual, clauses } = testAgreement('disputed');
  return testAgreement('disputed', { desk, reading: { ...usual, ...reading }, clauses: { ...clauses, ...more } });
};

/** A notice in time for period 5, which ends on 14 September 2029, revoked after the last day for notice without the other Party's consent. */
const notified = { id: 't', type: 'termination.notified', by: 'AZ', received: '2029-02-01' };
const revoked = { id: 'r', type: 'termination.revoked', by: 'AZ', of: 't', received: '2029-05-01' };
const facts = [...inForceFrom('2004-09-15'), notified];
const needsConsent = read({ revocation: 'needsConsent' });

const sourceOf = (entries: readonly object[], agreement = needsConsent) => ({ agreement, description: '', entries: entries as Fact[] });
const planned = (today: string, entries: readonly object[], agreement = needsConsent): Plan =>
  planOf({ ...sourceOf(entries, agreement), today: d(today), onboarded: d('2029-01-01'), reached: undefined, done: [] });
const timersOf = ({ timers }: Plan): string[] => timers.map(t => `${t.name} ${t.day}`);

describe('a revocation that takes effect only on another reading', () => {
  const entries = [...facts, revoked];

  it('leaves a plan that waits for the end of the next period', () => {
    const plan = planned('2029-08-01', entries);
    expect(plan.standing.status).toBe('terminated');
    expect(plan.over).toBe(false);
    expect(timersOf(plan)).toEqual(['periodEndOnOtherReading 2029-09-14']);
    expect(plan.owed.map(o => o.act.what)).toContain('termination');
  });

  it('owes the decision of that period, with its reminders', () => {
    const plan = planned('2033-12-01', entries);
    expect(plan.standing.decision).toEqual({ question: 'renewal', due: '2034-03-14', sendBy: '2034-02-28' });
    expect(plan.toDo.code).toBe('decideOnRenewal');
    expect(timersOf(plan)).toEqual(['reminder 2034-01-29', 'safeDay 2034-03-14', 'periodEndOnOtherReading 2034-09-14']);
    const on = planned('2034-01-29', entries).owed.filter(o => o.act.kind === 'remind');
    expect(on.map(({ as, act }) => [as, act.on, act.due, act.to])).toEqual([['performed', '2034-01-29', '2034-03-14', ['first']]]);
  });

  it('is settled by a decision like any other', () => {
    const decided = {
      id: 'd',
      type: 'decision.made',
      on: '2033-11-01',
      by: 'KZ',
      person: 'The minister',
      decision: 'renew',
      authority: '5',
    };
    const plan = planned('2033-12-01', [...entries, decided]);
    expect(plan.withoutEffect.map(w => w.fact)).not.toContain('d');
    expect(plan.toDo.code).toBe('letRenew');
    expect(timersOf(plan)).not.toContain('reminder 2034-01-29');
  });

  it('is listed until then as a notice to send', () => {
    const [source, today] = [sourceOf(entries), d('2033-12-01')];
    const known = knownOn(source, today);
    expect(known.standing).toMatchObject({ status: 'terminated', certain: false, decision: { due: '2034-03-14', state: 'undecided' } });
    expect(nextOf(known)).toMatchObject({ date: '2034-02-28', basis: 'art. 13' });
    const listed = deadlinesOf(source, today, after(today, length.parse('P1Y')));
    expect(listed).toMatchObject([
      { what: 'notice', date: '2034-03-14', sendBy: '2034-02-28', period: 6, decision: 'undecided', certain: false },
    ]);
  });

  it('is listed as missed once its safe day is past, on the page as in lists, and no longer once it is renewed', () => {
    const [source, today] = [sourceOf(entries), d('2034-03-15')];
    const [missed, ...others] = deadlinesOf(source, today, after(today, length.parse('P1Y'))).filter(l => l.what !== 'end');
    expect(missed).toMatchObject({ what: 'missed', date: '2034-09-15', since: '2034-03-14', decision: 'undecided', status: 'terminated' });
    expect(missed!.onlyIf).toEqual([{ revocation: 'revives' }]);
    expect(others).toEqual([]);
    const known = knownOn(source, today);
    expect([missedOf(known)?.state, decisionListed(known)]).toEqual(['undecided', 'undecided']);
    expect(nextOf(known)).toMatchObject({ date: '2034-09-14', says: { code: 'safeDayMissed' } });
    expect(missedOf(knownOn(source, d('2034-09-16')))).toBeNull();
    expect(missedOf(knownOn(sourceOf(facts), d('2029-03-15')))).toBeNull(); // that notice was never revoked
  });

  it.each([
    ['nobody revoked it', facts],
    [
      'the other Party consented to it',
      [...entries, { id: 'c', type: 'termination.revocationConsented', by: 'KZ', of: 'r', received: '2029-05-10' }],
    ],
  ])('asks for nothing beside the default reading where %s', (_, known) => {
    for (const today of ['2029-06-01', '2029-08-01']) expect(timersOf(planned(today, known)).join(' ')).not.toContain('Otherwise');
  });

  it('completes the plan if nobody revoked the notice', () => {
    expect(planned('2029-08-01', facts)).toMatchObject({ over: true, timers: [], toDo: { code: 'nothingToDo' } });
  });
});

it('a notice given too early has no effect on another reading: the decision stays owed', () => {
  const first = { termination: { when: 'afterFirstPeriod', article: 'art. 13', bars: 'giving', notice: 'P6M' } };
  const agreement = read({ premature: 'fromFirstDay' }, first);
  const early = [...inForceFrom('2027-09-15'), { ...notified, received: '2030-02-01' }];
  const plan = planned('2033-12-01', early, agreement);
  expect(plan.standing.status).toBe('terminated');
  expect(plan).toMatchObject({ over: false });
  expect(timersOf(plan)).toContain('periodEndOnOtherReading 2037-09-14');
});
