/** The decision due before each safe day: reminders, escalation to the next person if nobody answers, and the outcome. */
import { describe, expect, it } from 'vitest';
import { agreement as agreementSchema } from '../../clauses/agreement.ts';
import { deadlinesOf } from '../../dossier/upcoming.ts';
import { decisionOnDay, owedOn, type DecisionCourse } from '../../machines/decisions.ts';
import type { Act } from '../../machines/acts.ts';
import type { Fact } from '../../machines/facts.ts';
import { fold } from '../../machines/fold.ts';
import type { Plan } from '../../machines/plan-types.ts';
import { planOf } from '../../machines/plan.ts';
import { remindersOf, spansAsked } from '../../machines/reminders.ts';
import type { CalendarDate } from '../../clauses/calendar.ts';
import { d, given, inForceOn, on, summary } from './setup.ts';
import { keptAgreement, ledger } from './notice-setup.ts';

const agreement = keptAgreement({ reminders: ['P6M', 'P30D'] });
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
const decisionOwed = (course: DecisionCourse, day: CalendarDate) => owedOn(decisionOnDay(course, day), course, day);
const acknowledged = (on: string) => ({ id: `a-${on}`, type: 'reminder.acknowledged', on, by: 'KZ', person: 'The first' });

/** What the desk receives, day by day, until the end of the first period. */
const told = (more: readonly object[], about = agreement): string[] => {
  const entries = [...ledger, ...more] as Fact[];
  const { history } = fold(about, entries, about.reading, d('2030-12-31'));
  const course = { agreement: about, facts: entries, history };
  const acts = remindersOf(course, spansAsked(course, d('2030-12-31')));
  return acts.filter(a => a.on < '2031').map(a => [a.on, a.what, ...(a.to ?? [])].join(' '));
};

it('nothing is left to decide about an expiry that a known change moves beyond the end by a notice', () => {
  const changes = { renewal: { kind: 'none' }, periodLength: 'P5Y', restartsPeriods: true, from: '2030-11-01' };
  const protocol = [
    { id: 'p1s', type: 'protocol.signed', protocol: 'p1', on: '2030-08-01', changes },
    ...['KZ', 'AZ'].map(by => ({ id: `p1${by}`, type: 'protocol.completion.notified', protocol: 'p1', by, received: '2030-10-01' })),
  ];
  const late = { id: 't', type: 'termination.notified', by: 'AZ', received: '2030-10-10' };
  const owed = (...more: object[]) => {
    const facts = [...ledger, ...protocol, ...more] as Fact[];
    const { history } = fold(agreement, facts, agreement.reading, d('2030-10-15'));
    return decisionOwed({ agreement, facts, history }, d('2030-10-15'))?.due;
  };
  expect(owed()).toBe('2035-10-31');
  expect(owed(late)).toBeUndefined();
});

describe('a renewal that the Parties agreed after a protocol had ended tacit renewal', () => {
  const protocol = [
    { id: 'ps', type: 'protocol.signed', protocol: 'p', on: '2025-01-01', changes: { renewal: { kind: 'none' } } },
    ...['KZ', 'AZ'].map(by => ({ id: `p${by}`, type: 'protocol.completion.notified', protocol: 'p', by, received: '2025-03-01' })),
  ];
  const listed = (asOf: string, agreed: string) => {
    const list = [...inForceOn('2021-03-10'), ...protocol, { id: 'g', type: 'renewal.agreed', on: agreed, length: 'P2Y' }];
    const source = { agreement: given(), description: '', entries: list as Fact[] };
    const lines = deadlinesOf(source, d(asOf), d('2029-01-01'));
    return [on(asOf, list).decision, ...lines.map(l => `${l.date} ${l.what} ${l.decision}`)];
  };

  it.each([
    ['before the last day for notice', '2025-07-01', '2025-07-01'],
    ['before it, once it is past', '2025-09-10', '2025-07-01'],
    ['after it', '2026-02-01', '2026-02-01'],
  ])('leaves nothing to decide, nothing missed and no notice owed: agreed %s', (_, asOf, agreed) => {
    expect(listed(asOf, agreed)).toEqual([null, '2028-03-09 end null']);
  });
});

