/**
 * Callers over a network present rights that were signed where their key is: this process holds nobody's key, and can do nothing that was
 * not signed for it. One right, for `api`, reads for an hour; each request that writes needs its own, as on the command line. Decision 33.
 */
import type { Language } from '../clauses/desk.ts';
import { NoRight, readRight, unverifiedSignerOf, unverifiedTargetOf } from '../identity/right.ts';
import { requestHash } from '../identity/request-hash.ts';
import { audienceOf, longestRight } from '../identity/shapes.ts';
import { isSigned } from '../identity/signature.ts';
import { refuse } from '../machines/refusal.ts';
import { NotAllowed } from '../register/errors.ts';
import { wordings } from '../wording/index.ts';
import { message } from '../wording/message.ts';
import { inEnglish } from '../wording/refusals/english.ts';
import { rightFaultIn } from '../wording/refusals/sentence.ts';
import type { Wording } from '../wording/wording.ts';
import type { Context } from './context.ts';
import { InvalidRequest, Refused } from './failures.ts';
import { contextSigning, type Signing } from './sharing.ts';

export interface RightsShown {
  /** The right to read. */
  reading?: string | undefined;
  /** The rights to requests that write. */
  writing: readonly string[];
}

/** What must be signed: `identity sign WORKFLOW NAME --request JSON` makes the right. */
export interface ToSign {
  workflow: string;
  name: string;
  request: unknown;
  /** The audience of the right, as docs/rights.md defines it. */
  audience: string;
  hash: string;
}

/** Nobody signed the request; nothing was sent. `other`: the right presented for that workflow was signed for another request. */
export class RightNeeded extends InvalidRequest {
  constructor(
    readonly sign: ToSign,
    wording: Wording,
    other?: { signer: string; person: string },
  ) {
    const { workflow, name } = sign;
    const code = workflow === place ? 'readingRightNeeded' : other ? 'otherRightNeeded' : 'rightNeeded';
    super(code, { workflow, name, example: "'{}'", ...other }, wording);
  }
}

/** The audience that the right to read is signed for. No workflow has such an id. */
const place = 'api';
const name = 'read';

/** `base` for the caller with these rights; if no authority is trusted, for the person of `base`. @throws RightNeeded, Refused */
export async function contextShowing(base: Context, shown: RightsShown, language: Language): Promise<Context> {
  const wording = wordings[language];
  const registers = await base.registersThere();
  const [ofReal, ofRehearsals] = [await registers.of(false).trusted(), await registers.of(true).trusted()];
  if (!ofReal.length && !ofRehearsals.length) return contextSigning(base, { person: base.person, language }, unsigned);
  const { namespace } = (await base.configuration()).temporal;
  const asked = { audience: audienceOf(namespace, place), name, hash: requestHash(name, {}) };
  if (!shown.reading) throw new RightNeeded({ workflow: place, name, request: {}, audience: asked.audience, hash: asked.hash }, wording);
  const register = registers.of(!ofReal.length);
  const holder = await register
    .assertRight({ token: shown.reading, ...asked, whyNot: () => undefined })
    .then(() => readRight(shown.reading, { trusted: ofReal.length ? ofReal : ofRehearsals, ...asked }, isSigned).identity)
    .catch(asRefused(base, wording));
  return contextSigning(base, { person: holder.person, language, holder }, attached(shown.writing, holder.person, wording));
}

const unsigned: Signing = () => async (_by, _workflow, _name, request) => request;

/** Attaches the right that was presented for a request; workflow and register verify it. */
const attached =
  (rights: readonly string[], person: string, wording: Wording): Signing =>
  namespace =>
  async (_by, workflow, name, request) => {
    const audience = audienceOf(namespace, workflow);
    const hash = requestHash(name, request);
    const right = rights.find(one => isFor(one, audience, hash));
    if (right) return { ...request, right };
    const other = rights.find(one => isFor(one, audience));
    const signer = other && signerOf(other);
    throw new RightNeeded({ workflow, name, request, audience, hash }, wording, signer === undefined ? undefined : { signer, person });
  };

/** Without a hash: for any request. */
const isFor = (right: string, audience: string, hash?: string): boolean =>
  readIn(right, one => {
    const { aud, hash: of } = unverifiedTargetOf(one);
    return aud === audience && (hash ?? of) === of;
  }) ?? false;

const signerOf = (right: string): string | undefined => readIn(right, unverifiedSignerOf);

/** Undefined if it is not a right. */
function readIn<T>(right: string, read: (right: string) => T): T | undefined {
  if (right.length > longestRight) return undefined;
  try {
    return read(right);
  } catch (cause) {
    if (cause instanceof NoRight) return undefined;
    throw cause;
  }
}

/** Writes a refusal to the security log. */
const asRefused =
  ({ home }: Context, wording: Wording) =>
  async (cause: unknown): Promise<never> => {
    if (!(cause instanceof NotAllowed || cause instanceof NoRight)) throw cause;
    const refusal = refuse('rightRefused', { fault: cause.fault });
    const { refusedAtCommandLine } = await import('../worker/security-log.ts');
    refusedAtCommandLine(home, { where: 'api', of: place, why: inEnglish(refusal) });
    const fault = rightFaultIn(cause.fault, wording);
    throw new Refused([refusal], wording, () =>
      message(wording.client.problems.said.readingRefused, wording.locale, { fault, example: "'{}'" }),
    );
  };
