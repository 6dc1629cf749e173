/**
 * Taking up again what the register keeps: every agreement, notice and protocol under way that Temporal does not have is started
 * from the register alone, and delivery is woken where letters are owed. What was performed or sent stands in the register,
 * so that nothing is done twice.
 */
import type { Client } from '@temporalio/client';
import type { Instant } from '../clauses/calendar.ts';
import type { Language } from '../clauses/desk.ts';
import type { Registers } from '../register/home.ts';
import { deliveryWorkflowId, type ReplanRequest } from '../workflows/messages.ts';
import { createLettersOwed, hasWays, wakeDeliveryBy, type DeliveryConfiguration } from '../delivery/index.ts';
import { loadDossier } from '../dossier/dossier.ts';
import { describedBy } from './described.ts';
import { failureOf, NoAnswer, type Failure } from './failure.ts';
import { isServerGone } from './server-fault.ts';
import { startKept } from './starting.ts';
import { underWay, type Kind, type UnderWay } from './open-workflows.ts';

/** What keeping needs: the way to Temporal, the registers, and how letters leave. */
export interface Keeper {
  client: Client;
  taskQueue: string;
  registers: Registers;
  delivery: DeliveryConfiguration;
  /** In which the Temporal UI shows what is started. */
  language: Language;
  /** What an agreement's workflow is asked to fold again with: by whom, and the right to it. */
  toReplan: (workflowId: string) => Promise<ReplanRequest>;
}

export interface StartedWorkflow {
  agreement: string;
  workflowId: string;
  kind: Kind | 'delivery';
  /** `missing`: not started, since it was only looked for; `unanswered`: it is there, and has not answered yet. */
  became: 'started' | 'running' | 'missing' | 'unanswered' | 'failed';
  why?: Failure;
}

/** How long the first answer may take, in milliseconds: when thousands are started, each waits for its turn. */
const patienceForMany = 60_000;

interface Asked {
  agreement: string;
  now: Instant;
  /** Only looks. */
  dryRun?: boolean;
  /** How long a first answer may take, in milliseconds. */
  patience?: number;
}

/** Of one agreement. What can't be started is said and holds up nothing else. @throws ServiceError when the server has gone */
export async function startMissingWorkflows(
  keeper: Keeper,
  { agreement, now, dryRun = false, patience = patienceForMany }: Asked,
): Promise<StartedWorkflow[]> {
  const dossier = (await loadDossier(keeper.registers, agreement))!;
  const taken: StartedWorkflow[] = [];
  for (const one of underWay(dossier, now, keeper.language))
    taken.push(await onboarded(keeper, agreement, one, dryRun ? undefined : patience));
  const delivery = dossier.rehearsal ? undefined : await deliveryStarted(keeper, agreement, now, dryRun);
  return delivery ? [...taken, delivery] : taken;
}

async function onboarded({ client, taskQueue }: Keeper, agreement: string, one: UnderWay, patience?: number): Promise<StartedWorkflow> {
  const { kind, workflowId } = one;
  try {
    const became = patience === undefined ? await wouldBecome(client, workflowId) : await startKept(client, taskQueue, one, patience);
    return { agreement, workflowId, kind, became };
  } catch (cause) {
    if (isServerGone(cause)) throw cause;
    return { agreement, workflowId, kind, became: cause instanceof NoAnswer ? 'unanswered' : 'failed', why: failureOf(cause) };
  }
}

const wouldBecome = async (client: Client, workflowId: string): Promise<'running' | 'missing'> =>
  (await isRunning(client, workflowId)) ? 'running' : 'missing';

export const isRunning = async (client: Client, workflowId: string): Promise<boolean> =>
  (await describedBy(client, workflowId))?.isRunning ?? false;

/** How many letters are owed that have a way to leave from here, and whether a workflow carries them; undefined where none is. */
export async function deliveryOf(
  { client, registers, delivery }: Keeper,
  agreement: string,
  now: Instant,
): Promise<{ owed: number; became: 'running' | 'missing' } | undefined> {
  if (!hasWays(delivery)) return undefined;
  const { length: owed } = await createLettersOwed(registers, delivery)({ agreement, now });
  return owed ? { owed, became: await wouldBecome(client, deliveryWorkflowId(agreement)) } : undefined;
}

async function deliveryStarted(keeper: Keeper, agreement: string, now: Instant, dryRun: boolean): Promise<StartedWorkflow | undefined> {
  const { client, taskQueue, language } = keeper;
  const taken = { agreement, workflowId: deliveryWorkflowId(agreement), kind: 'delivery' as const };
  try {
    const found = await deliveryOf(keeper, agreement, now);
    if (!found) return undefined;
    if (found.became === 'running' || dryRun) return { ...taken, became: found.became };
    await wakeDeliveryBy(client, taskQueue, agreement, language);
    return { ...taken, became: 'started' };
  } catch (cause) {
    if (isServerGone(cause)) throw cause;
    return { ...taken, became: 'failed', why: failureOf(cause) };
  }
}
