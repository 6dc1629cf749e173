/** Lists: the projections they read give the same as the fold, and the fold is used when it might differ. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadDossier, todayOf } from '../dossier/dossier.ts';
import { deadlinesListed, glanceOf, listingsNow, project } from '../dossier/listing.ts';
import { placeOf } from '../client/lists.ts';
import { createStepAgreement } from '../activities/step-agreement.ts';
import { knownOn } from '../dossier/known.ts';
import { missedOf } from '../dossier/missed-deadline.ts';
import { nextOf } from '../dossier/next.ts';
import { deadlinesOf } from '../dossier/upcoming.ts';
import { agreementFile, listAgreements } from '../agreements/find.ts';
import { loadAgreement } from '../agreements/load.ts';
import type { Agreement } from '../clauses/agreement.ts';
import { addDays, after, date, length } from '../clauses/calendar.ts';
import type { Dossier } from '../machines/ledger.ts';
import { planOf } from '../machines/plan.ts';
import { openRegisters, type Registers } from '../register/home.ts';
import { inProcess } from './support/cli.ts';
import { onEachDatabase, sqliteStatement } from './support/databases.ts';
import { assessmentOn, drafted, step, termination } from './law/notice-setup.ts';
import { inForceFrom, testAgreement } from './support/test-agreement.ts';
import { enter } from './support/enter.ts';

const now = Date.UTC(2026, 10, 29, 9);
const aDay = 86_400_000;

async function open(registers: Registers, agreement: Agreement, facts: readonly unknown[]): Promise<void> {
  const step = createStepAgreement({ registers, log: { info: () => {}, error: () => {} } });
  const opening = { description: agreement, facts: [...facts], by: 'test' };
  const asked = { kind: 'open' as const, open: opening };
  await step({ agreement: agreement.id, rehearsal: agreement.rehearsal, now, head: 0, asked }, { audience: 'default/none' });
}

/** Close to entry into force, undecided, known within bounds, and ended. */
const invented: [Agreement, unknown[]][] = [
  [testAgreement('soon', { rehearsal: false, reminders: ['P1Y'] }), inForceFrom('2022-07-10')],
  [
    testAgreement('yearly', {
      clauses: {
        ...testAgreement('yearly').clauses,
        duration: { kind: 'periods', article: 'art. 1', first: 'P1Y', renewal: { kind: 'automatic', length: 'P1Y' }, noticeBefore: 'P13M' },
      },
    }),
    inForceFrom('2020-02-10'),
  ],
  [
    testAgreement('bounded'),
    [
      { id: 's', type: 'signed', on: '2020-05-14' },
      { id: 'e', type: 'entry.agreed', on: '2021-01-01', published: true, date: { notBefore: '2021-01-01', notAfter: '2022-06-30' } },
    ],
  ],
  [testAgreement('ended'), [...inForceFrom('2021-03-10'), { id: 't', type: 'termination.notified', by: 'AZ', received: '2025-01-20' }]],
];

