/** Every running workflow is told that other authorities are trusted: agreements by an update of its own, papers by the word to look again. */
import { randomUUID } from 'node:crypto';
import type { Registers } from '../../register/home.ts';
import { NotAsAsked } from '../failures.ts';
import { inTime, withService, type Service } from '../service/service.ts';
import { inWords } from '../updates.ts';
import type { World } from '../world.ts';

/** Where no service runs there is nobody to tell: each takes it over when it starts. */
export async function tellKeepers(world: World, home: string | undefined, registers: Registers): Promise<void> {
  const told = await withService(world, home, service => each(world, service, registers)).catch((cause: unknown) => {
    if (cause instanceof NotAsAsked) return cause;
    throw cause;
  });
  const { m, say } = world.words;
  const { identity: texts } = m.administration;
  if (told instanceof Error) return world.tell(say(texts.noneTold, { why: told.message }));
  world.print(say(texts.told, { count: told }));
}

async function each(world: World, service: Service, registers: Registers): Promise<number> {
  const { moved, trust } = await import('../../workflows/messages.ts');
  const { WorkflowNotFoundError } = await import('@temporalio/client');
  const { found } = await import('../../reconciliation/described.ts');
  const running = found(service.client, `ExecutionStatus = 'Running' AND WorkflowType IN ('agreement', 'notice', 'protocol')`);
  let told = 0;
  for await (const { workflowId, type } of running) {
    const handle = service.client.workflow.getHandle(workflowId);
    try {
      if (type === 'agreement') {
        const { rehearsal = false } = (await registers.find(workflowId.slice('agreement/'.length))) ?? {};
        const asked = { keys: await registers.of(rehearsal).trusted(), by: world.user };
        const args: [typeof asked] = [await service.rightTo(asked.by, workflowId, 'trust', asked)];
        await inTime(world, service, () => handle.executeUpdate(trust, { args, updateId: `trust:${randomUUID()}` }));
      } else await inTime(world, service, () => handle.signal(moved));
      told += 1;
    } catch (cause) {
      if (cause instanceof WorkflowNotFoundError) continue;
      const failure = await inWords(world.words)(cause);
      const { m, say } = world.words;
      const why = failure instanceof Error ? failure.message : String(failure);
      world.tell(say(m.administration.identity.notTold, { workflow: workflowId, why }));
    }
  }
  return told;
}
