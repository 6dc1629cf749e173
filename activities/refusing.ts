/** A refusal as a failure: final, since retrying would not help; an answer and no fault to be logged. */
import { ApplicationFailure, ApplicationFailureCategory } from '@temporalio/common';
import { NoDescription } from './description.ts';
import { FoldFailure } from '../machines/fold-failure.ts';
import { BeyondLimit } from '../machines/limits.ts';
import { wordings } from '../wording/index.ts';
import { statementIn } from '../wording/statements.ts';
import { isRefusal, malformed, REFUSED, type Refusal } from '../machines/refusal.ts';

export function refusal({ reason, ...refused }: Refusal): ApplicationFailure {
  const message = [refused.message, ...(reason ? [statementIn(reason, wordings.en)] : [])].join(' ');
  return ApplicationFailure.create({
    message,
    type: REFUSED,
    details: [{ ...refused, message, ...(reason ? { reason } : {}) }],
    nonRetryable: true,
    category: ApplicationFailureCategory.BENIGN,
  });
}

export function refuse(r: Refusal): never {
  throw refusal(r);
}

export function accepted<T extends object>(read: T | Refusal): T {
  if (isRefusal(read)) throw refusal(read);
  return read;
}

/**
 * What can't be folded refuses the one request that called for it: tried again, it would fail again. Of all activities; other
 * failures are passed on, to be tried again.
 */
export function refusingWhatCantBeFolded<All extends object>(all: All): All {
  const refusing = Object.entries(all as Record<string, Activity>).map(([name, activity]) => [
    name,
    (...args: unknown[]) => activity(...args).catch(refuseNotFolded),
  ]);
  return Object.fromEntries(refusing) as All;
}

type Activity = (...args: unknown[]) => Promise<unknown>;

function refuseNotFolded(cause: unknown): never {
  if (cause instanceof NoDescription) throw refusal(malformed(cause.message));
  if (cause instanceof FoldFailure || cause instanceof BeyondLimit)
    throw refusal({ refused: 'notFolded', message: cause.message, basis: 'register' });
  throw cause;
}
