/** Agreements that nobody keeps, as far as a running service can be asked: their dates would pass unseen. For `agreement list` and `show`. */
import { NotAsAsked } from '../failures.ts';
import { configurationOf, connect } from '../service/service.ts';
import { readNote } from '../service/service-note.ts';
import type { World } from '../world.ts';

/** Of those that are not over. Says nothing where no service runs, or it does not answer: the register needs none to be read. */
export async function tellUnkept(world: World, home: string | undefined, agreements: readonly string[]): Promise<void> {
  const config = await configurationOf(world, home);
  if (!agreements.length || !(config.temporal.connection.address ?? readNote(config.home)?.address)) return;
  const { m, say } = world.words;
  const service = await connect(world, config).catch((cause: unknown) => {
    if (cause instanceof NotAsAsked) return undefined;
    throw cause;
  });
  if (!service) return;
  try {
    const { whyUnkept } = await import('../../reconciliation/unkept.ts');
    const found = await whyUnkept(service.client, service.taskQueue, agreements);
    for (const [agreement, why] of found) world.tell(say(m.list.unkept, { agreement, found: why }));
  } finally {
    await service.close();
  }
}
