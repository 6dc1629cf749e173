/** Notices and protocols of one agreement as an officer handles them, against a test service. */
import { setTimeout as pause } from 'node:timers/promises';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { Client } from '@temporalio/client';
import { addDays, beginsEverywhere, date, legalToday, type CalendarDate } from '../../clauses/calendar.ts';
import type { NoticeRequestName } from '../../machines/notice/steps.ts';
import type { ProtocolRequestName } from '../../machines/protocol/steps.ts';
import * as messages from '../../workflows/messages.ts';

const zones = ['Asia/Almaty', 'Asia/Baku'];

/** The time of the test server, which skips it. */
export const clockOf = (env: TestWorkflowEnvironment) => ({
  /** Advances time to noon of a day in Baku. */
  come: async (day: string): Promise<void> => {
    await env.sleep(beginsEverywhere(date(day), zones) + 8 * 3_600_000 - (await env.currentTimeMs()));
  },
  today: async (): Promise<CalendarDate> => legalToday(await env.currentTimeMs(), zones),
});

/** Retries: a notice queried before its first step is recorded returns a failure. */
async function onceOpened<T>(ask: () => Promise<T>, tries = 100): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    if (!tries || !(cause instanceof Error) || !String(cause.cause).includes('is being opened')) throw cause;
  }
  await pause(100);
  return onceOpened(ask, tries - 1);
}

/** `taskQueue`: of the worker that runs them. */
export function deskFor(client: Client, agreement: string, taskQueue = 'test') {
  const handle = (number: string) => client.workflow.getHandle(messages.noticeWorkflowId(agreement, number));
  return {
    draft: (number: string, content: object, more: object = {}) =>
      client.workflow.start(messages.noticeWorkflow, {
        workflowId: messages.noticeWorkflowId(agreement, number),
        taskQueue,
        args: [{ agreement, number, content, draftedBy: 'drafter', ...more }],
      }),
    tell: (number: string, name: NoticeRequestName, request: object): Promise<messages.NoticeShown> =>
      handle(number).executeUpdate(messages.noticeUpdates[name] as typeof messages.noticeUpdates.approve, {
        args: [request as { by: string }],
      }),
    shown: (number: string): Promise<messages.NoticeShown> => onceOpened(() => handle(number).query(messages.noticeStatus)),
    /** The result of a notice that is over. */
    result: (number: string): Promise<messages.NoticeShown> => handle(number).result() as Promise<messages.NoticeShown>,
    updateProtocol: (protocol: string, name: ProtocolRequestName, request: object): Promise<messages.ProtocolShown> =>
      client.workflow
        .getHandle(messages.protocolWorkflowId(agreement, protocol))
        .executeUpdate(messages.protocolUpdates[name] as typeof messages.protocolUpdates.abandon, { args: [request as never] }),
  };
}

/** Our own notice, all the way: drafted, approved by another person, dispatched, and received a week later. */
export async function sent(
  { draft, tell }: ReturnType<typeof deskFor>,
  { come, today }: ReturnType<typeof clockOf>,
  number: string,
  content: object,
): Promise<messages.NoticeShown> {
  await draft(number, content);
  await tell(number, 'approve', { by: 'approver' });
  await tell(number, 'dispatch', { by: 'clerk', on: await today() });
  await come(addDays(await today(), 7));
  return tell(number, 'confirmReceipt', { by: 'clerk', received: await today(), evidence: 'note of receipt' });
}
