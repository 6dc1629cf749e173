/** The plan: what to wait for, what is owed, what has moved. */
import { describe, expect, it } from 'vitest';
import { beginsEverywhere, date } from '../../clauses/calendar.ts';
import type { Act } from '../../machines/acts.ts';
import { changesBetween } from '../../machines/changes.ts';
import { planOf } from '../../machines/plan.ts';
import type { Circumstances, Plan } from '../../machines/plan-types.ts';
import { readLedger } from '../../machines/read-entries.ts';
import { standing } from '../../machines/standing.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';
import { sentence, details, summary } from './setup.ts';

const agreement = testAgreement('planned');
const facts = inForceFrom('2021-03-10'); // period 2 ends on 9 March 2031, its last day for notice is 9 September 2030

function planned(today: string, more: object[] = [], circumstances: Partial<Circumstances> = {}): Plan {
  const about = circumstances.agreement ?? agreement;
  const { entries, refusals } = readLedger([...facts, ...more], about);
  expect(refusals).toEqual([]);
  return planOf({
    agreement: about,
    description: 'sha256:0',
    entries,
    today: date(today),
    onboarded: date('2026-11-23'),
    reached: undefined,
    done: [],
    ...circumstances,
  });
}
const notice = { id: 't', type: 'termination.notified', by: 'AZ', received: '2027-01-10' };
const what = (plan: Plan): string[] => plan.owed.map(o => `${o.as} ${o.act.what} ${o.act.on}`);

describe('the announcement of a notice', () => {
  const { clauses } = agreement;
  const expiring = testAgreement('expiring', {
    clauses: { ...clauses, duration: { kind: 'periods', article: 'art. 13', first: 'P5Y', renewal: { kind: 'byAgreement' } } },
  });
  const said = (received: string, more: object[] = [], about = expiring): string =>
    planned(received, [...more, { ...notice, received }], { agreement: about })
      .owed.filter(o => o.act.what === 'noticeReceived')
      .map(o => sentence(o.act))
      .at(-1)!;
  const own = (day: string): RegExp => new RegExp(`last day in force ${day}\\.$`);

  it('names the expiry that comes before the notice’s own day', () => {
    expect(said('2025-12-01')).toMatch(
      /last day in force .* 2026\. Unless the Parties agree to renew it, the agreement expires before that, on 9 March 2026\.$/,
    );
    expect(said('2025-08-01')).toMatch(own('31 January 2026'));
  });

  it('names an agreed end and an earlier notice that come before the notice’s own day', () => {
    const agreed = { id: 'e', type: 'termination.agreed', on: '2027-01-02', firstDayOut: '2027-03-01' };
    expect(said('2027-01-10', [agreed], agreement)).toMatch(/Another end comes first: last day in force 28 February 2027\.$/);
    const earlier = { ...notice, id: 'a', by: 'KZ', received: '2026-12-01' };
    expect(said('2027-01-10', [earlier], agreement)).toMatch(/Another end comes first: last day in force 31 May 2027\.$/);
  });

  it('does not mention a renewal that the notice precedes or replaces', () => {
    expect(said('2027-01-10', [], agreement)).toMatch(own('9 July 2027'));
    expect(said('2030-12-01', [], agreement)).toMatch(own('\\d+ \\w+ 2031'));
  });
});

describe('the timers of a plan', () => {
  it('fire at the instant when the new state has begun for both Parties', () => {
    const last = planned('2026-11-23').timers.find(t => t.name === 'lastDayForNotice')!;
    expect([last.day, summary(last)]).toEqual(['2030-09-09', 'Last day for notice: 9 Sep 2030, art. 13']);
    expect(last.at).toBe(beginsEverywhere(date('2030-09-10'), ['Asia/Almaty', 'Asia/Baku']));
  });

  it('beyond the end that a notice brings about say that they depend on its revocation', () => {
    expect(planned('2027-02-01', [notice]).timers.map(summary)).toEqual([
      'Last day in force: 9 Jul 2027, art. 13',
      'If the notice is revoked: Last day for notice: 9 Sep 2030, art. 13',
      'If the notice is revoked: Last day of period 2: 9 Mar 2031, art. 13',
    ]);
  });

  it('wait for a protocol that enters into force later, and for a fact dated tomorrow', () => {
    const later = testAgreement('later', {
      clauses: {
        ...agreement.clauses,
        amendment: {
          article: 'art. 10',
          by: 'protocol',
          entryIntoForce: { on: 'lastNotification', article: 'art. 10', then: { days: 30 } },
        },
      },
    });
    const protocol = [
      { id: 'ps', type: 'protocol.signed', protocol: 'p1', on: '2026-01-01' },
      { id: 'pa', type: 'protocol.completion.notified', protocol: 'p1', by: 'KZ', received: '2026-02-01' },
      { id: 'pb', type: 'protocol.completion.notified', protocol: 'p1', by: 'AZ', received: '2026-11-20' },
    ];
    const plan = planned('2026-11-23', [...protocol, { ...notice, received: '2026-11-24' }], { agreement: later });
    expect(plan.timers.map(summary)).toEqual([
      'Takes effect 24 Nov 2026: Notice of termination by AZ (t) received',
      'Protocol p1 enters into force: 20 Dec 2026, art. 10',
      'Reminder 26 Aug 2029: 12 months to the send-by day, 26 Aug 2030; safe day 9 Sep 2030',
      'Last day for notice: 9 Sep 2030, art. 13',
      'Safe day for notice: 9 Sep 2030, art. 13; send by 26 Aug 2030',
      'Last day of period 2: 9 Mar 2031, art. 13',
    ]);
  });
});

