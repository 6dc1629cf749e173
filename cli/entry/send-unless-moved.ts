/** Sends a confirmed request only if the register has not moved since its consequences were displayed. */
import type { Context } from '../../client/context.ts';
import { dossierOf } from '../../client/dossiers.ts';
import { hasMovedSince } from '../../client/updates.ts';
import type { RegisterDossier } from '../../dossier/dossier.ts';

/** Undefined if the register has moved and the consequences must be displayed again. The dossier is the one that was displayed. */
export async function sendUnlessMoved<T>(
  context: Context,
  { agreement: { id }, rows: { length: head } }: RegisterDossier,
  send: () => Promise<T>,
): Promise<T | undefined> {
  if ((await dossierOf(context, id)).rows.length !== head) return undefined;
  return send().catch((cause: unknown) => {
    if (hasMovedSince(cause, head)) return undefined;
    throw cause;
  });
}
