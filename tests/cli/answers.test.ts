/** What the client reports if the service does not answer: in words, with what to do. */
import { ServiceError } from '@temporalio/client';
import { expect, it } from 'vitest';
import { Unavailable } from '../../client/failures.ts';
import { withTimeout, type Service } from '../../client/service.ts';
import { wordings } from '../../wording/index.ts';

/** A service whose every request fails as Temporal's client reports it. */
const failing = (code: number, details: string): Promise<unknown> => {
  const client = { withAbortSignal: (_: AbortSignal, ask: () => Promise<unknown>) => ask() } as unknown as Service['client'];
  const grpc = Object.assign(new Error(details), { code, details, metadata: {} });
  const update = new ServiceError('Workflow Update failed', { cause: grpc });
  return withTimeout({ wording: wordings.en }, { client }, () => Promise.reject(update));
};

it('the command reports that a worker died several times, and that repeating the request is safe', async () => {
  const failure = failing(9, 'Unable to perform workflow execution update due to Workflow Task in failed state.');
  await expect(failure).rejects.toThrow(Unavailable);
  await expect(failure).rejects.toThrow('Repeat the same command in a minute, which is safe');
});

it('the command reports that the server went away during an update', async () => {
  await expect(failing(14, 'Connection dropped')).rejects.toThrow(
    'The connection to the Temporal server was lost: Connection dropped. Start it with',
  );
});

it('a failure that is not the service’s is passed on unchanged', async () => {
  await expect(failing(3, 'invalid')).rejects.toThrow(ServiceError);
});
