/** servanda register backup: a verified copy of all that must be kept, made while the service runs. */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { backUp, headsFile, type Copied } from '../../register/backup.ts';
import { signerOf } from '../../secrets/signatures.ts';
import { define } from '../define.ts';
import { BadInput } from '../failures.ts';
import { home, json } from '../flags.ts';
import { configurationOf } from '../service/service.ts';
import { inRegisters } from '../source.ts';
import type { World } from '../world.ts';

interface Flags {
  home?: string;
  json?: boolean;
}

async function backup(this: World, { home: from, json: asJson }: Flags, folder: string): Promise<void> {
  if (existsSync(folder)) throw new BadInput(`${folder} is there already. Name a folder that is not: each backup has its own.`);
  await mkdir(dirname(resolve(folder)), { recursive: true }).catch((cause: NodeJS.ErrnoException) => {
    throw new BadInput(`${folder} can't be made: ${cause.code}. Name another folder.`);
  });
  const { keys, signing } = (await configurationOf(this, from)).secrets;
  const copied = await inRegisters(this, from, registers => backUp(registers, resolve(folder), { keys, signing, now: this.now() }));
  if (asJson) this.print(JSON.stringify(copied, null, 2));
  else this.print(copiedInWords(folder, copied));
  if (copied.unchecked) this.tell(uncheckedInWords(copied));
}

export const copiedInWords = (folder: string, { heads, documents }: Copied): string =>
  [
    `${folder}: ${heads.agreements.seq} lines of the agreements, ${heads.rehearsals.seq} of the rehearsals, ${documents} documents; sound`,
    `agreements: head ${heads.agreements.seq} ${heads.agreements.hash}`,
    `rehearsals: head ${heads.rehearsals.seq} ${heads.rehearsals.hash}`,
    heads.signature ? `${headsFile} is signed by the key ${signerOf(heads.signature)}` : `${headsFile} is not signed`,
  ].join('\n');

export const uncheckedInWords = ({ unchecked, documents }: Copied): string =>
  `${unchecked} of ${documents} documents were copied as they are and not looked into: their key is not configured here (SERVANDA_KEYS_FILE).`;

export const command = define<Flags, [string]>({
  usage: ['<folder> [--home FOLDER] [--json]'],
  examples: `
  npx servanda register backup /mnt/backups/2026-11-22
  DATABASE_URL=postgres://servanda@127.0.0.1/servanda npx servanda register backup /mnt/backups/2026-11-22`,
  parameters: {
    positional: { kind: 'tuple', parameters: [{ placeholder: 'folder', brief: 'newFolder', parse: String }] },
    flags: { home, json },
  },
  func: backup,
});
