/**
 * For whoever keeps the service running: the register and when it was looked after, and what really waits in Temporal for some agreements,
 * with what differs from the register. Where Temporal does not answer, that stands in the answer beside the register's part.
 */
import { setMaxListeners } from 'node:events';
import type { Difference } from '../reconciliation/differences.ts';
import type { WaitingTimer } from '../reconciliation/comparing.ts';
import type { Head } from '../register/types.ts';
import { readUpkeep, type Upkeep } from '../register/upkeep.ts';
import type { Context } from './context.ts';
import { ofServer, Unavailable } from './failures.ts';
import { keeperOf, workersAsking } from './keeper.ts';
import { noAnswer, type Service } from './service.ts';

export interface EngineRoom {
  heads: { agreements: Head; rehearsals: Head };
  upkeep: Partial<Upkeep>;
  /** Of those that were asked for: what waits, and what differs. One that was not looked at in time is left out. */
  looked: ReadonlyMap<string, Looked>;
  /** What the server knows of the service; undefined where it does not answer. */
  running: Running | undefined;
  failure: Error | undefined;
}

export interface Looked {
  pending: WaitingTimer[];
  differences: Difference[];
}

export interface Running {
  address: string;
  /** How many workers ask for work, and of which agreements letters are on their way; undefined where the server can't say. */
  workers: number | undefined;
  deliveries: string[] | undefined;
}

/** In milliseconds, for all of it: what takes longer is left out. */
const patience = 10_000;
/** Of many, so many are named. */
const mostDeliveries = 100;

/** @throws Unavailable where there is no register */
export async function engineRoomOf(context: Context, agreements: readonly string[]): Promise<EngineRoom> {
  const registers = await context.registersThere();
  const heads = { agreements: await registers.of(false).head(), rehearsals: await registers.of(true).head() };
  const looked = new Map<string, Looked>();
  const room = { heads, upkeep: await readUpkeep(context.home), looked };
  const signal = AbortSignal.timeout(patience);
  setMaxListeners(0, signal); // one for each call under way
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

/** A server for tests keeps no lists. */
const unlessUnknown = <T>(asked: Promise<T>): Promise<T | undefined> =>
  asked.catch((cause: { code?: unknown }) => (cause.code === UNIMPLEMENTED ? undefined : Promise.reject(cause as Error)));

async function deliveriesUnderWay({ client }: Service): Promise<string[]> {
  const { found } = await import('../reconciliation/described.ts');
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
  const { compare } = await import('../reconciliation/comparing.ts');
  const { failureOf } = await import('../reconciliation/failure.ts');
  const { isServerGone } = await import('../reconciliation/server-fault.ts');
  const { fewAtOnce, mapConcurrently } = await import('../reconciliation/map-concurrently.ts');
  const keeper = keeperOf(service, await context.registersThere(), context.person);
  const now = await context.now();
  await mapConcurrently(agreements, fewAtOnce, async agreement => {
    try {
      const { pending, differences } = await compare(keeper, agreement, () => now);
      looked.set(agreement, { pending, differences });
    } catch (cause) {
      if (signal.aborted || isServerGone(cause)) throw cause;
      const why = failureOf(cause);
      looked.set(agreement, { pending: [], differences: [{ workflowId: agreement, what: 'unreadable', code: 'notCompared', why }] });
    }
  });
}

/** What stopped it, where that is the service; what nobody foresaw is thrown. */
function unavailable(cause: unknown, { aborted }: AbortSignal, { wording }: Context): Error {
  if (aborted) return noAnswer(wording);
  const known = ofServer(cause, wording);
  if (known instanceof Unavailable) return known;
  throw cause;
}
