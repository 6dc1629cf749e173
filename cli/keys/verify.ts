/** servanda keys verify: whether a file was signed by a key and is as it was then. Exit 1 when not. Needs no register. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { buildCommand } from '@stricli/core';
import { checkExport, linesOfFile, NotAnExport, readWhole } from '../../register/export-file.ts';
import { checkSigned } from '../../register/signed.ts';
import { SignatureRefused, type Signable } from '../../secrets/signatures.ts';
import type { PublicKey } from '../../secrets/signing-key.ts';
import { BadInput, NotAsAsked } from '../failures.ts';
import { publicKey, publicKeyIn } from '../public-key.ts';
import type { World } from '../world.ts';

interface Flags {
  publicKey?: string;
}

async function verify(this: World, { publicKey: of }: Flags, file: string): Promise<void> {
  if (!of) throw new BadInput('--public-key is missing: the public key of the register, as npx servanda keys public prints it.');
  if (!existsSync(file)) throw new BadInput(`There is no file ${file}.`);
  const key = publicKeyIn(of);
  const { what, check } = await signedIn(file);
  await check(key).catch((cause: unknown) => {
    throw cause instanceof SignatureRefused ? new NotAsAsked(`${file}, ${what}: ${cause.message}.`) : cause;
  });
  this.print(`${file}, ${what}: signed by the key ${key.id}, and unchanged since.`);
}

interface Found {
  what: string;
  check: (key: PublicKey) => Promise<void>;
}

/** In bytes: heads and certificates are small; an export may be larger than the memory, and is read by lines. */
const largestObject = 16 * 1024 * 1024;

/** By what the file says that it is. @throws BadInput */
async function signedIn(file: string): Promise<Found> {
  const one = statSync(file).size > largestObject ? undefined : asObject(readFileSync(file, 'utf8'));
  const kind = kinds.find(k => k.kind === one?.['servanda']);
  if (one && kind) return { what: kind.what, check: key => checkSigned(one, kind.kind, key) };
  try {
    const read = await readWhole(linesOfFile(file));
    return { what: 'an export', check: key => checkExport(read, key) };
  } catch (cause) {
    if (cause instanceof NotAnExport)
      throw new BadInput(
        `${file} is no file of heads and no certificate, and no export either: ${cause.message}. Of a certificate in PDF, its JSON is signed: it is attached to the PDF.`,
      );
    throw cause;
  }
}

const kinds: { kind: Signable; what: string }[] = [
  { kind: 'heads', what: 'heads of the registers' },
  { kind: 'certificate', what: 'a certificate of status' },
];

function asObject(text: string): Record<string, unknown> | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return read instanceof Object && !Array.isArray(read) ? { ...read } : undefined;
  } catch {
    return undefined;
  }
}

export const command = buildCommand<Flags, [string], World>({
  docs: {
    brief: 'Whether a head, a certificate or an export was signed by a key',
    customUsage: ['<file> --public-key FILE'],
    fullDescription: `Says whether heads (register head --out), a certificate of status (certificate --format json) or an export was signed by a key, and is as it
was then; exit 1 when not. Anybody who has the public key can ask it, without the register. Any other tool can as well: the signature
is a detached JWS (RFC 7515, EdDSA) over the canonical JSON (RFC 8785) of all else in the file; of an export, of its last line.

EXAMPLES
  npx servanda keys verify head-2026-11-22.json --public-key signing-key.pub.json
  npx servanda keys verify register-2026-11.jsonl --public-key signing-key.pub.json`,
  },
  parameters: {
    positional: { kind: 'tuple', parameters: [{ placeholder: 'file', brief: 'The file that is to have been signed', parse: String }] },
    flags: { publicKey },
  },
  func: verify,
});
