/** What every client and worker of Temporal is given, those of tests too, so that nothing entered leaves this process in clear. */
import type { ClientOptions } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import type { WorkerOptions } from '@temporalio/worker';
import { inPackage } from '../package-root.ts';
import { inTurn } from './in-turn.ts';
import type { Keyring } from './keyring.ts';
import { payloadCodec, payloadCodecOfWorkers } from './payload-codec.ts';
import { markedUpdateIds } from './update-ids.ts';

/** With keys, a failure's message and stack trace go where the codec sees them; the workflows' bundle needs the same converter. */
export const failureConverterPath = inPackage('secrets/failure-converter.mjs');

/** How workflows read what they are sent; the workflows' bundle needs it. */
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

/** Also for the client that activities have. */
export const workerOptions = (keys: Keyring) =>
  ({
    dataConverter: { ...dataConverter(keys), payloadCodecs: [payloadCodecOfWorkers(keys)] },
    interceptors: { client: interceptors(keys) },
  }) satisfies Pick<WorkerOptions, 'dataConverter' | 'interceptors'>;
