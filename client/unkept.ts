/** Agreements that nobody keeps, as far as a running service can be asked: their dates would pass unseen. */
import type { Looked } from '../reconciliation/unkept.ts';
import type { Context } from './context.ts';
import { ofServer, Unavailable } from './failures.ts';
import { noAnswer } from './service.ts';
import { readNote } from './service-note.ts';

/**
 * Of those that are not over; `failure`: why not all were looked at. Nothing where no service is known of: the register needs none to be read.
 */
export async function unkeptOf(context: Context, agreements: readonly string[]): Promise<Pick<Looked, 'unkept'> & { failure?: Error }> {
  const { home, temporal } = await context.configuration();
  if (!agreements.length || !(temporal.connection.address ?? readNote(home)?.address)) return { unkept: new Map() };
  try {
    const { client, taskQueue } = await context.service();
    const { whyUnkept } = await import('../reconciliation/unkept.ts');
    const { unkept, failure } = await whyUnkept(client, taskQueue, agreements);
    return { unkept, ...(failure ? { failure: unavailable(failure, context) } : {}) };
  } catch (cause) {
    if (cause instanceof Unavailable) return { unkept: new Map(), failure: cause };
    throw cause;
  }
}

function unavailable(failure: unknown, { wording }: Context): Error {
  const known = ofServer(failure, wording);
  return known instanceof Unavailable ? known : noAnswer(wording);
}
