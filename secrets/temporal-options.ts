/** Options for every Temporal client and worker, in tests too, so that nothing recorded leaves this process in clear. */
import type { ClientOptions } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import type { WorkerOptions } from '@temporalio/worker';
import { inPackage } from '../package-root.ts';
import { inTurn } from './update-queue.ts';
import type { Keyring } from './keyring.ts';
import { payloadCodec, payloadCodecOfWorkers } from './payload-codec.ts';
import { markedUpdateIds } from './update-ids.ts';

/** With keys, this puts a failure's message and stack trace where the codec sees them; the workflows' bundle needs it too. */
export const failureConverterPath = inPackage('secrets/failure-converter.mjs');

/** How workflows decode their input; the workflows' bundle needs it. */
export const payloadConverterPath = inPackage('secrets/payload-converter.mjs');

export const dataConverter = (keys: Keyring): DataConverter => ({
  payloadCodecs: [payloadCodec(keys)],
  ...(keys.isEmpty ? {} : { failureConverterPath }),
});

const turns = inTurn();
const interceptors = (keys: Keyring) => ({ workflow: [turns, ...(keys.isEmpty ? [] : [markedUpdateIds(keys)])] });

export const clientOptions = (keys: Keyring): Pick<ClientOptions, 'dataConverter' | 'interceptors'> => ({
  dataConverter: dataConverter(keys),
  interceptors: interceptors(keys),
});

/** Also for the client inside activities. */
export const workerOptions = (keys: Keyring) =>
  ({
    dataConverter: { ...dataConverter(keys), payloadCodecs: [payloadCodecOfWorkers(keys)] },
    interceptors: { client: interceptors(keys) },
  }) satisfies Pick<WorkerOptions, 'dataConverter' | 'interceptors'>;
