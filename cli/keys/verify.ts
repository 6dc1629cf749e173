/** servanda keys verify: whether a file was signed by a key and is as it was then. Exit 1 when not. Needs no register. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { checkSigned } from '../../register/signed.ts';
import { SignatureRefused, type Signable } from '../../secrets/signatures.ts';
import { define } from '../define.ts';
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
  const said = statSync(file).size > largest ? undefined : asObject(readFileSync(file, 'utf8'));
  const what = kinds.find(k => k.kind === said?.['servanda']);
  if (!said || !what)
    throw new BadInput(
      `${file} is no file of heads and no certificate. Of a certificate in PDF, its JSON is signed: it is attached to the PDF.`,
    );
  await checkSigned(said, what.kind, key).catch((cause: unknown) => {
    throw cause instanceof SignatureRefused ? new NotAsAsked(`${file}, ${what.called}: ${cause.message}.`) : cause;
  });
  this.print(`${file}, ${what.called}: signed by the key ${key.id}, and unchanged since.`);
}

/** In bytes: heads and certificates are small. */
const largest = 16 * 1024 * 1024;

const kinds: { kind: Signable; called: string }[] = [
  { kind: 'heads', called: 'heads of the registers' },
  { kind: 'certificate', called: 'a certificate of status' },
];

function asObject(text: string): Record<string, unknown> | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return read instanceof Object && !Array.isArray(read) ? { ...read } : undefined;
  } catch {
    return undefined;
  }
}

export const command = define<Flags, [string]>({
  usage: ['<file> --public-key FILE'],
  examples: `
  npx servanda keys verify head-2026-11-22.json --public-key signing-key.pub.json
  npx servanda keys verify /mnt/backups/2026-11-22/heads.json --public-key signing-key.pub.json`,
  parameters: {
    positional: { kind: 'tuple', parameters: [{ placeholder: 'file', brief: 'signedFile', parse: String }] },
    flags: { publicKey },
  },
  func: verify,
});
