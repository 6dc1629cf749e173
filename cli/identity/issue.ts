/** servanda identity issue: issues an identity to a person, with roles, for a Party or an organisation. */
import { dirname, resolve } from 'node:path';
import { issueIdentity, type HeldIdentity } from '../../identity/authority.ts';
import { localDate, type CalendarDate } from '../../clauses/calendar.ts';
import { authorityFile, claimsOf, identitiesFolder, putIdentity, readAuthority, writeSecret } from '../../identity/files.ts';
import type { IdentityClaims } from '../../identity/shapes.ts';
import { define } from '../define.ts';
import { UsageError, CommandFailed } from '../failures.ts';
import { home, text, yesOrNo } from '../flags.ts';
import { configurationOf } from '../client.ts';
import type { Words } from '../words.ts';
import type { CliContext } from '../world.ts';
import { authorityFlag, rolesFrom } from './common.ts';

interface Flags {
  person?: string;
  for?: string;
  roles?: string;
  days?: number;
  authority?: string;
  out?: string;
  replace?: boolean;
  home?: string;
}

const day = 86_400_000;
/** In characters. */
const longest = 200;

async function issue(
  this: CliContext,
  { person, for: actsFor, roles, days = 365, authority, out, replace = false, home: folder }: Flags,
): Promise<void> {
  const { m, say } = this.words;
  const { identity: texts } = m.administration;
  if (!person?.trim()) throw new UsageError(texts.personMissing);
  if (person.length > longest) throw new UsageError(say(texts.tooLong, { flag: 'person', most: longest }));
  if (!actsFor?.trim()) throw new UsageError(texts.forMissing);
  if (actsFor.length > longest) throw new UsageError(say(texts.tooLong, { flag: 'for', most: longest }));
  const named = rolesFrom(this.words, roles);
  const config = await configurationOf(this, folder);
  const file = authority ?? authorityFile(config.home);
  const key = await readAuthority(file);
  if (!key) throw new CommandFailed(say(texts.noAuthority, { file }));
  const now = this.now();
  const held = await issueIdentity(key, { person: person.trim(), actsFor: actsFor.trim(), roles: named }, { now, until: now + days * day });
  const { file: to, replaced } = await placed(held, out, identitiesFolder(config.home), { now, replace });
  const { jti, exp } = claimsOf(held);
  const issued = say(texts.issued, {
    file: to,
    person: person.trim(),
    party: this.words.actsFor(actsFor.trim()),
    roles: named.join(', '),
    until: this.words.day(expiryDay(exp)),
  });
  this.print(`${issued}; ${jti}`);
  for (const one of replaced) this.warn(formatReplaced(one, this.words));
  this.warn(say(texts.handOver, { id: jti }));
}

/** Writes it to the home's folder, or to a new file. */
export async function placed(held: HeldIdentity, out: string | undefined, folder: string, how: { now: number; replace: boolean }) {
  if (out === undefined || resolve(dirname(out)) === resolve(folder)) return putIdentity(folder, held, how);
  await writeSecret(out, held);
  return { file: out, replaced: [] };
}

export const formatReplaced = ({ jti, roles, exp }: IdentityClaims, { m, say, day }: Words): string =>
  say(m.administration.identity.replaced, { roles: roles.join(', '), until: day(expiryDay(exp)), id: jti });

/** `exp`: in seconds. */
const expiryDay = (exp: number): CalendarDate => localDate(exp * 1000, 'UTC');

function parseDays(this: CliContext, value: string): number {
  const { m, say } = this.words;
  if (!/^[1-9]\d{0,3}$/.test(value)) throw new RangeError(say(m.administration.identity.days, { most: '9999' }));
  return Number(value);
}

export const command = define<Flags, []>({
  usage: ['--person NAME --for PARTY|ORGANISATION --roles ROLE[,ROLE] [--days N] [--authority FILE] [--out FILE] [--replace]'],
  examples: `
  npx servanda identity issue --person "first secretary" --for EE --roles drafter
  npx servanda identity issue --person "head of department" --for EE --roles approver --days 90 --out head.json`,
  parameters: {
    flags: {
      person: text('NAME', 'identityPerson'),
      for: text('PARTY', 'identityFor'),
      roles: text('ROLES', 'identityRoles'),
      days: {
        kind: 'parsed',
        parse: parseDays,
        placeholder: 'N',
        optional: true,
        brief: 'identityDays',
      },
      authority: authorityFlag,
      out: text('FILE', 'identityOut'),
      replace: yesOrNo('identityReplace'),
      home,
    },
  },
  func: issue,
});
