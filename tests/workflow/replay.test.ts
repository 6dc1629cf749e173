/** A running workflow survives any release: recorded histories replay, even after a deliberate change of the law. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker, type WorkflowBundleOption } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import type { AnyStateMachine } from 'xstate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { beginsEverywhere, date } from '../../clauses/calendar.ts';
import type * as counting from '../../clauses/last-day-for-notice.ts';
import { forgetRuns } from '../../machines/fold-runs.ts';
import { machines } from '../../machines/index.ts';
import { waitIn } from '../../machines/protocol/desk.ts';
import { waits } from '../../machines/waits.ts';
import * as messages from '../../workflows/messages.ts';
import { testWorkflowBundle } from '../support/bundle.ts';
import { flippedBundle, type Flip } from '../support/flipped.ts';
import { clockOf, deskFor } from '../support/notices-and-protocols.ts';
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

installRuntime(testLog); // a deliberately failing replay logs nothing

const folder = fileURLToPath(new URL('../histories/', import.meta.url));
const files = readdirSync(folder).filter(name => name.endsWith('.json'));
const recorded = files.map(name => ({
  name,
  ...(JSON.parse(readFileSync(join(folder, name), 'utf8')) as { workflowId: string; history: unknown }),
}));

/** One after another on one worker, since each worker loads the bundle again; failures are returned by file name. */
async function replayAll(workflowBundle: WorkflowBundleOption): Promise<ReadonlyMap<string, Error | undefined>> {
  const broke: (Error | undefined)[] = [];
  for await (const { error } of Worker.runReplayHistories({ workflowBundle }, recorded)) broke.push(error);
  expect(broke).toHaveLength(recorded.length);
  return new Map(recorded.map(({ name }, n) => [name, broke[n]]));
}

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
};
const onToday = once(async () => replayAll(await testWorkflowBundle()));
const onBroken = once(async () =>
  replayAll(await testWorkflowBundle(fileURLToPath(new URL('../support/broken-workflows.ts', import.meta.url)))),
);

const countEvents = (history: unknown, type: string): number => JSON.stringify(history).split(`"${type}"`).length - 1;

