/**
 * The files of the signing key: the private one that SERVANDA_SIGNING_KEY_FILE names, its owner's alone, and the public one that is
 * handed out. One JWK each. What is wrong with one is said, and nothing of a key is ever repeated.
 */
import { z } from 'zod';
import { textOfKeys } from './keys-file.ts';
import { publicKeyOf, SigningKey, thumbprint, type PublicKey } from './signing-key.ts';

/** In bytes of 32: what a point and a seed have in Base64url. */
const half = z.string().regex(/^[\w-]{43}$/, { error: 'must be 32 bytes in Base64url' });

const jwk = z.strictObject({
  kty: z.literal('OKP', { error: 'must be OKP' }),
  crv: z.literal('Ed25519', { error: 'must be Ed25519: no other kind of key signs here' }),
  x: half,
  d: half.optional(),
  kid: z
    .string()
    .regex(/^[\w.-]{1,64}$/, { error: 'must be 1 to 64 letters, digits, dots, hyphens or underscores' })
    .optional(),
  use: z.literal('sig', { error: 'must be sig' }).optional(),
  alg: z.enum(['EdDSA', 'Ed25519'], { error: 'must be EdDSA' }).optional(),
  key_ops: z.array(z.string()).optional(),
});

export type Read<T> = { key: T } | { problem: string };

/** What an id may be: it stands in clear beside all that the key signs. */
export const isSigningKeyId = (id: string): boolean => jwk.shape.kid.safeParse(id).success;

export function readSigningKeyFile(file: string): Read<SigningKey> {
  const read = jwkIn(file, true, 'with a signing key as npx servanda keys new --signing prints it');
  if ('problem' in read) return read;
  const { x, d, kid = thumbprint(x) } = read.key;
  if (!d) return { problem: 'has the public half alone: it can check what was signed, and sign nothing' };
  try {
    return { key: new SigningKey({ kid, x, d }) };
  } catch {
    return { problem: 'has a public half (x) that is not that of its private one (d)' };
  }
}

export function readPublicKeyFile(file: string): Read<PublicKey> {
  const read = jwkIn(file, false, 'with a public key as npx servanda keys public prints it');
  if ('problem' in read) return read;
  const { x, d, kid = thumbprint(x) } = read.key;
  if (d) return { problem: 'is the private key: keep it where it is, and hand out what npx servanda keys public prints' };
  return { key: publicKeyOf({ kid, x }) };
}

function jwkIn(file: string, ownersAlone: boolean, as: string): Read<z.infer<typeof jwk>> {
  const text = textOfKeys(file, ownersAlone, as);
  if ('problem' in text) return text;
  const raw = parsed(text.text);
  if (raw === undefined) return { problem: `is not JSON; it must be one JWK, ${as}` };
  const read = jwk.safeParse(raw);
  return read.success ? { key: read.data } : { problem: read.error.issues.map(problemIn).join('; ') };
}

/** A text that is not JSON may be a key all the same: the parser's own words would repeat of it. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** By the name of the field alone: an unknown field is not named either, since a key may stand in its place. */
function problemIn({ code, path, message }: z.core.$ZodIssue): string {
  if (code === 'unrecognized_keys') return 'has fields that the JWK of an Ed25519 key does not have';
  return path.length ? `${String(path[0])} ${code === 'invalid_type' ? 'is missing or of another kind' : message}` : 'is no JWK';
}
