/** servanda register import: an exported register into an empty one, on either database. Verified before anything stays of it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildCommand } from '@stricli/core';
import { storeDocument } from '../../register/documents.ts';
import { NotEmpty } from '../../register/errors.ts';
import { checkExport, linesOfFile, NotAnExport, readExport, readWhole } from '../../register/export-file.ts';
import { homeFrom, openRegisters } from '../../register/home.ts';
import type { Keyring } from '../../secrets/keyring.ts';
import type { SealedLine } from '../../register/types.ts';
import { signerOf } from '../../secrets/signatures.ts';
import { BadInput } from '../failures.ts';
import { configurationOf } from '../service/service.ts';
import { home } from '../flags.ts';
import { checkedFor, publicKey, publicKeyIn } from '../public-key.ts';
import type { World } from '../world.ts';
import { nameOf } from './both.ts';

interface Flags {
  publicKey?: string;
  home?: string;
}

async function importing(this: World, { publicKey: of, home: folder }: Flags, file: string): Promise<void> {
  if (!existsSync(file)) throw new BadInput(`There is no file ${file}.`);
  const { env } = this.process;
  const place = homeFrom({ SERVANDA_HOME: folder ?? env['SERVANDA_HOME'] });
  // Read to its end before anything is made, and once more while it is written: it may be larger than the memory.
  const { lines, hashes, ...closing } = await whole(file);
  if (of) await checkedFor(file, () => checkExport(closing, publicKeyIn(of)));
  const by = signedInWords(closing.signature, of);
  const registers = await openRegisters(place, env['DATABASE_URL'] || undefined);
  try {
    const { keys } = (await configurationOf(this, folder)).secrets;
    const { rehearsals, head, all } = await readExport(linesOfFile(file));
    if ((await registers.of(rehearsals).head()).seq) throw new NotEmpty(registers.of(rehearsals).name);
    await takeDocuments(place, `${file}.documents`, hashes, keys);
    await registers.of(rehearsals).restore(all).catch(inWords(file));
    this.print(
      `${registers.of(rehearsals).name}: ${lines} lines of the ${nameOf(rehearsals)}, ${hashes.size} documents; sound, head ${head.seq} ${head.hash}; ${by}. To keep them: npx servanda up --home ${place}`,
    );
  } finally {
    await registers.close();
  }
}

function signedInWords(signature: string | undefined, publicKey: string | undefined): string {
  if (signature === undefined) return 'not signed';
  return publicKey
    ? `signed by the key ${signerOf(signature)}`
    : `by its own word signed by the key ${signerOf(signature)}, which was not checked (--public-key)`;
}

/** How it begins and ends, and which documents its lines name. @throws BadInput when it is not as it was written */
async function whole(file: string): Promise<Awaited<ReturnType<typeof readWhole>> & { hashes: Set<string> }> {
  const hashes = new Set<string>();
  const take = ({ seal, row }: SealedLine): void => {
    if (seal.kept_in === 'entries') for (const sha256 of attachedIn(row as { body?: unknown })) hashes.add(sha256);
  };
  return { ...(await readWhole(linesOfFile(file), take).catch(inWords(file))), hashes };
}

const inWords =
  (file: string) =>
  (cause: unknown): never => {
    if (cause instanceof NotAnExport)
      throw new BadInput(`${file} is no export of a register as it was written: ${cause.message}. Nothing was written.`);
    throw cause;
  };

/** The documents that the entries name, each by its hash; kept before the lines, so that no line stands without its document. */
async function takeDocuments(place: string, beside: string, hashes: ReadonlySet<string>, keys: Keyring): Promise<void> {
  const missing = [...hashes].filter(sha256 => !existsSync(join(beside, sha256)));
  if (missing.length) throw new BadInput(`${beside} lacks ${missing.length} of the documents: ${missing.join(', ')}. Nothing was written.`);
  for (const sha256 of hashes) {
    const stored = await storeDocument(place, join(beside, sha256), keys);
    if (stored.sha256 !== sha256)
      throw new BadInput(`${join(beside, sha256)} is no longer that document: its SHA-256 is ${stored.sha256}.`);
  }
}

/** By the shape of a hash alone: no path is taken from a file. */
function attachedIn({ body }: { body?: unknown }): string[] {
  const { type, sha256 } = JSON.parse(String(body)) as { type?: unknown; sha256?: unknown };
  return type === 'document.attached' && typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256) ? [sha256] : [];
}

export const command = buildCommand<Flags, [string], World>({
  docs: {
    brief: 'An exported register into an empty one, verified first',
    customUsage: ['<file> [--public-key FILE] [--home FOLDER]'],
    fullDescription: `Writes the lines of an export, as they are, into an empty register: the files of the home folder, or the database of DATABASE_URL. Every seal and
every chain is verified in the same transaction: where one is not sound, it is named and nothing is written. With --public-key it must be signed by
that key. Then npx servanda up keeps
the agreements, and the notices and protocols on their way.

EXAMPLES
  npx servanda register import register-2026-11.jsonl --home /srv/servanda
  npx servanda register import register-2026-11.jsonl --public-key signing-key.pub.json
  DATABASE_URL=postgres://servanda@127.0.0.1/servanda npx servanda register import register-2026-11.jsonl`,
  },
  parameters: {
    positional: { kind: 'tuple', parameters: [{ placeholder: 'file', brief: 'The file of an export', parse: String }] },
    flags: { publicKey, home },
  },
  func: importing,
});
