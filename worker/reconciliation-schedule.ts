/** The schedule that starts reconciliation once a day: one for each namespace, however many workers there are. */
import { Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy, type ConnectionLike, type ScheduleOptionsAction } from '@temporalio/client';
import { clientOptions } from '../secrets/temporal-options.ts';
import { reconciliationSchedule, reconciliationWorkflow } from '../workflows/messages.ts';
import { wordings } from '../wording/index.ts';
import { say } from '../wording/statements.ts';
import type { Configuration } from './configuration.ts';

/** 03:20 UTC is midnight in no zone: the timers of a new day fire at another time. */
const daily = { hour: 3, minute: 20, comment: 'once a day' };

type Needed = Pick<Configuration, 'language' | 'taskQueue' | 'secrets' | 'temporal'>;

/** Made where there is none; else it is brought to this version, but stays paused, or at another hour, where a person has made it so. */
export async function ensureReconciliation(connection: ConnectionLike, config: Needed): Promise<void> {
  const { schedule } = clientOf(connection, config);
  const action: ScheduleOptionsAction = {
    type: 'startWorkflow',
    workflowType: reconciliationWorkflow,
    workflowId: reconciliationSchedule,
    taskQueue: config.taskQueue,
    staticSummary: say('reconciliationTitle', {}, wordings[config.language]),
  };
  // One reconciliation at a time; one that was missed while nothing ran is made up for within the day.
  const policies = { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 day' } as const;
  try {
    await schedule.create({ scheduleId: reconciliationSchedule, spec: { calendars: [daily] }, action, policies });
  } catch (cause) {
    if (!(cause instanceof ScheduleAlreadyRunning)) throw cause;
    await schedule.getHandle(reconciliationSchedule).update(({ spec, state }) => ({ spec, state, action, policies }));
  }
}

/** Starts a reconciliation now, unless one is on its way. */
export async function reconcileNow(connection: ConnectionLike, config: Needed): Promise<void> {
  await clientOf(connection, config).schedule.getHandle(reconciliationSchedule).trigger(ScheduleOverlapPolicy.SKIP);
}

const clientOf = (connection: ConnectionLike, { secrets, temporal }: Needed): Client =>
  new Client({ connection, namespace: temporal.namespace, ...clientOptions(secrets.keys) });
