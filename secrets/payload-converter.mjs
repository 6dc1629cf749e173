/**
 * The payload converter of the workflows. What somebody else sends and nobody can read fails that message only: it comes to its handler as
 * what could not be decoded, and why; the SDK would fail the workflow's every task instead. What an activity returned is never passed on so.
 * Loaded by path into the workflows' bundle.
 */
import { DefaultPayloadConverter } from '@temporalio/common';

const plain = new DefaultPayloadConverter();

export const payloadConverter = {
  toPayload: (...value) => plain.toPayload(...value),
  fromPayload: (payload, context, hint) => {
    try {
      return plain.fromPayload(payload, context, hint);
    } catch (cause) {
      if (context?.type !== 'workflow') throw cause;
      const why = String(cause?.message ?? cause);
      // What is encoded in another way, or under another key, another worker may read; what is no JSON, or too deep, none.
      return { undecoded: why.replace(/^Unknown encoding: /, ''), isForGood: !why.startsWith('Unknown encoding') };
    }
  },
};
