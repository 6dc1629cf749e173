/**
 * Letters that are under way and were not taken so far: which, how often each was tried, what the last attempt failed with, and when the next
 * one is. The register has a letter only once it has gone or was given up; until then, Temporal has its attempts.
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
import { historyOf } from './found.ts';

export interface FailingLetter {
  recipient: string;
  way: Way;
  /** Which act it tells, and whether it takes it back. */
  what: Act['what'];
  on: CalendarDate;
  withdrawn: boolean;
  /** How often it was tried; each attempt has failed. */
  tries: number;
  /** Instants, in UTC: since when it is tried, when it is tried next (null while it is being tried), and when it is given up. */
  since: string;
  next: string | null;
  until: string;
  /** What was said last, by the other side or by servanda. */
  why: string;
  /** The same as data, where it was a failure or a refusal of servanda's own. */
  fault?: { code: string };
}

type Pending = temporal.api.workflow.v1.IPendingActivityInfo;
type Scheduled = { at: Instant; letter: LetterOwed };

const NOT_FOUND = 5;

/** Of one agreement, the oldest first. `outbox`: its lines. @throws ServiceError when the server has gone, KeyMissing when it can't be read */
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

/** None where another workflow has taken the id: what it tries is no letter of ours. */
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
      ...saidIn(await decodeOptionalFailureToOptionalError(client.options.loadedDataConverter, lastFailure)),
    },
  ];
}

/** Each letter that was begun in a run, by the id of its activity. */
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

function saidIn(failure: Error | undefined): Pick<FailingLetter, 'why' | 'fault'> {
  const said: unknown = failure instanceof ApplicationFailure ? failure.details?.[0] : undefined;
  const isOurs = typeof said === 'object' && said !== null && 'code' in said && typeof said.code === 'string';
  return { why: failure?.message ?? '', ...(isOurs ? { fault: said as { code: string } } : {}) };
}

const iso = (at: Instant): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
