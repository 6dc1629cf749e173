/** servanda identity authority: creates the key of an authority, whose identities the register can then trust. */
import { publicPartOf } from '../../identity/authority.ts';
import { newSigningKey } from '../../secrets/signing-key.ts';
import { authorityFile, writeSecret } from '../../identity/files.ts';
import { define } from '../define.ts';
import { UsageError } from '../failures.ts';
import { home, text, yesOrNo } from '../flags.ts';
import type { CliContext } from '../world.ts';
import { withRegisters } from './common.ts';

interface Flags {
  out?: string;
  recover?: boolean;
  reason?: string;
  home?: string;
}

async function authority(this: CliContext, { out, recover = false, reason, home: folder }: Flags): Promise<void> {
  const { m, say } = this.words;
  const { identity: texts } = m.administration;
  if (recover && !reason) throw new UsageError(texts.howLost);
  await withRegisters(this, folder, async (registers, context) => {
    const file = out ?? authorityFile(context.home);
    const key = newSigningKey();
    const isFirst = !(await registers.of(false).trusted()).length;
    await writeSecret(file, key);
    await writeSecret(`${file}.public`, { kty: key.kty, crv: key.crv, ...publicPartOf(key) });
    const entered = { by: this.user, at: this.now() };
    for (const rehearsals of [false, true]) {
      const register = registers.of(rehearsals);
      const bare = !(await register.trusted()).length;
      if (bare || recover)
        await register.trust(
          { ...publicPartOf(key), state: 'trusted', reason: recover ? `recovery: ${reason}` : 'the first authority of this register' },
          entered,
          'servanda',
        );
    }
    this.print(say(texts.made, { file, key: key.kid }));
    this.print(isFirst || recover ? texts.trusted : say(texts.toTrust, { file }));
  });
}

export const command = define<Flags, []>({
  usage: ['[--out FILE] [--recover --reason TEXT] [--home FOLDER]'],
  examples: `
  npx servanda identity authority --out authority.json
  npx servanda identity authority --out authority-2.json --recover --reason "the disk with the key failed"`,
  parameters: {
    flags: {
      out: text('FILE', 'authorityOut'),
      recover: yesOrNo('recover'),
      reason: text('TEXT', 'reason'),
      home,
    },
  },
  func: authority,
});
