/** An agreement's workflow on the time-skipping server: the same law as the fold, with durable timers. */
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { expect, it } from 'vitest';
import { actsDone } from '../../dossier/dossier.ts';
import type { Act } from '../../machines/acts.ts';
import { skipToDay } from '../../testing/time-skipping.ts';
import * as messages from '../../workflows/messages.ts';
import { refusalOf, type Service } from '../support/service.ts';
import { serviceForEachTest } from '../support/service-for-each-test.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';

let env: TestWorkflowEnvironment;
let service: Service;
serviceForEachTest((e, s) => ([env, service] = [e, s]));

/** The server's clock begins at the real today: tests skip to a day far ahead, and use that as today. */
const today = (day: string): Promise<void> => skipToDay(env, day, ['Asia/Almaty', 'Asia/Baku']);

const notice = (id: string, received: string, by = 'AZ') => ({ id, type: 'termination.notified', by, received });
const actsOf = async (agreement: string, step: string): Promise<Act[]> =>
  (await (await service.registers.open(agreement, true)).outbox(agreement)).filter(l => l.step === step).map(l => l.body);

it('an agreement catches up with forty years at once and arms timers only for what lies ahead', async () => {
  await today('2060-11-22');
  const a = testAgreement('mid-life');
  await service.open(a, inForceFrom('2021-03-10'));
  const plan = await service.plan(a.id);
  expect(plan.standing).toMatchObject({
    status: 'inForce',
    entryIntoForce: '2021-03-10',
    period: { number: 8, lastDay: '2061-03-09', lastDayForNotice: '2060-09-09' },
  });
  expect(plan.timers.map(t => t.summary)).toEqual(['Last day of period 8: 9 Mar 2061, art. 13']);
  expect((await actsOf(a.id, 'history')).map(act => act.what)).toEqual([
    'entryIntoForce',
    'registration',
    ...Array.from({ length: 7 }, () => ['renewalSettled', 'renewal']).flat(),
    'renewalSettled',
  ]);
  expect((await actsOf(a.id, 'performed')).map(act => act.what)).toEqual(['onboarded']);
  expect(service.said).toEqual([
    expect.stringContaining('it was in force, in period 8 to 9 March 2061, with 9 September 2060 as the last day for notice.'),
  ]);
});

it('an agreement goes through the worked example: in time, late without renewal, renewed, revoked in time, revoked too late', async () => {
  const cases = [
    { facts: [notice('t', '2025-09-09')], ended: '2026-03-08' },
    { facts: [notice('t', '2025-09-10')], ended: '2026-03-09' },
    { facts: [notice('t', '2025-09-11')], ended: '2026-03-10' },
    {
      facts: [notice('t', '2025-09-09'), { id: 'r', type: 'termination.revoked', by: 'AZ', of: 't', received: '2026-03-08' }],
      ended: null,
    },
    {
      facts: [notice('t', '2025-09-09'), { id: 'r', type: 'termination.revoked', by: 'AZ', of: 't', received: '2026-03-09' }],
      ended: '2026-03-08',
    },
  ];
  const standing = async (id: string) => actsDone({ outbox: await service.registers.of(true).outbox(id) });
  const renewedOn = async (id: string) => (await standing(id)).find(act => act.what === 'renewal')?.on;
  const seen = [];
  for (const [i, { facts }] of cases.entries()) {
    const a = testAgreement(`worked-${i}`);
    await service.open(a, inForceFrom('2021-03-10'));
    for (const f of facts) await service.enter(a.id, f);
    const { status, lastDayInForce: ended } = (await service.plan(a.id)).standing;
    seen.push({ status, ended, renewedOn: await renewedOn(a.id) });
  }
  expect(seen).toEqual([
    { status: 'terminated', ended: '2026-03-08', renewedOn: undefined },
    { status: 'terminated', ended: '2026-03-09', renewedOn: undefined },
    { status: 'terminated', ended: '2026-03-10', renewedOn: '2026-03-10' },
    { status: 'inForce', ended: null, renewedOn: '2026-03-10' },
    { status: 'terminated', ended: '2026-03-08', renewedOn: undefined },
  ]);
});

