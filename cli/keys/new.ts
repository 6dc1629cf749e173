/** servanda keys new: prints a new encryption or signing key once, and stores it nowhere. */
import { isKeyId, newKeyLine } from '../../secrets/keys-file.ts';
import { isSigningKeyId } from '../../secrets/signing-key-file.ts';
import { newSigningKey } from '../../secrets/signing-key.ts';
import { define } from '../define.ts';
import { UsageError } from '../failures.ts';
import { text, yesOrNo } from '../flags.ts';
import type { CliContext } from '../world.ts';

interface Flags {
  id?: string;
  signing?: boolean;
}

function newKey(this: CliContext, { id, signing = false }: Flags): void {
  if (signing) return newToSign(this, id);
  const { m, say } = this.words;
  const { keys: texts } = m.administration;
  const own = id ?? new Date(this.now()).toISOString().slice(0, 10);
  if (!isKeyId(own)) throw new UsageError(say(texts.id, { id: own, most: 40 }));
  this.print(newKeyLine(own));
  this.warn(texts.shownOnce);
}

function newToSign(world: CliContext, id: string | undefined): void {
  const { m, say } = world.words;
  const { keys: texts } = m.administration;
  if (id !== undefined && !isSigningKeyId(id)) throw new UsageError(say(texts.id, { id, most: 64 }));
  world.print(JSON.stringify(newSigningKey(id)));
  world.warn(texts.signingShownOnce);
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
