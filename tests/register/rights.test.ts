/** Who may write in the register: checked in the transaction of the write, by the machine's clock. */
import { createPrivateKey, randomUUID, sign } from 'node:crypto';
import { decodeJwt } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { signRight, type HeldIdentity, type KeyPair } from '../../identity/authority.ts';
import { newSigningKey } from '../../secrets/signing-key.ts';
import { date } from '../../clauses/calendar.ts';
import { requestHash } from '../../identity/request-hash.ts';
import { clocksApart, identityType, lifeOfRight, rightType } from '../../identity/shapes.ts';
import { refuse } from '../../machines/refusal.ts';
import { inEnglish } from '../../wording/refusals/english.ts';
import { NotAllowed } from '../../register/errors.ts';
import { openRegister } from '../../register/register.ts';
import type { PresentedRight } from '../../register/rights.ts';
import type { Register } from '../../register/types.ts';
import { onEachDatabase } from '../support/databases.ts';
import { identityOf, signedAs } from '../support/identities.ts';
import { entered, everythingOf, freshRegister, signed } from './given.ts';
import { enter } from '../support/enter.ts';

const begin = Date.UTC(2026, 0, 1);
const minute = 60_000;
const audience = 'default/agreement/a';
const hash = requestHash('record', { entry: 's' });
const approved = { type: 'notice.approved', by: 'Officer', at: date('2026-01-01') } as const;
const settled = { type: 'protocol.text.settled', at: '2026-01-01', language: 'en' } as const;

