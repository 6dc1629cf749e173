/**
 * Runs an activity of the register as a local one, since an update waits for it and a local activity takes half the time of a regular one.
 * If the register does not answer, a local activity would be retried invisibly; so after some seconds a regular one replaces it, which
 * people see as pending.
 */
import {
  ActivityFailure,
  ApplicationFailure,
  getCurrentDetails,
  isCancellation,
  log,
  proxyActivities,
  proxyLocalActivities,
  setCurrentDetails,
  TimeoutFailure,
} from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import { fallbackLogMessage, fallbackMessage } from './fallback-messages.ts';

const local = proxyLocalActivities<Activities>({
  startToCloseTimeout: '30 seconds',
  retry: { maximumAttempts: 4, initialInterval: '200 milliseconds', backoffCoefficient: 4 },
});
const visible = proxyActivities<Activities>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '2 seconds', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

type Name = 'stepAgreement' | 'stepNotice' | 'stepProtocol' | 'lettersOwed' | 'giveUp';
type ActivityInput<N extends Name> = Parameters<Activities[N]>[0];
type ActivityResult<N extends Name> = Awaited<ReturnType<Activities[N]>>;
interface Runs<N extends Name> {
  executeWithOptions: (options: { summary: string }, args: [ActivityInput<N>]) => Promise<ActivityResult<N>>;
}

/** @throws ActivityFailure only when the activity refuses */
export async function runSteadily<N extends Name>(name: N, summary: string, asked: ActivityInput<N>): Promise<ActivityResult<N>> {
  const run = (all: Record<Name, unknown>): Promise<ActivityResult<N>> =>
    (all[name] as Runs<N>).executeWithOptions({ summary: inShort(summary) }, [asked]);
  try {
    return await run(local);
  } catch (cause) {
    if (isFinal(cause)) throw cause;
    return visibly(cause, () => run(visible));
  }
}

async function visibly<T>(cause: unknown, run: () => Promise<T>): Promise<T> {
  const before = getCurrentDetails();
  const why = whyOf(thrownBy(cause));
  const silent = { since: new Date(Date.now()).toISOString().slice(0, 16).replace('T', ' '), why };
  log.error(fallbackLogMessage('registerSilent', silent));
  setCurrentDetails(`**${fallbackMessage('registerSilent', silent)}** ${fallbackMessage('waitsForIt')}\n\n${before}`);
  try {
    return await run();
  } finally {
    setCurrentDetails(before);
  }
}

/** For a time-out, the failure of the previous attempt if there was one. */
function whyOf(thrown: unknown): string {
  if (thrown instanceof TimeoutFailure) return thrown.cause?.message ?? fallbackMessage('noAnswer');
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** A local activity rethrows what it threw; a regular one wraps it as the cause. */
const thrownBy = (cause: unknown): unknown => (cause instanceof ActivityFailure ? cause.cause : cause);

const isFinal = (cause: unknown): boolean => {
  const thrown = thrownBy(cause);
  return isCancellation(cause) || (thrown instanceof ApplicationFailure && thrown.nonRetryable === true);
};

/** A summary for the Temporal UI, which rejects more than 400 bytes. */
export const inShort = (text: string): string => (text.length > 100 ? `${text.slice(0, 99)}…` : text);