describe('reminders', () => {
  it('climb the list while nobody acknowledges or decides, and the outcome is recorded as undecided', () => {
    expect(told([])).toEqual([
      '2030-02-07 lastDayForNotice first',
      '2030-02-10 escalation first second',
      '2030-02-13 escalation first second third',
      '2030-07-08 lastDayForNotice first second',
      '2030-07-11 escalation first second third',
      '2030-08-29 decisionOutcome',
    ]);
  });

  it('acknowledged in time go no further up until the next one', () => {
    expect(told([acknowledged('2030-02-09')])).toEqual([
      '2030-02-07 lastDayForNotice first',
      '2030-07-08 lastDayForNotice first second',
      '2030-07-11 escalation first second third',
      '2030-08-29 decisionOutcome',
    ]);
    expect(told([acknowledged('2030-02-07')])[1]).toBe('2030-07-08 lastDayForNotice first second');
    expect(told([acknowledged('2030-02-12')])[2]).toBe('2030-07-08 lastDayForNotice first second');
  });

  it('stop once it is decided to let it renew', () => {
    expect(told([decided('2030-02-11', 'renew')])).toEqual([
      '2030-02-07 lastDayForNotice first',
      '2030-02-10 escalation first second',
      '2030-02-11 decisionMade',
      '2030-08-29 decisionOutcome',
    ]);
    expect(told([decided('2029-03-04', 'renew')])).toEqual(['2029-03-04 decisionMade', '2030-08-29 decisionOutcome']);
  });

  it.each(['terminate', 'negotiate'])('continue to the first on the list after a decision to %s, since silence still renews', decision => {
    expect(told([decided('2029-03-04', decision)])).toEqual([
      '2029-03-04 decisionMade',
      '2030-02-07 lastDayForNotice first',
      '2030-07-08 lastDayForNotice first',
      '2030-08-29 decisionOutcome',
    ]);
  });

  it('stop while a notice is pending, and the outcome is recorded', () => {
    const notice = { id: 't', type: 'termination.notified', by: 'KZ', received: '2030-06-15' };
    expect(told([notice])).toEqual([
      '2030-02-07 lastDayForNotice first',
      '2030-02-10 escalation first second',
      '2030-02-13 escalation first second third',
      '2030-08-29 decisionOutcome',
    ]);
  });

  it('are escalated on the safe day itself, and not after it', () => {
    const within = (acknowledgeWithin: string) =>
      told([], keptAgreement({ reminders: ['P6D'], transit: 'P1D', desk: { ...agreement.desk, acknowledgeWithin } }));
    expect(within('P7D')).toEqual([
      '2030-08-21 lastDayForNotice first',
      '2030-08-28 escalation first second',
      '2030-08-29 decisionOutcome',
    ]);
    expect(within('P8D')).toEqual(['2030-08-21 lastDayForNotice first', '2030-08-29 decisionOutcome']);
  });

  it('escalate at the agreement’s own pace, within the safe day, and to nobody if nobody is listed', () => {
    const slow = keptAgreement({ reminders: ['P6D'], transit: 'P1D', desk: { ...agreement.desk, acknowledgeWithin: 'P4D' } });
    expect(told([], slow)).toEqual([
      '2030-08-21 lastDayForNotice first',
      '2030-08-25 escalation first second',
      '2030-08-29 decisionOutcome',
    ]);
    expect(told([], keptAgreement({ reminders: ['P6D'], transit: 'P1D', desk: undefined }))).toEqual([
      '2030-08-21 lastDayForNotice',
      '2030-08-29 decisionOutcome',
    ]);
  });
});

