/** servanda identity exchange: the token of an OIDC issuer for an identity that lasts as long. */
import { readFile } from 'node:fs/promises';
import { buildCommand } from '@stricli/core';
import { issueIdentity } from '../../identity/authority.ts';
import { authorityFile, identitiesFolder, readAuthority } from '../../identity/files.ts';
import { escaped, isText } from '../../machines/limits.ts';
import { holderByToken, TokenRefused } from '../../identity/oidc.ts';
import { openSecurityLog } from '../../worker/security-log.ts';
import { BadInput, NotAsAsked } from '../failures.ts';
import { home, text, yesOrNo } from '../flags.ts';
import { configurationOf } from '../service/service.ts';
import type { World } from '../world.ts';
import { authorityFlag } from './common.ts';
import { placed, replacedInWords } from './issue.ts';

interface Flags {
  authority?: string;
  out?: string;
  replace?: boolean;
  home?: string;
}

async function exchange(this: World, { authority, out, replace = false, home: folder }: Flags, tokenFile: string): Promise<void> {
  const config = await configurationOf(this, folder);
  if (!config.oidc) throw new BadInput('No issuer is configured. Name it: SERVANDA_OIDC_ISSUER and SERVANDA_OIDC_AUDIENCE.');
  const token = await readFile(tokenFile, 'utf8').catch(() => {
    throw new BadInput(`There is no file ${tokenFile} that can be read.`);
  });
  const file = authority ?? authorityFile(config.home);
  const key = await readAuthority(file);
  if (!key) throw new NotAsAsked(`There is no key of an authority in ${file}. Name it with --authority.`);
  const { until, ...holder } = await holderByToken(token.trim(), config.oidc).catch((cause: unknown) => {
    if (cause instanceof TokenRefused)
      openSecurityLog(config.home).refused({ where: 'command line', of: 'identity', asked: 'exchange', by: this.user, why: cause.message });
    throw cause;
  });
  if (!isText(holder.person) || !isText(holder.actsFor))
    throw new TokenRefused(`The token names ${escaped(holder.person)}, for ${escaped(holder.actsFor)}: a character of it is no text.`);
  const held = await issueIdentity(key, holder, { now: Date.now(), until });
  const { file: to, replaced } = await placed(held, out, identitiesFolder(config.home), { now: this.now(), replace });
  this.print(
    `${to}: the identity of ${holder.person}, for ${holder.actsFor}, ${holder.roles.join(', ')}, until ${new Date(until).toISOString()}`,
  );
  for (const one of replaced) this.tell(replacedInWords(one));
}

export const command = buildCommand<Flags, [string], World>({
  docs: {
    brief: 'Exchange a token of your OIDC issuer for an identity',
    customUsage: ['<token-file> [--authority FILE] [--out FILE] [--replace]'],
    fullDescription: `Checks a token of the issuer that SERVANDA_OIDC_ISSUER names, for the audience SERVANDA_OIDC_AUDIENCE, against the issuer's published keys, and
issues an identity that lasts as long as the token. Who it is stands in the claim that SERVANDA_OIDC_PERSON names (sub), for whom and with which
roles in the claim servanda: {"for":"KZ","roles":["drafter"]}.

EXAMPLES
  SERVANDA_OIDC_ISSUER=https://login.example.org SERVANDA_OIDC_AUDIENCE=servanda npx servanda identity exchange token.jwt`,
  },
  parameters: {
    positional: { kind: 'tuple', parameters: [{ placeholder: 'token-file', brief: 'A file with the token', parse: String }] },
    flags: {
      authority: authorityFlag,
      out: text('FILE', 'The file to write (default: in identities/ of the home)'),
      replace: yesOrNo('Put it in the place of an identity of the person for another Party or with other roles'),
      home,
    },
  },
  func: exchange,
});
