/** servanda keys public: prints the public half of the signing key, for those who verify what the register has signed. */
import { define } from '../define.ts';
import { UsageError } from '../failures.ts';
import { configurationOf } from '../client.ts';
import type { CliContext } from '../world.ts';

async function publicHalf(this: CliContext): Promise<void> {
  const { signing } = (await configurationOf(this, undefined)).secrets;
  if (!signing) throw new UsageError(this.words.m.administration.keys.notConfigured);
  this.print(JSON.stringify(signing.publicJwk));
}

export const command = define<object, []>({
  usage: [''],
  examples: `
  npx servanda keys public > signing-key.pub.json`,
  parameters: { flags: {} },
  func: publicHalf,
});
