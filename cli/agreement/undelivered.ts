/**
 * Reports the letters about an agreement that are being retried, and the recipients whom the last one did not reach. For `agreement show`.
 */
import { lettersOf, unreached, type SentLetter, type TriedLetter } from '../../client/letters.ts';
import { failingLetterIn } from '../../wording/differences/sentence.ts';
import { detailIn } from '../../client/letter-sentences.ts';
import { contextOf } from '../client.ts';
import { failureSentence } from '../failures.ts';
import type { CliContext } from '../world.ts';

/** Also returns them as data. */
export async function warnOfUndelivered(
  world: CliContext,
  home: string | undefined,
  agreement: string,
): Promise<(SentLetter | TriedLetter)[]> {
  const { m, say, wording } = world.words;
  const letters = await lettersOf(contextOf(world, home), [agreement]);
  const { failing, waiting, failure } = letters;
  for (const { recipient, way, at, detail } of unreached(letters))
    world.warn(
      say(m.show.unreached, {
        recipient,
        way,
        at: world.words.time(at),
        said: detailIn(detail, m, wording),
        agreement,
      }),
    );
  for (const { count } of waiting) world.warn(world.words.counted(m.deliveries.waiting, count, { agreement }));
  for (const letter of failing) world.warn(failingLetterIn(letter, wording));
  if (failure) world.warn(say(m.deliveries.unasked, { why: failureSentence(failure, world.words) }));
  return [...unreached(letters), ...failing];
}
