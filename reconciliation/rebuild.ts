/**
 * Rebuilds workflows from the register: starts every open agreement, notice and protocol that Temporal does not have, and wakes delivery if
 * letters are owed. The register records what was performed or sent, so nothing is done twice.
 */
import type { Client } from '@temporalio/client';
import type { Instant } from '../clauses/calendar.ts';
import type { Language } from '../clauses/desk.ts';
import type { Registers } from '../register/home.ts';
import { deliveryWorkflowId, type ReplanRequest } from '../workflows/messages.ts';
import { createLettersOwed, hasWays, wakeDeliveryBy, type DeliveryConfiguration } from '../delivery/index.ts';
import { loadDossier } from '../dossier/dossier.ts';
import { describeWorkflow } from './describe-workflow.ts';
import { failureOf, NoAnswer, type Failure } from './failure.ts';
import { isServerGone } from './server-fault.ts';
import { startAndAwaitAnswer } from './start-workflow.ts';
import { underWay, type Kind, type UnderWay } from './open-workflows.ts';

/** The dependencies of reconciliation: the Temporal client, the registers, and the delivery configuration. */
export interface Keeper {
  client: Client;
  taskQueue: string;
  registers: Registers;
  delivery: DeliveryConfiguration;
  /** The language of the texts in the Temporal UI. */
  language: Language;
  /** Makes a signed request to replan an agreement's workflow. */
  toReplan: (workflowId: string) => Promise<ReplanRequest>;
}

export interface StartedWorkflow {
  agreement: string;
  workflowId: string;
  kind: Kind | 'delivery';
  /** `missing`: not started, because this was a dry run; `unanswered`: it exists but has not answered yet. */
  became: 'started' | 'running' | 'missing' | 'unanswered' | 'failed';
  why?: Failure;
}

/** In milliseconds, for the first answer: when thousands are started, each waits its turn. */
const patienceForMany = 60_000;

interface StartOptions {
  agreement: string;
  now: Instant;
  /** Only look; start nothing. */
  dryRun?: boolean;
  /** How long a first answer may take, in milliseconds. */
  patience?: number;
}

/**
 * Starts the missing workflows of one agreement. One that cannot be started is reported and does not block the others. @throws ServiceError
 * if the server is unreachable
 */
export async function startMissingWorkflows(
  keeper: Keeper,
  { agreement, now, dryRun = false, patience = patienceForMany }: StartOptions,
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
    const became =
      patience === undefined ? await wouldBecome(client, workflowId) : await startAndAwaitAnswer(client, taskQueue, one, patience);
    return { agreement, workflowId, kind, became };
  } catch (cause) {
    if (isServerGone(cause)) throw cause;
    return { agreement, workflowId, kind, became: cause instanceof NoAnswer ? 'unanswered' : 'failed', why: failureOf(cause) };
  }
}

const wouldBecome = async (client: Client, workflowId: string): Promise<'running' | 'missing'> =>
  (await isRunning(client, workflowId)) ? 'running' : 'missing';

export const isRunning = async (client: Client, workflowId: string): Promise<boolean> =>
  (await describeWorkflow(client, workflowId))?.isRunning ?? false;

/** Returns how many deliverable letters are owed, and whether a workflow is delivering them; undefined if none are owed. */
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
