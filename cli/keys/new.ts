/** servanda keys new: a fresh key, printed once and kept nowhere. */
import { buildCommand } from '@stricli/core';
import { isKeyId, newKeyLine } from '../../secrets/keys-file.ts';
import { BadInput } from '../failures.ts';
import { text } from '../flags.ts';
import type { World } from '../world.ts';

interface Flags {
  id?: string;
}

function newKey(this: World, { id = new Date(this.now()).toISOString().slice(0, 10) }: Flags): void {
  if (!isKeyId(id)) throw new BadInput(`--id ${id}: must be 1 to 40 letters, digits, dots, hyphens or underscores.`);
  this.print(newKeyLine(id));
  this.tell(
    'This key is shown once, and kept nowhere. Without it, what it encrypts is lost: keep a copy of the file where the backups are not.',
  );
}

export const command = buildCommand<Flags, [], World>({
  docs: {
    brief: 'Make a key to encrypt with',
    customUsage: ['[--id ID]'],
    fullDescription: `Prints a fresh random key as a line id:key for the file that SERVANDA_KEYS_FILE names, which its owner alone may read. The first line
encrypts, all lines decrypt. To replace a key, put the new line above the old ones, in every place where servanda runs, and start
again; the old ones stay, so that what they have encrypted still reads. The id stands in clear beside all that the key encrypts.

EXAMPLES
  npx servanda keys new
  npx servanda keys new --id 2026-autumn`,
  },
  parameters: { flags: { id: text('ID', 'Its name (default: the day)') } },
  func: newKey,
});
