/** The id of a repeatable update: the caller's key and the hash of the whole request, so that other content makes another update. */
import { contentHash } from '../register/canonical.ts';
import type { Context } from './context.ts';

export const repeatableAs = ({ repeatable }: Context, name: string, request: object): { updateId?: string } =>
  repeatable === undefined ? {} : { updateId: `${repeatable}:${contentHash({ name, request })}` };
