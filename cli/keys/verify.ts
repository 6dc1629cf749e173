/** servanda keys verify: checks that a file was signed by a key and has not changed since. Exit 1 if not. Needs no register. */
import { existsSync } from 'node:fs';
import { readBytes } from '../../agreements/read-text.ts';
import { checkSigned } from '../../register/signed.ts';
import { SignatureRefused, type Signable } from '../../secrets/signatures.ts';
import { define } from '../define.ts';
import { UsageError, CommandFailed } from '../failures.ts';
import { argument, positional } from '../flags.ts';
import { faultIn, publicKey, publicKeyIn } from '../public-key.ts';
import type { CliContext } from '../world.ts';

interface Flags {
  publicKey?: string;
}

async function verify(this: CliContext, { publicKey: of }: Flags, file: string): Promise<void> {
  const { m, say } = this.words;
  const { noFile, keys: texts } = m.administration;
  if (!of) throw new UsageError(texts.publicMissing);
  if (!existsSync(file)) throw new UsageError(say(noFile, { file }));
  const key = publicKeyIn(this.words, of);
  const said = objectIn(file);
  const what = signable.find(kind => kind === said?.['servanda']);
  if (!said || !what) throw new UsageError(say(texts.neither, { file }));
  const kind = texts.kinds[what];
  await checkSigned(said, what, key).catch((cause: unknown) => {
    throw cause instanceof SignatureRefused
      ? new CommandFailed(say(texts.refused, { file, kind, why: faultIn(cause.fault, this.words) }))
      : cause;
  });
  this.print(say(texts.unchanged, { file, kind, key: key.id }));
}

/** In bytes: heads and certificates are small. */
const largest = 16 * 1024 * 1024;

const signable: readonly Signable[] = ['heads', 'certificate'];

function objectIn(file: string): Record<string, unknown> | undefined {
  try {
    const read: unknown = JSON.parse(readBytes(file, largest).toString());
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
    positional: positional(argument('file', 'signedFile')),
    flags: { publicKey },
  },
  func: verify,
});
