/** The client's refusal line by line, for display above the form. Undefined for an unexpected failure. */
import { AgreementFileError } from '../../agreements/mistakes.ts';
import { Incomplete, InvalidRequest, Refused, Unavailable } from '../../client/failures.ts';
import { mistakesIn } from '../../wording/faults/sentence.ts';
import type { Wording } from '../../wording/wording.ts';

export function refusalLines(cause: unknown, wording: Wording): string[] | undefined {
  if (cause instanceof AgreementFileError) return mistakesIn(cause.problems, wording).split('\n');
  const isSaid = [Refused, InvalidRequest, Unavailable, Incomplete, RangeError].some(kind => cause instanceof kind);
  return isSaid ? (cause as Error).message.split('\n').map(l => l.trim()) : undefined;
}
