/** Prints how many running workflows were notified that the trusted authorities have changed. */
import type { Context } from '../../client/context.ts';
import { Unavailable } from '../../client/failures.ts';
import { notifyOfTrust } from '../../client/trust.ts';
import type { CliContext } from '../world.ts';

/** If no service runs there is nothing to notify: each workflow reads the change when it starts. */
export async function reportNotified(world: CliContext, context: Context): Promise<void> {
  const { m, say } = world.words;
  const { identity: texts } = m.administration;
  try {
    const { told, failed } = await notifyOfTrust(context);
    for (const { workflowId, why } of failed) world.warn(say(texts.notTold, { workflow: workflowId, why }));
    world.print(say(texts.told, { count: told }));
  } catch (cause) {
    if (!(cause instanceof Unavailable)) throw cause;
    world.warn(say(texts.noneTold, { why: cause.message }));
  }
}
