/** servanda identity revoke: a right is taken away, at once. */
import { buildCommand } from '@stricli/core';
import { claimsOf, heldIn, identitiesFolder } from '../../identity/files.ts';
import { isSamePerson } from '../../machines/persons.ts';
import type { Registers } from '../../register/home.ts';
import { BadInput } from '../failures.ts';
import { home, text } from '../flags.ts';
import type { World } from '../world.ts';
import { rightToRegister, withRegisters } from './common.ts';

interface Flags {
  person?: string;
  reason?: string;
  home?: string;
}

async function revoke(this: World, { person, reason, home: folder }: Flags, identity?: string): Promise<void> {
  if (Boolean(person) === Boolean(identity))
    throw new BadInput('Say the id of an identity, or --person NAME for all that were issued to a person until now.');
  if (!reason?.trim()) throw new BadInput('--reason is missing: why it is taken away.');
  const whose = person ? { person } : { identity: identity! };
  await withRegisters(this, folder, async (registers, config) => {
    const by = this.user;
    if (!(await isKnown(registers, whose)))
      this.tell(
        `Neither this home nor its register knows of ${person ? `an identity of ${person}` : identity}: look at the spelling (npx servanda identity list). One that was issued elsewhere is revoked all the same.`,
      );
    const authority = await rightToRegister(this, config, 'revoke', { by, reason, ...whose });
    for (const rehearsals of [false, true]) {
      const register = registers.of(rehearsals);
      if ((await register.trusted()).length) await register.revoke({ ...whose, reason }, { by, at: this.now() }, authority);
    }
  });
  this.print(
    `Revoked: ${person ? `every identity of ${person} until now` : identity}. What was done with it stands, and nothing more can be.`,
  );
}

/** By an identity that the home has, or one on which something was entered. */
async function isKnown(registers: Registers, { person, identity }: { person?: string; identity?: string }): Promise<boolean> {
  const held = (await heldIn(identitiesFolder(registers.home))).map(claimsOf).map(({ jti, sub }) => ({ identity: jti, person: sub }));
  const entered = (await Promise.all([false, true].map(rehearsals => registers.of(rehearsals).authorisations()))).flat();
  return [...held, ...entered].some(one => (person ? isSamePerson(one.person, person) : one.identity === identity));
}

export const command = buildCommand<Flags, [string?], World>({
  docs: {
    brief: 'Take a right away, at once',
    customUsage: ['<identity> --reason TEXT', '--person NAME --reason TEXT'],
    fullDescription: `From this moment the register admits nothing more on this identity, or on any that was issued to the person until now: also what was signed
before, and what goes straight to Temporal. An operator does it. It is a line of the register for good; to let the person in again, issue
a new identity.

EXAMPLES
  npx servanda identity revoke --person "first secretary" --reason "posted abroad"`,
  },
  parameters: {
    positional: {
      kind: 'tuple',
      parameters: [{ placeholder: 'identity', brief: 'The id of an identity (identity list)', parse: String, optional: true }],
    },
    flags: { person: text('NAME', 'Every identity of this person until now'), reason: text('TEXT', 'Why'), home },
  },
  func: revoke,
});
