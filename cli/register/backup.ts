/** servanda register backup: makes a verified copy of everything that must be preserved, while the service runs. */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { backUp, headsFile, type Copied } from '../../register/backup.ts';
import { noteUpkeep } from '../../register/upkeep.ts';
import { signerOf } from '../../secrets/signatures.ts';
import { define } from '../define.ts';
import { UsageError } from '../failures.ts';
import { argument, home, json, positional } from '../flags.ts';
import { configurationOf, inRegisters } from '../client.ts';
import type { Words } from '../words.ts';
import type { CliContext } from '../world.ts';

interface Flags {
  home?: string;
  json?: boolean;
}

async function backup(this: CliContext, { home: from, json: asJson }: Flags, folder: string): Promise<void> {
  const { m, say } = this.words;
  const { backup: texts } = m.administration;
  if (existsSync(folder)) throw new UsageError(say(texts.exists, { folder }));
  await mkdir(dirname(resolve(folder)), { recursive: true }).catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(say(texts.cantMake, { folder, why: cause.code ?? cause.message }));
  });
  const { keys, signing } = (await configurationOf(this, from)).secrets;
  const copied = await inRegisters(this, from, async registers => {
    const made = await backUp(registers, resolve(folder), { keys, signing, now: this.now() });
    const lines = made.heads.agreements.seq + made.heads.rehearsals.seq;
    await noteUpkeep(registers.home, 'backedUp', { at: this.now(), folder: resolve(folder), lines });
    return made;
  });
  if (asJson) this.print(JSON.stringify(copied, null, 2));
  else this.print(formatCopied(folder, copied, this.words));
  if (copied.unchecked) this.warn(formatUnchecked(copied, this.words));
}

export function formatCopied(folder: string, { heads, documents }: Copied, { m, say }: Words): string {
  const { names, backup: texts } = m.administration;
  const { agreements, rehearsals, signature } = heads;
  return [
    say(texts.copied, { folder, agreements: agreements.seq, rehearsals: rehearsals.seq, documents }),
    ...(['agreements', 'rehearsals'] as const).map(name =>
      say(texts.head, { name: names[name], ...heads[name], seq: `${heads[name].seq}` }),
    ),
    signature ? say(texts.signed, { file: headsFile, key: signerOf(signature) }) : say(texts.unsigned, { file: headsFile }),
  ].join('\n');
}

export const formatUnchecked = ({ unchecked, documents }: Copied, { m, say }: Words): string =>
  say(m.administration.backup.unchecked, { unchecked, documents });

export const command = define<Flags, [string]>({
  usage: ['<folder> [--home FOLDER] [--json]'],
  examples: `
  npx servanda register backup /mnt/backups/2026-11-22
  DATABASE_URL=postgres://servanda@127.0.0.1/servanda npx servanda register backup /mnt/backups/2026-11-22`,
  parameters: {
    positional: positional(argument('folder', 'newFolder')),
    flags: { home, json },
  },
  func: backup,
});
