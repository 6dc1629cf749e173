/** Notices as the register has them, and the way to the workflow that keeps one. For every `notice` command. */
import type { RegisterDossier } from '../../activities/dossier.ts';
import { noticeSteps } from '../../activities/description.ts';
import { zonesOf } from '../../clauses/agreement.ts';
import type { CalendarDate } from '../../clauses/calendar.ts';
import { followed, shownOf, type NoticeShown } from '../../machines/notice/course.ts';
import { foldLedger } from '../../machines/fold-failure.ts';
import type { NoticeDraftGiven, NoticeRequestName, NoticeRequestOf, NoticeStep } from '../../machines/notice/steps.ts';
import type { Weighed } from '../../machines/notice/weighed.ts';
import { weigh } from '../../machines/notice/weighing.ts';
import { BadInput, NotAsAsked } from '../failures.ts';
import { inTime, withService, type Service } from '../service/service.ts';
import { fromRegister, inRegisters, todayOf } from '../source.ts';
import { inWords } from '../updates.ts';
import type { World } from '../world.ts';

/** A notice as it stands today: its steps, and what the law makes of it now. */
export interface OnDesk extends NoticeShown {
  number: string;
  /** Today's weighing: a later correction shows here, also of a notice that is closed. */
  now: Weighed;
  steps: NoticeStep[];
}

export function onDesk(kept: RegisterDossier, number: string, today: CalendarDate): OnDesk {
  const steps = noticeSteps(kept.rows, number);
  if (!steps.length)
    throw new BadInput(`${kept.agreement.id} has no notice ${number}. Those it has: npx servanda notice list ${kept.agreement.id}.`);
  const { agreement, description } = kept;
  const shown = shownOf(followed(steps, today).course, zonesOf(agreement));
  const now = foldLedger(agreement.id, kept.entries, entries => weigh({ agreement, description, entries, today }, shown.notice));
  return { number, ...shown, now, steps };
}

export const numbersOf = ({ rows }: Pick<RegisterDossier, 'rows'>): string[] => [
  ...new Set(rows.flatMap(({ entry }) => (entry.type === 'notice.step' && 'notice' in entry ? [entry.notice] : []))),
];

/** The next free number of the year: `2029-3`. */
export function nextNumber(kept: RegisterDossier, today: CalendarDate): string {
  const year = today.slice(0, 4);
  const taken = new Set(
    kept.rows.flatMap(({ entry }) => (entry.type === 'notice.step' && 'notice' in entry ? [entry.notice] : [entry.id])),
  );
  let n = 1;
  while (taken.has(`${year}-${n}`)) n += 1;
  return `${year}-${n}`;
}

export async function kept(
  world: World,
  home: string | undefined,
  agreement: string,
): Promise<{ kept: RegisterDossier; today: CalendarDate }> {
  const found = await inRegisters(world, home, registers => fromRegister(registers, agreement));
  return { kept: found, today: todayOf(world, found.agreement) };
}

/** Begins a notice, and answers when it is kept. @throws BadInput with all that is missing */
export async function begin(world: World, home: string | undefined, draft: NoticeDraftGiven): Promise<OnDesk> {
  const { noticeWorkflow, noticeWorkflowId, shownNotice } = await import('../../workflows/messages.ts');
  await withService(world, home, async service => {
    const workflowId = noticeWorkflowId(draft.agreement, draft.number);
    const { kind, by } = draft.content;
    const asked = await service.rightTo(draft.draftedBy, workflowId, 'draft', draft);
    const handle = await inTime(service, () =>
      service.client.workflow.start(noticeWorkflow, {
        workflowId,
        taskQueue: service.taskQueue,
        args: [asked],
        staticSummary: `Notice ${draft.number}: ${kind}, by ${by}`,
        workflowIdConflictPolicy: 'FAIL',
        workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
      }),
    ).catch(inUse(draft.number));
    await untilShown(
      service,
      () => handle.query(shownNotice),
      () => handle.describe(),
      () => handle.result(),
    );
  });
  const { kept: after, today } = await kept(world, home, draft.agreement);
  return onDesk(after, draft.number, today);
}

const inUse =
  (number: string) =>
  (cause: unknown): never => {
    if (cause instanceof Error && cause.name === 'WorkflowExecutionAlreadyStartedError')
      throw new BadInput(`${number} is the number of a notice already. Leave --number out, or give another.`);
    throw cause;
  };

/** A query is answered once it is kept; one that was refused has failed. */
export async function untilShown(
  service: Service,
  ask: () => Promise<unknown>,
  describe: () => Promise<{ status: { name: string } }>,
  result: () => Promise<unknown>,
): Promise<void> {
  const { setTimeout: pause } = await import('node:timers/promises');
  for (let asked = 0; asked < 100; asked++) {
    const { status } = await inTime(service, describe);
    if (status.name === 'FAILED') throw await inTime(service, result).then(() => new Error('it failed'), inWords);
    const shown = await inTime(service, ask).catch((cause: unknown) => (cause instanceof NotAsAsked ? Promise.reject(cause) : undefined));
    if (shown) return;
    await pause(100);
  }
  throw new NotAsAsked('It is not kept yet: look at the worker’s log, and repeat the command.');
}

/** Tells a notice something. @throws BadInput when it refuses, with the article or the rule. */
export async function tell<N extends NoticeRequestName>(
  world: World,
  home: string | undefined,
  { agreement, number }: { agreement: string; number: string },
  name: N,
  request: NoticeRequestOf<N>,
): Promise<NoticeShown> {
  const { noticeUpdates, noticeWorkflowId } = await import('../../workflows/messages.ts');
  const { WorkflowNotFoundError } = await import('@temporalio/client');
  return withService(world, home, async service => {
    const handle = service.client.workflow.getHandle(noticeWorkflowId(agreement, number));
    try {
      const asked = await service.rightTo(request.by, handle.workflowId, name, request);
      return await inTime(service, () => handle.executeUpdate<NoticeShown, [unknown]>(noticeUpdates[name].name, { args: [asked] }));
    } catch (cause) {
      if (cause instanceof WorkflowNotFoundError) throw await overOrUnknown(world, home, agreement, number);
      throw await inWords(cause);
    }
  });
}

async function overOrUnknown(world: World, home: string | undefined, agreement: string, number: string): Promise<Error> {
  const { kept: found, today } = await kept(world, home, agreement);
  const { state, closed } = onDesk(found, number, today);
  const { stateInWords } = await import('../../machines/notice/refusals.ts');
  return closed
    ? new BadInput(`Notice ${number} is over: it is ${stateInWords(state)}. Nothing more can be done to it.`)
    : new NotAsAsked(`Notice ${number} is in the register and no workflow keeps it. Start the service again with: npx servanda up.`);
}
