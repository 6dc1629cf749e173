/** Notices and protocols as workflows on the time-skipping server: from the draft on a desk to the fact in law. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addDays, beginsEverywhere, date, legalToday, type CalendarDate } from '../../clauses/calendar.ts';
import type { NoticeRequestName } from '../../machines/notice-steps.ts';
import type { ProtocolRequestName } from '../../machines/protocol-steps.ts';
import * as messages from '../../workflows/messages.ts';
import { startTimeSkippingEnvironment } from '../support/servers.ts';
import { refusalOf, startService, type Service } from '../support/service.ts';
import { testAgreement } from '../support/test-agreement.ts';

const zones = ['Asia/Almaty', 'Asia/Baku'];
let env: Awaited<ReturnType<typeof startTimeSkippingEnvironment>>;
let service: Service;
beforeEach(async () => {
  env = await startTimeSkippingEnvironment();
  service = await startService(env);
});
afterEach(async () => {
  await service.stop();
  await env.teardown();
});

const agreement = testAgreement('papers', { reminders: ['P6M'] });
const { id } = agreement;

/** Lets time pass to noon of a day at Baku. */
const come = async (day: string): Promise<void> => {
  await env.sleep(beginsEverywhere(date(day), zones) + 8 * 3_600_000 - (await env.currentTimeMs()));
};
const today = async (): Promise<CalendarDate> => legalToday(await env.currentTimeMs(), zones);

const draft = (number: string, content: object, more: object = {}) =>
  service.client.workflow.start(messages.noticeWorkflow, {
    workflowId: messages.noticeWorkflowId(id, number),
    taskQueue: 'test',
    args: [{ agreement: id, number, content, draftedBy: 'drafter', ...more }],
  });
const tell = (number: string, name: NoticeRequestName, request: object): Promise<messages.NoticeShown> =>
  service.client.workflow
    .getHandle(messages.noticeWorkflowId(id, number))
    .executeUpdate(messages.noticeUpdates[name] as typeof messages.noticeUpdates.approve, { args: [request as { by: string }] });
const tellProtocol = (protocol: string, name: ProtocolRequestName, request: object): Promise<messages.ProtocolShown> =>
  service.client.workflow
    .getHandle(messages.protocolWorkflowId(id, protocol))
    .executeUpdate(messages.protocolUpdates[name] as typeof messages.protocolUpdates.abandon, { args: [request as never] });
const facts = async (): Promise<string[]> =>
  (await service.registers.of(true).rows(id)).map(r => r.entry.type).filter(t => !/step$|described/.test(t));

/** Ours, all the way: drafted, approved by another, dispatched and received a week later. */
async function sent(number: string, content: object): Promise<messages.NoticeShown> {
  await draft(number, content);
  await tell(number, 'approve', { by: 'approver' });
  await tell(number, 'dispatch', { by: 'clerk', on: await today() });
  await come(addDays(await today(), 7));
  return tell(number, 'receive', { by: 'clerk', received: await today(), evidence: 'note of receipt' });
}

it('the whole story: entry into force, a protocol from five years to three, a notice revoked, and one that ends it', async () => {
  await come('2061-01-01');
  await service.open(agreement, [{ id: 's', type: 'signed', on: '2060-12-01' }]);

  const first = await sent('2061-1', { kind: 'completion', by: 'KZ' });
  expect(first).toMatchObject({ state: 'inEffect', closed: true, notice: { weighed: { words: expect.stringContaining('not before') } } });
  await come('2061-03-10');
  await draft('2061-2', { kind: 'completion', by: 'AZ' }, { direction: 'theirs', arrival: { received: '2061-03-10' } });
  const second = await tell('2061-2', 'accept', { by: 'examiner' });
  expect(second.notice.weighed.words).toContain('10 Mar 2061');
  expect((await service.plan(id)).standing).toMatchObject({ status: 'inForce', period: { lastDay: '2066-03-09' } });

  await service.client.workflow.start(messages.protocolWorkflow, {
    workflowId: messages.protocolWorkflowId(id, 'p1'),
    taskQueue: 'test',
    args: [
      {
        agreement: id,
        protocol: 'p1',
        by: 'officer',
        changes: { periodLength: 'P3Y', appliesTo: 'runningPeriod' },
        proposal: { by: 'KZ', received: '2061-03-10' },
      },
    ],
  });
  await come('2062-01-10');
  expect(await refusalOf(tellProtocol('p1', 'sign', { by: 'officer', on: '2062-01-10' }))).toMatchObject({ basis: 'VCLT art. 10' });
  await tellProtocol('p1', 'agree', { by: 'officer', on: '2062-01-09' });
  expect((await tellProtocol('p1', 'sign', { by: 'officer', on: '2062-01-10', place: 'Baku' })).missing).toContain('KZ and AZ');
  await sent('2062-1', { kind: 'protocolCompletion', protocol: 'p1', by: 'KZ' });
  await draft(
    '2062-2',
    { kind: 'protocolCompletion', protocol: 'p1', by: 'AZ' },
    { direction: 'theirs', arrival: { received: await today() } },
  );
  expect((await tell('2062-2', 'accept', { by: 'examiner' })).notice.weighed.words).toContain('17 Jan 2062');
  expect((await service.planWhen(id, p => p.standing.period?.lastDay === '2064-03-09')).standing.status).toBe('inForce');
  const p1 = await service.client.workflow.getHandle(messages.protocolWorkflowId(id, 'p1')).result();
  expect(p1).toMatchObject({ state: 'inForce', closed: true });

  await come('2063-01-10');
  const notice = await sent('2063-1', { kind: 'termination', by: 'KZ' });
  expect(notice).toMatchObject({
    state: 'received',
    notice: { weighed: { verdict: 'running', inTime: 'yes', lastDayInForce: '2063-07-16' } },
  });
  expect((await service.plan(id)).underNotice).toBe(true);
  await sent('2063-2', { kind: 'revocation', of: '2063-1', by: 'KZ' });
  expect(await service.client.workflow.getHandle(messages.noticeWorkflowId(id, '2063-1')).result()).toMatchObject({ state: 'revoked' });
  expect((await service.plan(id)).underNotice).toBe(false);

  await come('2063-03-01');
  await sent('2063-3', { kind: 'termination', by: 'KZ' });
  await come('2063-09-20');
  expect((await service.planWhen(id, p => p.over)).standing).toMatchObject({ status: 'terminated', lastDayInForce: '2063-09-07' });
  expect(await service.client.workflow.getHandle(messages.noticeWorkflowId(id, '2063-3')).result()).toMatchObject({ state: 'inEffect' });
  expect(await facts()).toEqual([
    'signed',
    'completion.notified',
    'completion.notified',
    'protocol.proposed',
    'protocol.agreed',
    'protocol.signed',
    'protocol.completion.notified',
    'protocol.completion.notified',
    'termination.notified',
    'termination.revoked',
    'termination.notified',
  ]);
  expect(await service.registers.of(true).verify(id)).toMatchObject({ sound: true });
});