describe('a decision', () => {
  const owedOn = (day: string, more: readonly object[] = []) => {
    const entries = [...ledger, ...more] as Fact[];
    return decisionOwed({ agreement, facts: entries, history: fold(agreement, entries, agreement.reading, d(day)).history }, d(day));
  };

  it('is owed from the first reminder to the safe day', () => {
    expect(owedOn('2030-03-01')).toMatchObject({
      state: 'undecided',
      owedSince: '2030-02-07',
      due: '2030-08-28',
      sendBy: '2030-08-07',
      number: 1,
    });
    expect(owedOn('2030-09-01')).toBeUndefined();
    expect(owedOn('2026-01-01')).toBeUndefined();
  });

  it('may be changed until the safe day, and the latest counts, from the day on which it is known', () => {
    const two = [decided('2030-03-04', 'renew'), decided('2030-04-04', 'terminate')];
    expect(owedOn('2030-03-20', two)).toMatchObject({ state: 'renew' });
    expect(owedOn('2030-05-20', two)).toMatchObject({ state: 'terminate' });
    expect(owedOn('2030-05-20', [...two].reverse())).toMatchObject({ state: 'terminate' });
    expect(owedOn('2030-05-20', [decided('2030-03-04', 'renew', { recorded: '2030-06-01' })])).toMatchObject({ state: 'undecided' });
    expect(owedOn('2030-05-20', [decided('2026-01-01', 'renew')])).toMatchObject({ state: 'undecided' });
    expect(owedOn('2030-03-20', [decided('2030-03-04', 'renew'), decided('2030-03-04', 'negotiate', { id: 'later' })])).toMatchObject({
      state: 'negotiate',
    });
  });

  it('counts on the safe day itself, and is too late the day after', () => {
    const reasons = (day: string) => planned('2030-09-15', [decided(day, 'renew')]).withoutEffect.map(w => w.reason.code);
    expect(reasons('2030-08-28')).toEqual([]);
    expect(reasons('2030-08-29')).toEqual(['decidedTooLate']);
  });

  it('has no effect in law, unlike the notice', () => {
    const moment = fold(
      agreement,
      [...ledger, decided('2030-03-04', 'terminate')] as Fact[],
      agreement.reading,
      d('2032-01-01'),
    ).history.at(-1)!;
    expect(moment.phase).toBe('inForce');
    expect(moment.context.period?.number).toBe(2);
  });

  it.each([
    ['after a notice', '2030-04-01', 'renew', 'endsAnyway', { lastDayInForce: '2030-09-14' }],
    ['before entry into force', '2026-02-01', 'renew', 'nothingToDecide', {}],
    ['that answers another question', '2030-04-01', 'lapse', 'notOfThisQuestion', { period: 1, question: 'renewal' }],
  ])('%s has no effect: the reason is given, and it is no date of the agreement', (when, day, decision, code, args) => {
    const notice = when === 'after a notice' ? [{ id: 't', type: 'termination.notified', by: 'AZ', received: '2030-03-15' }] : [];
    const given = decided(day, decision);
    expect(planned('2030-05-01', [...notice, given]).withoutEffect).toMatchObject([{ fact: given.id, reason: { code, args } }]);
    const dates = (...more: object[]) => on('2030-05-01', [...ledger, ...more], agreement).dates.map(line => line.what);
    expect(dates(...notice, given)).not.toContain('decision.made');
    expect(dates(decided('2030-04-01', 'renew'))).toContain('decision.made');
  });

  it('without reminders is owed from the first day of the period', () => {
    const bare = keptAgreement({ reminders: [] });
    const entries = ledger as readonly Fact[];
    const { history } = fold(bare, entries, bare.reading, d('2027-01-01'));
    expect(decisionOwed({ agreement: bare, facts: entries, history }, d('2027-01-01'))).toMatchObject({
      state: 'undecided',
    });
  });
});

describe('the desk in an agreement’s file', () => {
  const mistakes = (desk: object): string[] =>
    agreementSchema.safeParse({ ...keptAgreement(), desk }).error?.issues.map(i => `${i.path.join('.')}: ${i.message}`) ?? [];
  const someone = { id: 'officer', name: 'The officer', email: 'officer@example.test' };

  it('belongs to a Party, and each recipient has an id of its own and a way to be reached', () => {
    expect(
      mistakes({ party: 'KZ', recipients: [someone, { ...someone, id: 'other', email: undefined, webhook: 'https://example.test/hook' }] }),
    ).toEqual([]);
    expect(mistakes({ party: 'XX' })).toEqual(['desk.party: oneOfParties']);
    expect(mistakes({ party: 'KZ', recipients: [someone, someone] })).toEqual(['desk.recipients.1.id: recipientTwice']);
    expect(mistakes({ party: 'KZ', recipients: [{ id: 'officer', name: 'The officer' }] })).toEqual(['desk.recipients.0: emailOrWebhook']);
  });
});

const planned = (today: string, more: readonly object[] = [], about = agreement): Plan =>
  planOf({
    agreement: about,
    description: 'sha256:',
    entries: [...ledger, ...more] as Fact[],
    today: d(today),
    onboarded: d('2026-03-01'),
    reached: undefined,
    done: [],
  });