describe('recorded histories', () => {
  it('cover everything that an agreement’s workflow does', () => {
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

  it.each(recorded)('include $name, which replays on today’s workflows', async ({ name }) => {
    expect((await onToday()).get(name)).toBeUndefined();
  });

  it.each(recorded)('include $name, which does not replay on a workflow that does something else', async ({ name }) => {
    expect((await onBroken()).get(name)).toBeInstanceOf(DeterminismViolationError);
  });
});

/** Every JSON payload of a history: arguments, results, answers. */
function* payloadsIn(value: unknown): Generator {
  if (typeof value !== 'object' || value === null) return;
  const { data } = value as { data?: unknown };
  if (typeof data === 'string') yield JSON.parse(Buffer.from(data, 'base64').toString() || 'null');
  else for (const inner of Object.values(value)) yield* payloadsIn(inner);
}

interface Shown {
  state: string;
  timers: { name: string; summary: string }[];
}
const plansIn = (history: unknown): Shown[] =>
  [...payloadsIn(history)].flatMap(p => {
    const { shown } = (p ?? {}) as { shown?: Shown };
    return shown ? [shown] : [];
  });

/** The summaries of the timers that fired. */
function firedIn(history: unknown): string[] {
  const { events } = history as { events: Record<string, { timerId?: string }>[] };
  const fired = events.flatMap(e => e['timerFiredEventAttributes']?.timerId ?? []);
  return events
    .filter(e => fired.includes(e['timerStartedEventAttributes']?.timerId ?? 'none'))
    .map(e => String([...payloadsIn(e['userMetadata'])][0]));
}

const ofKind = (kind: string) => recorded.filter(({ workflowId }) => workflowId.startsWith(`${kind}/`)).map(({ history }) => history);

describe('recorded histories of notices and protocols', () => {
  const delaysOf = (machine: AnyStateMachine): string[] => Object.keys(machine.implementations.delays).toSorted();
  const firedNames = (histories: unknown[]): string[] => {
    const fired = new Set(histories.flatMap(firedIn));
    const timers = histories.flatMap(plansIn).flatMap(({ timers }) => timers);
    return [...new Set(timers.filter(t => fired.has(t.summary)).map(t => t.name))].toSorted();
  };
  const states = (kind: string): string[] =>
    [
      ...new Set(
        ofKind(kind)
          .flatMap(plansIn)
          .map(({ state }) => state),
      ),
    ].toSorted();

  it('cover every state of a notice, and everything that its machine waits for', () => {
    const every = ['approved', 'defective', 'dispatched', 'drafted', 'examination', 'inEffect', 'recalled', 'received', 'returned'];
    expect(states('notice')).toEqual([...every, 'revoked', 'withoutEffect']);
    expect(firedNames(ofKind('notice'))).toEqual(delaysOf(machines.notice));
  });

  it('cover every state of a protocol, and everything that its desk waits for', () => {
    expect(states('protocol')).toEqual(['abandoned', 'agreed', 'inForce', 'neverOperates', 'proposed', 'signed']);
    expect(firedNames(ofKind('protocol'))).toEqual(Object.values(waitIn).toSorted());
  });

  it('include a continue-as-new, a draft by a decision, and a letter that was given up', () => {
    for (const kind of ['notice', 'protocol'])
      expect(countEvents(ofKind(kind), 'EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW'), kind).toBeGreaterThan(0);
    expect(ofKind('notice').filter(h => JSON.stringify(h).includes('"parentWorkflowExecution"'))).toHaveLength(1);
    expect(ofKind('delivery').filter(h => JSON.stringify(h).includes('Undeliverable'))).toHaveLength(1);
  });
});

describe('no recorded history is broken by a change to', () => {
  const ofWaits = Object.entries(waits).map(([name, length]): [string, Flip] => [
    `how long is waited: ${name}`,
    { file: 'machines/waits.ts', from: `${name}: length.parse('${length}')`, to: `${name}: length.parse('P11D')` },
  ]);
  const ofLaw: [string, Flip] = [
    'how the last day for notice is counted',
    {
      file: 'clauses/last-day-for-notice.ts',
      from: 'let day = before(end, noticeBefore);',
      to: 'let day = dayBefore(before(end, noticeBefore));',
    },
  ];

  it('a file of which the workflow bundle contains something, and the change is in the bundle', async () => {
    const flipped = await flippedBundle({ file: 'machines/limits.ts', from: 'const deepest = 30;', to: 'const deepest = 31;' });
    expect(flipped?.code).toContain('const deepest = 31;');
  });

  it.each([...ofWaits, ofLaw])('%s', async (_, flip) => {
    const flipped = await flippedBundle(flip);
    // a bundle without it is today's
    const broke = await (flipped ? replayAll(flipped) : onToday());
    expect([...broke.values()].filter(Boolean)).toEqual([]);
  });
});

describe('changing how long before the send-by day warnings are given', () => {
  it('moves the warning of a notice in progress at its next step, and breaks none of it', async () => {
    const env = await startTimeSkippingEnvironment();
    const service = await startService(env);
    const before = waits.firstSendByWarning;
    try {
      const a = testAgreement('in-flight', { transit: 'P21D', desk: { party: 'KZ' } });
      const desk = deskFor(service.client, a.id);
      await clockOf(env).come('2064-08-01'); // eighteen days before its send-by day
      await service.open(a, inForceFrom('2060-03-10'));
      const handle = await desk.draft('1', { kind: 'termination', by: 'KZ' });
      const first = async () => (await desk.shown('1')).timers[0]!.summary;
      expect(await first()).toBe('Warning 5 Aug 2064: send by 19 Aug 2064');
      waits.firstSendByWarning = 'P10D' as typeof before;
      await desk.tell('1', 'approve', { by: 'approver' });
      expect(await first()).toBe('Warning 9 Aug 2064: send by 19 Aug 2064');
      await clockOf(env).come('2064-08-10');
      const outbox = await service.registers.of(true).outbox(a.id);
      expect(outbox.map(l => l.body as { what: string; on: string }).filter(act => act.what === 'sendBy')).toMatchObject([
        { on: '2064-08-09' },
      ]);
      await Worker.runReplayHistory({ workflowBundle: await testWorkflowBundle() }, await handle.fetchHistory(), handle.workflowId);
    } finally {
      waits.firstSendByWarning = before;
      await service.stop();
      await env.teardown();
    }
  });
});

describe('changing how the last day for notice is counted', () => {
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

  it('moves the timers of a running agreement at the next replan, which reports the dates', async () => {
    await env.sleep(beginsEverywhere(date('2062-01-01'), ['Asia/Almaty', 'Asia/Baku']) - (await env.currentTimeMs()));
    const a = testAgreement('flipped');
    const handle = await service.open(a, inForceFrom('2021-03-10'));
    const before = (await service.plan(a.id)).timers;
    expect(before.map(t => t.summary)).toContain('Last day for notice: 9 Sep 2065, art. 13');
    expect(await handle.executeUpdate(messages.replan, { args: [{ by: 'test' }] })).toMatchObject({ changed: [] });

    law.changed = true;
    forgetRuns();
    const answer = await handle.executeUpdate(messages.replan, { args: [{ by: 'test' }] });
    law.changed = false;
    forgetRuns();
    expect(answer.changed).toEqual([{ what: 'lastDayForNotice', before: '2065-09-09', after: '2065-08-09' }]);
    const after = (await service.plan(a.id)).timers;
    expect(after.map(t => t.summary)).toContain('Last day for notice: 9 Aug 2065, art. 13');
    const { events } = await handle.fetchHistory();
    expect(events!.filter(e => e.timerCanceledEventAttributes)).toHaveLength(3); // the last day, the safe day and the reminder before them
    expect(events!.filter(e => e.timerStartedEventAttributes)).toHaveLength(before.length + 3);
    await Worker.runReplayHistory({ workflowBundle: await testWorkflowBundle() }, await handle.fetchHistory(), handle.workflowId);
  });
});
