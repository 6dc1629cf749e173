/** Notices: reading them from the register, and sending requests to their workflows. */
import type { RegisterDossier } from '../dossier/dossier.ts';
import { noticeSteps } from '../dossier/description.ts';
import { zonesOf } from '../clauses/agreement.ts';
import type { CalendarDate } from '../clauses/calendar.ts';
import { correctedNotice, type CorrectedNotice } from '../machines/notice/corrected.ts';
import { factOf } from '../machines/notice/facts.ts';
import { isRefusal } from '../machines/refusal.ts';
import { readEntry } from '../machines/read-entries.ts';
import { replay, shownOf } from '../machines/notice/replay.ts';
import type { AmendingEntry, Entry } from '../machines/facts.ts';
import { foldLedger } from '../machines/fold-failure.ts';
import type { NoticeDraftGiven, NoticeRequestName, NoticeRequestOf, NoticeStep } from '../machines/notice/steps.ts';
import type { Assessment } from '../machines/notice/assessment.ts';
import { assess } from '../machines/notice/assess.ts';
import { wordings } from '../wording/index.ts';
import { followsIn, noticeIn } from '../wording/plan.ts';
import { say } from '../wording/statements.ts';
import type { Wording } from '../wording/wording.ts';
import type { NoticeShown } from '../workflows/messages.ts';
import type { Context } from './context.ts';
import { dossierToday } from './dossiers.ts';
import { failureFrom, InvalidRequest, Unavailable } from './failures.ts';
import { withTimeout } from './service.ts';
import { askByKey } from './repeatable.ts';
import { waitUntilRecorded } from './wait-until-recorded.ts';

/** A notice as it stands today: its steps, and its present effect in law. */
export interface NoticeToday extends NoticeShown {
  number: string;
  /** Its fact with later corrections; `steps` has what the desk entered. */
  notice: CorrectedNotice;
  /** The corrections and strikes of its fact that stand. */
  amendments: AmendingEntry[];
  /** Today's assessment, and its consequences as sentences. Reflects later corrections, also for a closed notice. */
  now: Assessment;
  steps: NoticeStep[];
}

/** @throws InvalidRequest if the agreement has no notice with that number */
export function noticeToday(wording: Wording, dossier: RegisterDossier, number: string, today: CalendarDate): NoticeToday {
  const steps = noticeSteps(dossier.rows, number);
  if (!steps.length) throw new InvalidRequest('unknownNotice', { agreement: dossier.agreement.id, number }, wording);
  const { agreement, description } = dossier;
  const shown = noticeIn(shownOf(replay(steps, today).instance, zonesOf(agreement)), wording);
  const known = [...dossier.entries, ...(shown.closed ? [] : arrived(shown.notice, dossier))];
  const assessed = foldLedger(agreement.id, known, entries => assess({ agreement, description, entries, today }, shown.notice));
  const now = shown.closed && assessed.verdict === 'pending' ? neverReceived(assessed) : assessed;
  return { number, ...shown, ...correctedNotice(shown.notice, dossier.entries), outcome: followsIn(now.follows, wording), now, steps };
}

/** For a notice recalled or found defective: nothing remains to be sent or received, and nothing follows from it. */
const neverReceived = ({ transit, tell }: Assessment): Assessment => ({
  transit,
  tell,
  verdict: 'withoutEffect',
  safe: null,
  sendBy: null,
  basis: null,
  tooLate: null,
  inTime: null,
  lastDayInForce: null,
  certain: true,
  follows: [],
});

/** A notice of the other Party has arrived before its receipt is recorded: it has consequences, and no expected day of arrival. */
function arrived(notice: NoticeShown['notice'], { agreement, entries }: RegisterDossier): Entry[] {
  if (notice.direction !== 'theirs' || entries.some(e => e.id === notice.number)) return [];
  const fact = readEntry(factOf(notice), agreement);
  return isRefusal(fact) ? [] : [fact];
}

