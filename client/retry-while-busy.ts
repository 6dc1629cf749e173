/**
 * Retries a request that the server rejects because one workflow already has its maximum of updates in flight (ten by default). Nothing was
 * sent, so the request is repeated with growing pauses. Temporal's own client would retry for most of a minute even after the caller has
 * given up.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { defaultGrpcRetryOptions, isGrpcServiceError, makeGrpcRetryInterceptor, type ConnectionOptions } from '@temporalio/client';

type Interceptor = NonNullable<ConnectionOptions['interceptors']>[number];

const RESOURCE_EXHAUSTED = 8;

/** How long a request is retried, and the shortest and the longest pause between two tries. In milliseconds. */
export const busyFor = 60_000;
const [shortest, longest] = [50, 1_000];

const isBusy = (cause: unknown): boolean =>
  [cause, (cause as { cause?: unknown } | undefined)?.cause].some(e => isGrpcServiceError(e) && e.code === RESOURCE_EXHAUSTED);

/** @throws Busy if the server did not accept the request in time; any other failure unchanged */
export async function retryWhileBusy<T>(asking: () => Promise<T>, within = busyFor): Promise<T> {
  const signal = AbortSignal.timeout(within);
  for (let wait = shortest; ; wait = Math.min(wait * 2, longest)) {
    try {
      return await asking();
    } catch (cause) {
      if (!isBusy(cause)) throw cause;
      // Random pauses keep concurrent callers from retrying at the same moment.
      await pause(wait * (0.5 + Math.random()), undefined, { signal }).catch(() => Promise.reject(new Busy({ cause })));
    }
  }
}

export class Busy extends Error {
  override readonly name = 'Busy';

  constructor(options: ErrorOptions) {
    super('busy', options);
  }
}

const usual = defaultGrpcRetryOptions();
const asTemporalDoes = makeGrpcRetryInterceptor(usual);
const unlessBusy = makeGrpcRetryInterceptor({
  ...usual,
  retryableDecider: (attempt, status) => status.code !== RESOURCE_EXHAUSTED && usual.retryableDecider(attempt, status),
});

/** Temporal's own retries, except for an update that is rejected because too many others are in flight. */
export const repeats: Interceptor = (options, nextCall) =>
  (/\/(UpdateWorkflowExecution|ExecuteMultiOperation)$/.test(options.method_definition.path) ? unlessBusy : asTemporalDoes)(
    options,
    nextCall,
  );
