/** Agreements without a running workflow, as far as a running service can be asked: their dates would pass unnoticed. */
import { loadDossier, standingOn } from '../dossier/dossier.ts';
import { rehearsalNow } from '../dossier/rehearsal-time.ts';
import { isOver } from '../machines/view.ts';
import type { Looked } from '../reconciliation/unattended.ts';
import type { Context } from './context.ts';
import { todayIn } from './dossiers.ts';
import { ofServer, Unavailable } from './failures.ts';
import { noAnswer } from './service.ts';
import { readNote } from './service-note.ts';

/** Only agreements not yet over. `failure`: why some were not checked. Empty if no service is known: the register needs none. */
export async function findMissingWorkflows(
  context: Context,
  agreements: readonly string[],
): Promise<Pick<Looked, 'unkept'> & { failure?: Error }> {
  const { home, temporal } = await context.configuration();
  if (!agreements.length || !(temporal.connection.address ?? readNote(home)?.address)) return { unkept: new Map() };
  try {
    const { client, taskQueue } = await context.service();
    const { findUnattended } = await import('../reconciliation/unattended.ts');
    const { unkept: found, failure } = await findUnattended(client, taskQueue, agreements);
    const unkept = await withoutThoseLived(context, found);
    return { unkept, ...(failure ? { failure: unavailable(failure, context) } : {}) };
  } catch (cause) {
    if (cause instanceof Unavailable) return { unkept: new Map(), failure: cause };
    throw cause;
  }
}

/** A rehearsal may have reached its end ahead of today; then its workflow is rightly over. */
async function withoutThoseLived(context: Context, found: Looked['unkept']): Promise<Looked['unkept']> {
  const now = await context.now();
  const left = new Map(found);
  for (const id of found.keys()) {
    const dossier = await loadDossier(await context.registersThere(), id);
    const own = dossier ? rehearsalNow(dossier, now) : now;
    if (dossier && own > now && isOver(standingOn(dossier, { asOf: todayIn(dossier.agreement, own) }).status)) left.delete(id);
  }
  return left;
}

function unavailable(failure: unknown, { wording }: Context): Error {
  const known = ofServer(failure, wording);
  return known instanceof Unavailable ? known : noAnswer(wording);
}