/** The next free number of the year: `2029-3`. */
export function nextNumber({ rows }: Pick<RegisterDossier, 'rows'>, today: CalendarDate): string {
  return freeNumber(today, new Set(rows.map(({ entry }) => (entry.type === 'notice.step' && 'notice' in entry ? entry.notice : entry.id))));
}

export function freeNumber(day: CalendarDate, taken: ReadonlySet<string>): string {
  const year = day.slice(0, 4);
  let n = 1;
  while (taken.has(`${year}-${n}`)) n += 1;
  return `${year}-${n}`;
}

/** Begins a notice and returns when it is recorded. @throws Refused with everything that is missing */
export async function beginNotice(context: Context, draft: NoticeDraftGiven): Promise<void> {
  const { noticeWorkflow, noticeWorkflowId, noticeStatus } = await import('../workflows/messages.ts');
  const service = await context.service();
  const workflowId = noticeWorkflowId(draft.agreement, draft.number);
  const {
    content: { kind, by },
    direction = 'ours',
  } = draft;
  const w = wordings[service.language];
  const asked = await service.rightTo(draft.draftedBy, workflowId, 'draft', draft);
  const handle = await withTimeout(context, service, () =>
    service.client.workflow.start(noticeWorkflow, {
      workflowId,
      taskQueue: service.taskQueue,
      args: [asked],
      staticSummary: say('noticeHead', { number: draft.number, kind: w.kinds[kind], by, direction }, w).replaceAll('**', ''),
      workflowIdConflictPolicy: 'FAIL',
      workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
    }),
  ).catch(numberInUse(context.wording, draft.number));
  await waitUntilRecorded(context, service, handle, noticeStatus);
}

/** Waits until a notice that another caller has just begun is recorded. @throws Refused, Unavailable */
export async function waitUntilNoticeRecorded(context: Context, agreement: string, number: string): Promise<void> {
  const { noticeStatus, noticeWorkflowId } = await import('../workflows/messages.ts');
  const service = await context.service();
  await waitUntilRecorded(context, service, service.client.workflow.getHandle(noticeWorkflowId(agreement, number)), noticeStatus);
}

const numberInUse =
  (wording: Wording, number: string) =>
  (cause: unknown): never => {
    if (cause instanceof Error && cause.name === 'WorkflowExecutionAlreadyStartedError')
      throw new InvalidRequest('numberInUse', { number }, wording);
    throw cause;
  };

/** Sends a request to a notice. @throws Refused, with the article or the rule */
export async function updateNotice<N extends NoticeRequestName>(
  context: Context,
  agreement: string,
  number: string,
  name: N,
  request: NoticeRequestOf<N>,
): Promise<NoticeShown> {
  const { noticeUpdates, noticeWorkflowId } = await import('../workflows/messages.ts');
  const { WorkflowNotFoundError } = await import('@temporalio/client');
  const service = await context.service();
  const handle = service.client.workflow.getHandle(noticeWorkflowId(agreement, number));
  try {
    const asked = await service.rightTo(request.by, handle.workflowId, name, request);
    const args = [asked] as [unknown];
    return await askByKey(context, name, request, id =>
      withTimeout(context, service, () => handle.executeUpdate<NoticeShown, [unknown]>(noticeUpdates[name].name, { args, ...id })),
    );
  } catch (cause) {
    if (cause instanceof WorkflowNotFoundError) throw await whyNoNoticeWorkflow(context, agreement, number);
    throw await failureFrom(context.wording)(cause);
  }
}

async function whyNoNoticeWorkflow(context: Context, agreement: string, number: string): Promise<Error> {
  const { wording } = context;
  if (!context.hasRegister()) return new Unavailable('noNoticeWorkflow', { number }, wording);
  const { dossier, today } = await dossierToday(context, agreement);
  const { state, closed } = noticeToday(wording, dossier, number, today);
  return closed
    ? new InvalidRequest('noticeOver', { number, state: wording.refusals.noticeStates[state] }, wording)
    : new Unavailable('noNoticeWorkflow', { number }, wording);
}