describe('the acts of a plan', () => {
  it('from days before the agreement was onboarded are history', () => {
    expect(what(planned('2026-11-23'))).toEqual([
      'history entryIntoForce 2021-03-10',
      'history registration 2021-03-10',
      'history renewalSettled 2025-09-10',
      'history renewal 2026-03-10',
      'performed onboarded 2026-11-23',
    ]);
  });

  it('are owed once, and not again once done', () => {
    const done = planned('2026-11-23').owed.map(o => o.act);
    expect(planned('2026-11-23', [], { done })).toMatchObject({ owed: [], withdrawn: [] });
  });

  it('that have lost their basis are withdrawn', () => {
    const done = planned('2026-11-23').owed.map(o => o.act);
    const plan = planned('2026-11-24', [{ ...notice, received: '2025-09-01' }], { done });
    expect(plan.withdrawn.map((a: Act) => a.what)).toEqual(['renewalSettled', 'renewal']);
    expect(plan).toMatchObject({ over: true, standing: { status: 'terminated', lastDayInForce: '2026-02-28' } });
  });

  it('from days before it was onboarded are history if they follow from what was known then, and news otherwise', () => {
    const known = readLedger(facts, agreement).entries;
    const yesterday = { id: 'y', type: 'termination.notified', by: 'AZ', received: '2026-11-22' };
    const opened = planned('2026-11-23', [], { knownThen: known });
    expect(what(opened).filter(w => w.startsWith('performed'))).toEqual(['performed onboarded 2026-11-23']);
    const { owed, withdrawn } = planned('2026-11-23', [yesterday], { knownThen: known, done: opened.owed.map(o => o.act) });
    expect(owed.map(o => `${o.as} ${o.act.what} ${o.act.on}`)).toEqual(['performed noticeReceived 2026-11-22']);
    expect(withdrawn).toEqual([]);
    const first = what(planned('2026-11-23', [yesterday], { knownThen: known })); // as if the opening had been interrupted
    expect(first).toContain('history entryIntoForce 2021-03-10');
    expect(first).toContain('performed noticeReceived 2026-11-22');
  });

  it('about an entry into force that becomes known later are news, and the renewals of those years are not', () => {
    const signed = readLedger(facts.slice(0, 1), agreement).entries;
    expect(what(planned('2026-11-24', [], { knownThen: signed })).filter(w => !w.endsWith('11-23'))).toEqual([
      'performed entryIntoForce 2021-03-10',
      'performed registration 2021-03-10',
      'history renewalSettled 2025-09-10',
      'history renewal 2026-03-10',
    ]);
    const [said] = planned('2026-11-24', [], { knownThen: signed }).owed.filter(o => o.act.what === 'onboarded');
    expect(said!.act.params).toMatchObject({ status: 'signed' });
  });

  it('about an entry into force that becomes known late name the period that is current now, and stay with it', () => {
    const known = { knownThen: [], onboarded: date('2021-01-01') };
    const first = planned('2032-05-01', [], known);
    expect(what(first)).toEqual(
      expect.arrayContaining(['performed entryIntoForce 2021-03-10', 'history renewal 2026-03-10', 'performed renewal 2031-03-10']),
    );
    const entry = (plan: Plan): Act => plan.owed.map(o => o.act).find(a => a.what === 'entryIntoForce')!;
    expect(sentence(entry(first))).toBe(
      'In force since 10 March 2021. Period 3 ends on 9 March 2036; last day for notice 9 September 2035.',
    );
    expect(entry(planned('2021-03-10', [], known))).not.toHaveProperty('nowRuns');
    const later = planned('2037-05-01', [], { ...known, done: first.owed.map(o => o.act) });
    expect(later.withdrawn.map(a => a.what)).not.toContain('entryIntoForce');
    expect(what(later)).not.toContain('performed entryIntoForce 2021-03-10');
    const ending = planned('2027-02-01', [notice], known);
    expect(sentence(entry(ending))).toBe('In force since 10 March 2021.');
  });

  it('include a reminder on its day, even if the plan was last made before it, but not if that day was past', () => {
    const reminded = (today: string, reached: string | undefined): string[] =>
      what(planned(today, [], { reached: reached === undefined ? undefined : date(reached), onboarded: date('2021-01-01') })).filter(w =>
        w.includes('lastDayForNotice'),
      );
    expect(reminded('2029-08-26', undefined)).toEqual(['performed lastDayForNotice 2029-08-26']);
    expect(reminded('2029-08-29', '2029-08-25')).toEqual(['performed lastDayForNotice 2029-08-26']);
    const sent = planned('2029-08-26', [], { onboarded: date('2021-01-01') }).owed.map(o => o.act);
    expect(what(planned('2029-08-29', [], { reached: date('2029-08-26'), onboarded: date('2021-01-01'), done: sent }))).toEqual([]);
  });

  it('include a reminder at once if a decision is due and none was sent, and only once', () => {
    const { owed } = planned('2030-09-05', [], { onboarded: date('2030-09-05') });
    const acts = owed.map(o => o.act);
    expect(acts.filter(a => a.kind === 'remind').map(a => [a.on, sentence(a), a.to])).toEqual([
      ['2030-09-05', expect.stringContaining('no reminder was sent before. Send a notice by 26 August 2030.'), []],
    ]);
    const next = planned('2030-09-06', [], { onboarded: date('2030-09-05'), reached: date('2030-09-05'), done: acts });
    expect({ owed: next.owed, withdrawn: next.withdrawn }).toEqual({ owed: [], withdrawn: [] });
    expect(planned('2030-09-10', [], { onboarded: date('2030-09-10') }).owed.filter(o => o.act.kind === 'remind')).toEqual([]);
    const decided = { id: 'd', type: 'decision.made', by: 'KZ', person: 'x', authority: 'y', on: '2030-09-05', decision: 'renew' };
    expect(planned('2030-09-06', [decided], { onboarded: date('2030-09-06') }).owed.filter(o => o.act.kind === 'remind')).toEqual([]);
  });

  it.each([
    ['2026-11-23', [], 'in force, in period 2 to 9 March 2031, with 9 September 2030 as the last day for notice.'],
    ['2026-11-23', [{ ...notice, received: '2026-10-10' }], 'in force, with 9 April 2027 as its last day in force.'],
    ['2026-11-23', [{ ...notice, received: '2025-01-10' }], 'terminated.'],
  ])('of onboarding describe the standing: %s %j', (today, more, words) => {
    expect(sentence(planned(today, more).owed.at(-1)!.act)).toBe(
      `servanda keeps this agreement from 23 November 2026. On that day it was ${words}`,
    );
  });

  it('of onboarding are absent before that day, and for an agreement not yet signed describe only that', () => {
    expect(what(planned('2026-11-22'))).not.toContain('performed onboarded 2026-11-23');
    const unsigned = planOf({
      agreement,
      description: '',
      entries: [],
      today: date('2026-11-23'),
      onboarded: date('2026-11-23'),
      reached: undefined,
      done: [],
    });
    expect(unsigned.owed.map(o => sentence(o.act))).toEqual([
      'servanda keeps this agreement from 23 November 2026. On that day it was not signed.',
    ]);
    expect(details(unsigned)).toContain('To do: obtain signature');
  });
});