it('an agreement ended by a notice long past completes, and runs again when the notice is struck', async () => {
  const a = testAgreement('struck-notice');
  const handle = await service.open(a, inForceFrom('2021-03-10'));
  const ended = await service.enter(a.id, notice('t1', '2026-01-10'));
  expect(ended.standing).toMatchObject({ status: 'terminated', lastDayInForce: '2026-07-09' });
  expect(await handle.result()).toMatchObject({ over: true });
  const again = await service.enter(a.id, { id: 'k1', type: 'struck', of: 't1', recorded: '2026-11-22', reason: 'sent in error' });
  expect(again.standing).toMatchObject({ status: 'inForce', lastDayInForce: null });
  expect(again.withdrawn.map(a => a.what)).toContain('termination');
  expect((await service.handle(a.id).describe()).status.name).toBe('RUNNING');
});

it('an agreement withdraws its announcements and reminders since, and moves its timers, when a notice turns up late', async () => {
  const a = testAgreement('late-find');
  await service.open(a, inForceFrom('2021-03-10'));
  await today('2060-11-22');
  await service.planWhen(a.id, p => p.asOf === '2060-09-10');
  const answer = await service.enter(a.id, notice('t1', '2060-08-10'));
  expect(answer.standing).toMatchObject({ status: 'inForce', lastDayInForce: '2061-02-09' });
  expect(answer.changed).toEqual([{ what: 'lastDayInForce', before: null, after: '2061-02-09' }]);
  expect(answer.withdrawn).toMatchObject([
    { what: 'lastDayForNotice', params: { ahead: 'P7D' }, sendBy: '2060-08-26', due: '2060-09-09' },
    { what: 'lastDayForNotice', params: { ahead: 'P1D' }, sendBy: '2060-08-26' },
    { what: 'renewalSettled', params: { renewal: '2061-03-10' } },
    { what: 'decisionOutcome', period: 8, due: '2061-03-09' },
  ]);
  const plan = await service.plan(a.id);
  expect(plan.timers.map(t => t.summary)).toEqual([
    'Last day in force: 9 Feb 2061, art. 13',
    'If the notice is revoked: Last day of period 8: 9 Mar 2061, art. 13',
  ]);
});

it('an agreement refuses by the ledger without a trace in the register, and keeps running', async () => {
  const a = testAgreement('refusing');
  await service.open(a, inForceFrom('2021-03-10'));
  await service.enter(a.id, notice('t1', '2025-08-10'));
  const revocation = { id: 'r1', type: 'termination.revoked', by: 'AZ', of: 't1', received: '2025-09-01' };
  await service.enter(a.id, revocation);
  const register = await service.registers.open(a.id, true);
  const before = (await register.rows(a.id)).length;
  const refused = async (entry: { id: string; type: string; [field: string]: unknown }) =>
    (await refusalOf(service.enter(a.id, entry))).refused;
  expect(await refused(notice('t1', '2025-08-11'))).toBe('idInUse');
  expect(await refused({ id: 'r', type: 'termination.revoked', by: 'AZ', of: 'nothing', received: '2025-09-01' })).toBe('unknownOf');
  expect(await refused({ id: 'r', type: 'termination.revoked', by: 'AZ', of: 'n1', received: '2025-09-01' })).toBe('wrongKindOf');
  expect(await refused({ id: 'r', type: 'termination.revoked', by: 'KZ', of: 't1', received: '2025-09-01' })).toBe('noRight');
  expect((await register.rows(a.id)).length).toBe(before);
  const first = await service.enter(a.id, revocation); // the same update: the first answer
  expect(first).toMatchObject({ entry: { id: 'r1', seq: 6 }, existing: false });
  const again = await service
    .handle(a.id)
    .executeUpdate(messages.record, { args: [{ entry: notice('t1', '2025-08-10'), by: 'another client' }] });
  expect(again).toMatchObject({ entry: { id: 't1', seq: 5 }, existing: true });
});

it('an agreement refuses an entry meant for another update before anything is written, without an event in the history', async () => {
  const a = testAgreement('validating');
  const handle = await service.open(a, inForceFrom('2021-03-10'));
  const events = async () => (await handle.fetchHistory()).events!.map(e => Number(e.eventType));
  const accepted = 41; // EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED
  const refused = async (entry: unknown) => {
    const update = handle.executeUpdate(messages.correct, { args: [{ entry, by: 'test' }] });
    return (await refusalOf(update)).message;
  };
  expect(await refused({ id: 'x', type: 'signed', on: '2025-01-01' })).toBe('correct takes an entry of type corrected, not signed.');
  for (const entry of [null, 7, 'signed', {}, { type: { is: 'signed' } }])
    expect(await refused(entry)).toBe('The request needs an entry: an object with at least id and type.');
  expect(await events()).not.toContain(accepted);
  await service.enter(a.id, { id: 'x', type: 'struck', of: 'n1', recorded: '2025-01-01', reason: 'wrong file' });
  expect(await events()).toContain(accepted);
});

