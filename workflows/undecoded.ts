/** What was sent and could not be decoded: the converter of the workflows says why in its place (`secrets/payload-converter.mjs`). */
import { whyBeyond } from '../machines/limits.ts';
import { refuse } from '../machines/refusal.ts';
import { refusal } from './refusals.ts';

const isForGood = (sent: unknown): boolean => (sent as { isForGood?: boolean }).isForGood === true;

/** In characters: more than Temporal takes. Its depth and its texts are looked at, before anything is made of it. */
const startLimit = 4_000_000;

const whyUndecoded = (sent: unknown): string | undefined => (sent as { undecoded?: string } | null | undefined)?.undecoded;

/** @throws ApplicationFailure of type Refused: of an update, which is refused alone */
export function assertDecoded(sent: unknown): void {
  const why = whyUndecoded(sent);
  if (why !== undefined) throw refusal(refuse('undecoded', { why }));
}

/**
 * What a workflow begins with, nothing of it where it is no object. That it can't be decoded is no refusal: a worker without the key must not
 * end what another one keeps. @throws Error, which fails the task and not the workflow; ApplicationFailure where it is too large or too deep
 */
export function decoded<Input extends object>(sent: Input): Input {
  const why = whyUndecoded(sent);
  if (why !== undefined) throw isForGood(sent) ? refusal(refuse('undecoded', { why })) : new Undecoded(why);
  const beyond = whyBeyond(sent, startLimit);
  if (beyond) throw refusal(refuse('beyondLimit', { what: 'start', ...beyond }));
  return typeof sent === 'object' && sent !== null ? sent : ({} as Input);
}

class Undecoded extends Error {
  override readonly name = 'Undecoded';
}
