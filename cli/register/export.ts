/** servanda register export: the register as one JSON Lines file, its documents in a folder beside it. */
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { buildCommand } from '@stricli/core';
import { documentsNamedIn, type Named } from '../../register/attached.ts';
import { readDocument } from '../../register/documents.ts';
import { faultInWords } from '../../register/errors.ts';
import { exportTexts } from '../../register/export-file.ts';
import type { Registers } from '../../register/home.ts';
import type { Head } from '../../register/types.ts';
import type { Keyring } from '../../secrets/keyring.ts';
import { BadInput, NotAsAsked } from '../failures.ts';
import { home, yesOrNo } from '../flags.ts';
import { configurationOf } from '../service/service.ts';
import { inRegisters } from '../source.ts';
import type { World } from '../world.ts';
import { nameOf } from './both.ts';

interface Flags {
  rehearsals?: boolean;
  home?: string;
}

async function exporting(this: World, { rehearsals = false, home: folder }: Flags, file: string): Promise<void> {
  const beside = `${file}.documents`;
  for (const place of [file, beside]) if (existsSync(place)) throw new BadInput(`${place} is there already. Name another file.`);
  const { keys, signing } = (await configurationOf(this, folder)).secrets;
  await inRegisters(this, folder, async registers => {
    const register = registers.of(rehearsals);
    const found = await register.verifyAll();
    if (!found.sound)
      throw new NotAsAsked(`Nothing was exported, since the register is not sound: ${found.faults.map(faultInWords).join('; ')}.`);
    const head = await register.everything((head, lines) => write(file, head, exportTexts(lines, head, rehearsals, signing)));
    // After the lines, so that none stands there without its document.
    const documents = await takeDocuments(registers, await documentsNamedIn(register), beside, keys).catch(async (cause: unknown) => {
      await rm(file, { force: true });
      throw cause;
    });
    this.print(
      `${file}: ${head.seq} lines of the ${nameOf(rehearsals)}, ${documents} documents${documents ? ` in ${beside}` : ''}; head ${head.seq} ${head.hash}; ${signing ? `signed by the key ${signing.id}` : 'not signed'}`,
    );
  });
}

/** One after the other; where one is not sound, none is left there. */
async function takeDocuments(registers: Registers, documents: readonly Named[], beside: string, keys: Keyring): Promise<number> {
  if (documents.length) await mkdir(beside, { mode: 0o700 });
  try {
    for (const d of documents)
      await writeFile(join(beside, d.sha256), await readDocument(registers.home, d, keys), { flag: 'wx', mode: 0o400 });
  } catch (cause) {
    await rm(beside, { recursive: true });
    throw cause;
  }
  return documents.length;
}

/** A file that could not be written to its end is taken away. @throws BadInput where there can be no such file */
async function write(file: string, head: Head, texts: AsyncIterable<string>): Promise<Head> {
  await mkdir(dirname(file), { recursive: true }).catch((cause: NodeJS.ErrnoException) => {
    throw new BadInput(`${file} can't be written: ${cause.code}. Name another file.`);
  });
  await pipeline(texts, createWriteStream(file, { flags: 'wx', mode: 0o600 })).catch(async (cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EEXIST') await rm(file, { force: true });
    throw cause;
  });
  return head;
}

export const command = buildCommand<Flags, [string], World>({
  docs: {
    brief: 'The register as one file, its documents beside it',
    customUsage: ['<file> [--rehearsals] [--home FOLDER]'],
    fullDescription: `Writes every line of the register with its seal to one JSON Lines file, the last line the SHA-256 of all before, signed where
SERVANDA_SIGNING_KEY_FILE names a key; and the documents to the folder FILE.documents. The service may run meanwhile: one state is
exported, and verified first. It holds all that was entered in clear text: keep it as carefully as the register.

EXAMPLES
  npx servanda register export register-2026-11.jsonl
  npx servanda register export rehearsals.jsonl --rehearsals`,
  },
  parameters: {
    positional: { kind: 'tuple', parameters: [{ placeholder: 'file', brief: 'The file to write', parse: String }] },
    flags: { rehearsals: yesOrNo('The register of rehearsals, in place of that of real agreements'), home },
  },
  func: exporting,
});
