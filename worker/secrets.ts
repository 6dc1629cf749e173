/** Secrets from the environment: the keys, how much Temporal shows in clear, and the Temporal UI's codec server. */
import { z } from 'zod';
import { readKeysFile } from '../secrets/keys-file.ts';
import type { KeysFileFault } from '../secrets/faults.ts';
import { noKeys, type Keyring } from '../secrets/keyring.ts';
import type { SigningKey } from '../secrets/signing-key.ts';
import { readSigningKeyFile } from '../secrets/signing-key-file.ts';
import type { Mistake, Unfit } from './configuration-mistakes.ts';

export interface Secrets {
  /** Empty if none are configured; then nothing is encrypted. */
  keys: Keyring;
  /** Signs heads and certificates; undefined if none is configured. */
  signing?: SigningKey;
  /** Keeps Party names out of what Temporal stores in clear, and rejects agreement ids that reveal them. */
  discreet: boolean;
  codec: { port: number; token?: string };
}

/** Recognizes a key given instead of its file, so that it is not printed. */
const keyInPlace = /[A-Za-z0-9+/]{43}=/;

export const keysFileVariable = z
  .string()
  .refine(file => !keyInPlace.test(file), { error: 'keysInPlace' satisfies Unfit })
  .optional();

/** Recognizes the private key itself, as a JWK or only its private half. */
const signingKeyInPlace = /[{}"]|^[\w-]{43}$/;

export const signingKeyFileVariable = z
  .string()
  .refine(file => !signingKeyInPlace.test(file), { error: 'signingKeyInPlace' satisfies Unfit })
  .optional();

export const codecTokenVariable = z
  .string()
  .regex(/^[\w.~+/=-]{32,4096}$/, { error: 'codecToken' satisfies Unfit })
  .optional();

interface Read {
  SERVANDA_HIDE_PARTIES: boolean;
  SERVANDA_CODEC_PORT: number;
  SERVANDA_CODEC_TOKEN?: string | undefined;
}

/** `env`: the variables that are set; `read`: their parsed values, if each is valid by itself. Checks the combination. */
export function readSecrets(env: Record<string, string>, read: Read | undefined): { secrets: Secrets; mistakes: Mistake[] } {
  const file = env['SERVANDA_KEYS_FILE'];
  const { keys, faults } = file === undefined || keyInPlace.test(file) ? { keys: noKeys, faults: [] } : readKeysFile(file);
  const mistakes: Mistake[] = faults.map(fault => ofFile('SERVANDA_KEYS_FILE', file!, fault));
  if (file === undefined)
    for (const name of ['SERVANDA_CODEC_TOKEN', ...(read?.SERVANDA_HIDE_PARTIES ? ['SERVANDA_HIDE_PARTIES'] : [])])
      if (env[name]) mistakes.push({ name, fault: { code: 'nothingWithoutKeys' } });
  const signing = readSigning(env['SERVANDA_SIGNING_KEY_FILE'], mistakes);
  const { SERVANDA_HIDE_PARTIES: discreet = false, SERVANDA_CODEC_PORT: port = 0, SERVANDA_CODEC_TOKEN: token } = read ?? {};
  return { secrets: { keys, ...(signing ? { signing } : {}), discreet, codec: { port, ...(token ? { token } : {}) } }, mistakes };
}

function readSigning(file: string | undefined, mistakes: Mistake[]): SigningKey | undefined {
  if (file === undefined || signingKeyInPlace.test(file)) return undefined;
  const read = readSigningKeyFile(file);
  if ('key' in read) return read.key;
  mistakes.push(...read.faults.map(fault => ofFile('SERVANDA_SIGNING_KEY_FILE', file, fault)));
  return undefined;
}

const ofFile = (name: string, given: string, fault: KeysFileFault): Mistake => ({ name, given, fault: { code: 'keysFile', fault } });
