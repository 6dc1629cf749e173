/**
 * A server that has as many updates of one workflow in flight as it takes (ten, by default) refuses the next one: nothing was sent, and it is
 * asked again, ever later, until it is taken. Temporal's own client would do so for most of a minute, whoever has given up meanwhile.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { defaultGrpcRetryOptions, isGrpcServiceError, makeGrpcRetryInterceptor, type ConnectionOptions } from '@temporalio/client';

type Interceptor = NonNullable<ConnectionOptions['interceptors']>[number];

const RESOURCE_EXHAUSTED = 8;

/** In milliseconds: how long it is asked again, the first pause between, and the longest. */
export const busyFor = 60_000;
const [shortest, longest] = [50, 1_000];

const isBusy = (cause: unknown): boolean =>
  [cause, (cause as { cause?: unknown } | undefined)?.cause].some(e => isGrpcServiceError(e) && e.code === RESOURCE_EXHAUSTED);

/** @throws Busy when it was not taken in that time, and any other failure as it is */
export async function untilTaken<T>(asking: () => Promise<T>, within = busyFor): Promise<T> {
  const signal = AbortSignal.timeout(within);
  for (let wait = shortest; ; wait = Math.min(wait * 2, longest)) {
    try {
      return await asking();
    } catch (cause) {
      if (!isBusy(cause)) throw cause;
      // Those who wait side by side come at different moments.
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

/** Temporal's own repeats, but of an update that is refused because of others. */
export const repeats: Interceptor = (options, nextCall) =>
  (/\/(UpdateWorkflowExecution|ExecuteMultiOperation)$/.test(options.method_definition.path) ? unlessBusy : asTemporalDoes)(
    options,
    nextCall,
  );
