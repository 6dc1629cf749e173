/** servanda identity list: lists the trusted authorities, the identities in this home, and the revocations. */
import { localDate } from '../../clauses/calendar.ts';
import { rightFaultIn } from '../../wording/refusals/sentence.ts';
import { claimsOf, heldIn, identitiesFolder } from '../../identity/files.ts';
import { whyNoLonger } from '../../register/rights.ts';
import { define } from '../define.ts';
import { home, json } from '../flags.ts';
import { inRegisters } from '../client.ts';
import type { CliContext } from '../world.ts';
import { table } from '../page.ts';

interface Flags {
  home?: string;
  json?: boolean;
}

async function list(this: CliContext, { home: folder, json: asJson }: Flags): Promise<void> {
  const found = await inRegisters(this, folder, async registers => {
    const [authorities, revocations] = [await registers.of(false).authorities(), await registers.of(false).revocations()];
    const identities = (await heldIn(identitiesFolder(registers.home))).map(claimsOf).map(({ jti, sub, for: actsFor, roles, iat, exp }) => {
      const identity = { id: jti, person: sub, issued: iat * 1000, expires: exp * 1000 };
      const noLonger = whyNoLonger(identity, revocations, this.now());
      return {
        id: jti,
        person: sub,
        actsFor,
        roles,
        until: localDate(exp * 1000, 'UTC'),
        state: noLonger?.code ?? ('valid' as const),
        noLonger: noLonger ? rightFaultIn(noLonger, this.words.wording) : null,
      };
    });
    return { authorities, identities, revocations };
  });
  if (asJson) return this.print(JSON.stringify(found, null, 2));
  const { authorities, identities, revocations } = found;
  const { identity: texts } = this.words.m.administration;
  const { say } = this.words;
  const last = new Map(authorities.map(a => [a.kid, a]));
  this.print(
    [
      last.size
        ? table(
            texts.authorityColumns,
            [...last.values()].map(a => [a.kid, texts.states[a.state], this.words.columnDayOf(a.at), a.reason]),
            this,
          )
        : texts.noneTrusted,
      ...(identities.length
        ? [
            '',
            table(
              texts.identityColumns,
              identities.map(({ person, actsFor, roles, until, id, state }) => [
                person,
                this.words.actsFor(actsFor),
                roles.join(', '),
                this.words.column(until),
                id,
                texts.identityStates[state],
              ]),
              this,
            ),
          ]
        : []),
      ...(revocations.length
        ? [
            '',
            table(
              texts.revokedColumns,
              revocations.map(r => [
                'identity' in r ? r.identity : say(texts.allUntilThen, { person: r.person }),
                this.words.columnDayOf(r.at),
                r.by,
                r.reason,
              ]),
              this,
            ),
          ]
        : []),
    ].join('\n'),
  );
}

export const command = define<Flags, []>({
  usage: ['[--home FOLDER] [--json]'],
  examples: `
  npx servanda identity list`,
  parameters: { flags: { home, json } },
  func: list,
});
