/** How values become what Temporal keeps: for every client and worker, those of tests too. */
import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import type { Keyring } from './keyring.ts';
import { payloadCodec } from './payload-codec.ts';

/** With keys, a failure's message and stack trace go where the codec sees them; the workflows' bundle needs the same converter. */
export const failureConverterPath = fileURLToPath(new URL('failure-converter.mjs', import.meta.url));

export const dataConverter = (keys: Keyring): DataConverter => ({
  payloadCodecs: [payloadCodec(keys)],
  ...(keys.isEmpty ? {} : { failureConverterPath }),
});
