/** Notices as the register has them, and the way to the workflow that keeps one. For every `notice` command. */
import type { RegisterDossier } from '../../dossier/dossier.ts';
import { noticeSteps } from '../../dossier/description.ts';
import { zonesOf } from '../../clauses/agreement.ts';
import type { CalendarDate } from '../../clauses/calendar.ts';
import { followed, shownOf } from '../../machines/notice/course.ts';
import { followsIn, noticeIn } from '../../wording/plan.ts';
import type { NoticeShown } from '../../workflows/messages.ts';
import { foldLedger } from '../../machines/fold-failure.ts';
import type { NoticeDraftGiven, NoticeRequestName, NoticeRequestOf, NoticeStep } from '../../machines/notice/steps.ts';
import type { Weighed } from '../../machines/notice/weighed.ts';
import { weigh } from '../../machines/notice/weighing.ts';
import { BadInput, NotAsAsked } from '../failures.ts';
import { inTime, withService, type Service } from '../service/service.ts';
import { fromRegister, inRegisters, todayOf } from '../source.ts';
import { inWords } from '../updates.ts';
import type { Words } from '../words.ts';
import type { World } from '../world.ts';

/** A notice as it stands today: its steps, and what the law makes of it now. */
export interface OnDesk extends NoticeShown {
  number: string;
  /** Today's weighing, and what follows from it in sentences: a later correction shows here, also of a notice that is closed. */
  now: Weighed;
  steps: NoticeStep[];
}

export function onDesk({ m, say, wording }: Words, kept: RegisterDossier, number: string, today: CalendarDate): OnDesk {
  const steps = noticeSteps(kept.rows, number);
  if (!steps.length) throw new BadInput(say(m.notice.unknown, { agreement: kept.agreement.id, number }));
  const { agreement, description } = kept;
  const shown = noticeIn(shownOf(followed(steps, today).course, zonesOf(agreement)), wording);
  const now = foldLedger(agreement.id, kept.entries, entries => weigh({ agreement, description, entries, today }, shown.notice));
  return { number, ...shown, outcome: followsIn(now.follows, wording), now, steps };
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
  const found = await inRegisters(world, home, registers => fromRegister(world.words, registers, agreement));
  return { kept: found, today: todayOf(world, found.agreement) };
}

/** Begins a notice, and answers when it is kept. @throws BadInput with all that is missing */
export async function begin(world: World, home: string | undefined, draft: NoticeDraftGiven): Promise<OnDesk> {
  const { noticeWorkflow, noticeWorkflowId, shownNotice } = await import('../../workflows/messages.ts');
  await withService(world, home, async service => {
    const workflowId = noticeWorkflowId(draft.agreement, draft.number);
    const { kind, by } = draft.content;
    const asked = await service.rightTo(draft.draftedBy, workflowId, 'draft', draft);
    const handle = await inTime(world, service, () =>
      service.client.workflow.start(noticeWorkflow, {
        workflowId,
        taskQueue: service.taskQueue,
        args: [asked],
        staticSummary: `Notice ${draft.number}: ${kind}, by ${by}`,
        workflowIdConflictPolicy: 'FAIL',
        workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
      }),
    ).catch(inUse(world.words, draft.number));
    await untilShown(
      world,
      service,
      () => handle.query(shownNotice),
      workflowId,
      () => handle.result(),
    );
  });
  const { kept: after, today } = await kept(world, home, draft.agreement);
  return onDesk(world.words, after, draft.number, today);
}

const inUse =
  ({ m, say }: Words, number: string) =>
  (cause: unknown): never => {
    if (cause instanceof Error && cause.name === 'WorkflowExecutionAlreadyStartedError')
      throw new BadInput(say(m.notice.inUse, { number }));
    throw cause;
  };

/** A query is answered once it is kept; one that was refused has failed. */
export async function untilShown(
  world: World,
  service: Service,
  ask: () => Promise<unknown>,
  workflowId: string,
  result: () => Promise<unknown>,
): Promise<void> {
  const { setTimeout: pause } = await import('node:timers/promises');
  const { describedBy } = await import('../../reconciliation/described.ts');
  for (let asked = 0; asked < 100; asked++) {
    const described = await inTime(world, service, () => describedBy(service.client, workflowId));
    if (described?.hasFailed) throw await inTime(world, service, result).then(() => new Error('it failed'), inWords(world.words));
    const shown = await inTime(world, service, ask).catch((cause: unknown) =>
      cause instanceof NotAsAsked ? Promise.reject(cause) : undefined,
    );
    if (shown) return;
    await pause(100);
  }
  throw new NotAsAsked(world.words.m.notice.notKept);
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
      return await inTime(world, service, () => handle.executeUpdate<NoticeShown, [unknown]>(noticeUpdates[name].name, { args: [asked] }));
    } catch (cause) {
      if (cause instanceof WorkflowNotFoundError) throw await overOrUnknown(world, home, agreement, number);
      throw await inWords(world.words)(cause);
    }
  });
}

async function overOrUnknown(world: World, home: string | undefined, agreement: string, number: string): Promise<Error> {
  const { kept: found, today } = await kept(world, home, agreement);
  const { m, say, noticeState } = world.words;
  const { state, closed } = onDesk(world.words, found, number, today);
  return closed
    ? new BadInput(say(m.notice.over, { number, state: noticeState(state) }))
    : new NotAsAsked(say(m.notice.noWorkflow, { number }));
}
