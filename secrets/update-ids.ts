/**
 * Ids of updates, which Temporal keeps in clear: an entry's id may name a Party, and the hash of its content can be guessed.
 * With keys a keyed hash goes in their place: the same for a repeat, so that it still gets the first answer.
 */
import type { WorkflowClientInterceptor } from '@temporalio/client';
import type { Keyring } from './keyring.ts';

export function markedUpdateIds(keys: Keyring): WorkflowClientInterceptor {
  const marked = async <Options extends { updateId?: string | undefined }>(options: Options): Promise<Options> =>
    options.updateId === undefined ? options : { ...options, updateId: await keys.mark(options.updateId) };
  return {
    startUpdate: async (input, next) => next({ ...input, options: await marked(input.options) }),
    startUpdateWithStart: async (input, next) => next({ ...input, updateOptions: await marked(input.updateOptions) }),
  };
}