onEachDatabase('rights in the register', kind => {
  const on = freshRegister(kind);
  let authority: KeyPair;
  let officer: HeldIdentity;
  let now: number;
  let register: Register;

  beforeEach(async () => {
    now = begin;
    register = await openRegister(on.database.place, { clock: () => now });
    authority = newSigningKey();
    officer = await identityOf(authority, 'Officer', 'KZ', ['registrar'], { now: begin });
    await register.trust({ kid: authority.kid, x: authority.x, state: 'trusted', reason: 'first' }, entered);
    return () => register.close();
  });

  const shown = async (held = officer, at = now, more: Partial<PresentedRight> = {}): Promise<PresentedRight> => ({
    token: await signRight(held, { audience, hash, now: at }),
    audience,
    name: 'record',
    hash,
    whyNot: () => undefined,
    ...more,
  });
  const append = (id: string, authorityShown?: PresentedRight | 'servanda') => enter(register, 'a', signed(id), entered, authorityShown);
  const refused = async (write: Promise<unknown>): Promise<string> => {
    const cause = await write.catch((e: unknown) => e);
    if (!(cause instanceof NotAllowed)) throw new Error(`not refused: ${String(cause)}`);
    return inEnglish(refuse('rightRefused', { fault: cause.fault }));
  };

  it('rights are not required before an authority is trusted', async () => {
    const other = await kind.fresh();
    const bare = await openRegister(other.place);
    await enter(bare, 'a', signed('s'), entered);
    const head = await bare.head();
    await bare.spend({ ...(await shown()), why: refuse('otherAuthorities', {}) });
    expect([await bare.head(), await bare.trusted()]).toEqual([head, []]);
    await bare.close();
    await other.remove();
  });

  it('rights are required once one is: without them nothing is written, except what the service itself does', async () => {
    expect(await refused(append('s1'))).toMatch(/no right was shown/);
    expect(await refused(append('s1', await shown(officer, now, { token: undefined })))).toMatch(
      /carries no right.*npx servanda identity sign agreement\/a record --request/,
    );
    const asked = { audience: 'default/notice/a/1', name: 'accept', hash };
    expect(await refused(append('s1', await shown(officer, now, { token: undefined, onBehalf: asked })))).toMatch(
      /identity sign notice\/a\/1 accept/,
    );
    const otherRole = { code: 'refused', refusal: refuse('otherAuthorities', {}) } as const;
    expect(await refused(append('s1', await shown(officer, now, { whyNot: () => otherRole })))).toMatch(
      /trusts other authorities.*[^.]\. Nothing was written\.$/,
    );
    expect(await register.rows('a')).toEqual([]);
    await append('s1', 'servanda');
    await append('s2', await shown());
    expect((await register.authorisations()).map(a => [a.agreement, a.entry, a.person])).toEqual([['a', 's2', 'Officer']]);
    expect(await register.verifyAll()).toMatchObject({ sound: true });
  });

  it('rights end with the identity, and an hour after they were signed', async () => {
    const early = await shown();
    now = begin + lifeOfRight * 1000 - 1;
    await append('s1', await shown(await identityOf(authority, 'Officer', 'KZ', ['registrar'], { now, until: now + 2 * minute }), now));
    now += 1;
    expect(await refused(append('s2', { ...early }))).toMatch(/expired on 1 Jan 2026, 01:00 UTC/);
    const short = await identityOf(authority, 'Officer', 'KZ', ['registrar'], { now, until: now + minute });
    const right = await shown(short, now);
    now += minute;
    expect(await refused(append('s2', right))).toMatch(/identity of Officer expired on 1 Jan 2026, 01:01 UTC/);
    expect(await register.rows('a')).toHaveLength(1);
  });

  it('rights last an hour whatever they claim, and start when they say', async () => {
    const claims = decodeJwt((await shown()).token as string);
    const saying = async (more: object) =>
      shown(officer, now, {
        token: await signedAs(officer.key, { alg: 'EdDSA', typ: rightType }, { ...claims, jti: randomUUID(), ...more }),
      });
    const year = 365 * 86_400;
    const long = await saying({ exp: claims.exp! + year });
    for (const later of [{ nbf: claims.iat! + year }, { iat: claims.iat! + year }])
      expect(await refused(append('s1', await saying({ ...later, exp: claims.exp! + 2 * year })))).toMatch(
        /valid only from 1 Jan 2027, 00:00 UTC/,
      );
    const ahead = await identityOf(authority, 'Officer', 'KZ', ['registrar'], { now: begin + 10 * minute });
    expect(await refused(append('s1', await shown(ahead)))).toMatch(
      /valid only from 1 Jan 2026, 00:10 UTC; if that is past, a clock is wrong/,
    );
    await append('s1', long);
    now = begin + lifeOfRight * 1000;
    officer = await identityOf(authority, 'Officer', 'KZ', ['registrar'], { now: begin, until: now + year * 1000 });
    expect(await refused(append('s2', await saying({ identity: officer.identity, exp: claims.exp! + year })))).toMatch(
      /signed too long ago/,
    );
  });

  it('rights of an identity that gives its start are invalid before then, allowing for differing clocks', async () => {
    const from = begin + 10 * minute;
    const claims = { ...decodeJwt(officer.identity), nbf: from / 1000 };
    const header = { alg: 'EdDSA', typ: identityType, kid: authority.kid };
    const later = { ...officer, identity: await signedAs(authority, header, claims) };
    now = from - clocksApart - 1;
    expect(await refused(append('s1', await shown(later)))).toMatch(/valid only from 1 Jan 2026, 00:10 UTC/);
    now += 1;
    await append('s1', await shown(later));
  });

  it('rights with a header that requires unknown extensions are invalid', async () => {
    const claims = decodeJwt((await shown()).token as string);
    const header = { alg: 'EdDSA', typ: rightType, crit: ['exp-policy'], 'exp-policy': 'never' };
    const text = [header, claims].map(part => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    const key = createPrivateKey({ key: officer.key, format: 'jwk' });
    const token = `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`;
    expect(await refused(append('s1', await shown(officer, now, { token })))).toMatch(/crit must not be there/);
  });

  describe('rights that were revoked', () => {
    it('are gone at once: for one identity by its id, or for everything of a person until then', async () => {
      const again = await identityOf(authority, 'Officer', 'KZ', ['registrar'], { now: begin + minute });
      const [before, { jti }] = [
        await shown(),
        JSON.parse(Buffer.from(officer.identity.split('.')[1]!, 'base64url').toString()) as { jti: string },
      ];
      now += 2 * minute;
      await register.revoke({ identity: jti, reason: 'lost' }, { by: 'operator', at: now }, 'servanda');
      expect(await refused(append('s1', before))).toMatch(/was revoked on 1 Jan 2026, 00:02 UTC: lost/);
      await append('s1', await shown(again));
      await register.revoke({ person: ' officer ', reason: 'left' }, { by: 'operator', at: now }, 'servanda');
      expect(await refused(append('s2', await shown(again)))).toMatch(/left/);
      now += minute;
      await append('s2', await shown(await identityOf(authority, 'Officer', 'KZ', ['registrar'], { now })));
      expect(await register.revocations()).toMatchObject([
        { identity: jti, reason: 'lost', by: 'operator' },
        { person: ' officer ', reason: 'left' },
      ]);
      expect(await register.verifyAll()).toMatchObject({ sound: true });
    });

    it('for a person include an identity issued at that very instant, and none issued after it', async () => {
      const issuedAt = (at: number) => identityOf(authority, 'Officer', 'KZ', ['registrar'], { now: at, until: begin + 10 * minute });
      const [then, after] = [await issuedAt(begin + minute), await issuedAt(begin + minute + 1_000)];
      await register.revoke({ person: 'Officer', reason: 'left' }, { by: 'operator', at: begin + minute }, 'servanda');
      now = begin + 2 * minute;
      expect(await refused(append('s1', await shown(then)))).toMatch(/left/);
      await append('s1', await shown(after));
    });

    it('through another connection to the register count in this one', async () => {
      const other = await openRegister(on.database.place);
      await other.revoke({ person: 'Officer', reason: 'left' }, { by: 'operator', at: begin + minute }, 'servanda');
      await other.close();
      expect(await refused(append('s1', await shown()))).toMatch(/left/);
    });

    it('for a person also revoke the right of the service to record on that person’s behalf', async () => {
      const { token, asked } = await onBehalf('default/notice/a/1', hash);
      const { token: second } = await onBehalf('default/notice/a/1', hash);
      await append('s1', await shown(officer, now, { token, onBehalf: asked }));
      await register.revoke({ person: 'Officer', reason: 'left' }, { by: 'operator', at: begin + minute }, 'servanda');
      expect(await refused(append('s2', await shown(officer, now, { token: second, onBehalf: asked })))).toMatch(/left/);
    });
  });

  /** A right of the service that contains one of the officer, and what that one is for. */
  const onBehalf = async (askedOf: string, hashed: string) => {
    const service = await identityOf(authority, 'servanda', '*', ['service'], { now: begin });
    const person = await signRight(officer, { audience: askedOf, hash: hashed, now });
    const token = await signRight(service, { audience, hash, now, onBehalf: person });
    return { token, person, asked: { audience: askedOf, name: 'confirmReceipt', hash: hashed } };
  };

  it('rights that the service shows for a person are that person’s, to exactly what was requested, each for one entry', async () => {
    const { token, asked, person } = await onBehalf('default/notice/a/1', hash);
    const other = requestHash('confirmReceipt', { by: 'Officer', received: '2026-01-01' });
    const as = async (onBehalfOf?: typeof asked) => shown(officer, now, { token, ...(onBehalfOf ? { onBehalf: onBehalfOf } : {}) });
    expect(await refused(append('s1', await as()))).toMatch(/in its own name/);
    expect(await refused(append('s1', await as({ ...asked, audience: 'default/notice/a/2' })))).toMatch(/is for default\/notice\/a\/1/);
    expect(await refused(append('s1', await as({ ...asked, hash: other })))).toMatch(/changed after it was signed/);
    const pretended = await signRight(officer, { audience, hash, now, onBehalf: person });
    expect(await refused(append('s1', await shown(officer, now, { token: pretended, onBehalf: asked })))).toMatch(
      /only the service itself/,
    );
    await append('s1', await as(asked));
    expect(await refused(append('s2', await as(asked)))).toMatch(/already been used, for s1 of a/);
    const service = await identityOf(authority, 'servanda', '*', ['service'], { now: begin });
    const anew = await signRight(service, { audience, hash, now, onBehalf: person });
    expect(await refused(append('s2', await shown(officer, now, { token: anew, onBehalf: asked })))).toMatch(/used, for s1 of a/);
  });

  it('rights of a refused request are spent, for as long as they could be used again', async () => {
    const right = await shown();
    const why = refuse('idUsedTwice', { id: 's1' });
    await register.spend({ ...right, why });
    expect(await refused(append('s1', right))).toMatch(/shown before, and refused \(.*s1.*\); ask again/);
    now = begin + lifeOfRight * 1000 - 1;
    expect(await refused(append('s1', right))).toMatch(/shown before/);
    now = begin;
    await append('s1', await shown());
    const before = await register.head();
    await register.spend({ ...(await shown()), token: 'none', why });
    await register.spend({ ...(await shown()), hash: 'sha256:other', why });
    await register.spend({ ...right, why });
    expect(await register.head()).toEqual(before);
    const { token, asked, person } = await onBehalf('default/notice/a/1', hash);
    await register.spend({
      token,
      audience,
      name: 'record',
      hash,
      onBehalf: asked,
      why: refuse('noDescription', { agreement: 'a'.repeat(3_000) }),
    });
    expect((await everythingOf(register)).slice(-2).map(line => [line.kind, line.by])).toEqual([
      ['spent', 'Officer'],
      ['spent', 'Officer'],
    ]);
    expect(await refused(append('s2', await shown(officer, now, { token: person, ...asked })))).toMatch(
      /shown before, and refused; ask again/,
    );
    expect(await register.verifyAll()).toMatchObject({ sound: true });
  });

  it('rights are either spent or the call fails', async () => {
    const other = await openRegister(on.database.place);
    await other.close();
    await expect(other.spend({ ...(await shown()), why: refuse('otherAuthorities', {}) })).rejects.toThrow(/closed|destroyed|not open/);
  });

  it.each([
    ['description', 'description-', (id: string) => ({ type: 'described', id, hash: 'sha256:x', content: {} }) as const],
    ['step of a notice', 'notice.x.', (id: string) => ({ type: 'notice.step', id, notice: 'x', step: approved }) as const],
    ['step of a protocol', 'protocol.x.', (id: string) => ({ type: 'protocol.step', id, protocol: 'x', step: settled }) as const],
  ])('rights create one %s, once, and an existing one is not created again', async (_, prefix, lineOf) => {
    const right = await shown();
    const make = (n: number) => enter(register, 'a', lineOf(`${prefix}${n}`), entered, right);
    await make(1);
    expect((await make(1)).existing).toBe(true);
    expect(await refused(make(2))).toMatch(`already been used, for ${prefix}1 of a`);
  });

  it('rights to change the trusted authorities belong to an operator, and the last authority stays', async () => {
    const second = newSigningKey();
    const change = { kid: second.kid, x: second.x, state: 'trusted' as const, reason: 'second' };
    expect(await refused(register.trust(change, entered))).toMatch(/no right was shown/);
    await register.trust(change, entered, await shown());
    await register.trust(change, entered, await shown());
    expect(await register.authorities()).toHaveLength(2);
    expect(await refused(register.trust({ ...change, x: authority.x }, entered, await shown()))).toMatch(
      /another key is trusted under the id/,
    );
    await register.trust({ ...change, kid: authority.kid, x: authority.x, state: 'withdrawn' }, entered, await shown());
    expect(await register.trusted()).toEqual([{ kid: second.kid, x: second.x }]);
    expect(await refused(append('s1', await shown()))).toMatch(/not trusted here/);
    expect(await refused(register.trust({ ...change, state: 'withdrawn' }, entered, 'servanda'))).toMatch(/only authority/);
    expect(await refused(register.revoke({ person: 'x', reason: 'y' }, entered))).toMatch(/no right was shown/);
    expect(await refused(register.assertRight(await shown()))).toMatch(/not trusted here/);
  });
});
