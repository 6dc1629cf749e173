/** Protocols as the register has them, and the way to the workflow that keeps one. For every `protocol` command. */
import type { RegisterDossier } from '../../dossier/dossier.ts';
import { protocolSteps } from '../../dossier/description.ts';
import type { CalendarDate } from '../../clauses/calendar.ts';
import { knownOf, shownOf, type ProtocolKnown } from '../../machines/protocol/desk.ts';
import { foldLedger } from '../../machines/fold-failure.ts';
import { factsKnown } from '../../machines/ledger.ts';
import type { ProtocolOpening, ProtocolRequestName, ProtocolRequestOf } from '../../machines/protocol/steps.ts';
import type { ProtocolShown } from '../../workflows/messages.ts';
import { whyNot } from '../../machines/protocol/requests.ts';
import { BadInput, NotAsAsked } from '../failures.ts';
import { kept, untilShown } from '../notice/desk.ts';
import { inTime, withService, type Service } from '../service/service.ts';
import { inWords } from '../updates.ts';
import { protocolIn } from '../../wording/plan.ts';
import type { Words } from '../words.ts';
import type { World } from '../world.ts';

export interface ProtocolOnDesk extends ProtocolShown {
  known: ProtocolKnown;
}

/** @throws BadInput when neither the ledger nor the desk has heard of it */
export function protocolOnDesk({ m, say, wording }: Words, kept: RegisterDossier, id: string, today: CalendarDate): ProtocolOnDesk {
  const { agreement, rows } = kept;
  const known = foldLedger(agreement.id, kept.entries, entries => knownOf({ agreement, entries, today }, id, protocolSteps(rows, id)));
  if (!known) throw new BadInput(say(m.protocol.unknown, { agreement: agreement.id, protocol: id }));
  return { known, ...protocolIn(shownOf(known, today), wording) };
}

/** Every protocol of the ledger and of the desk. */
export function protocolIds({ rows, entries }: RegisterDossier): string[] {
  const fromFacts = factsKnown(entries).facts.flatMap(f => ('protocol' in f ? [f.protocol] : []));
  const fromDesk = rows.flatMap(({ entry }) => (entry.type === 'protocol.step' && 'protocol' in entry ? [entry.protocol] : []));
  return [...new Set([...fromFacts, ...fromDesk])];
}

/** Opens a protocol at the desk, with its proposal where there is one. @throws BadInput when it is refused */
export async function openProtocol(world: World, home: string | undefined, opening: ProtocolOpening): Promise<void> {
  await withService(world, home, service => start(world, service, opening));
}

async function start(world: World, service: Service, opening: ProtocolOpening): Promise<void> {
  const { protocolWorkflow, protocolWorkflowId, shownProtocol } = await import('../../workflows/messages.ts');
  const workflowId = protocolWorkflowId(opening.agreement, opening.protocol);
  const asked = await service.rightTo(opening.by, workflowId, 'openProtocol', opening);
  const handle = await inTime(world, service, () =>
    service.client.workflow.start(protocolWorkflow, {
      workflowId,
      taskQueue: service.taskQueue,
      args: [asked],
      staticSummary: `Protocol ${opening.protocol}${opening.title ? `: ${opening.title}` : ''}`,
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    }),
  );
  await untilShown(
    world,
    service,
    () => handle.query(shownProtocol),
    workflowId,
    () => handle.result(),
  );
}

/** Tells a protocol something; one that no workflow keeps yet is taken up from the ledger first. @throws BadInput when it refuses */
export async function tellProtocol<N extends ProtocolRequestName>(
  world: World,
  home: string | undefined,
  { agreement, protocol }: { agreement: string; protocol: string },
  name: N,
  request: ProtocolRequestOf<N>,
): Promise<ProtocolShown> {
  const { protocolUpdates, protocolWorkflowId } = await import('../../workflows/messages.ts');
  const { WorkflowNotFoundError } = await import('@temporalio/client');
  return withService(world, home, async service => {
    const handle = service.client.workflow.getHandle(protocolWorkflowId(agreement, protocol));
    const told = async (): Promise<ProtocolShown> => {
      const asked = await service.rightTo(request.by, handle.workflowId, name, request);
      return inTime(world, service, () => handle.executeUpdate<ProtocolShown, [unknown]>(protocolUpdates[name].name, { args: [asked] }));
    };
    try {
      return await told().catch(async (cause: unknown) => {
        if (!(cause instanceof WorkflowNotFoundError)) throw cause;
        await start(world, service, { agreement, protocol, by: request.by });
        return told();
      });
    } catch (cause) {
      if (cause instanceof WorkflowNotFoundError) throw await over(world, home, { agreement, protocol }, name, request);
      throw await inWords(world.words)(cause);
    }
  });
}

/** A protocol that is over is kept by no workflow: the register says why it takes nothing more. */
async function over(
  world: World,
  home: string | undefined,
  { agreement, protocol }: { agreement: string; protocol: string },
  name: ProtocolRequestName,
  request: ProtocolRequestOf<ProtocolRequestName>,
): Promise<Error> {
  const { kept: found, today } = await kept(world, home, agreement);
  const known = knownOf({ agreement: found.agreement, entries: found.entries, today }, protocol, protocolSteps(found.rows, protocol));
  const refusal = known && whyNot(name, 'language' in request ? request : {}, known);
  return refusal
    ? new BadInput(world.words.refusal(refusal))
    : new NotAsAsked(world.words.say(world.words.m.protocol.noWorkflow, { protocol }));
}
