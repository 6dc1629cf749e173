/** Agreements that nobody keeps, as far as a running service can be asked: their dates would pass unseen. */
import type { Unkept } from '../reconciliation/unkept.ts';
import type { Context } from './context.ts';
import { Unavailable } from './failures.ts';
import { readNote } from './service-note.ts';

/** Of those that are not over. Finds nothing where no service runs, or it does not answer: the register needs none to be read. */
export async function unkeptOf(context: Context, agreements: readonly string[]): Promise<Map<string, Unkept>> {
  const { home, temporal } = await context.configuration();
  if (!agreements.length || !(temporal.connection.address ?? readNote(home)?.address)) return new Map();
  const service = await context.service().catch((cause: unknown) => {
    if (cause instanceof Unavailable) return undefined;
    throw cause;
  });
  if (!service) return new Map();
  const { whyUnkept } = await import('../reconciliation/unkept.ts');
  return whyUnkept(service.client, service.taskQueue, agreements);
}