onEachDatabase('the projection of every agreement', kind => {
  let [home, registers]: [string?, Registers?] = [];
  let machine: { databaseUrl?: string; remove: () => Promise<void> } | undefined;
  beforeAll(async () => {
    [home, machine] = [await mkdtemp(join(tmpdir(), 'servanda-')), await kind.freshMachine()];
    registers = await openRegisters(home, machine.databaseUrl);
    for (const { file } of listAgreements()) {
      const { agreement, facts } = loadAgreement(file);
      await open(registers, agreement, facts);
    }
    for (const [agreement, facts] of invented) await open(registers, agreement, facts);
    await project(registers, [...(await registers.of(false).agreements()), ...(await registers.of(true).agreements())], now);
  }, 120_000);
  afterAll(async () => {
    await registers?.close();
    await machine?.remove();
    if (home) await rm(home, { recursive: true, force: true });
  });

  it.each([
    ['today', now],
    ['tomorrow, before reconciliation has run', now + aDay],
  ])(
    'the projection gives %s the same lines of `agreement list` and `deadlines` as the fold',
    async (_, now) => {
      const listings = await listingsNow(registers!, now);
      const ids = [...(await registers!.of(false).agreements()), ...(await registers!.of(true).agreements())];
      expect([...listings.keys()].sort()).toEqual(ids.sort());
      let [ahead, undecided] = [0, 0];
      for (const [id, listing] of listings) {
        const dossier = (await loadDossier(registers!, id))!;
        const today = todayOf(dossier, now);
        expect(listing.glance).toEqual(glanceOf(dossier, knownOn(dossier, today)));
        for (const within of ['P10D', 'P6M', 'P1Y'].map(l => length.parse(l))) {
          const through = after(today, within);
          const folded = deadlinesOf(dossier, today, through);
          expect(deadlinesListed(listing, through), `${id}, ${within}`).toEqual(folded);
          ahead += folded.length;
          undecided += folded.filter(d => d.decision === 'undecided').length;
        }
        expect(deadlinesListed(listing, after(today, length.parse('P2Y')))).toBeUndefined();
      }
      expect(Math.min(ahead, undecided)).toBeGreaterThan(3);
    },
    120_000,
  );

  it('a projection is not valid for the day after tomorrow, for a ledger that has grown, or after a step at the desk', async () => {
    const isListed = async (at = now) => (await listingsNow(registers!, at)).has('soon');
    const register = registers!.of(false);
    expect(await register.projections()).toBe(await register.projections()); // read once, as long as nothing changes
    expect([await isListed(), await isListed(now + aDay), await isListed(now + 2 * aDay)]).toEqual([true, true, false]);
    await enter(register, 'soon', drafted('2026-11-29'), { by: 'test', at: now });
    expect(await isListed()).toBe(false);
    await project(registers!, ['soon'], now);
    expect(await isListed()).toBe(true);
    await enter(register, 'soon', { id: 'x', type: 'renewal.agreed', on: date('2026-11-28') }, { by: 'test', at: now });
    expect(await isListed()).toBe(false);
    await project(registers!, ['soon'], now + aDay); // as reconciliation does
    expect([await isListed(), await isListed(now + aDay), await isListed(now + 2 * aDay)]).toEqual([false, true, true]);
  });
});

it('lists are read from the projection if it is of today and of the current rules, and folded otherwise', async () => {
  const home = await mkdtemp(join(tmpdir(), 'servanda-'));
  const registers = await openRegisters(home);
  for (const [agreement, facts] of invented.slice(0, 1)) await open(registers, agreement, facts);
  await project(registers, ['soon'], now);
  await registers.close();
  const printed = async (at: number, ...args: string[]) =>
    (await inProcess([...args, '--json'], { now: at, env: { SERVANDA_HOME: home } })).stdout;
  const list = (at: number, ...args: string[]) => printed(at, 'agreement', 'list', '--rehearsals', ...args);
  const [folded, ahead] = [
    await list(now, '--as-of', '2026-11-29'),
    await printed(now, 'deadlines', '--rehearsals', '--as-of', '2026-11-29'),
  ];
  expect([await list(now), await printed(now, 'deadlines', '--rehearsals')]).toEqual([folded, ahead]);
  expect(JSON.parse(ahead)).toMatchObject([{ agreement: 'soon', decision: 'undecided' }]);
  const projected = await openRegisters(home);
  const found = await projected.of(false).projections();
  await projected
    .of(false)
    .project(found.map(p => ({ ...p, body: JSON.parse(JSON.stringify(p.body).replaceAll('notice', 'PROJECTED')) as object })));
  await projected.close();
  expect(await list(now)).toContain('PROJECTED');
  expect(await printed(now, 'deadlines', '--rehearsals')).toContain('PROJECTED');
  for (const other of [
    list(now + 2 * aDay),
    list(now, '--as-of', '2026-11-29'),
    printed(now, 'deadlines', '--rehearsals', '--within', 'P2Y'),
  ])
    expect(await other).not.toContain('PROJECTED');
  sqliteStatement(join(home, 'register.db'), `update projections set rules = '0/0'`);
  expect([await list(now), await printed(now, 'deadlines', '--rehearsals')]).toEqual([folded, ahead]);
  await rm(home, { recursive: true, force: true });
});

