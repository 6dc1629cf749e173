/** servanda identity trust: sets whose identities the register trusts. */
import { readPublicKey } from '../../identity/files.ts';
import type { TrustedKey } from '../../identity/shapes.ts';
import { define } from '../define.ts';
import { UsageError } from '../failures.ts';
import { argument, home, positional, text } from '../flags.ts';
import type { Words } from '../words.ts';
import type { CliContext } from '../world.ts';
import { rightToRegister, withRegisters } from './common.ts';
import { reportNotified } from './report-notified.ts';

interface Flags {
  withdraw?: string;
  reason?: string;
  home?: string;
}

async function trust(this: CliContext, { withdraw, reason, home: folder }: Flags, file?: string): Promise<void> {
  const { m, say } = this.words;
  const { identity: texts } = m.administration;
  if (Boolean(withdraw) === Boolean(file)) throw new UsageError(texts.trustWhich);
  if (!reason?.trim()) throw new UsageError(texts.trustReason);
  await withRegisters(this, folder, async (registers, context) => {
    const by = this.user;
    const state = withdraw ? ('withdrawn' as const) : ('trusted' as const);
    const key = withdraw ? known(this.words, await registers.of(false).trusted(), withdraw) : await readPublicKey(file!);
    const change = { ...key, state, reason };
    const authority = await rightToRegister(context, 'trust', { by, ...change });
    for (const rehearsals of [false, true]) await registers.of(rehearsals).trust(change, { by, at: this.now() }, authority);
    this.print(say(withdraw ? texts.withdrawn : texts.nowTrusted, { key: key.kid }));
    await reportNotified(this, context);
  });
}

function known({ m, say }: Words, trusted: readonly TrustedKey[], kid: string): TrustedKey {
  const found = trusted.find(t => t.kid === kid);
  if (!found)
    throw new UsageError(
      say(m.administration.identity.unknownAuthority, { key: kid, known: trusted.map(t => t.kid).join(', ') || m.words.none }),
    );
  return found;
}

export const command = define<Flags, [string?]>({
  usage: ['<public-key-file> --reason TEXT', '--withdraw KID --reason TEXT'],
  examples: `
  npx servanda identity trust authority-2.json.public --reason "the key is replaced"
  npx servanda identity trust --withdraw KID --reason "the old key is retired"`,
  parameters: {
    positional: positional({ ...argument('public-key-file', 'publicKeyFile'), optional: true }),
    flags: { withdraw: text('KID', 'withdraw'), reason: text('TEXT', 'reason'), home },
  },
  func: trust,
});