it('an agreement refuses a malformed entry in the step: nothing is entered, and it keeps running', async () => {
  const a = testAgreement('reading');
  await service.open(a, inForceFrom('2021-03-10'));
  const before = await service.registers.of(true).rows(a.id);
  const refused = async (entry: unknown) => (await refusalOf(service.enter(a.id, entry as never))).refused;
  expect(await refused({ id: 'x', type: 'signed' })).toBe('malformed');
  expect(await refused({ id: 'x', type: 'agreement.signed', on: '2025-01-01' })).toBe('unknownType');
  expect(await refused(notice('x', '2025-01-01', 'US'))).toBe('unknownParty');
  expect(await refused(notice('x', '2099-01-01'))).toBe('futureDate');
  expect(await refused({ ...notice('x', '2025-01-01'), dispatched: '2025-01-02' })).toBe('datesOutOfOrder');
  expect(await refused({ id: 'x', type: 'corrected', of: 'n1', recorded: '2025-01-01', by: 'AZ' })).toBe('malformed');
  expect(await service.registers.of(true).rows(a.id)).toEqual(before);
  expect((await service.enter(a.id, notice('t', '2025-08-10'))).standing).toMatchObject({ lastDayInForce: '2026-02-09' });
});

it('an agreement runs for fifty years and ten renewals, with each act once', async () => {
  const a = testAgreement('fifty-years');
  await service.open(a, inForceFrom('2021-03-10'));
  await today('2078-01-01');
  const plan = await service.planWhen(a.id, p => p.standing.period?.number === 12);
  expect(plan.standing.period).toMatchObject({ firstDay: '2076-03-10', lastDay: '2081-03-09', lastDayForNotice: '2080-09-09' });
  const done = await actsOf(a.id, 'performed');
  expect(
    done
      .filter(act => act.what === 'renewal')
      .map(act => act.on)
      .slice(-10),
  ).toEqual(Array.from({ length: 10 }, (_, i) => `${2031 + 5 * i}-03-10`));
  expect(
    done
      .filter(act => act.kind === 'remind' && act.on > '2055')
      .map(act => act.on)
      .slice(0, 6),
  ).toEqual(['2055-02-26', '2055-05-26', '2055-07-27', '2055-08-19', '2055-08-25', '2059-08-26']);
  expect(new Set(done.map(act => JSON.stringify(act))).size).toBe(done.length);
  expect(await actsOf(a.id, 'withdrawn')).toEqual([]);
});

it('an agreement answers each of fifty facts once during ten renewals, and has each once in the register', async () => {
  const a = testAgreement('busy');
  await service.open(a, inForceFrom('2021-03-10'));
  const fact = (i: number) => notice(`t${i}`, `2024-0${1 + (i % 9)}-1${i % 10}`);
  const revocation = (i: number) => ({
    id: `r${i}`,
    type: 'termination.revoked',
    by: 'AZ',
    of: `t${i}`,
    received: `2024-0${1 + (i % 9)}-2${i % 10}`,
  });
  const answers: { entry: { id: string; seq: number } }[] = [];
  for (let wave = 0; wave < 10; wave++) {
    const sent = [0, 1, 2, 3, 4].map(async n => {
      const i = wave * 5 + n;
      const one = i % 2 ? revocation(i - 1) : fact(i);
      if (i % 2 === 0) answers.push(await service.enter(a.id, one));
      return one;
    });
    await Promise.all([env.sleep('1826 days'), ...sent]);
    answers.push(
      ...(await Promise.all(
        [0, 1, 2, 3, 4]
          .map(n => wave * 5 + n)
          .filter(i => i % 2)
          .map(i => service.enter(a.id, revocation(i - 1))),
      )),
    );
  }
  expect(answers).toHaveLength(50);
  expect(new Set(answers.map(x => x.entry.id)).size).toBe(50);
  const rows = await (await service.registers.open(a.id, true)).rows(a.id);
  const entered = rows.map(r => r.entry.id).filter(id => /^[tr]\d/.test(id));
  expect(entered.sort()).toEqual(answers.map(x => x.entry.id).sort());
  expect((await service.plan(a.id)).head).toBe(rows.length);
});
