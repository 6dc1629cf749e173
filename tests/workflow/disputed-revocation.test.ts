/**
 * A revocation without the other Party's consent, on the time-skipping server: on the agreement's own reading the notice ends it, and the
 * workflow continues for the reading on which it does not. VCLT art. 68.
 */
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { expect, it } from 'vitest';
import { skipToDay } from '../../testing/time-skipping.ts';
import type { Service } from '../support/service.ts';
import { serviceForEachTest } from '../support/service-for-each-test.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';

let env: TestWorkflowEnvironment;
let service: Service;
serviceForEachTest((e, s) => ([env, service] = [e, s]));

const { id, reading } = testAgreement('disputed');
const desk = { party: 'KZ', recipients: [{ id: 'first', name: 'The first', email: 'first@example.test' }] };
const agreement = testAgreement(id, { desk, reminders: ['P6M'], reading: { ...reading, revocation: 'needsConsent' } });
const today = (day: string): Promise<void> => skipToDay(env, day, ['Asia/Almaty', 'Asia/Baku']);
const acts = async (): Promise<string[]> =>
  (await service.registers.of(true).outbox(id)).map(l => `${l.body.on} ${l.step} ${l.body.kind} ${l.body.what}`);

it('a workflow whose notice was revoked without consent reminds of the next period and runs until the agreement ends on every reading', async () => {
  await today('2061-09-16');
  await service.open(agreement, inForceFrom('2061-09-15'));
  await today('2066-02-02');
  await service.enter(id, { id: 't', type: 'termination.notified', by: 'AZ', received: '2066-02-01' });
  await today('2066-05-02');
  await service.enter(id, { id: 'r', type: 'termination.revoked', by: 'AZ', of: 't', received: '2066-05-01' });

  await today('2066-10-01');
  const ended = await service.planWhen(id, p => p.standing.status === 'terminated');
  expect(ended).toMatchObject({ over: false, standing: { decision: { question: 'renewal', due: '2071-03-14' } } });
  expect(ended.timers.map(t => `${t.name} ${t.day}`)).toContain('periodEndOnOtherReading 2071-09-14');

  await today('2070-10-01');
  await service.planWhen(id, p => p.standing.decision?.due === '2071-03-14');
  expect((await acts()).filter(a => a.includes('remind'))).toContain('2070-08-28 performed remind lastDayForNotice');

  await service.enter(id, { id: 't2', type: 'termination.notified', by: 'AZ', received: '2070-09-30' });
  await today('2071-10-01');
  expect(await service.planWhen(id, p => p.over)).toMatchObject({ timers: [], standing: { status: 'terminated' } });
});
