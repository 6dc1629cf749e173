/**
 * A real agreement that a notice ends only with a calendar year, rehearsed on the time-skipping server: its recurring last day for notice.
 */
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { expect, it } from 'vitest';
import { agreementFile } from '../../agreements/find.ts';
import { loadAgreement } from '../../agreements/load.ts';
import { skipToDay } from '../../testing/time-skipping.ts';
import type { Service } from '../support/service.ts';
import { serviceForEachTest } from '../support/service-for-each-test.ts';

let env: TestWorkflowEnvironment;
let service: Service;
serviceForEachTest((e, s) => ([env, service] = [e, s]));

const today = (day: string): Promise<void> => skipToDay(env, day, ['Europe/Zurich', 'Europe/Vienna']);

it('an agreement that can end on fixed days waits for the last day of each year, and a later notice ends it the year after', async () => {
  const { agreement } = loadAgreement(agreementFile('ch-at-1958-road-traffic'));
  await today('2061-02-01');
  await service.open({ ...agreement, id: 'road-traffic', rehearsal: true }, [
    { id: 's', type: 'signed', on: '2060-10-22' },
    { id: 'x', type: 'instruments.exchanged', on: '2061-01-04' },
  ]);
  const next = async (): Promise<string[]> => (await service.plan('road-traffic')).timers.map(t => t.summary);
  expect(await next()).toEqual([
    'Send by 16 Sep 2061 to arrive by 30 Sep 2061',
    'Last day for notice to end it on 31 Dec 2061: 30 Sep 2061, art. 14(2)',
  ]);
  await today('2063-10-05');
  await service.planWhen('road-traffic', p => p.timers.at(-1)!.day === '2064-09-30');
  await service.enter('road-traffic', { id: 't', type: 'termination.notified', by: 'AT', received: '2063-10-04' });
  expect((await service.plan('road-traffic')).standing).toMatchObject({ status: 'inForce', lastDayInForce: '2064-12-31' });
  await today('2065-01-02');
  expect((await service.planWhen('road-traffic', p => p.over)).standing.status).toBe('terminated');
});
