/** A ledger that can't be folded refuses the current request, holds up nothing else, and is revived by a strike. */
import { setTimeout as pause } from 'node:timers/promises';
import type { WorkflowHandle } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { expect, it } from 'vitest';
import { date, legalToday } from '../../clauses/calendar.ts';
import type { Line } from '../../register/types.ts';
import {
  noticeWorkflow,
  noticeWorkflowId,
  noticeUpdates,
  noticeStatus,
  protocolWorkflow,
  protocolWorkflowId,
  protocolUpdates,
} from '../../workflows/messages.ts';
import { refusalOf, type Service } from '../support/service.ts';
import { serviceForEachTest } from '../support/service-for-each-test.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';
import { enter } from '../support/enter.ts';

let env: TestWorkflowEnvironment;
let service: Service;
serviceForEachTest((e, s) => ([env, service] = [e, s]));

async function untilAnswered(paper: WorkflowHandle): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await paper.query(noticeStatus).catch(() => undefined)) return;
    await pause(50);
  }
}

const agreement = testAgreement('poisoned');
const id = agreement.id;

/** A line that no input accepts, put into the register directly: one of its dates is invalid. */
const bad = (entry: string): Line =>
  ({ id: entry, type: 'termination.notified', by: 'AZ', received: '2025-13-45', recorded: '2025-06-01' }) as unknown as Line;
async function put(...entries: Line[]): Promise<void> {
  const register = await service.registers.open(id, true);
  for (const entry of entries) await enter(register, id, entry, { by: 'nobody', at: Date.now() });
}
const ids = async (): Promise<string[]> => (await (await service.registers.open(id, true)).rows(id)).map(r => r.entry.id);
const strike = (of: string) => ({ id: `k-${of}`, type: 'struck', of, recorded: '2026-01-02', reason: 'never received' });
const fact = { id: 'x', type: 'suspension.agreed', on: '2025-07-01' };

it('an agreement refuses a fact while its register can’t be folded, names the entry at fault, and continues once that is struck', async () => {
  const other = testAgreement('beside-it');
  await service.open(agreement, inForceFrom('2021-03-10'));
  await service.open(other, inForceFrom('2021-03-10'));
  await put(bad('b1'));

  const refused = await refusalOf(service.enter(id, fact));
  expect(refused).toMatchObject({ refused: 'notFolded' });
  expect(refused.message).toMatch(
    /^poisoned can’t be folded: .* The cause is the entry b1\. Remove it \(in a register: npx servanda strike poisoned b1 --reason "…"\)/,
  );
  expect(await ids()).not.toContain('x');
  expect((await service.enter(other.id, fact)).entry.id).toBe('x');

  const answer = await service.enter(id, strike('b1'));
  expect(answer).toMatchObject({ entry: { id: 'k-b1' }, standing: { status: 'inForce' } });
  expect((await service.enter(id, { ...fact, id: 'y' })).standing.status).toBe('suspended');
});

it('an agreement keeps its plan if a timer fires while the register can’t be folded, and folds again after the strike', async () => {
  const run = await service.open(agreement, inForceFrom('2021-03-10'));
  const [next] = (await service.plan(id)).timers;
  await put(bad('b1'));
  await env.sleep(next!.at + 3_600_000 - (await env.currentTimeMs()));
  expect((await run.describe()).status.name).toBe('RUNNING');
  const today = legalToday(await env.currentTimeMs(), ['Asia/Almaty', 'Asia/Baku']);
  expect((await service.plan(id)).asOf < today).toBe(true);
  await service.enter(id, { ...strike('b1'), recorded: today });
  expect((await service.planWhen(id, p => p.asOf === today)).standing.status).toBe('inForce');
  expect(next!.day <= today).toBe(true);
});

it('an agreement without a running workflow is revived by strikes, one bad entry after the other', async () => {
  const run = await service.open(agreement, inForceFrom('2021-03-10'));
  await run.terminate('lost');
  await put(bad('b1'), bad('b2'));
  const first = await refusalOf(service.enter(id, strike('b1')));
  expect(first.message).toMatch(/^k-b1 was entered, line 7\. poisoned can’t be folded: .* The cause is the entry b2\./);
  await expect(service.handle(id).query('plan')).rejects.toThrow(/poisoned can’t be folded/);
  expect((await service.enter(id, strike('b2'))).standing.status).toBe('inForce');
  expect(await ids()).toEqual(['description-1', 's', 'n1', 'n2', 'b1', 'b2', 'k-b1', 'k-b2']);
});

it('an agreement beyond the budget of an answer is revived by one strike after the other, even without a running workflow', async () => {
  const run = await service.open(agreement, inForceFrom('2021-03-10'));
  await run.terminate('lost');
  const register = await service.registers.open(id, true);
  const notes = Array.from({ length: 1_999 }, (_, i) => ({ id: `f${i}`, type: 'note.received', by: 'AZ', received: '2022-01-01' }));
  await register.transact(id, t => t.append(notes as unknown as Line[], { by: 'nobody', at: Date.now() }));
  const first = await refusalOf(service.enter(id, strike('f0')));
  expect(first.message).toMatch(/^k-f0 was entered, line 2,004\. It has 2,001 facts, more than any agreement does/);
  expect(first.refused).toBe('notFolded');
  await expect(service.handle(id).query('plan')).rejects.toThrow(/It has 2,00[12] facts/);
  const refused = await refusalOf(service.enter(id, fact));
  expect(refused.message).toMatch(/^It has 2,001 facts/);
  expect(await ids()).not.toContain('x');
  expect((await service.enter(id, strike('f1'))).standing.status).toBe('inForce');
});

