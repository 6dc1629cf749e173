/**
 * The payload converter of the workflows. What somebody else sends and nobody can read fails that message only: it comes to its handler as
 * what could not be decoded, and why; the SDK would fail the workflow's every task instead. What an activity returned is never passed on so.
 * Loaded by path into the workflows' bundle.
 */
import { DefaultPayloadConverter } from '@temporalio/common';

const plain = new DefaultPayloadConverter();

/** In levels: more than any request has, and few enough for whatever copies it. */
const deepest = 200;

/** Level by level: it can't be exhausted itself. */
function isDeep(value) {
  let level = [value];
  for (let depth = 0; level.length && depth <= deepest; depth += 1)
    level = level.flatMap(one => (typeof one === 'object' && one !== null && !ArrayBuffer.isView(one) ? Object.values(one) : []));
  return level.length > 0;
}

export const payloadConverter = {
  toPayload: (...value) => plain.toPayload(...value),
  fromPayload: (payload, context, hint) => {
    if (context?.type !== 'workflow') return plain.fromPayload(payload, context, hint);
    try {
      const value = plain.fromPayload(payload, context, hint);
      // Of a memo too, which goes wherever the workflow says who it is.
      if (isDeep(value)) throw new RangeError(`It is nested deeper than ${deepest} levels.`);
      return value;
    } catch (cause) {
      const why = String(cause?.message ?? cause);
      // What is encoded in another way, or under another key, another worker may read; what is no JSON, or too deep, none.
      return { undecoded: why.replace(/^Unknown encoding: /, ''), isForGood: !why.startsWith('Unknown encoding') };
    }
  },
};
