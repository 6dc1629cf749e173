/** servanda identity exchange: exchanges an OIDC issuer's token for an identity with the same lifetime. */
import { issueIdentity } from '../../identity/authority.ts';
import { authorityFile, identitiesFolder, readAuthority } from '../../identity/files.ts';
import { escaped, isText } from '../../machines/limits.ts';
import { holderByToken, TokenRefused } from '../../identity/oidc.ts';
import { en } from '../../wording/en.ts';
import { failureIn } from '../../wording/failures/sentence.ts';
import { openSecurityLog } from '../../worker/security-log.ts';
import { define } from '../define.ts';
import { UsageError, CommandFailed } from '../failures.ts';
import { argument, home, positional, text, yesOrNo } from '../flags.ts';
import { configurationOf } from '../client.ts';
import { textIn } from '../text-file.ts';
import type { CliContext } from '../world.ts';
import { authorityFlag } from './common.ts';
import { placed, formatReplaced } from './issue.ts';

interface Flags {
  authority?: string;
  out?: string;
  replace?: boolean;
  home?: string;
}

async function exchange(this: CliContext, { authority, out, replace = false, home: folder }: Flags, tokenFile: string): Promise<void> {
  const config = await configurationOf(this, folder);
  const { m, say } = this.words;
  const { identity: texts } = m.administration;
  if (!config.oidc) throw new UsageError(texts.noIssuer);
  const token = textIn(this.words, tokenFile);
  const file = authority ?? authorityFile(config.home);
  const key = await readAuthority(file);
  if (!key) throw new CommandFailed(say(texts.noAuthority, { file }));
  const { until, ...holder } = await holderByToken(token.trim(), config.oidc).catch((cause: unknown) => {
    if (cause instanceof TokenRefused)
      openSecurityLog(config.home).refused({
        where: 'command line',
        of: 'identity',
        asked: 'exchange',
        by: this.user,
        why: failureIn(cause, en)!,
      });
    throw cause;
  });
  if (!isText(holder.person) || !isText(holder.actsFor))
    throw new TokenRefused({ code: 'tokenNotText', person: escaped(holder.person), actsFor: escaped(holder.actsFor) });
  const held = await issueIdentity(key, holder, { now: Date.now(), until });
  const { file: to, replaced } = await placed(held, out, identitiesFolder(config.home), { now: this.now(), replace });
  const { person, actsFor: party, roles } = holder;
  this.print(
    say(texts.issued, { file: to, person, party: this.words.actsFor(party), roles: roles.join(', '), until: this.words.time(until) }),
  );
  for (const one of replaced) this.warn(formatReplaced(one, this.words));
}

export const command = define<Flags, [string]>({
  usage: ['<token-file> [--authority FILE] [--out FILE] [--replace]'],
  examples: `
  SERVANDA_OIDC_ISSUER=https://login.example.org SERVANDA_OIDC_AUDIENCE=servanda npx servanda identity exchange token.jwt`,
  parameters: {
    positional: positional(argument('token-file', 'tokenFile')),
    flags: { authority: authorityFlag, out: text('FILE', 'identityOut'), replace: yesOrNo('identityReplace'), home },
  },
  func: exchange,
});