describe('the sentences of a plan', () => {
  it('say who must do what', () => {
    expect(details(planned('2026-11-23'))).toContain('a notice must be sent by 26 Aug 2030 to be received by the safe day, 9 Sep 2030');
    expect(details(planned('2026-11-23', [{ ...notice, received: '2026-10-10' }]))).toContain('must revoke it in time (VCLT art. 68)');
    expect(details(planned('2030-12-01'))).toContain('To do: nothing by a fixed date.');
    expect(details(planned('2026-11-23', [{ ...notice, received: '2025-01-10' }]))).toContain('Nothing is pending.\n\nTo do: nothing.');
  });

  it('say which dates moved', () => {
    const before = planned('2027-02-01');
    expect(changesBetween(undefined, before)).toEqual([]);
    expect(changesBetween(before, before)).toEqual([]);
    expect(changesBetween(before, planned('2027-08-01', [notice]))).toEqual([
      { what: 'status', before: 'inForce', after: 'terminated' },
      { what: 'period', before: '2', after: null },
      { what: 'lastDay', before: '2031-03-09', after: null },
      { what: 'lastDayForNotice', before: '2030-09-09', after: null },
      { what: 'lastDayInForce', before: null, after: '2027-07-09' },
    ]);
    expect(changesBetween(planned('2021-03-09'), planned('2021-03-10'))).toEqual([
      { what: 'status', before: 'signed', after: 'inForce' },
      { what: 'entry', before: null, after: '2021-03-10' },
      { what: 'period', before: null, after: '1' },
      { what: 'lastDay', before: null, after: '2026-03-09' },
      { what: 'lastDayForNotice', before: null, after: '2025-09-09' },
    ]);
  });
});

