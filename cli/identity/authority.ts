/** servanda identity authority: an authority's key, whose identities the register will believe. */
import { buildCommand } from '@stricli/core';
import { publicPartOf } from '../../identity/authority.ts';
import { newSigningKey } from '../../secrets/signing-key.ts';
import { authorityFile, writeSecret } from '../../identity/files.ts';
import { BadInput } from '../failures.ts';
import { home, text, yesOrNo } from '../flags.ts';
import type { World } from '../world.ts';
import { withRegisters } from './common.ts';

interface Flags {
  out?: string;
  recover?: boolean;
  reason?: string;
  home?: string;
}

async function authority(this: World, { out, recover = false, reason, home: folder }: Flags): Promise<void> {
  if (recover && !reason) throw new BadInput('--reason is missing: how the key of the authority was lost.');
  await withRegisters(this, folder, async (registers, config) => {
    const file = out ?? authorityFile(config.home);
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
    this.print(`${file}: the key of the authority ${key.kid}; its public part is ${file}.public.`);
    this.print(
      isFirst || recover
        ? 'The register trusts it. Keep the key where the worker is not, and a copy in a safe.'
        : `The register trusts it once an operator says so: npx servanda identity trust ${file}.public`,
    );
  });
}

export const command = buildCommand<Flags, [], World>({
  docs: {
    brief: 'Make the key of an authority, which issues identities',
    customUsage: ['[--out FILE] [--recover --reason TEXT] [--home FOLDER]'],
    fullDescription: `Makes a key of Ed25519 for an authority. The first one of a register is trusted at once, and from then on whoever asks must show a right
by an identity that a trusted authority has issued; a further one is trusted when an operator says so (identity trust). On one's own machine npx servanda up
does it by itself. --recover is for when the key is lost: whoever may write to the database itself enters a new one, and the register says so for good.

EXAMPLES
  npx servanda identity authority --out authority.json
  npx servanda identity authority --out authority-2.json --recover --reason "the disk with the key failed"`,
  },
  parameters: {
    flags: {
      out: text('FILE', 'The file to write (default: authority.json of the home)'),
      recover: yesOrNo('Have it trusted without an operator: the key of the last authority is lost'),
      reason: text('TEXT', 'Why'),
      home,
    },
  },
  func: authority,
});