describe('what is to be done', () => {
  const [due, sendBy] = ['2030-08-28', '2030-08-07'];

  it.each([
    ['2030-03-20', 'renew', { code: 'letRenew', args: { sendBy, due } }],
    ['2030-08-20', 'renew', { code: 'letRenew', args: { sendBy: null, due } }],
    ['2030-03-20', 'terminate', { code: 'giveNotice', args: { sendBy, due } }],
    ['2030-03-20', 'negotiate', { code: 'decideOnRenewal', args: { sendBy, due } }],
  ])('on %s follows the decision to %s', (today, decision, toDo) => {
    expect(planned(today, [decided('2030-03-04', decision)]).toDo).toEqual(toDo);
    expect(planned('2030-03-03', [decided('2030-03-04', decision)]).toDo.code).toBe('decideOnRenewal');
  });

  it.each([
    ['renew', 'agreeRenewal'],
    ['lapse', 'letLapse'],
    ['negotiate', 'decideOnExpiry'],
  ])('before an expiry follows the decision to %s', (decision, code) => {
    const { clauses } = agreement;
    const once = { ...clauses, duration: { kind: 'periods', article: 'art. 13', first: 'P5Y', renewal: { kind: 'none' } } };
    const expiring = keptAgreement({ clauses: once });
    expect(planned('2030-03-20', [decided('2030-03-04', decision)], expiring).toDo).toEqual({ code, args: { due: '2031-02-28' } });
  });
});

describe('the next reminder', () => {
  const next = (today: string): string[] =>
    planned(today)
      .timers.filter(t => t.name === 'reminder')
      .map(summary);

  it('is a timer that says what it is: a reminder, an escalation or the outcome', () => {
    expect(next('2030-01-01')).toEqual(['Reminder 7 Feb 2030: 6 months to the send-by day, 7 Aug 2030; safe day 28 Aug 2030']);
    expect(next('2030-02-08')[0]).toMatch(/^Escalation 10 Feb 2030/);
    expect(next('2030-08-20')).toEqual(['Outcome of the decision to be entered, 29 Aug 2030']);
  });
});

describe('an answer on the day of a reminder', () => {
  it('withdraws nothing that was sent as the day began', () => {
    expect(told([decided('2030-02-07', 'renew')])).toEqual([
      '2030-02-07 lastDayForNotice first',
      '2030-02-07 decisionMade',
      '2030-08-29 decisionOutcome',
    ]);
    expect(told([acknowledged('2030-02-10')]).slice(0, 3)).toEqual([
      '2030-02-07 lastDayForNotice first',
      '2030-02-10 escalation first second',
      '2030-07-08 lastDayForNotice first second',
    ]);
  });
});

describe('people added to the list after a reminder was sent', () => {
  const person = (id: string) => ({ id, name: `The ${id}`, email: `${id}@example.test` });
  const listing = (...ids: string[]) => keptAgreement({ reminders: ['P6M', 'P30D'], desk: { party: 'KZ', recipients: ids.map(person) } });
  const owedOnDay = (day: string, about: typeof agreement, done: readonly Act[], more: readonly object[] = []): Act[] =>
    planOf({
      agreement: about,
      description: 'sha256:0',
      entries: [...ledger, ...more] as Fact[],
      today: d(day),
      onboarded: d('2021-01-01'),
      reached: d('2030-02-06'),
      done,
    }).owed.map(o => o.act);
  const sent = owedOnDay('2030-02-07', listing('first'), []);
  const names = (acts: readonly Act[]): string[] =>
    acts.filter(a => a.kind === 'remind').map(a => [a.on, a.what, ...(a.to ?? [])].join(' '));

  it('get it on the day on which they are added, if they would have got it', () => {
    expect(names(sent)).toEqual(['2030-02-07 lastDayForNotice first']);
    expect(names(owedOnDay('2030-02-08', listing('second', 'first'), sent))).toEqual(['2030-02-08 lastDayForNotice second']);
    expect(names(owedOnDay('2030-02-08', listing('second'), sent))).toEqual(['2030-02-08 lastDayForNotice second']);
  });

  it('are reached by the escalation if they come later in the list', () => {
    expect(names(owedOnDay('2030-02-08', listing('first', 'second'), sent))).toEqual([]);
    expect(names(owedOnDay('2030-02-10', listing('first', 'second'), sent))).toEqual(['2030-02-10 escalation first second']);
  });

  it('get it once, and so do those added by a later change on the same day', () => {
    const two = [...sent, ...owedOnDay('2030-02-08', listing('second', 'first'), sent)];
    expect(names(owedOnDay('2030-02-08', listing('second', 'first'), two))).toEqual([]);
    expect(names(owedOnDay('2030-02-08', listing('third', 'second', 'first'), two))).toEqual(['2030-02-08 lastDayForNotice third']);
    expect(names(owedOnDay('2030-02-09', listing('second', 'first'), two))).toEqual([]);
  });

  it('get it if nobody was listed before', () => {
    const unheard = owedOnDay('2030-02-07', keptAgreement({ reminders: ['P6M', 'P30D'], desk: { party: 'KZ' } }), []);
    expect(names(unheard)).toEqual(['2030-02-07 lastDayForNotice']);
    expect(names(owedOnDay('2030-03-08', listing('first'), unheard))).toEqual(['2030-03-08 lastDayForNotice first']);
  });

  it('get none once it is decided to let the agreement renew', () => {
    expect(names(owedOnDay('2030-02-08', listing('second', 'first'), sent, [decided('2030-02-08', 'renew')]))).toEqual([]);
  });

  it('get the reminder that was due late to everybody', () => {
    const plan = (day: string, about: typeof agreement, done: readonly Act[]): Act[] =>
      planOf({
        agreement: about,
        description: '0',
        entries: ledger as Fact[],
        today: d(day),
        onboarded: d('2030-03-01'),
        reached: undefined,
        done,
      }).owed.map(o => o.act);
    const late = plan('2030-03-01', listing('first', 'second'), []);
    expect(names(late)).toEqual(['2030-03-01 lastDayForNotice first second']);
    expect(names(plan('2030-03-02', listing('first', 'second', 'third'), late))).toEqual(['2030-03-02 lastDayForNotice third']);
  });
});

