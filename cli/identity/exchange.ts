/** servanda identity exchange: the token of an OIDC issuer for an identity that lasts as long. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { issueIdentity } from '../../identity/authority.ts';
import { authorityFile, fileNameFor, identitiesFolder, readAuthority, writeSecret } from '../../identity/files.ts';
import { holderByToken, TokenRefused } from '../../identity/oidc.ts';
import { openSecurityLog } from '../../worker/security-log.ts';
import { define } from '../define.ts';
import { BadInput, NotAsAsked } from '../failures.ts';
import { home, text } from '../flags.ts';
import { configurationOf } from '../service/service.ts';
import type { World } from '../world.ts';
import { authorityFlag } from './common.ts';

interface Flags {
  authority?: string;
  out?: string;
  home?: string;
}

async function exchange(this: World, { authority, out, home: folder }: Flags, tokenFile: string): Promise<void> {
  const config = await configurationOf(this, folder);
  const { m, say } = this.words;
  const { unreadable, identity: texts } = m.administration;
  if (!config.oidc) throw new BadInput(texts.noIssuer);
  const token = await readFile(tokenFile, 'utf8').catch(() => {
    throw new BadInput(say(unreadable, { file: tokenFile }));
  });
  const file = authority ?? authorityFile(config.home);
  const key = await readAuthority(file);
  if (!key) throw new NotAsAsked(say(texts.noAuthority, { file }));
  const { until, ...holder } = await holderByToken(token.trim(), config.oidc).catch((cause: unknown) => {
    if (cause instanceof TokenRefused)
      openSecurityLog(config.home).refused({ where: 'command line', of: 'identity', asked: 'exchange', by: this.user, why: cause.message });
    throw cause;
  });
  const held = await issueIdentity(key, holder, { now: Date.now(), until });
  const to = out ?? join(identitiesFolder(config.home), fileNameFor(holder.person));
  await writeSecret(to, held, { replace: true });
  const { person, actsFor: party, roles } = holder;
  this.print(say(texts.issued, { file: to, person, party, roles: roles.join(', '), until: new Date(until).toISOString() }));
}

export const command = define<Flags, [string]>({
  usage: ['<token-file> [--authority FILE] [--out FILE]'],
  examples: `
  SERVANDA_OIDC_ISSUER=https://login.example.org SERVANDA_OIDC_AUDIENCE=servanda npx servanda identity exchange token.jwt`,
  parameters: {
    positional: { kind: 'tuple', parameters: [{ placeholder: 'token-file', brief: 'tokenFile', parse: String }] },
    flags: { authority: authorityFlag, out: text('FILE', 'identityOut'), home },
  },
  func: exchange,
});
