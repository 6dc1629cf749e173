/** servanda identity revoke: revokes an identity, or all of a person's, at once. */
import { claimsOf, heldIn, identitiesFolder } from '../../identity/files.ts';
import { isSamePerson } from '../../machines/persons.ts';
import type { Registers } from '../../register/home.ts';
import { define } from '../define.ts';
import { UsageError } from '../failures.ts';
import { argument, home, positional, text } from '../flags.ts';
import type { CliContext } from '../world.ts';
import { rightToRegister, withRegisters } from './common.ts';

interface Flags {
  person?: string;
  reason?: string;
  home?: string;
}

async function revoke(this: CliContext, { person, reason, home: folder }: Flags, identity?: string): Promise<void> {
  const { m, say } = this.words;
  const { identity: texts } = m.administration;
  const named = { person: person ?? 'none', identity: identity ?? 'none' };
  if (Boolean(person) === Boolean(identity)) throw new UsageError(texts.revokeWhich);
  if (!reason?.trim()) throw new UsageError(texts.revokeReason);
  const whose = person ? { person } : { identity: identity! };
  await withRegisters(this, folder, async (registers, context) => {
    const by = this.user;
    if (!(await isKnown(registers, whose))) this.warn(say(texts.notKnown, named));
    const authority = await rightToRegister(context, 'revoke', { by, reason, ...whose });
    for (const rehearsals of [false, true]) {
      const register = registers.of(rehearsals);
      if ((await register.trusted()).length) await register.revoke({ ...whose, reason }, { by, at: this.now() }, authority);
    }
  });
  this.print(say(texts.revoked, named));
}

/** True if the home has such an identity, or an entry was recorded with it. */
async function isKnown(registers: Registers, { person, identity }: { person?: string; identity?: string }): Promise<boolean> {
  const held = (await heldIn(identitiesFolder(registers.home))).map(claimsOf).map(({ jti, sub }) => ({ identity: jti, person: sub }));
  const entered = (await Promise.all([false, true].map(rehearsals => registers.of(rehearsals).authorisations()))).flat();
  return [...held, ...entered].some(one => (person ? isSamePerson(one.person, person) : one.identity === identity));
}

export const command = define<Flags, [string?]>({
  usage: ['<identity> --reason TEXT', '--person NAME --reason TEXT'],
  examples: `
  npx servanda identity revoke --person "first secretary" --reason "posted abroad"`,
  parameters: {
    positional: positional({ ...argument('identity', 'identityId'), optional: true }),
    flags: { person: text('NAME', 'revokePerson'), reason: text('TEXT', 'reason'), home },
  },
  func: revoke,
});
