/** What was sent and could not be decoded: the converter of the workflows says why in its place (`secrets/payload-converter.mjs`). */
import { refuse } from '../machines/refusal.ts';
import { refusal } from './refusals.ts';

const whyUndecoded = (sent: unknown): string | undefined => (sent as { undecoded?: string } | null | undefined)?.undecoded;

/** @throws ApplicationFailure of type Refused: of an update, which is refused alone */
export function assertDecoded(sent: unknown): void {
  const why = whyUndecoded(sent);
  if (why !== undefined) throw refusal(refuse('undecoded', { why }));
}

/**
 * What a workflow begins with. No refusal: a worker without the key must not end what another one keeps.
 * @throws Error, which fails the task and not the workflow
 */
export function decoded<Input>(sent: Input): Input {
  const why = whyUndecoded(sent);
  if (why !== undefined) throw new Undecoded(why);
  return sent;
}

class Undecoded extends Error {
  override readonly name = 'Undecoded';
}
