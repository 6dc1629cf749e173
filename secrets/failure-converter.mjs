/**
 * Failures whose message and stack trace are payloads, which the codec encrypts. Loaded by path, by the SDK and into the
 * workflows' bundle. That a key is missing holds nothing secret, and must be readable without it.
 */
import { DefaultFailureConverter } from '@temporalio/common';

const sealed = new DefaultFailureConverter({ encodeCommonAttributes: true });
const clear = new DefaultFailureConverter();
const ofKeys = ['KeyMissing', 'SealBroken', 'Undecoded'];

export const failureConverter = {
  errorToFailure: (error, ...rest) => (ofKeys.includes(error?.name) ? clear : sealed).errorToFailure(error, ...rest),
  failureToError: (...failure) => sealed.failureToError(...failure),
};
