/** servanda keys new: a fresh key, to encrypt or to sign, printed once and kept nowhere. */
import { isKeyId, newKeyLine } from '../../secrets/keys-file.ts';
import { isSigningKeyId } from '../../secrets/signing-key-file.ts';
import { newSigningKey } from '../../secrets/signing-key.ts';
import { define } from '../define.ts';
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

export const command = define<Flags, []>({
  usage: ['[--signing] [--id ID]'],
  examples: `
  npx servanda keys new
  npx servanda keys new --id 2026-autumn
  npx servanda keys new --signing > signing-key.json`,
  parameters: {
    flags: {
      signing: yesOrNo('signing'),
      id: text('ID', 'keyId'),
    },
  },
  func: newKey,
});