it('a notice replaced by the Parties’ agreement to end has that as its outcome', () => {
  const { entries } = readLedger(
    [...facts, notice, { id: 'x', type: 'termination.agreed', on: '2027-02-01', firstDayOut: '2028-01-01' }],
    agreement,
  );
  const s = standing({ agreement, description: 'sha256:0', entries, asOf: date('2027-03-01') });
  expect(s.notices).toMatchObject([{ id: 't', replacedBy: 'x', revoked: null }]);
  expect(s).toMatchObject({ notice: null, termination: { cause: 'agreement', lastDayInForce: '2027-12-31' } });
});

describe('plans under other clauses', () => {
  const { clauses } = agreement;
  const without = (more: object): ReturnType<typeof testAgreement> => testAgreement('other-clauses', { clauses: { ...clauses, ...more } });
  const article = 'art. 13';

  it('wait for two dates at one instant, in the order of their names', () => {
    const plan = planned('2030-12-01', [{ ...notice, received: '2030-09-10' }]);
    expect(plan.timers.map(t => [t.name, t.day])).toEqual([
      ['periodEnd', '2031-03-09'],
      ['terminationEffect', '2031-03-09'],
    ]);
  });

  it('have no period for an agreement without limit of time', () => {
    const about = without({ duration: { kind: 'indefinite', article }, termination: { when: 'anyTime', article, notice: 'P6M' } });
    const plan = planned('2026-11-23', [], { agreement: about });
    expect(plan).toMatchObject({ timers: [], over: false, standing: { status: 'inForce', period: null } });
    expect(sentence(plan.owed.at(-1)!.act)).toContain('it was in force without limit of time.');
  });

  it('have no last day for notice for an agreement renewed only by agreement', () => {
    const about = without({
      duration: { kind: 'periods', article, first: 'P10Y', renewal: { kind: 'byAgreement', length: 'P5Y' } },
      termination: undefined,
    });
    const plan = planned('2026-11-23', [], { agreement: about });
    expect(plan.standing.period).toMatchObject({ lastDay: '2031-03-09', lastDayForNotice: null, safe: null });
    expect(sentence(plan.owed.at(-1)!.act)).toContain('it was in force, in period 1 to 9 March 2031.');
  });

  it('let a protocol without an amendment clause follow the clause on entry into force', () => {
    const about = without({ amendment: undefined, entryIntoForce: { on: 'lastNotification', article, then: { days: 30 } } });
    const protocol = ['KZ', 'AZ'].map(by => ({
      id: `p${by}`,
      type: 'protocol.completion.notified',
      protocol: 'p1',
      by,
      received: '2026-11-20',
    }));
    const plan = planned('2026-11-23', [{ id: 'ps', type: 'protocol.signed', protocol: 'p1', on: '2026-01-01' }, ...protocol], {
      agreement: about,
    });
    expect(summary(plan.timers[0]!)).toBe('Protocol p1 enters into force: 20 Dec 2026, art. 13');
  });
});

