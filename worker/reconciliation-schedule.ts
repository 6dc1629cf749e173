/** The schedule that starts reconciliation once a day: one per namespace, for any number of workers. */
import { Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy, type ConnectionLike, type ScheduleOptionsAction } from '@temporalio/client';
import { clientOptions } from '../secrets/temporal-options.ts';
import { reconciliationSchedule, reconciliationWorkflow } from '../workflows/messages.ts';
import { wordings } from '../wording/index.ts';
import { say } from '../wording/statements.ts';
import type { Configuration } from './configuration.ts';

/** 03:20 UTC is midnight in no time zone, so it does not coincide with the timers of a new day. */
const daily = { hour: 3, minute: 20, comment: 'once a day' };

type Needed = Pick<Configuration, 'language' | 'taskQueue' | 'secrets' | 'temporal'>;

/** Creates the schedule or updates it to this version, but keeps a pause or a changed hour set by a person. */
export async function ensureReconciliation(connection: ConnectionLike, config: Needed): Promise<void> {
  const { schedule } = clientOf(connection, config);
  const action: ScheduleOptionsAction = {
    type: 'startWorkflow',
    workflowType: reconciliationWorkflow,
    workflowId: reconciliationSchedule,
    taskQueue: config.taskQueue,
    staticSummary: say('reconciliationTitle', {}, wordings[config.language]),
  };
  // One reconciliation at a time; a missed one is made up for within a day.
  const policies = { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 day' } as const;
  try {
    await schedule.create({ scheduleId: reconciliationSchedule, spec: { calendars: [daily] }, action, policies });
  } catch (cause) {
    if (!(cause instanceof ScheduleAlreadyRunning)) throw cause;
    await schedule.getHandle(reconciliationSchedule).update(({ spec, state }) => ({ spec, state, action, policies }));
  }
}

/** Starts a reconciliation now unless one is running. */
export async function reconcileNow(connection: ConnectionLike, config: Needed): Promise<void> {
  await clientOf(connection, config).schedule.getHandle(reconciliationSchedule).trigger(ScheduleOverlapPolicy.SKIP);
}

const clientOf = (connection: ConnectionLike, { secrets, temporal }: Needed): Client =>
  new Client({ connection, namespace: temporal.namespace, ...clientOptions(secrets.keys) });
