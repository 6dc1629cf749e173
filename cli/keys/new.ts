/** servanda keys new: a fresh key, to encrypt or to sign, printed once and kept nowhere. */
import { buildCommand } from '@stricli/core';
import { isKeyId, newKeyLine } from '../../secrets/keys-file.ts';
import { isSigningKeyId } from '../../secrets/signing-key-file.ts';
import { newSigningKey } from '../../secrets/signing-key.ts';
import { BadInput } from '../failures.ts';
import { text, yesOrNo } from '../flags.ts';
import type { World } from '../world.ts';

interface Flags {
  id?: string;
  signing?: boolean;
}

function newKey(this: World, { id, signing = false }: Flags): void {
  if (signing) return newToSign(this, id);
  const own = id ?? new Date(this.now()).toISOString().slice(0, 10);
  if (!isKeyId(own)) throw new BadInput(`--id ${own}: must be 1 to 40 letters, digits, dots, hyphens or underscores.`);
  this.print(newKeyLine(own));
  this.tell(
    'This key is shown once, and kept nowhere. Without it, what it encrypts is lost: keep a copy of the file where the backups are not.',
  );
}

function newToSign(world: World, id: string | undefined): void {
  if (id !== undefined && !isSigningKeyId(id))
    throw new BadInput(`--id ${id}: must be 1 to 64 letters, digits, dots, hyphens or underscores.`);
  world.print(JSON.stringify(newSigningKey(id)));
  world.tell(
    'This key is shown once, and kept nowhere. Who has it can sign in the place of this register. What may be handed out: npx servanda keys public.',
  );
}

export const command = buildCommand<Flags, [], World>({
  docs: {
    brief: 'Make a key to encrypt with, or to sign with',
    customUsage: ['[--signing] [--id ID]'],
    fullDescription: `Prints a fresh random key as a line id:key for the file that SERVANDA_KEYS_FILE names, which its owner alone may read. The first line
encrypts, all lines decrypt. To replace a key, put the new line above the old ones, in every place where servanda runs, and start
again; the old ones stay, so that what they have encrypted still reads. The id stands in clear beside all that the key encrypts.

With --signing: an Ed25519 key as a JWK, for the file that SERVANDA_SIGNING_KEY_FILE names. It signs heads, certificates and exports.
When it is replaced, keep the old public key: it still checks what the old one signed.

EXAMPLES
  npx servanda keys new
  npx servanda keys new --id 2026-autumn
  npx servanda keys new --signing > signing-key.json`,
  },
  parameters: {
    flags: {
      signing: yesOrNo('A key to sign with'),
      id: text('ID', 'Its name (default: the day; of a signing key its RFC 7638 thumbprint)'),
    },
  },
  func: newKey,
});
