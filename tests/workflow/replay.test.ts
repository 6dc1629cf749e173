/** A workflow in flight survives any release: recorded histories replay, also after a deliberate change of the law. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { beginsEverywhere, date } from '../../clauses/calendar.ts';
import type * as counting from '../../clauses/last-day-for-notice.ts';
import * as messages from '../../workflows/messages.ts';
import { testWorkflowBundle } from '../support/bundle.ts';
import { bundleWorkflows } from '../../worker/bundle.ts';
import { installRuntime } from '../../worker/log.ts';
import { startTimeSkippingEnvironment, testLog } from '../support/servers.ts';
import { startService, type Service } from '../support/service.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';

const law = vi.hoisted(() => ({ changed: false }));
vi.mock('../../clauses/last-day-for-notice.ts', async original => {
  const { lastDayForNotice } = await original<typeof counting>();
  const { before } = await import('../../clauses/calendar.ts');
  const aMonthEarlier: typeof lastDayForNotice = (...args) => before(lastDayForNotice(...args), 'P1M' as never);
  return { lastDayForNotice: (...args: Parameters<typeof lastDayForNotice>) => (law.changed ? aMonthEarlier : lastDayForNotice)(...args) };
});

installRuntime(testLog); // a replay that fails on purpose says nothing

const folder = fileURLToPath(new URL('../histories/', import.meta.url));
const files = readdirSync(folder).filter(name => name.endsWith('.json'));
const recorded = files.map(name => ({
  name,
  ...(JSON.parse(readFileSync(join(folder, name), 'utf8')) as { workflowId: string; history: unknown }),
}));
const countEvents = (history: unknown, type: string): number => JSON.stringify(history).split(`"${type}"`).length - 1;

describe('recorded histories', () => {
  it('have been through all that a keeper does', () => {
    const all = recorded.map(r => r.history);
    for (const type of [
      'TIMER_FIRED',
      'TIMER_CANCELED',
      'WORKFLOW_EXECUTION_UPDATE_COMPLETED',
      'WORKFLOW_EXECUTION_CONTINUED_AS_NEW',
      'WORKFLOW_EXECUTION_COMPLETED',
      'ACTIVITY_TASK_COMPLETED',
    ])
      expect(countEvents(all, `EVENT_TYPE_${type}`), type).toBeGreaterThan(1);
    expect(JSON.stringify(all)).toContain('Refused');
  });

  it.each(recorded)('$name replays on today’s workflows', async ({ history, workflowId }) => {
    const replay = Worker.runReplayHistory({ workflowBundle: await testWorkflowBundle() }, history, workflowId);
    await expect(replay).resolves.toBeUndefined();
  });

  it.each(recorded)('$name does not replay on a keeper that does something else', async ({ history, workflowId }) => {
    const broken = fileURLToPath(new URL('../support/broken-workflows.ts', import.meta.url));
    const replay = Worker.runReplayHistory({ workflowBundle: await testWorkflowBundle(broken) }, history, workflowId);
    await expect(replay).rejects.toThrow(DeterminismViolationError);
  });
});

describe('a change of how the last day for notice is counted', () => {
  let env: TestWorkflowEnvironment;
  let service: Service;

  beforeAll(async () => {
    env = await startTimeSkippingEnvironment();
    service = await startService(env);
  });
  afterAll(async () => {
    await service?.stop();
    await env?.teardown();
  });

  it('touches no agreement’s workflow: its code holds neither the fold nor a machine', async () => {
    const code = await bundleWorkflows(fileURLToPath(new URL('../../workflows/agreement.ts', import.meta.url)));
    expect(code).toContain('is not a Party to this agreement'); // what a validator needs is there
    expect(code).not.toContain('createStateConfig');
    expect(code).not.toContain('the day itself is in time');
  });

  it('moves the timers of a running agreement at the next replan, which says the dates', async () => {
    await env.sleep(beginsEverywhere(date('2062-01-01'), ['Asia/Almaty', 'Asia/Baku']) - (await env.currentTimeMs()));
    const a = testAgreement('flipped');
    const handle = await service.open(a, inForceFrom('2021-03-10'));
    const before = (await service.plan(a.id)).timers;
    expect(before.map(t => t.summary)).toContain('Last day for notice 9 Sep 2065, art. 13');
    expect(await handle.executeUpdate(messages.replan, { args: [{ by: 'test' }] })).toMatchObject({ changed: [] });

    law.changed = true;
    const answer = await handle.executeUpdate(messages.replan, { args: [{ by: 'test' }] });
    law.changed = false;
    expect(answer.changed).toEqual(['last day for notice: 2065-09-09 → 2065-08-09']);
    const after = (await service.plan(a.id)).timers;
    expect(after.map(t => t.summary)).toContain('Last day for notice 9 Aug 2065, art. 13');
    const { events } = await handle.fetchHistory();
    expect(events!.filter(e => e.timerCanceledEventAttributes)).toHaveLength(3); // the last day, the safe day and the reminder before them
    expect(events!.filter(e => e.timerStartedEventAttributes)).toHaveLength(before.length + 3);
    await Worker.runReplayHistory({ workflowBundle: await testWorkflowBundle() }, await handle.fetchHistory(), handle.workflowId);
  });
});