it('a notice and a protocol in progress refuse requests in the meantime, keep running, and accept them afterwards', async () => {
  await service.open(agreement, inForceFrom('2021-03-10'));
  const start = (type: string, workflowId: string, args: object) =>
    service.client.workflow.start(type, { workflowId, taskQueue: 'test', args: [{ agreement: id, ...args }] });
  const notice = await start(noticeWorkflow, noticeWorkflowId(id, '2026-1'), {
    number: '2026-1',
    content: { kind: 'termination', by: 'KZ' },
    draftedBy: 'desk',
  });
  const protocol = await start(protocolWorkflow, protocolWorkflowId(id, 'constructor'), {
    protocol: 'constructor',
    by: 'desk',
    proposal: { by: 'AZ', received: '2025-02-01' },
  });
  const approve = () => notice.executeUpdate(noticeUpdates.approve.name, { args: [{ by: 'head' }] });
  const agree = () => protocol.executeUpdate(protocolUpdates.agree.name, { args: [{ by: 'desk', on: '2025-03-01' }] });
  await untilAnswered(protocol);
  await untilAnswered(notice);

  await put(bad('b1'));
  expect((await refusalOf(approve())).refused).toBe('notFolded');
  expect((await refusalOf(agree())).refused).toBe('notFolded');
  for (const paper of [notice, protocol]) {
    await paper.signal('recheck');
    expect((await paper.describe()).status.name).toBe('RUNNING');
  }
  await service.enter(id, strike('b1'));
  expect(await approve()).toMatchObject({ state: 'approved' });
  expect(await agree()).toMatchObject({ state: 'agreed' });
  expect(await notice.query(noticeStatus)).toMatchObject({ state: 'approved' });
});

it('an entry that would make the fold endless is refused at opening or recording, and never written', async () => {
  const monthly = testAgreement('monthly', {
    clauses: {
      ...agreement.clauses,
      duration: { kind: 'periods', article: 'art. 13', first: 'P1M', renewal: { kind: 'automatic', length: 'P1M' }, noticeBefore: 'P7D' },
    },
  });
  const [signed, first, last] = inForceFrom('1600-03-10');
  await service.open(monthly, [signed, first]);
  const refused = await refusalOf(service.enter(monthly.id, last as { id: string; type: string }));
  expect(refused.message).toMatch(/^With n2, monthly can’t be folded: By .* it has taken 6,000 steps .* Nothing was written\.$/);
  expect(
    (await service.enter(monthly.id, { ...last!, id: 'n3', type: 'completion.notified', received: '2026-01-10' })).standing.status,
  ).toBe('inForce');

  const never = testAgreement('never', { clauses: monthly.clauses });
  const run = await service.client.workflow.start('agreement', {
    workflowId: 'agreement/never',
    taskQueue: 'test',
    args: [{ agreement: never.id, rehearsal: true, open: { description: never, facts: inForceFrom('1600-03-10'), by: 'test' } }],
  });
  await expect(run.result()).rejects.toThrow('Workflow execution failed');
  expect((await run.describe()).status.name).toBe('FAILED');
  expect(await (await service.registers.open(never.id, true)).rows(never.id)).toEqual([]);
});

it('endless notices and revocations are refused at opening or recording, and never written', async () => {
  const pairs = (n: number) =>
    Array.from({ length: n }, (_, i) => {
      const received = date(new Date(Date.UTC(2022, 0, 1) + i * 86_400_000).toISOString().slice(0, 10));
      return [
        { id: `t${i}`, type: 'termination.notified', by: 'AZ', received },
        { id: `r${i}`, type: 'termination.revoked', by: 'AZ', of: `t${i}`, received },
      ];
    }).flat();
  const many = testAgreement('many');
  const run = await service.client.workflow.start('agreement', {
    workflowId: 'agreement/many',
    taskQueue: 'test',
    args: [
      {
        agreement: many.id,
        rehearsal: true,
        open: { description: many, facts: [...inForceFrom('2021-03-10'), ...pairs(400)], by: 'test' },
      },
    ],
  });
  await expect(run.result()).rejects.toThrow('Workflow execution failed');
  expect(await (await service.registers.open(many.id, true)).rows(many.id)).toEqual([]);

  await service.open(agreement, inForceFrom('2021-03-10'));
  await put(...(pairs(200) as unknown as Line[]));
  const refused = await refusalOf(service.enter(id, { ...fact, on: '2025-07-01' }));
  expect(refused).toMatchObject({ message: expect.stringMatching(/more than any agreement does/) as unknown });
  expect(await ids()).not.toContain(fact.id);
});

it('an unknown agreement fails at once, with its reason', async () => {
  const run = await service.client.workflow.start('agreement', {
    workflowId: 'agreement/nowhere',
    taskQueue: 'test',
    args: [{ agreement: 'nowhere', rehearsal: true }],
  });
  const failure = (await run.result().catch((e: unknown) => e)) as { cause: Error };
  expect(failure.cause.message).toContain('The register has no description of nowhere');
});
