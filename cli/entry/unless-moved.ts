/** What was confirmed is sent only while the register is as it was when its consequences were shown. */
import type { Context } from '../../client/context.ts';
import { dossierOf } from '../../client/dossiers.ts';
import { hasMovedSince } from '../../client/updates.ts';
import type { RegisterDossier } from '../../dossier/dossier.ts';

/** Undefined where the register has moved: they are to be shown again. `shown`: as it was read for them. */
export async function unlessMoved<T>(
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
