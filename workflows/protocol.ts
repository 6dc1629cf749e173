/**
 * Keeps one protocol on its way: proposed, agreed, its text settled in each language, signed, notified by each Party. Its facts
 * are recorded with the agreement; it ends when the protocol is in force or can't be. VCLT art. 39; here art. 10.
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
import type { ProtocolLook } from '../activities/protocolling.ts';
import { legalToday, type CalendarDate } from '../clauses/calendar.ts';
import { readAs } from '../machines/notice/steps.ts';
import {
  followedProtocol,
  isProtocolClosed,
  missingFor,
  processContextOf,
  processStateOf,
  protocolTimers,
  type ProtocolCourse,
} from '../machines/protocol/course.ts';
import { without } from '../identity/request-hash.ts';
import { whyNotToldProtocol } from '../machines/rights.ts';
import { factFor, proposalFact, whyNot } from '../machines/protocol/requests.ts';
import { protocolRequests, type ProtocolRequestName } from '../machines/protocol/steps.ts';
import { Alarms } from './alarms.ts';
import { failureOf, Inbox, whyNotFolded } from './inbox.ts';
import * as messages from './messages.ts';
import { malformed } from '../machines/refusal.ts';
import { accepted, refusal } from './refusals.ts';
import { checkRight, ownAudience } from './rights.ts';
import { showProtocol } from './shown-papers.ts';

const { openProtocol, lookAtProtocol, enterProtocolStep } = proxyLocalActivities<Activities>({ startToCloseTimeout: '1 minute' });
/** Soon tried again where a worker died on it: who told the notice waits for the answer. */
const { recordFact } = proxyActivities<Activities>({ startToCloseTimeout: '10 seconds' });
const { perform } = proxyActivities<Activities>({ startToCloseTimeout: '10 seconds' });

type Asked = {
  name: ProtocolRequestName;
  request: { by: string; on?: CalendarDate; language?: string };
  asked: { by: string } & messages.WithRight;
};

