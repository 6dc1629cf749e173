/**
 * Letters in progress that have not been accepted so far: the attempts, the last failure, and the time of the next attempt. The register
 * has a letter only once it was sent or given up; until then, Temporal has its attempts.
 */
import type { Client } from '@temporalio/client';
import { decodeFromPayloadsAtIndex, decodeOptionalFailureToOptionalError } from '@temporalio/common/lib/internal-non-workflow/index.js';
import { ApplicationFailure } from '@temporalio/common';
import { tsToMs } from '@temporalio/common/lib/time.js';
import type { temporal } from '@temporalio/proto';
import type { CalendarDate, Instant } from '../clauses/calendar.ts';
import type { LetterOwed } from '../delivery/owed.ts';
import type { Act } from '../machines/acts.ts';
import type { OutboxLine, Way } from '../register/types.ts';
import { deliveryWorkflowId } from '../workflows/messages.ts';
import { historyOf } from './observed.ts';

export interface FailingLetter {
  recipient: string;
  way: Way;
  /** The act it announces, and whether it withdraws that act. */
  what: Act['what'];
  on: CalendarDate;
  withdrawn: boolean;
  /** The number of attempts, all of which have failed. */
  tries: number;
  /** Instants, in UTC: the first attempt, the next (null during an attempt), and when it will be given up. */
  since: string;
  next: string | null;
  until: string;
  /** The last error, from the recipient's server or from servanda. */
  why: string;
  /** The error as data, if it was servanda's own failure or refusal. */
  fault?: { code: string };
}

type Pending = temporal.api.workflow.v1.IPendingActivityInfo;
type Scheduled = { at: Instant; letter: LetterOwed };

const NOT_FOUND = 5;

/**
 * Returns the failing letters of one agreement, oldest first. `outbox`: its lines. @throws ServiceError if the server is unreachable,
 * KeyMissing if a letter cannot be decrypted
 */
export async function failingLetters(client: Client, agreement: string, outbox: readonly OutboxLine[]): Promise<FailingLetter[]> {
  const workflowId = deliveryWorkflowId(agreement);
  const { namespace } = client.options;
  const described = await client.workflowService
    .describeWorkflowExecution({ namespace, execution: { workflowId } })
    .catch((cause: { code?: unknown }) => (cause.code === NOT_FOUND ? undefined : Promise.reject(cause as Error)));
  const failing = described?.pendingActivities?.filter(a => a.activityType?.name === 'deliver' && a.lastFailure) ?? [];
  if (!failing.length) return [];
  const scheduled = await scheduledIn(client, workflowId, described!.workflowExecutionInfo!.execution!.runId!);
  const found = await Promise.all(failing.map(one => letterOf(client, one, scheduled.get(one.activityId!), outbox)));
  return found.flat().sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}

/** Empty if another workflow has taken the id: its activities are not our letters. */
async function letterOf(
  client: Client,
  { attempt, lastFailure, nextAttemptScheduleTime, expirationTime }: Pending,
  scheduled: Scheduled | undefined,
  outbox: readonly OutboxLine[],
): Promise<FailingLetter[]> {
  const line = outbox.find(l => l.seq === scheduled?.letter.outbox);
  if (!scheduled || !line) return [];
  const { recipient, way } = scheduled.letter;
  return [
    {
      recipient,
      way,
      what: line.body.what,
      on: line.body.on,
      withdrawn: line.step === 'withdrawn',
      tries: attempt! - 1,
      since: iso(scheduled.at),
      next: nextAttemptScheduleTime ? iso(tsToMs(nextAttemptScheduleTime)) : null,
      until: iso(tsToMs(expirationTime)),
      ...failureDetail(await decodeOptionalFailureToOptionalError(client.options.loadedDataConverter, lastFailure)),
    },
  ];
}

/** Returns each letter scheduled in a run, by the id of its activity. */
async function scheduledIn(client: Client, workflowId: string, runId: string): Promise<Map<string, Scheduled>> {
  const { loadedDataConverter } = client.options;
  const found = new Map<string, Scheduled>();
  for await (const events of historyOf(client, workflowId, runId))
    for (const { eventTime, activityTaskScheduledEventAttributes: started } of events)
      if (started?.activityType?.name === 'deliver')
        found.set(started.activityId!, {
          at: tsToMs(eventTime),
          letter: await decodeFromPayloadsAtIndex<LetterOwed>(loadedDataConverter, 0, started.input?.payloads),
        });
  return found;
}

function failureDetail(failure: Error | undefined): Pick<FailingLetter, 'why' | 'fault'> {
  const said: unknown = failure instanceof ApplicationFailure ? failure.details?.[0] : undefined;
  const isOurs = typeof said === 'object' && said !== null && 'code' in said && typeof said.code === 'string';
  return { why: failure?.message ?? '', ...(isOurs ? { fault: said as { code: string } } : {}) };
}

const iso = (at: Instant): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