describe('a reminder that was sent late to all', () => {
  const desked = keptAgreement({
    reminders: ['P6M', 'P30D'],
    desk: { party: 'KZ', recipients: [{ id: 'first', name: 'The first', email: 'f@example.test' }] },
  });
  const plan = (day: string, done: readonly Act[], more: readonly object[] = []) =>
    planOf({
      agreement: desked,
      description: '0',
      entries: [...ledger, ...more] as Fact[],
      today: d(day),
      onboarded: d('2030-03-01'),
      reached: undefined,
      done,
    });
  const late = plan('2030-03-01', []).owed.map(o => o.act);
  const notice = { id: 't', type: 'termination.notified', by: 'AZ', received: '2030-02-28' };
  const later = (on: string) => ({ id: 'l', type: 'superseded', on, laterTreaty: 'another', firstDayOut: '2030-12-31' });
  const agreed = { id: 'x', type: 'termination.agreed', on: '2030-02-27', firstDayOut: '2030-12-31' };

  it.each([
    ['a notice received before it', notice],
    ['an agreed end before it', agreed],
    ['a later treaty before it', later('2030-02-27')],
    ['a later treaty after it', later('2030-03-02')],
  ])('is withdrawn if %s becomes known, and owed again if that is struck', (_, end) => {
    expect(late.map(a => a.what)).toContain('lastDayForNotice');
    const ending = plan('2030-03-02', late, [end]);
    expect(ending.decision).toBeUndefined();
    expect(ending.withdrawn.map(a => a.what)).toContain('lastDayForNotice');
    const taken = new Set(ending.withdrawn);
    const done = [...late.filter(a => !taken.has(a)), ...ending.owed.map(o => o.act)];
    expect(plan('2030-03-02', done, [end])).toMatchObject({ owed: [], withdrawn: [] });
    const struck = plan('2030-03-03', done, [end, { id: 'k', type: 'struck', of: end.id, recorded: '2030-03-03', reason: 'in error' }]);
    expect(struck.owed.map(o => `${o.act.what} ${o.act.on}`)).toContain('lastDayForNotice 2030-03-03');
  });

  it('is owed again if a protocol moves the safe day, whatever was sent about the earlier day', () => {
    const protocol = [
      { id: 'ps', type: 'protocol.signed', protocol: 'p1', on: '2030-01-01', changes: { noticeBefore: 'P11M' } },
      ...['KZ', 'AZ'].map(by => ({ id: `p${by}`, type: 'protocol.completion.notified', protocol: 'p1', by, received: '2030-03-02' })),
    ];
    expect(late.map(a => a.due)).toContain('2030-08-28');
    const owed = plan('2030-03-02', late, protocol).owed.map(({ act }) => act);
    expect(owed).toContainEqual(expect.objectContaining({ kind: 'remind', on: '2030-03-02', due: '2030-03-28', to: ['first'] }));
  });

  it('stands if a notice was received after it, which closes its calendar entry', () => {
    const ending = plan('2030-03-02', late, [{ ...notice, received: '2030-03-02' }]);
    expect(ending.withdrawn).toEqual([]);
    expect(ending.owed.map(o => o.act)).toMatchObject([{ what: 'noticeReceived', settled: true, period: 1 }]);
  });
});