it('a deadline gives its agreement, the time left to send, and the results of other readings', () => {
  const agreement = testAgreement('whose', { clauses: testAgreement('whose').clauses });
  const notice = { id: 't1', type: 'termination.notified', by: 'AZ', received: '2025-01-20' };
  const on = (facts: readonly object[], day: string) =>
    deadlinesOf({ agreement, description: '', entries: facts as never }, date(day), after(date(day), length.parse('P3Y')));
  const quiet = on(inForceFrom('2021-03-10'), '2025-02-01');
  expect(quiet[0]).toMatchObject({ parties: ['KZ', 'AZ'], status: 'inForce', certain: true, alternatives: [], sendBy: '2025-08-26' });
  expect(quiet[0]).toMatchObject({ title: agreement.title['en'], daysLeft: 220, daysLeftToSend: 206 });
  const [end] = on([...inForceFrom('2021-03-10'), notice], '2025-02-01');
  expect(end).toMatchObject({ what: 'end', date: '2025-07-19', certain: false, daysLeftToSend: null });
  expect(end!.alternatives.map(a => a.date)).toEqual(['2025-07-20', '2026-03-09', '2026-03-10']);
});

/** A period of a year, then of another length; a notice of three months ends it on 30 June or 31 December. */
function endedTwiceAYear(renewed: string, inForce: string): Dossier {
  const clauses = {
    ...testAgreement('twice').clauses,
    duration: { kind: 'periods', article: 'art. 1', first: 'P1Y', renewal: { kind: 'automatic', length: renewed } },
    termination: { when: 'onFixedDays', article: 'art. 2', days: ['06-30', '12-31'], notice: 'P3M' },
  };
  return { agreement: testAgreement('twice', { clauses }), description: '', entries: inForceFrom(inForce) as never };
}

it('a decision about a fixed day that is not the next one has a deadline', () => {
  const source = endedTwiceAYear('P1Y', '2020-02-29');
  const [day, through] = [date('2020-03-01'), date('2021-02-27')];
  const lines = deadlinesOf(source, day, through);
  expect(lines.map(d => [d.date, d.decision])).toEqual([
    ['2020-03-30', null],
    ['2020-09-30', 'undecided'],
  ]);
  expect(knownOn(source, day).owed).toMatchObject({ due: '2020-09-30' });
});

it('the fixed day that decides about a later period is listed before that period begins', () => {
  const source = endedTwiceAYear('P2Y', '2021-03-10');
  const listed = (day: string) => deadlinesOf(source, date(day), date('2025-12-01')).map(d => [d.date, d.what, d.period, d.decision]);
  expect(listed('2022-02-01')).toEqual([
    ['2022-03-10', 'missed', 1, 'undecided'],
    ['2022-03-30', 'notice', 1, null],
    ['2023-09-30', 'notice', 2, null],
    ['2024-03-30', 'notice', 3, null],
    ['2025-09-30', 'notice', 3, null],
  ]);
  expect(listed('2023-09-01')).toEqual([
    ['2023-09-30', 'notice', 2, 'undecided'],
    ['2024-03-30', 'notice', 3, null],
    ['2025-09-30', 'notice', 3, null],
  ]);
});

it('deadlines are sorted by the day by which to act, and those on one day by their safe day', () => {
  const line = (sendBy: string | null, day: string, agreement = 'a') =>
    ({ sendBy, date: day, agreement, what: 'notice', label: '' }) as never;
  const inOrder = [
    line('2026-02-27', '2027-03-01', 'missed'),
    line(null, '2027-01-10'),
    line('2027-01-11', '2027-01-11', 'counted from dispatch'),
    line('2027-01-11', '2027-01-25'),
    line('2027-01-11', '2027-01-25', 'b'),
  ];
  expect(inOrder.toReversed().map(placeOf).toSorted()).toEqual(inOrder.map(placeOf));
});

