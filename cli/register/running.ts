/** The register beside the running service that keeps it. For `rebuild` and `compare`, which work through every agreement. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Keeper } from '../../reconciliation/rebuild.ts';
import { NotAsAsked } from '../failures.ts';
import { keeperOf } from '../agreement/opening.ts';
import { connect, configurationOf, type Service } from '../service/service.ts';
import { inRegisters } from '../source.ts';
import type { World } from '../world.ts';

/** @throws NotAsAsked where there is no register, no server or no worker, or the server has gone meanwhile */
export function withKeeper<T>(world: World, home: string | undefined, use: (keeper: Keeper) => Promise<T>): Promise<T> {
  return inRegisters(world, home, async registers => {
    const service = await connect(world, await configurationOf(world, home));
    try {
      await refuseWithoutWorker(service, world);
      return await use(keeperOf(service, registers, world.user));
    } catch (cause) {
      const { isServerGone } = await import('../../reconciliation/failure.ts');
      if (!isServerGone(cause)) throw cause;
      throw new NotAsAsked(world.words.m.administration.running.gone);
    } finally {
      await service.close();
    }
  });
}

/** A worker asks for work at least once a minute. In milliseconds. */
const lately = 75_000;

/** Without one, each agreement would be waited for in vain. One that has just been started is given some seconds to ask. */
async function refuseWithoutWorker({ client, taskQueue }: Service, world: World): Promise<void> {
  const { tsToMs } = await import('@temporalio/common/lib/time.js');
  const { namespace } = client.options;
  for (let tries = 0; tries < 10; tries++) {
    // 1: pollers of workflow tasks.
    const { pollers } = await client.workflowService.describeTaskQueue({ namespace, taskQueue: { name: taskQueue }, taskQueueType: 1 });
    if (pollers?.some(p => p.lastAccessTime && tsToMs(p.lastAccessTime) > world.now() - lately)) return;
    await pause(500);
  }
  throw new NotAsAsked(world.words.say(world.words.m.administration.running.noWorker, { queue: taskQueue }));
}
