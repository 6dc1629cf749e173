/** servanda identity issue: an identity for a person, with roles, for a Party or an organisation. */
import { dirname, resolve } from 'node:path';
import { buildCommand } from '@stricli/core';
import { issueIdentity, type HeldIdentity } from '../../identity/authority.ts';
import { authorityFile, claimsOf, identitiesFolder, putIdentity, readAuthority, writeSecret } from '../../identity/files.ts';
import type { IdentityClaims } from '../../identity/shapes.ts';
import { BadInput, NotAsAsked } from '../failures.ts';
import { home, text, yesOrNo } from '../flags.ts';
import { configurationOf } from '../service/service.ts';
import type { World } from '../world.ts';
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

async function issue(
  this: World,
  { person, for: actsFor, roles, days = 365, authority, out, replace = false, home: folder }: Flags,
): Promise<void> {
  if (!person?.trim()) throw new BadInput('--person is missing: who it is.');
  if (person.length > 200) throw new BadInput('--person must be at most 200 characters.');
  if (!actsFor?.trim())
    throw new BadInput('--for is missing: the Party for which the person acts, by its code such as KZ, or an organisation.');
  if (actsFor.length > 200) throw new BadInput('--for must be at most 200 characters.');
  const named = rolesFrom(roles);
  const config = await configurationOf(this, folder);
  const file = authority ?? authorityFile(config.home);
  const key = await readAuthority(file);
  if (!key)
    throw new NotAsAsked(
      `There is no key of an authority in ${file}. Name it with --authority, or make one: npx servanda identity authority.`,
    );
  const now = this.now();
  const held = await issueIdentity(key, { person: person.trim(), actsFor: actsFor.trim(), roles: named }, { now, until: now + days * day });
  const { file: to, replaced } = await placed(held, out, identitiesFolder(config.home), { now, replace });
  const { jti, exp } = claimsOf(held);
  this.print(`${to}: the identity of ${person.trim()}, for ${actsFor.trim()}, ${named.join(', ')}, until ${until(exp)}; ${jti}`);
  for (const one of replaced) this.tell(replacedInWords(one));
  this.tell('Whoever has this file is this person to servanda. Hand it over in person; to take it back: npx servanda identity revoke.');
}

/** In the folder of the home, or in a new file. */
export async function placed(held: HeldIdentity, out: string | undefined, folder: string, how: { now: number; replace: boolean }) {
  if (out === undefined || resolve(dirname(out)) === resolve(folder)) return putIdentity(folder, held, how);
  await writeSecret(out, held);
  return { file: out, replaced: [] };
}

export const replacedInWords = ({ jti, roles, exp }: IdentityClaims): string =>
  `It replaces the person's identity with ${roles.join(', ')}: a copy of that is still good until ${until(exp)}. To take it back: npx servanda identity revoke ${jti} --reason TEXT`;

/** `exp`: in seconds. */
const until = (exp: number): string => new Date(exp * 1000).toISOString().slice(0, 10);

export const command = buildCommand<Flags, [], World>({
  docs: {
    brief: 'Issue an identity: a person, for whom, with which roles',
    customUsage: ['--person NAME --for PARTY|ORGANISATION --roles ROLE[,ROLE] [--days N] [--authority FILE] [--out FILE] [--replace]'],
    fullDescription: `Issues an identity with the key of an authority: a token that says who a person is, and a key of the person's own that signs each request. In
identities/ of the home it is found by the person's name; elsewhere it is named by SERVANDA_IDENTITY. A person has one identity there: issued
again for the same Party and roles it replaces the one before; for others, --replace is needed. Names that look alike are one person's.

ROLES
  reader      reads, and sees no drafts of others
  drafter     drafts notices and protocols of the Party, records what that Party did
  approver    approves another's draft; records notices of termination and decisions of the Party
  registrar   records what both Parties, or the other Party, did; corrects, strikes, opens and redescribes agreements
  operator    folds again, says which authorities are trusted, revokes
  service     the worker's own, never a person's

EXAMPLES
  npx servanda identity issue --person "first secretary" --for EE --roles drafter
  npx servanda identity issue --person "head of department" --for EE --roles approver --days 90 --out head.json`,
  },
  parameters: {
    flags: {
      person: text('NAME', 'The person'),
      for: text('PARTY', 'The Party, by its code, or the organisation for which the person acts'),
      roles: text('ROLES', 'One or more, with commas between'),
      days: {
        kind: 'parsed',
        parse: (value: string): number => {
          if (!/^[1-9]\d{0,3}$/.test(value)) throw new RangeError('must be a number of days, at most 9999');
          return Number(value);
        },
        placeholder: 'N',
        optional: true,
        brief: 'How many days it lasts (default: 365)',
      },
      authority: authorityFlag,
      out: text('FILE', 'The file to write (default: in identities/ of the home)'),
      replace: yesOrNo('Put it in the place of an identity of the person for another Party or with other roles'),
      home,
    },
  },
  func: issue,
});
