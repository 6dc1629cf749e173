/** Reports agreements that a running service has no workflow for: their dates would pass unnoticed. For `agreement list` and `show`. */
import { findMissingWorkflows } from '../../client/missing-workflows.ts';
import { contextOf } from '../client.ts';
import { failureSentence } from '../failures.ts';
import type { CliContext } from '../world.ts';

/** Only agreements that are not over. */
export async function warnOfUnkept(world: CliContext, home: string | undefined, agreements: readonly string[]): Promise<void> {
  const { m, say } = world.words;
  const { unkept, failure } = await findMissingWorkflows(contextOf(world, home), agreements);
  for (const [agreement, why] of unkept) world.warn(say(m.list.unkept, { agreement, found: why }));
  if (failure) world.warn(say(m.list.unasked, { why: failureSentence(failure, world.words) }));
}
