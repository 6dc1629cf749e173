/**
 * Keeps one notice on its way: ours from the draft to the proof of its receipt, theirs from receipt through examination. On
 * receipt its fact is recorded with the agreement. The register has every step; the machine is run here. VCLT art. 67, 68, 78.
 */
import {
  allHandlersFinished,
  condition,
  continueAsNew,
  patched,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import type { NoticeKnown } from '../activities/noticing.ts';
import { latest, localDate, legalToday, type CalendarDate } from '../clauses/calendar.ts';
import type { NoticeEvent } from '../machines/notice/context.ts';
import { contextOf, followed, isClosed, stateOf, taken, timersOf, type Moved } from '../machines/notice/course.ts';
import { factOf } from '../machines/notice/facts.ts';
import { fourEyes, whyNotTaken } from '../machines/notice/refusals.ts';
import { malformed, type Refusal } from '../machines/refusal.ts';
import { without } from '../identity/request-hash.ts';
import { whyNotTold } from '../machines/rights.ts';
import { eventFor, noticeRequests, readAs, type NoticeRequestName } from '../machines/notice/steps.ts';
import type { Weighed } from '../machines/notice/weighing.ts';
import { Alarms } from './alarms.ts';
import { failureOf, Inbox, whyNotFolded } from './inbox.ts';
import * as messages from './messages.ts';
import { accepted, refusal } from './refusals.ts';
import { checkRight, ownAudience, refuseAccess } from './rights.ts';
import { showNotice } from './shown-papers.ts';

const { openNotice, lookAtNotice, enterNoticeStep } = proxyLocalActivities<Activities>({ startToCloseTimeout: '1 minute' });
/** Soon tried again where a worker died on it: who told the notice waits for the answer. */
const { recordFact } = proxyActivities<Activities>({ startToCloseTimeout: '10 seconds' });
const { perform } = proxyActivities<Activities>({ startToCloseTimeout: '10 seconds' });

type Asked = { name: NoticeRequestName; request: { by: string }; asked: { by: string } & messages.WithRight };

export async function notice(input: messages.NoticeInput = {} as messages.NoticeInput): Promise<messages.NoticeShown> {
  const { agreement, number } = input;
  const inbox = new Inbox<Asked, messages.NoticeShown>();
  const alarms = new Alarms();
  let known: NoticeKnown | undefined;
  let isMoved = false;
  let performed = 0;

  const today = (): CalendarDate => legalToday(Date.now(), known!.zones);
  const now = (): Moved => {
    if (!known) throw new Error('The notice is being opened; ask again in a moment.');
    return followed(known.steps, today());
  };
  for (const name of Object.keys(messages.noticeUpdates) as NoticeRequestName[])
    setHandler(
      messages.noticeUpdates[name],
      (request: Asked['asked']) => inbox.ask({ name, request: readRequest(name, request), asked: request }),
      {
        validator: request => validate(name, request, known),
      },
    );
  setHandler(messages.shownNotice, () => shown(now(), known!));
  setHandler(messages.moved, () => void (isMoved = true));

  /** One request: taken by the machine, its fact recorded with the agreement, then entered as a step. */
  const answer = async ({ name, request, asked }: Asked): Promise<messages.NoticeShown> => {
    await weighAnew();
    const event = eventOf(name, request, known!.zones);
    const { course } = followed(known!.steps, event.at); // what falls due on the day of the event has fallen due before it
    const next = taken(course, event);
    if (!next) return refuseStep(name, request.by, whyNotTaken(course, event));
    const fact = factFor(event, next);
    const told = { name, request: asked, audience: ownAudience() };
    if (fact) await recordFact({ agreement, rehearsal: known!.rehearsal, fact, by: request.by, told, now: Date.now() });
    known = await enterNoticeStep({ agreement, number, now: Date.now(), step: event, by: request.by, n: known!.steps.length, told });
    return shown(now(), known);
  };
  const look = async (): Promise<Weighed | undefined> => {
    const { weighed, ...rest } = await lookAtNotice({ agreement, number, now: Date.now() });
    known = rest;
    return weighed;
  };
  /** The law may have moved: where it makes something else of the notice, that is a step. */
  const weighAnew = async (): Promise<void> => {
    const weighed = await look();
    if (!weighed || !known) return;
    const { course } = now();
    const step: NoticeEvent = { type: 'notice.weighed', weighed, at: today() };
    if (taken(course, step))
      known = await enterNoticeStep({ agreement, number, now: Date.now(), step, by: 'servanda', n: known.steps.length });
  };
  const act = async ({ acts }: Moved): Promise<void> => {
    const owed = acts.slice(performed).map(a => ({ act: a, as: 'performed' as const }));
    performed = acts.length;
    if (owed.length) await perform({ agreement, rehearsal: known!.rehearsal, now: Date.now(), owed, withdrawn: [] });
  };

  if (workflowInfo().workflowId !== messages.noticeWorkflowId(agreement, number)) throw refusal(misnamed(input));
  known = await openNotice({ draft: input, now: Date.now(), audience: ownAudience() }).catch((cause: unknown) =>
    Promise.reject(failureOf(cause)),
  );

  for (;;) {
    const moved = now();
    alarms.arm(timersOf(moved.course, known!.zones));
    showNotice(shown(moved, known!), known!);
    await act(moved);
    const isOver = isClosed(moved.course);
    await condition(
      () => !inbox.isEmpty || alarms.hasRung || isMoved || ((isOver || workflowInfo().continueAsNewSuggested) && allHandlersFinished()),
    );
    if (!inbox.isEmpty) await inbox.answerFirst(answer);
    else if (isMoved) await ((isMoved = false), weighAnew().catch(whyNotFolded));
    else if (alarms.takeRing()) await (patched(messages.lookWhenRung) && look().catch(whyNotFolded));
    else return isOver ? shown(now(), known!) : continueAsNew<typeof notice>({ agreement, number });
  }
}

/** Who would approve what they drafted asks for a right that they have not. */
function refuseStep(name: NoticeRequestName, by: string, why: Refusal): never {
  if (why.basis === fourEyes) return refuseAccess(name, by, why);
  throw refusal(why);
}

const misnamed = ({ agreement, number }: messages.NoticeInput) =>
  malformed(
    agreement && number
      ? `Start it under the workflow id ${messages.noticeWorkflowId(agreement, number)}, so that a number is used once.`
      : 'A notice needs agreement (its id in the register), number, content.kind, content.by and draftedBy, and the workflow id notice/<agreement>/<number>.',
  );

/** As it is checked: without spaces around a name. */
const readRequest = (name: NoticeRequestName, request: object) =>
  accepted(readAs<{ by: string }>(noticeRequests[name], without(request), name));

/**
 * Form and right: nothing is written of what is refused here. More is not refused before the register was looked at: a step whose
 * answer was lost with the worker stands there, and this run does not know of it yet.
 */
function validate(name: NoticeRequestName, request: Asked['asked'], known: NoticeKnown | undefined): void {
  readRequest(name, request);
  if (!known?.trusted) return;
  const { direction, content } = contextOf(followed(known.steps, legalToday(Date.now(), known.zones)).course);
  const notice = { direction, by: content.by, parties: known.parties ?? [] };
  checkRight(name, request, known.trusted, holder => whyNotTold(holder, name, notice));
}

/** The event of a request, on the latest of the Parties' days: what is told has happened there already. */
function eventOf(name: NoticeRequestName, request: object, zones: readonly string[]): NoticeEvent {
  const day = latest(...zones.map(z => localDate(Date.now(), z)));
  return { ...request, type: eventFor[name], at: day } as NoticeEvent;
}

function factFor(event: NoticeEvent, { course }: Moved) {
  switch (event.type) {
    case 'notice.received':
    case 'notice.accepted':
      return factOf(contextOf(course));
    case 'notice.found.defective':
      return factOf(contextOf(course), event.reason);
    default:
      return undefined;
  }
}

const shown = ({ course }: Moved, { zones }: NoticeKnown): messages.NoticeShown => ({
  state: stateOf(course),
  notice: contextOf(course),
  timers: timersOf(course, zones),
  closed: isClosed(course),
});