export async function protocol(input: messages.ProtocolInput = {} as messages.ProtocolInput): Promise<messages.ProtocolShown> {
  const { agreement, protocol: id } = input;
  const inbox = new Inbox<Asked, messages.ProtocolShown>();
  const alarms = new Alarms();
  let known: ProtocolLook | undefined;
  let isMoved = false;
  /** Reminders are owed from the day to which the last look reached: none for a day that was past before anyone knew of it. */
  let reached: CalendarDate | undefined;
  const performed = new Set<string>();

  const today = (): CalendarDate => legalToday(Date.now(), known!.zones);
  const now = () => {
    if (!known) throw new Error('The protocol is being opened; ask again in a moment.');
    return followedProtocol(known, today());
  };
  for (const name of Object.keys(messages.protocolUpdates) as ProtocolRequestName[])
    setHandler(
      messages.protocolUpdates[name],
      (request: Asked['asked']) => inbox.ask({ name, request: readRequest(name, request), asked: request }),
      {
        validator: request => validate(name, request, known?.trusted),
      },
    );
  setHandler(messages.shownProtocol, () => shown(now().course, known!));
  setHandler(messages.moved, () => void (isMoved = true));

  const look = async (): Promise<void> => void (known = await lookAtProtocol({ agreement, protocol: id, now: Date.now() }));
  const record = (fact: ReturnType<typeof factFor>, by: string, told: Parameters<typeof recordFact>[0]['told']) =>
    recordFact({ agreement, rehearsal: known!.rehearsal, fact, by, told, now: Date.now() });
  type Step = Parameters<typeof enterProtocolStep>[0];
  const enter = (step: Step['step'], by: string, told?: Step['told']): Promise<void> =>
    enterProtocolStep({ agreement, protocol: id, now: Date.now(), step, by, n: known!.steps, ...(told ? { told } : {}) });

  const answer = async ({ name, request, asked }: Asked): Promise<messages.ProtocolShown> => {
    await look();
    const why = whyNot(name, request, now().course);
    if (why) throw refusal(why);
    const told = { name, request: asked, audience: ownAudience() };
    if (name === 'settleText') await enter({ ...settled(request), at: today() }, request.by, told);
    else await record(factFor(name, request, known!), request.by, told);
    await look();
    return shown(now().course, known!);
  };
  const act = async (): Promise<void> => {
    const from = reached ?? today();
    reached = today();
    const fresh = now().acts.filter(a => a.on >= from && !performed.has(JSON.stringify(a)));
    for (const a of fresh) performed.add(JSON.stringify(a));
    const owed = fresh.map(a => ({ act: a, as: 'performed' as const }));
    if (owed.length) await perform({ agreement, rehearsal: known!.rehearsal, now: Date.now(), owed, withdrawn: [] });
  };

  if (workflowInfo().workflowId !== messages.protocolWorkflowId(agreement, id)) throw refusal(misnamed(input));
  await open(input, look).catch((cause: unknown) => Promise.reject(failureOf(cause)));

  for (;;) {
    const { course } = now();
    alarms.arm(protocolTimers(course, known!.zones));
    showProtocol(shown(course, known!), known!);
    await act();
    const isOver = isProtocolClosed(course);
    await condition(
      () => !inbox.isEmpty || alarms.hasRung || isMoved || ((isOver || workflowInfo().continueAsNewSuggested) && allHandlersFinished()),
    );
    if (!inbox.isEmpty) await inbox.answerFirst(answer);
    else if (isMoved) await ((isMoved = false), look().catch(whyNotFolded));
    else if (alarms.takeRing()) await (patched(messages.lookWhenRung) && look().catch(whyNotFolded));
    else {
      if (!isOver) return continueAsNew<typeof protocol>({ agreement, protocol: id, by: input.by });
      await enter({ type: 'protocol.closed', at: today(), state: processStateOf(course) }, 'servanda');
      return shown(course, known!);
    }
  }
}

/** Opened at the desk; a proposal that came with it is recorded with the agreement. */
async function open(input: messages.ProtocolInput, look: () => Promise<void>): Promise<void> {
  const { agreement, protocol: id, rehearsal } = await openProtocol({ opening: input, now: Date.now(), audience: ownAudience() });
  if (input.proposal) {
    const told = { name: 'openProtocol' as const, request: input, audience: ownAudience() };
    await recordFact({ agreement, rehearsal, fact: proposalFact(id, input.proposal), by: input.by, told, now: Date.now() });
  }
  await look();
}

const settled = (request: { language?: string; document?: string }) =>
  ({ type: 'protocol.text.settled', language: request.language!, ...(request.document ? { document: request.document } : {}) }) as const;

const misnamed = ({ agreement, protocol: id }: messages.ProtocolInput) =>
  malformed(
    agreement && id
      ? `Start it under the workflow id ${messages.protocolWorkflowId(agreement, id)}.`
      : 'A protocol needs agreement (its id in the register), protocol (its own id) and by (who opens it), and the workflow id protocol/<agreement>/<protocol>.',
  );

/** As it is checked: without spaces around a name. */
const readRequest = (name: ProtocolRequestName, request: object) =>
  accepted(readAs<Asked['request']>(protocolRequests[name], without(request), name));

/** Form and right. More is refused only once the register was looked at, as with a notice. */
function validate(name: ProtocolRequestName, request: Asked['asked'], trusted: ProtocolLook['trusted']): void {
  readRequest(name, request);
  checkRight(name, request, trusted, holder => whyNotToldProtocol(holder, name));
}

const shown = (course: ProtocolCourse, { zones }: ProtocolLook): messages.ProtocolShown => ({
  state: processStateOf(course),
  protocol: processContextOf(course),
  missing: missingFor(course) ?? null,
  timers: protocolTimers(course, zones),
  closed: isProtocolClosed(course),
});
