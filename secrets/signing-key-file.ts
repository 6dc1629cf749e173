/**
 * The files of the signing key: the private one that SERVANDA_SIGNING_KEY_FILE names, its owner's alone, and the public one that is
 * handed out. One JWK each. What is wrong with one is data, and nothing of a key is ever repeated.
 */
import { z } from 'zod';
import type { JwkField, KeysFileFault, KeysFileKind } from './faults.ts';
import { textOfKeys } from './keys-file.ts';
import { publicKeyOf, SigningKey, thumbprint, type PublicKey } from './signing-key.ts';

/** In bytes of 32: what a point and a seed have in Base64url. */
const half = z.string().regex(/^[\w-]{43}$/);

const jwk = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: half,
  d: half.optional(),
  kid: z
    .string()
    .regex(/^[\w.-]{1,64}$/)
    .optional(),
  use: z.literal('sig').optional(),
  alg: z.enum(['EdDSA', 'Ed25519']).optional(),
  key_ops: z.array(z.string()).optional(),
} satisfies Record<JwkField, z.ZodType>);

export type Read<T> = { key: T } | { faults: readonly KeysFileFault[] };

/** What an id may be: it stands in clear beside all that the key signs. */
export const isSigningKeyId = (id: string): boolean => jwk.shape.kid.safeParse(id).success;

export function readSigningKeyFile(file: string): Read<SigningKey> {
  const read = jwkIn(file, true, 'signingKey');
  if ('faults' in read) return read;
  const { x, d, kid = thumbprint(x) } = read.key;
  if (!d) return wrong({ code: 'publicHalf' });
  try {
    return { key: new SigningKey({ kid, x, d }) };
  } catch {
    return wrong({ code: 'otherHalf' });
  }
}

export function readPublicKeyFile(file: string): Read<PublicKey> {
  const read = jwkIn(file, false, 'publicKey');
  if ('faults' in read) return read;
  const { x, d, kid = thumbprint(x) } = read.key;
  return d ? wrong({ code: 'privateKey' }) : { key: publicKeyOf({ kid, x }) };
}

const wrong = (...faults: KeysFileFault[]): { faults: KeysFileFault[] } => ({ faults });

function jwkIn(file: string, ownersAlone: boolean, kind: KeysFileKind): Read<z.infer<typeof jwk>> {
  const text = textOfKeys(file, ownersAlone, kind);
  if ('fault' in text) return wrong(text.fault);
  const raw = parsed(text.text);
  if (raw === undefined) return wrong({ code: 'notJson', kind });
  const read = jwk.safeParse(raw);
  return read.success ? { key: read.data } : wrong(...read.error.issues.map(faultOf));
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
function faultOf({ code, path }: z.core.$ZodIssue): KeysFileFault {
  if (code === 'unrecognized_keys') return { code: 'unknownFields' };
  if (!path.length) return { code: 'notJwk' };
  return { code: code === 'invalid_type' ? 'fieldMissing' : 'wrongField', field: path[0] as JwkField };
}