it('a deadline is overdue after its send-by day unless renewal is decided, and a missed one stays until the renewal', () => {
  const agreement = testAgreement('late', { reminders: ['P1Y'] });
  const rows = (day: string, ...more: object[]) => {
    const entries = [...inForceFrom('2021-03-10'), ...more] as never;
    return deadlinesOf({ agreement, description: '', entries }, date(day), after(date(day), length.parse('P10D')));
  };
  const decided = (decision: string, on = '2025-08-01') => {
    const made = { type: 'decision.made', by: 'KZ', person: 'The director', authority: 'instruction 5' };
    return { ...made, id: 'd', decision, on };
  };
  const overdue = (day: string, ...more: object[]) => rows(day, ...more).map(d => [d.what, d.decision, d.overdue]);
  const soon = (day: string, ...more: object[]) => overdue(day, ...more).filter(([what]) => what !== 'end');
  expect(soon('2025-09-01', decided('renew'))).toEqual([['notice', 'renew', false]]);
  expect(soon('2025-09-01')).toEqual([['notice', 'undecided', true]]);
  expect(soon('2025-09-09')).toEqual([['notice', 'undecided', true]]);
  const [missed, ...others] = rows('2025-09-10');
  expect(others).toEqual([]);
  expect(missed).toMatchObject({
    what: 'missed',
    date: '2026-03-10',
    daysLeft: 181,
    overdue: true,
    since: '2025-09-09',
    follows: { what: 'renewal', on: '2026-03-10' },
    decision: 'undecided',
    says: { args: { decided: null, lastDay: null } },
  });
  expect(missed!.label).toContain('passed with no decision made');
  expect(rows('2025-09-10', decided('terminate'))).toMatchObject([{ what: 'missed', decision: 'terminate' }]);
  for (const settled of ['renew', 'negotiate']) expect(soon('2025-09-10', decided(settled))).toEqual([]);
  expect(soon('2025-09-10', decided('renew', '2025-09-10'))).toEqual([['missed', 'undecided', true]]); // decided too late
  const notice = { id: 't', type: 'termination.notified', by: 'AZ', received: '2025-09-09' };
  expect(soon('2025-09-10', notice)).toEqual([]);
  expect(soon('2026-03-09')).toEqual([['missed', 'undecided', true]]);
  expect(soon('2026-03-10')).toEqual([]);
});

it('a decision reads the same in a list, in its agreement’s line and on its page: open, made or missed', () => {
  const agreement = testAgreement('late');
  const on = (day: string, ...more: object[]) => {
    const entries = [...inForceFrom('2021-03-10'), ...more] as never;
    const known = knownOn({ agreement, description: '', entries }, date(day));
    const deadlines = deadlinesOf({ agreement, description: '', entries }, date(day), after(date(day), length.parse('P2Y')));
    return [deadlines[0]!.decision, glanceOf({ agreement, rehearsal: true } as never, known).decision, missedOf(known)?.state ?? null];
  };
  expect(on('2024-08-25')).toEqual(['undecided', 'undecided', null]); // before the first reminder
  expect(on('2025-09-09')).toEqual(['undecided', 'undecided', null]); // due by the end of the day
  expect(on('2025-09-10')).toEqual(['undecided', 'undecided', 'undecided']);
  expect(on('2026-03-09')).toEqual(['undecided', 'undecided', 'undecided']);
  const made = { id: 'd', type: 'decision.made', by: 'KZ', person: 'The director', authority: 'instruction 5', on: '2025-08-01' };
  expect(on('2025-09-10', { ...made, decision: 'terminate' })).toEqual(['terminate', 'terminate', 'terminate']);
});

