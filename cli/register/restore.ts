/** servanda register restore: restores a backup into an empty home, on either database. Verifies it before anything is written. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { restoreBackup } from '../../register/restore.ts';
import { define } from '../define.ts';
import { UsageError } from '../failures.ts';
import { argument, home, json, positional } from '../flags.ts';
import { checkedFor, publicKey, publicKeyIn } from '../public-key.ts';
import { contextOf } from '../client.ts';
import type { CliContext } from '../world.ts';
import { formatCopied, formatUnchecked } from './backup.ts';

interface Flags {
  publicKey?: string;
  home?: string;
  json?: boolean;
}

async function restore(this: CliContext, { publicKey: of, home: to, json: asJson }: Flags, folder: string): Promise<void> {
  const { m, say } = this.words;
  const context = contextOf(this, to);
  const { home: place } = context;
  const { keys } = (await context.configuration()).secrets;
  const signedBy = of ? publicKeyIn(this.words, of) : undefined;
  if (!existsSync(folder)) throw new UsageError(say(m.administration.noFolder, { folder }));
  if (existsSync(join(place, 'temporal.db'))) throw new UsageError(say(m.administration.backup.ownDatabase, { home: place }));
  const registers = await context.registers();
  const restored = await checkedFor(this.words, folder, () => restoreBackup(folder, registers, { keys, signedBy }));
  if (asJson) this.print(JSON.stringify(restored, null, 2));
  else this.print(`${formatCopied(place, restored, this.words)}\n${say(m.administration.backup.toKeep, { home: place })}`);
  if (restored.unchecked) this.warn(formatUnchecked(restored, this.words));
}

export const command = define<Flags, [string]>({
  usage: ['<folder> [--public-key FILE] [--home FOLDER] [--json]'],
  examples: `
  npx servanda register restore /mnt/backups/2026-11-22 --home /srv/servanda
  npx servanda register restore /mnt/backups/2026-11-22 --public-key signing-key.pub.json`,
  parameters: {
    positional: positional(argument('folder', 'backupFolder')),
    flags: { publicKey, home, json },
  },
  func: restore,
});
