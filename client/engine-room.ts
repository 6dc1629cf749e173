/**
 * The state of the service for its operators: the register's heads and upkeep, what is pending in Temporal for some agreements, and where
 * the two differ, without drafts that the caller may not see. If Temporal does not answer, the register's part is returned with the failure.
 */
import { setMaxListeners } from 'node:events';
import type { Difference } from '../reconciliation/differences.ts';
import type { WaitingTimer } from '../reconciliation/compare.ts';
import type { Head } from '../register/types.ts';
import { readUpkeep, type Upkeep } from '../register/upkeep.ts';
import type { Context } from './context.ts';
import { dossierOf } from './dossiers.ts';
import { visibleIn } from './draft-access.ts';
import { ofServer, Unavailable } from './failures.ts';
import { keeperOf, workersAsking } from './keeper.ts';
import { noAnswer, type Service } from './service.ts';

export interface EngineRoom {
  heads: { agreements: Head; rehearsals: Head };
  upkeep: Partial<Upkeep>;
  /** For the agreements asked about: what is pending, and what differs. Those not examined in time are left out. */
  looked: ReadonlyMap<string, Looked>;
  /** What the Temporal server knows of the service; undefined if it does not answer. */
  running: Running | undefined;
  failure: Error | undefined;
}

export interface Looked {
  pending: WaitingTimer[];
  differences: Difference[];
}

export interface Running {
  address: string;
  /** The number of workers that poll, and the agreements with deliveries in progress; undefined if the server can't say. */
  workers: number | undefined;
  deliveries: string[] | undefined;
}

/** The time limit for the whole call, in milliseconds. What takes longer is left out. */
const patience = 10_000;
/** The most deliveries that are listed. */
const mostDeliveries = 100;

/** @throws Unavailable if there is no register */
export async function engineRoomOf(context: Context, agreements: readonly string[]): Promise<EngineRoom> {
  const registers = await context.registersThere();
  const heads = { agreements: await registers.of(false).head(), rehearsals: await registers.of(true).head() };
  const looked = new Map<string, Looked>();
  const room = { heads, upkeep: await readUpkeep(context.home), looked };
  const signal = AbortSignal.timeout(patience);
  setMaxListeners(0, signal); // one listener for each call in progress
  try {
    const service = await context.service();
    const running = await service.client.withAbortSignal(signal, () => runningOf(context, service));
    const failure = await service.client
      .withAbortSignal(signal, () => lookAt(context, service, agreements, looked, signal))
      .then(
        () => undefined,
        (cause: unknown) => unavailable(cause, signal, context),
      );
    return { ...room, running, failure };
  } catch (cause) {
    return { ...room, running: undefined, failure: unavailable(cause, signal, context) };
  }
}

async function runningOf(context: Context, service: Service): Promise<Running> {
  const now = await context.now();
  return {
    address: service.address,
    workers: await unlessUnknown(workersAsking(service, now)),
    deliveries: await unlessUnknown(deliveriesUnderWay(service)),
  };
}

const UNIMPLEMENTED = 12;

/** A test server has no visibility store. */
const unlessUnknown = <T>(asked: Promise<T>): Promise<T | undefined> =>
  asked.catch((cause: { code?: unknown }) => (cause.code === UNIMPLEMENTED ? undefined : Promise.reject(cause as Error)));

async function deliveriesUnderWay({ client }: Service): Promise<string[]> {
  const { found } = await import('../reconciliation/describe-workflow.ts');
  const ids: string[] = [];
  for await (const { workflowId } of found(client, `ExecutionStatus = 'Running' AND WorkflowType = 'delivery'`)) {
    ids.push(workflowId.replace(/^delivery\//, ''));
    if (ids.length === mostDeliveries) break;
  }
  return ids.sort();
}

async function lookAt(
  context: Context,
  service: Service,
  agreements: readonly string[],
  looked: Map<string, Looked>,
  signal: AbortSignal,
): Promise<void> {
  const { compare } = await import('../reconciliation/compare.ts');
  const { failureOf } = await import('../reconciliation/failure.ts');
  const { isServerGone } = await import('../reconciliation/server-fault.ts');
  const { fewAtOnce, mapConcurrently } = await import('../reconciliation/map-concurrently.ts');
  const keeper = keeperOf(service, await context.registersThere(), context.person);
  const now = await context.now();
  await mapConcurrently(agreements, fewAtOnce, async agreement => {
    try {
      const { pending, differences } = await compare(keeper, agreement, () => now);
      looked.set(agreement, await withoutDrafts(context, agreement, { pending, differences }));
    } catch (cause) {
      if (signal.aborted || isServerGone(cause)) throw cause;
      const why = failureOf(cause);
      looked.set(agreement, { pending: [], differences: [{ workflowId: agreement, what: 'unreadable', code: 'notCompared', why }] });
    }
  });
}

/** Removes everything about drafts that the caller may not see. */
async function withoutDrafts(context: Context, agreement: string, { pending, differences }: Looked): Promise<Looked> {
  const dossier = await dossierOf(context, agreement);
  const visible = await visibleIn(context, dossier);
  const hidden = dossier.outbox.filter(({ body }) => !visible.act(body));
  const isHiddenLetter = (d: Difference): boolean =>
    d.what === 'letter' && hidden.some(({ body: { what, on } }) => d.letter.what === what && d.letter.on === on);
  return {
    pending: pending.filter(({ workflowId }) => visible.workflow(workflowId)),
    differences: differences.filter(d => visible.workflow(d.workflowId) && !isHiddenLetter(d)),
  };
}

/** The failure, if the service caused it; anything unforeseen is rethrown. */
function unavailable(cause: unknown, { aborted }: AbortSignal, { wording }: Context): Error {
  if (aborted) return noAnswer(wording);
  const known = ofServer(cause, wording);
  if (known instanceof Unavailable) return known;
  throw cause;
}
