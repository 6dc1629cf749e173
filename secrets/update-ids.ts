/**
 * Hides update ids, which Temporal stores in clear: an entry's id may name a Party, and its content hash can be guessed. With keys a keyed
 * hash replaces them, stable so that a repeat still gets the first answer.
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
