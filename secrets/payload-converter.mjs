/**
 * The payload converter of the workflows. An undecodable message from outside fails only that message: its handler receives the reason in
 * place of the content, where the SDK would fail every task of the workflow. Results of activities are never replaced this way. Loaded by
 * path into the workflows' bundle.
 */
import { DefaultPayloadConverter } from '@temporalio/common';

const plain = new DefaultPayloadConverter();

/** In levels: more than any request has, and few enough for any code that copies it. */
const deepest = 200;

/** Goes level by level, so it can't overflow the stack itself. */
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
      // Also checks memos, which the SDK copies with the workflow's info.
      if (isDeep(value)) throw new RangeError(`It is nested deeper than ${deepest} levels.`);
      return value;
    } catch (cause) {
      const why = String(cause?.message ?? cause);
      // Another worker may read another encoding or key; no worker can read invalid JSON or too deep a value.
      return { undecoded: why.replace(/^Unknown encoding: /, ''), isPermanent: !why.startsWith('Unknown encoding') };
    }
  },
};
