/** The id of an update that may be repeated: the key of who asks, and the whole of what is asked, so that other content is another update. */
import { contentHash } from '../register/canonical.ts';
import type { Context } from './context.ts';

export const repeatableAs = ({ repeatable }: Context, name: string, request: object): { updateId?: string } =>
  repeatable === undefined ? {} : { updateId: `${repeatable}:${contentHash({ name, request })}` };
