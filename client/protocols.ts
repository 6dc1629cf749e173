/** Protocols: reading them from the register, and sending requests to their workflows. */
import type { RegisterDossier } from '../dossier/dossier.ts';
import { protocolSteps } from '../dossier/description.ts';
import type { CalendarDate } from '../clauses/calendar.ts';
import { knownOf, shownOf, type ProtocolKnown } from '../machines/protocol/desk.ts';
import { foldLedger } from '../machines/fold-failure.ts';
import type { ProtocolOpeningGiven, ProtocolRequestName, ProtocolRequestOf } from '../machines/protocol/steps.ts';
import { protocolRefusal } from '../machines/protocol/requests.ts';
import { wordings } from '../wording/index.ts';
import { protocolIn } from '../wording/plan.ts';
import { say } from '../wording/statements.ts';
import type { Wording } from '../wording/wording.ts';
import type { ProtocolShown } from '../workflows/messages.ts';
import type { Context } from './context.ts';
import { dossierToday } from './dossiers.ts';
import { failureFrom, InvalidRequest, Refused, Unavailable } from './failures.ts';
import { withTimeout } from './service.ts';
import { askByKey } from './repeatable.ts';
import { waitUntilRecorded } from './wait-until-recorded.ts';

export interface ProtocolToday extends ProtocolShown {
  known: ProtocolKnown;
}

/** @throws InvalidRequest if neither the ledger nor the desk has the protocol */
export function protocolToday(wording: Wording, dossier: RegisterDossier, id: string, today: CalendarDate): ProtocolToday {
  const known = knownProtocol(dossier, id, today);
  if (!known) throw new InvalidRequest('unknownProtocol', { agreement: dossier.agreement.id, protocol: id }, wording);
  return { known, ...protocolIn(shownOf(known, today), wording) };
}

/** Undefined if neither the ledger nor the desk has it: a notice may name a protocol before it is proposed. */
export const knownProtocol = ({ agreement, entries: ledger, rows }: RegisterDossier, id: string, today: CalendarDate) =>
  foldLedger(agreement.id, ledger, entries => knownOf({ agreement, entries, today }, id, protocolSteps(rows, id)));

/** Opens a protocol: with a proposal, or with the first fact that the ledger has of it. @throws Refused */
export async function openProtocol(context: Context, opening: ProtocolOpeningGiven): Promise<void> {
  const { protocolWorkflow, protocolWorkflowId, protocolStatus } = await import('../workflows/messages.ts');
  const service = await context.service();
  const workflowId = protocolWorkflowId(opening.agreement, opening.protocol);
  const asked = await service.rightTo(opening.by, workflowId, 'openProtocol', opening);
  const handle = await withTimeout(context, service, () =>
    service.client.workflow.start(protocolWorkflow, {
      workflowId,
      taskQueue: service.taskQueue,
      args: [asked],
      staticSummary: say('protocolTitle', { protocol: opening.protocol, title: opening.title ?? null }, wordings[service.language]),
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    }),
  );
  await waitUntilRecorded(context, service, handle, protocolStatus);
}

/** Sends a request to a protocol; if no workflow runs for it yet, one is started from the ledger first. @throws Refused */
export async function updateProtocol<N extends ProtocolRequestName>(
  context: Context,
  agreement: string,
  protocol: string,
  name: N,
  request: ProtocolRequestOf<N>,
): Promise<ProtocolShown> {
  const { protocolUpdates, protocolWorkflowId } = await import('../workflows/messages.ts');
  const { WorkflowNotFoundError } = await import('@temporalio/client');
  const service = await context.service();
  const handle = service.client.workflow.getHandle(protocolWorkflowId(agreement, protocol));
  const told = async (): Promise<ProtocolShown> => {
    const asked = await service.rightTo(request.by, handle.workflowId, name, request);
    const args = [asked] as [unknown];
    return askByKey(context, name, request, id =>
      withTimeout(context, service, () => handle.executeUpdate<ProtocolShown, [unknown]>(protocolUpdates[name].name, { args, ...id })),
    );
  };
  try {
    return await told().catch(async (cause: unknown) => {
      if (!(cause instanceof WorkflowNotFoundError)) throw cause;
      await openProtocol(context, { agreement, protocol, by: request.by });
      return told();
    });
  } catch (cause) {
    if (cause instanceof WorkflowNotFoundError) throw await over(context, agreement, protocol, name, request);
    throw await failureFrom(context.wording)(cause);
  }
}

/** No workflow runs for a closed protocol; the register has the reason why it accepts nothing more. */
async function over(
  context: Context,
  agreement: string,
  protocol: string,
  name: ProtocolRequestName,
  request: ProtocolRequestOf<ProtocolRequestName>,
): Promise<Error> {
  const { wording } = context;
  const none = new Unavailable('noProtocolWorkflow', { protocol }, wording);
  if (!context.hasRegister()) return none;
  const { dossier, today } = await dossierToday(context, agreement);
  const { agreement: described, entries, rows } = dossier;
  const known = knownOf({ agreement: described, entries, today }, protocol, protocolSteps(rows, protocol));
  const refusal = known && protocolRefusal(name, 'language' in request ? request : {}, known);
  return refusal ? new Refused([refusal], wording) : none;
}
