/** Updates under an id, by which Temporal recognises a repeat. */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { contentHash } from '../register/canonical.ts';
import type { Context } from './context.ts';
import { failureFrom, Refused } from './failures.ts';

/** Under the caller's key, if there is one, and the hash of the whole request, so that other content makes another update. */
export const askByKey = <T>(
  context: Context,
  name: string,
  request: object,
  ask: (options: { updateId?: string }) => Promise<T>,
): Promise<T> =>
  context.repeatable === undefined
    ? ask({})
    : askRepeatably(context, `${context.repeatable}:${contentHash({ name, request })}`, updateId => ask({ updateId }));

/**
 * Sends an update. Temporal returns the first answer to a repeat, even a refusal that the register, the day or a new right has overtaken
 * since: so what was refused is sent once more, under an id of its own. `isFinal`: a refusal that nothing can have overtaken.
 * @throws what `ask` throws
 */
export async function askRepeatably<T>(
  { wording }: Pick<Context, 'wording'>,
  id: string,
  ask: (updateId: string) => Promise<T>,
  isFinal: (refused: Refused) => boolean = () => false,
): Promise<T> {
  const refusedBy = async (cause: unknown): Promise<Refused | undefined> => {
    const failure = await failureFrom(wording)(cause);
    return failure instanceof Refused ? failure : undefined;
  };
  try {
    return await ask(id);
  } catch (first) {
    const refused = await refusedBy(first);
    if (!refused || isFinal(refused)) throw first;
    return ask(`${id}:${randomUUID()}`).catch(async (second: unknown) => {
      throw isSpentBy(refused, await refusedBy(second)) ? first : second;
    });
  }
}

/** The first refusal was of this very request, whose right it has spent. */
function isSpentBy({ refusal: first }: Refused, again: Refused | undefined): boolean {
  const fault = again?.refusal.code === 'rightRefused' ? again.refusal.params.fault : undefined;
  return fault?.code === 'refusedBefore' && isDeepStrictEqual(fault.refusal, first);
}