it('what began today is not a date to come, and what falls due at the end of the day is', () => {
  const agreement = testAgreement('next');
  const next = (day: string, ...more: object[]) => {
    return nextOf(knownOn({ agreement, description: '', entries: [...inForceFrom('2021-03-10'), ...more] } as never, date(day))).date;
  };
  const signed = { id: 'p1s', type: 'protocol.signed', protocol: 'p1', on: '2023-02-01', changes: { text: 'art. 3' } };
  const notified = (by: string, received: string) => ({ id: by, type: 'protocol.completion.notified', protocol: 'p1', by, received });
  const inForce = [signed, notified('KZ', '2023-03-01'), notified('AZ', '2023-04-01')];
  expect(next('2021-03-10')).toBe('2025-08-26');
  expect(next('2023-04-01', ...inForce)).toBe('2025-08-26');
  const from = { ...signed, changes: { text: 'art. 3', from: '2023-05-01' } };
  expect(next('2023-04-30', from, ...inForce.slice(1))).toBe('2023-05-01');
  expect(next('2023-05-01', from, ...inForce.slice(1))).toBe('2025-08-26');
  const ending = { id: 'x', type: 'termination.agreed', on: '2023-01-01', firstDayOut: '2023-06-01' };
  expect(next('2023-05-31', ending)).toBe('2023-05-31');
});

it('a deadline is not overdue while a notice of ours is on its way, and is again if it comes back', () => {
  const agreement = testAgreement('sent', { reminders: ['P1Y'], desk: { party: 'KZ' } });
  const entries = inForceFrom('2021-03-10') as never;
  const assessment = assessmentOn('2025-08-20', termination, entries, agreement);
  const sent = [
    drafted('2025-08-20', { assessment }),
    step('notice.approved', '2025-08-21', { by: 'approver' }),
    step('notice.dispatched', '2025-08-25', { by: 'clerk', on: '2025-08-25' }),
  ];
  const returned = step('notice.returned', '2025-09-02', { by: 'clerk', reason: 'wrong address' });
  const on = (day: string, steps: readonly object[]) =>
    deadlinesOf({ agreement, description: '', entries, rows: steps.map(entry => ({ entry })) } as never, date(day), date('2025-09-30'))
      .filter(d => d.what !== 'end')
      .map(d => [d.what, d.overdue, d.onItsWay]);
  const onItsWay = { notice: '7', dispatched: '2025-08-25' };
  expect(on('2025-09-01', [])).toEqual([['notice', true, null]]);
  expect(on('2025-09-01', sent.slice(0, 2))).toEqual([['notice', true, null]]);
  expect(on('2025-09-01', [...sent, returned])).toEqual([['notice', false, onItsWay]]);
  expect(on('2025-09-03', [...sent, returned])).toEqual([['notice', true, null]]);
  expect(on('2025-09-10', sent)).toEqual([['missed', true, null]]); // a notice not received by then has not prevented the renewal
});

it('a deadline is within a time if the day by which somebody must act is, even for a period that has not begun', () => {
  const found = (source: Parameters<typeof deadlinesOf>[0], through: string) => deadlinesOf(source, date('2026-11-29'), date(through));
  const { agreement, facts } = loadAgreement(agreementFile('ru-az-2002-production-cooperation'));
  const real = { agreement, description: '', entries: facts };
  const { clauses } = testAgreement('quarterly');
  const duration = {
    kind: 'periods',
    article: 'art. 1',
    first: 'P3M',
    renewal: { kind: 'automatic', length: 'P3M' },
    noticeBefore: 'P80D',
  };
  const quarterly = testAgreement('quarterly', { clauses: { ...clauses, duration } }); // due to be sent before its period begins
  const short = { agreement: quarterly, description: '', entries: inForceFrom('2026-02-10') as never };
  let later = 0;
  for (const [source, until] of [
    [real, '2029-01-01'],
    [short, '2027-07-01'],
  ] as const)
    for (const d of found(source, until).filter(({ sendBy }) => sendBy && sendBy > '2026-11-29')) {
      const isFound = (through: string) => found(source, through).some(({ date }) => date === d.date);
      expect([isFound(d.sendBy!), isFound(addDays(d.sendBy!, -1))], `${d.agreement} ${d.date}`).toEqual([true, false]);
      later += d.says.code === 'safeDayOfPeriod' && d.says.args.isLater ? 1 : 0;
    }
  expect(later).toBeGreaterThan(1);
});

