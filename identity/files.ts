/** Identities and authorities as JSON files that only their owner may read, written atomically. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { decodeJwt } from 'jose';
import { z } from 'zod';
import { OwnFailure } from '../machines/own-failure.ts';
import { isSamePerson } from '../machines/persons.ts';
import type { HeldIdentity, KeyPair } from './authority.ts';
import { isIdentity, type IdentityClaims, type TrustedKey } from './shapes.ts';

const base64url = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const publicKey = z.looseObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), kid: z.string().min(1).max(100), x: base64url });
const signingKey = publicKey.extend({ d: base64url });
const held = z.looseObject({ identity: z.string().max(8_000), key: signingKey });

/** In the home: the authority created by `up`, and the identities it issues. */
export const authorityFile = (home: string): string => join(home, 'authority.json');
export const identitiesFolder = (home: string): string => join(home, 'identities');

/** The file is not one of ours, or others may read it; the message says what to do. */
export class KeyFileRefused extends OwnFailure<KeyFileFault> {
  override readonly name = 'KeyFileRefused';
}

/** The kind of content of one of our files. */
export type KeyFileKind = 'authority' | 'publicKey' | 'identity';

/** Why a key file is rejected, as data that the presentation layer renders. */
export type KeyFileFault =
  | { code: 'noFile' | 'keyFileExists' | 'keyFileReadByOthers'; file: string }
  | { code: 'notKeyFile' | 'otherKeyContent'; file: string; kind: KeyFileKind }
  | { code: 'identityIncomplete' }
  /** The person has an identity for another Party or with other roles. */
  | { code: 'identityInPlace'; file: string; person: string; actsFor: string; roles: string; id: string };

/** An authority with its private key; undefined if the file does not exist. @throws KeyFileRefused */
export async function readAuthority(file: string): Promise<KeyPair | undefined> {
  return read(file, signingKey, 'authority');
}

/** A public key meant for distribution, so anybody may read the file. @throws KeyFileRefused */
export async function readPublicKey(file: string): Promise<TrustedKey> {
  const found = await read(file, publicKey, 'publicKey', true);
  if (!found) throw new KeyFileRefused({ code: 'noFile', file });
  return { kid: found.kid, x: found.x };
}

/** @throws KeyFileRefused */
export async function readHeld(file: string): Promise<HeldIdentity | undefined> {
  return read(file, held, 'identity');
}

/** The unverified claims of an identity. */
export function claimsOf({ identity }: HeldIdentity): IdentityClaims {
  const claims: unknown = decodeJwt(identity);
  if (!isIdentity(claims)) throw new KeyFileRefused({ code: 'identityIncomplete' });
  return claims;
}

/** The identities in a folder, sorted by file name. */
export const heldIn = async (folder: string): Promise<HeldIdentity[]> => (await filesIn(folder)).map(({ held: each }) => each);

/** The person's identity that expires last. */
export async function heldBy(folder: string, person: string): Promise<HeldIdentity | undefined> {
  const theirs = (await heldIn(folder)).filter(h => isSamePerson(claimsOf(h).sub, person));
  return theirs.sort((a, b) => claimsOf(b).exp - claimsOf(a).exp)[0];
}

interface FileHeld {
  file: string;
  held: HeldIdentity;
}

async function filesIn(folder: string): Promise<FileHeld[]> {
  const names = await readdir(folder).catch(unlessMissing([]));
  const all: FileHeld[] = [];
  for (const name of names.filter(n => n.endsWith('.json')).sort()) {
    const file = join(folder, name);
    const found = await readHeld(file);
    if (found) all.push({ file, held: found });
  }
  return all;
}

/**
 * Stores an identity in a folder and replaces the person's others there, under any spelling, since one would shadow the other. A valid
 * identity for another Party or with other roles is replaced only if `replace` is set. Returns the file and the replaced claims. @throws
 * KeyFileRefused
 */
export async function putIdentity(
  folder: string,
  fresh: HeldIdentity,
  { now, replace }: { now: number; replace: boolean },
): Promise<{ file: string; replaced: IdentityClaims[] }> {
  const { sub, ...claims } = claimsOf(fresh);
  const before = (await filesIn(folder)).filter(({ held: each }) => isSamePerson(claimsOf(each).sub, sub));
  const other = before.map(b => ({ ...b, is: claimsOf(b.held) })).find(({ is }) => is.exp * 1000 > now && !isForTheSame(is, claims));
  if (other && !replace) {
    const { sub: person, for: actsFor, roles, jti: id } = other.is;
    throw new KeyFileRefused({ code: 'identityInPlace', file: other.file, person, actsFor, roles: roles.join(', '), id });
  }
  const file = join(folder, fileNameFor(sub));
  await writeSecret(file, fresh, { replace: true });
  for (const one of before) if (one.file !== file) await rm(one.file, { force: true });
  return { file, replaced: before.map(b => claimsOf(b.held)) };
}

const isForTheSame = (one: Pick<IdentityClaims, 'for' | 'roles'>, other: Pick<IdentityClaims, 'for' | 'roles'>): boolean =>
  one.for === other.for && [...one.roles].sort().join() === [...other.roles].sort().join();

/** A file name for a person's identity: legible, and different for different persons. */
export function fileNameFor(person: string): string {
  const legible = person
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 40);
  return `${legible}-${createHash('sha256').update(person).digest('hex').slice(0, 8)}.json`;
}

/** @throws KeyFileRefused if the file exists and must not be replaced */
export async function writeSecret(file: string, content: object, { replace = false } = {}): Promise<void> {
  if (!replace && (await stat(file).catch(unlessMissing(undefined)))) throw new KeyFileRefused({ code: 'keyFileExists', file });
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const fresh = `${file}.${randomUUID()}`;
  await writeFile(fresh, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  await rename(fresh, file);
}

async function read<S extends z.ZodType>(file: string, shape: S, kind: KeyFileKind, isPublic = false): Promise<z.infer<S> | undefined> {
  const found = await stat(file).catch(unlessMissing(undefined));
  if (!found) return undefined;
  if (!found.isFile() || found.size > 64 * 1024) throw new KeyFileRefused({ code: 'notKeyFile', file, kind });
  if (!isPublic && process.platform !== 'win32' && found.mode & 0o077) throw new KeyFileRefused({ code: 'keyFileReadByOthers', file });
  const parsed = shape.safeParse(jsonIn(await readFile(file, 'utf8')));
  if (!parsed.success) throw new KeyFileRefused({ code: 'otherKeyContent', file, kind });
  return parsed.data;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const unlessMissing =
  <T>(instead: T) =>
  (cause: NodeJS.ErrnoException): T => {
    if (cause.code === 'ENOENT') return instead;
    throw cause;
  };
