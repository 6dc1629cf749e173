/** Input that could not be decoded: the payload converter (`secrets/payload-converter.mjs`) puts the reason in its place. */
import { whyBeyond } from '../machines/limits.ts';
import { refuse } from '../machines/refusal.ts';
import { refusal } from './refusal-failures.ts';

const isPermanent = (sent: unknown): boolean => (sent as { isPermanent?: boolean }).isPermanent === true;

/** In characters, more than Temporal accepts. Bounds the depth and the texts before the input is processed. */
const startLimit = 4_000_000;

const whyUndecoded = (sent: unknown): string | undefined => (sent as { undecoded?: string } | null | undefined)?.undecoded;

/** For an update, which fails without ending the workflow. @throws ApplicationFailure of type Refused */
export function assertDecoded(sent: unknown): void {
  const why = whyUndecoded(sent);
  if (why !== undefined) throw refusal(refuse('undecoded', { why }));
}

/**
 * The workflow's input, empty if it is not an object. Undecodable input is not a refusal: a worker without the key must not end a workflow
 * that another worker can run. @throws Error, which fails the task but not the workflow; ApplicationFailure if the input is too large or
 * too deep
 */
export function decoded<Input extends object>(sent: Input): Input {
  const why = whyUndecoded(sent);
  if (why !== undefined) throw isPermanent(sent) ? refusal(refuse('undecoded', { why })) : new Undecoded(why);
  const beyond = whyBeyond(sent, startLimit);
  if (beyond) throw refusal(refuse('beyondLimit', { what: 'start', ...beyond }));
  return typeof sent === 'object' && sent !== null ? sent : ({} as Input);
}

class Undecoded extends Error {
  override readonly name = 'Undecoded';
}
