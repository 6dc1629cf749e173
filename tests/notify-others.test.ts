/** Notifications of a plan to other workflows: retried unless the receiver is missing, logged, and left to reconciliation. */
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { beforeEach, expect, it, vi } from 'vitest';
import type { ArmedPlan } from '../workflows/messages.ts';
import { notifyOthers } from '../workflows/notify-others.ts';

/** Temporal's answer to each attempt; the log, and the wait before the next attempt. */
const temporal = vi.hoisted(() => ({ answers: [] as (Error | undefined)[], tries: 0, logged: [] as string[], waited: [] as unknown[] }));
vi.mock('@temporalio/workflow', async original => {
  const answer = async (): Promise<void> => {
    temporal.tries += 1;
    const failure = temporal.answers.shift();
    if (failure) throw failure;
  };
  return {
    ...(await original<object>()),
    getExternalWorkflowHandle: () => ({ signal: answer }),
    startChild: answer,
    sleep: async (milliseconds: number) => void temporal.waited.push(milliseconds),
    log: { error: (message: string) => void temporal.logged.push(message) },
  };
});

const notice = 'notice/kz-az/2030-1';
const plans = {
  signal: { tell: [notice] },
  draft: { drafts: [{ workflowId: notice, draft: {} }] },
} as unknown as Record<'signal' | 'draft', ArmedPlan>;
const full = (): Error => new Error('the limit of signals is reached');

beforeEach(() => Object.assign(temporal, { answers: [], tries: 0, logged: [], waited: [] }));

it.each(['signal', 'draft'] as const)('a %s that fails is logged with its reason and retried until it is accepted', async what => {
  temporal.answers = [full(), full()];
  await Promise.all(notifyOthers(plans[what]));
  expect(temporal).toMatchObject({ tries: 3, waited: [1_000, 4_000] });
  expect(temporal.logged).toEqual(
    Array.from({ length: 2 }, () => `${notice} could not be notified: the limit of signals is reached. servanda tries again.`),
  );
});

it.each(['signal', 'draft'] as const)('a %s that fails three times is left to reconciliation, and the log says so', async what => {
  temporal.answers = [full(), full(), full()];
  await Promise.all(notifyOthers(plans[what]));
  expect(temporal.tries).toBe(3);
  expect(temporal.logged.at(-1)).toMatch(/Reconciliation will notify it\.$/);
});

it.each([
  ['signal', new Error('external workflow execution not found')],
  ['draft', new WorkflowExecutionAlreadyStartedError('it runs', notice, 'notice')],
] as const)('a %s that is not needed is not a failure', async (what, expected) => {
  temporal.answers = [expected];
  await Promise.all(notifyOthers(plans[what]));
  expect(temporal).toMatchObject({ tries: 1, logged: [], waited: [] });
});