describe('an act that was performed stays performed', () => {
  const recipients = (name: string) => [
    { id: 'officer', name: 'The officer', email: 'officer@example.test' },
    { id: 'head', name, email: 'head@example.test' },
  ];
  const desked = (name: string, more: object = {}) =>
    testAgreement('desked', { desk: { party: 'KZ', recipients: recipients(name) }, ...more });
  const performed = (today: string, about: Circumstances['agreement'], more: object[] = [], done: Act[] = [], reached = '2026-11-23') =>
    planned(today, more, { agreement: about, done, reached: date(reached), onboarded: date('2026-11-23') });
  const all = (plan: Plan): Act[] => plan.owed.map(o => o.act);

  it('but the outcome of a decision is recorded again when a correction changed its words', () => {
    const decided = {
      id: 'd',
      type: 'decision.made',
      by: 'KZ',
      person: 'The director',
      authority: 'instructon',
      on: '2030-06-01',
      decision: 'renew',
    };
    const before = all(performed('2030-09-10', desked('Head'), [decided], [], '2030-09-09'));
    expect(before.map(a => a.what)).toContain('decisionOutcome');
    const corrected = { id: 'c', type: 'corrected', of: 'd', recorded: '2031-02-01', authority: 'instruction' };
    const after = performed('2031-02-01', desked('Head'), [decided, corrected], before, '2031-01-31');
    expect(after.withdrawn.map(a => a.what)).toContain('decisionOutcome');
    expect(
      all(after)
        .filter(a => a.what === 'decisionOutcome')
        .map(sentence),
    ).toEqual([expect.stringContaining('instruction')]);
  });

  it('and renaming a recipient withdraws no reminder, nor does a shorter ladder withdraw one of a past period', () => {
    const at = ['2030-07-27', '2030-08-01', '2030-08-20'].flatMap((day, i, days) =>
      all(performed(day, desked('Head'), [], [], days[i - 1] ?? '2030-07-18')),
    );
    const reminded = at.filter(a => a.kind === 'remind');
    expect(reminded.length).toBeGreaterThan(1);
    expect(performed('2030-08-20', desked('New head'), [], reminded, '2030-08-20').withdrawn).toEqual([]);
    const shorter = desked('Head', { reminders: ['P1D'] });
    expect(performed('2032-01-01', shorter, [], reminded, '2031-12-31').withdrawn).toEqual([]);
  });

  const withoutLimit = { kind: 'periods', article: 'art. 13', first: 'P10Y', renewal: { kind: 'withoutLimit' }, noticeBefore: 'P6M' };
  it.each<[string, object, object]>([
    ['agreed for a day beyond it', {}, { id: 'e', type: 'termination.agreed', on: '2030-10-01', firstDayOut: '2032-06-01' }],
    [
      'by a notice after a time without limit',
      { clauses: { ...agreement.clauses, duration: withoutLimit } },
      { ...notice, received: '2031-12-01' },
    ],
  ])('and an end %s repeats no reminder of the last period', (_, more, end) => {
    const about = desked('Head', more);
    const through = (day: string, done: Act[], reached: string): Act[] => [...done, ...all(performed(day, about, [end], done, reached))];
    const reminded = through('2030-07-27', through('2030-07-20', [], '2030-07-18'), '2030-07-20');
    const done = through('2030-09-10', reminded, '2030-09-01');
    expect(done.filter(a => a.kind === 'remind').length).toBeGreaterThan(0);
    const ended = performed('2032-06-01', about, [end], done, '2032-05-31');
    expect(all(ended).map(a => a.what)).toContain('termination');
    expect(all(ended).filter(a => a.kind === 'remind' || a.what === 'decisionOutcome')).toEqual([]);
  });
});

it('the entry into force of a protocol is announced again if a correction moves it', () => {
  const completed = (id: string, by: string, received: string) => ({
    id,
    type: 'protocol.completion.notified',
    protocol: 'p1',
    by,
    received,
  });
  const protocol = [
    { id: 'ps', type: 'protocol.signed', protocol: 'p1', on: '2026-11-24' },
    completed('pk', 'KZ', '2026-11-25'),
    completed('pa', 'AZ', '2026-12-20'),
  ];
  const known = { knownThen: readLedger(facts, agreement).entries };
  const before = planned('2026-12-29', protocol, known);
  const done = before.owed.map(o => o.act);
  expect(done.map(sentence)).toContainEqual(expect.stringContaining('Protocol p1 is in force from 20 December 2026'));
  const correction = { id: 'c', type: 'corrected', of: 'pa', recorded: '2026-12-29', received: '2026-12-10' };
  const after = planned('2026-12-29', [...protocol, correction], { ...known, done });
  const ofProtocol = (acts: readonly Act[]) => acts.filter(act => act.what === 'protocolInForce').map(act => act.params);
  expect(ofProtocol(after.owed.map(o => o.act))).toMatchObject([{ from: '2026-12-10' }]);
  expect(ofProtocol(after.withdrawn)).toMatchObject([{ from: '2026-12-20' }]);
});
