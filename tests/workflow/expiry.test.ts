/**
 * A real agreement that expires, rehearsed from signature on the time-skipping server: its reminders, its decision, its expiry, its
 * renewal.
 */
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { expect, it } from 'vitest';
import { loadAgreement } from '../../agreements/load.ts';
import { agreementFile } from '../../agreements/find.ts';
import { longestTimer } from '../../machines/limits.ts';
import { skipToDay } from '../../testing/time-skipping.ts';
import type { Service } from '../support/service.ts';
import { serviceForEachTest } from '../support/service-for-each-test.ts';

let env: TestWorkflowEnvironment;
let service: Service;
serviceForEachTest((e, s) => ([env, service] = [e, s]));

const today = (day: string): Promise<void> => skipToDay(env, day, ['Asia/Kolkata', 'Asia/Dhaka']);
const acts = async (): Promise<string[]> =>
  (await service.registers.of(true).outbox('ganges')).map(l => `${l.body.on} ${l.step} ${l.body.kind} ${l.body.what}`);

/** The final clauses of the treaty of 1996, signed on an invented day. */
async function open(): Promise<void> {
  const { agreement } = loadAgreement(agreementFile('in-bd-1996-ganges-waters'));
  await today('2061-12-12');
  await service.open({ ...agreement, id: 'ganges', rehearsal: true, reminders: ['P12M', 'P30D'] as never }, [
    { id: 's', type: 'signed', on: '2061-12-12' },
  ]);
}

it('an expiring agreement reminds before its last day in force, records that nobody decided, and expires', async () => {
  await open();
  const plan = await service.plan('ganges');
  expect(plan.timers.map(t => t.summary)).toEqual([
    'Reminder 11 Dec 2090: 12 months to expiry, 11 Dec 2091',
    'Expires unless the Parties agree to renew: 11 Dec 2091, art. XII',
  ]);
  expect(plan.standing.decision).toEqual({ question: 'expiry', due: '2091-12-11', sendBy: null });
  await today('2092-01-10');
  expect((await service.planWhen('ganges', p => p.over)).standing.status).toBe('expired');
  expect((await acts()).filter(a => /remind|decision|expiry/.test(a))).toEqual([
    '2090-12-11 performed remind expiryAhead',
    '2091-11-11 performed remind expiryAhead',
    '2091-12-12 performed announce expiry',
    '2091-12-12 performed enter decisionOutcome',
  ]);
});

it('an expiring agreement sleeps for at most nine years although it ends in thirty, since a server silently cuts longer timers', async () => {
  await open();
  const { events } = await service.handle('ganges').fetchHistory();
  const seconds = (events ?? []).flatMap(e => Number(e.timerStartedEventAttributes?.startToFireTimeout?.seconds ?? []));
  expect([...new Set(seconds.filter(s => s > 0))]).toEqual([longestTimer / 1000]);
});

it('an expiring agreement continues for ten years if the Parties agree on that before the end, and withdraws its reminders', async () => {
  await open();
  await today('2091-01-10');
  await service.enter('ganges', { id: 'r', type: 'renewal.agreed', on: '2091-01-09', length: 'P10Y' });
  await today('2092-01-10');
  const { standing } = await service.plan('ganges');
  expect(standing).toMatchObject({ status: 'inForce', period: { number: 2, lastDay: '2101-12-11' } });
  expect(standing.decision).toEqual({ question: 'expiry', due: '2101-12-11', sendBy: null });
  expect((await acts()).filter(a => /remind|decision|expiry/.test(a))).toEqual([
    '2090-12-11 performed remind expiryAhead',
    '2090-12-11 withdrawn remind expiryAhead',
  ]);
});
