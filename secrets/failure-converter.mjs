/**
 * Puts failures' messages and stack traces into payloads, which the codec encrypts. Loaded by path, by the SDK and into the workflows'
 * bundle. A missing key is not secret, and its failure must be readable without it.
 */
import { DefaultFailureConverter } from '@temporalio/common';

const sealed = new DefaultFailureConverter({ encodeCommonAttributes: true });
const clear = new DefaultFailureConverter();
const ofKeys = ['KeyMissing', 'SealBroken', 'Undecoded'];

export const failureConverter = {
  errorToFailure: (error, ...rest) => (ofKeys.includes(error?.name) ? clear : sealed).errorToFailure(error, ...rest),
  failureToError: (...failure) => sealed.failureToError(...failure),
};