it.each([
  ['a notice that was received', [{ id: 't', type: 'termination.notified', by: 'AZ', received: '2025-07-01' }]],
  ['an agreed end', [{ id: 'x', type: 'termination.agreed', on: '2025-07-01', firstDayOut: '2025-12-31' }]],
  ['a later treaty', [{ id: 'l', type: 'superseded', on: '2025-07-01', laterTreaty: 'another', firstDayOut: '2025-12-31' }]],
])('%s leaves nothing to decide, and no list asks for a notice to be sent', (_, more) => {
  const agreement = testAgreement('ending');
  const source = { agreement, description: '', entries: [...inForceFrom('2021-03-10'), ...more] } as never;
  const today = date('2025-08-01');
  expect(nextOf(knownOn({ agreement, description: '', entries: inForceFrom('2021-03-10') } as never, today)).date).toBe('2025-08-26');
  const known = knownOn(source, today);
  expect(known).toMatchObject({ isOpen: false, owed: undefined });
  const { lastDayInForce } = known.standing.termination!;
  expect([lastDayInForce, addDays(lastDayInForce, 1)]).toContain(nextOf(known).date);
  const deadlines = deadlinesOf(source, today, after(today, length.parse('P1Y')));
  expect(deadlines.map(d => d.what)).toEqual(['end']);
});

it('an agreement that a notice ends only on fixed days has one send-by day, in lists, in its plan and in its standing', () => {
  for (const { agreement, facts } of ['ch-at-1958-road-traffic', 'ch-de-2004-heavy-vehicle-charge'].map(id =>
    loadAgreement(agreementFile(id)),
  ))
    for (const today of ['2026-12-17', '2026-12-18', '2027-09-17'].map(day => date(day))) {
      const source = { agreement, description: '', entries: facts };
      const known = knownOn(source, today);
      const { safe, sendBy, lastDayInForce } = known.standing.nextWayOut!;
      const plan = planOf({ ...source, today, onboarded: today, reached: undefined, done: [] });
      expect(plan.standing.wayOut, `${agreement.id} on ${today}`).toEqual({ lastDayInForce, due: safe, sendBy });
      expect(plan.toDo).toEqual({ code: 'sendToEndOn', args: { lastDayInForce, due: safe, sendBy: sendBy! < today ? null : sendBy } });
      expect(plan.timers.some(t => t.name === 'sendBy' && t.day === sendBy)).toBe(sendBy! >= today);
      const next = nextOf(known);
      expect(next.date).toBe(sendBy! < today ? safe : sendBy);
      expect(next.says.code).toBe(sendBy! < today ? 'safeDayToEndOn' : 'sendByToEndOn');
    }
});

it('a fixed day beyond the running period has one deadline, whichever period it is in', () => {
  const clauses = {
    ...testAgreement('fixed').clauses,
    duration: { kind: 'periods', article: 'art. 13', first: 'P5Y', renewal: { kind: 'automatic', length: 'P5Y' } },
    termination: { when: 'onFixedDays', article: 'art. 13', days: ['12-31'], notice: 'P6M' },
  };
  const source = { agreement: testAgreement('fixed', { clauses }), description: '', entries: inForceFrom('2020-03-15') as never };
  const listed = deadlinesOf(source, date('2025-01-15'), date('2026-01-15')).filter(d => d.what === 'notice');
  expect(listed.map(d => d.date)).toEqual(['2025-06-30']);
});

it('a safe day before the period began does not count as missed', () => {
  const [yearly] = invented.find(([{ id }]) => id === 'yearly')!;
  const source = { agreement: yearly, description: '', entries: inForceFrom('2020-02-10') as never };
  expect(deadlinesOf(source, date('2026-11-29'), date('2027-11-29')).filter(d => d.what === 'missed')).toEqual([]);
  expect(knownOn(source, date('2026-11-29')).missed).toBeUndefined();
});
