/**
 * The signing key's files, one JWK each: the private one named by SERVANDA_SIGNING_KEY_FILE, readable only by its owner, and the public one
 * for distribution. Faults are data and never repeat any part of a key.
 */
import { z } from 'zod';
import type { JwkField, KeysFileFault, KeysFileKind } from './faults.ts';
import { textOfKeys } from './keys-file.ts';
import { publicKeyOf, SigningKey, thumbprint, type PublicKey } from './signing-key.ts';

/** 32 bytes in Base64url: a point or a seed. */
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

/** The form of an id, which appears in clear beside everything the key signs. */
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

/** Drops the parser's message: the text may be a key despite not being JSON, and the message would quote it. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reports only the names of known fields: an unknown field's name may itself be a key. */
function faultOf({ code, path }: z.core.$ZodIssue): KeysFileFault {
  if (code === 'unrecognized_keys') return { code: 'unknownFields' };
  if (!path.length) return { code: 'notJwk' };
  return { code: code === 'invalid_type' ? 'fieldMissing' : 'wrongField', field: path[0] as JwkField };
}
