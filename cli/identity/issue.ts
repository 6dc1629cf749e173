/** servanda identity issue: an identity for a person, with roles, for a Party or an organisation. */
import { join } from 'node:path';
import { issueIdentity } from '../../identity/authority.ts';
import { authorityFile, claimsOf, fileNameFor, identitiesFolder, readAuthority, readHeld, writeSecret } from '../../identity/files.ts';
import type { IdentityClaims } from '../../identity/shapes.ts';
import { define } from '../define.ts';
import { BadInput, NotAsAsked } from '../failures.ts';
import { home, text } from '../flags.ts';
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
  home?: string;
}

const day = 86_400_000;

async function issue(this: World, { person, for: actsFor, roles, days = 365, authority, out, home: folder }: Flags): Promise<void> {
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
  const to = out ?? join(identitiesFolder(config.home), fileNameFor(person.trim()));
  const replaced = out === undefined ? await readHeld(to) : undefined;
  await writeSecret(to, held, { replace: out === undefined });
  const { jti, exp } = claimsOf(held);
  this.print(`${to}: the identity of ${person.trim()}, for ${actsFor.trim()}, ${named.join(', ')}, until ${until(exp)}; ${jti}`);
  if (replaced) this.tell(replacedInWords(claimsOf(replaced)));
  this.tell('Whoever has this file is this person to servanda. Hand it over in person; to take it back: npx servanda identity revoke.');
}

const replacedInWords = ({ jti, roles, exp }: IdentityClaims): string =>
  `It replaces the person's identity with ${roles.join(', ')}: a copy of that is still good until ${until(exp)}. To take it back: npx servanda identity revoke ${jti} --reason TEXT`;

/** `exp`: in seconds. */
const until = (exp: number): string => new Date(exp * 1000).toISOString().slice(0, 10);

export const command = define<Flags, []>({
  usage: ['--person NAME --for PARTY|ORGANISATION --roles ROLE[,ROLE] [--days N] [--authority FILE] [--out FILE]'],
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
        parse: (value: string): number => {
          if (!/^[1-9]\d{0,3}$/.test(value)) throw new RangeError('must be a number of days, at most 9999');
          return Number(value);
        },
        placeholder: 'N',
        optional: true,
        brief: 'identityDays',
      },
      authority: authorityFlag,
      out: text('FILE', 'identityOut'),
      home,
    },
  },
  func: issue,
});
