/** A right as parsed: whose it is, for what, from when and until when; and why a text is not one. RFC 7515, RFC 7519. */
import { ApplicationFailure } from '@temporalio/common';
import { decodeJwt } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { refuseWithoutRight, presentedRight, spending, type SecurityEvent } from '../activities/rights.ts';
import { signRight, type HeldIdentity, type KeyPair } from '../identity/authority.ts';
import { requestHash } from '../identity/request-hash.ts';
import { claimedBy, NoRight, readIdentity, readRight, whyNotBy, type Expected, type Right } from '../identity/right.ts';
import { identityType, lifeOfRight, longestRight, rightType } from '../identity/shapes.ts';
import { isSigned } from '../identity/signature.ts';
import { refuse, REFUSED, type Refusal } from '../machines/refusal.ts';
import type { RightFault } from '../machines/right-fault.ts';
import { roles } from '../machines/rights.ts';
import { NotAllowed, NotText } from '../register/errors.ts';
import type { Register } from '../register/types.ts';
import { newSigningKey } from '../secrets/signing-key.ts';
import { identityOf, signedAs } from './support/identities.ts';

const now = Date.UTC(2026, 0, 1);
const iat = now / 1000;
const request = { entry: { id: 's' }, by: 'Officer' };
const asked = { audience: 'default/agreement/a', name: 'record', hash: requestHash('record', request) };
const ofNotice = { audience: 'default/notice/a/1', name: 'accept', hash: requestHash('accept', { by: 'Officer' }) };
let authority: KeyPair;
let officer: HeldIdentity;
let service: HeldIdentity;
let token: string;

beforeAll(async () => {
  authority = newSigningKey();
  officer = await identityOf(authority, ' Officer ', ' KZ ', ['drafter'], { now, until: now + 7_200_000 });
  service = await identityOf(authority, 'servanda', '*', ['service'], { now });
  token = await signRight(officer, { ...asked, now });
});

const read = (text: unknown, more: Partial<Expected> = {}): Right =>
  readRight(text, { ...asked, trusted: [{ kid: 'another', x: authority.x }, authority], ...more }, isSigned);
function faultOf(reading: () => unknown): RightFault | undefined {
  try {
    reading();
    return undefined;
  } catch (cause) {
    if (cause instanceof NoRight) return cause.fault;
    throw cause;
  }
}
const saying = (more: object, held = officer) =>
  signedAs(held.key, { alg: 'EdDSA', typ: rightType }, { ...decodeJwt(token), identity: held.identity, ...more });
const issued = (more: object, header: object = {}, key = authority) =>
  signedAs(key, { alg: 'EdDSA', typ: identityType, kid: authority.kid, ...header }, { ...decodeJwt(officer.identity), ...more });

describe('a right', () => {
  it('names the person, the Party, the roles and the authority of its identity', () => {
    const { identity, ...right } = read(token);
    expect(identity).toEqual({
      id: decodeJwt(officer.identity).jti,
      person: 'Officer',
      actsFor: 'KZ',
      roles: ['drafter'],
      issuer: authority.kid,
      issued: now,
      begins: now,
      expires: now + 7_200_000,
    });
    expect(right).toEqual({ id: decodeJwt(token).jti, begins: now, expires: now + lifeOfRight * 1000 });
  });

  it.each([
    ['as long as it says, if that is less than an hour', { exp: iat + 60 }, [0, 60]],
    ['for an hour from its signature, if it says more', { exp: iat + 90_000 }, [0, lifeOfRight]],
    ['from when it says', { nbf: iat + 120 }, [120, lifeOfRight]],
    ['from its signature, if it says an earlier time', { nbf: iat - 120 }, [0, lifeOfRight]],
  ])('is valid %s', async (_, more, [begins, expires]) => {
    expect(read(await saying(more))).toMatchObject({ begins: now + begins! * 1000, expires: now + expires! * 1000 });
  });

  it('has an identity that is valid from its issue, or later if it says so', async () => {
    const begins = async (more: object) => readIdentity(await issued(more), [authority], isSigned).begins;
    expect([await begins({}), await begins({ nbf: iat - 60 }), await begins({ nbf: iat + 60 })]).toEqual([now, now, now + 60_000]);
  });

  it.each(roles)('is valid for a %s like any other', async role => {
    const held = await identityOf(authority, 'Officer', 'KZ', [role], { now });
    expect(read(await signRight(held, { ...asked, now })).identity.roles).toEqual([role]);
  });

  it('shown by the service belongs to the person whose right it contains', async () => {
    const person = await signRight(officer, { ...ofNotice, now });
    const text = await signRight(service, { ...asked, now, onBehalf: person });
    const right = read(text, { onBehalf: ofNotice });
    expect([right.identity.person, right.onBehalf?.identity.person, right.onBehalf?.id]).toEqual([
      'servanda',
      'Officer',
      decodeJwt(person).jti,
    ]);
    expect(whyNotBy(right, 'officer')).toBeUndefined();
    expect(whyNotBy(right, 'servanda')).toEqual({ code: 'otherPerson', by: 'servanda', person: 'Officer' });
    expect(claimedBy(text)).toMatchObject({ identity: { person: 'servanda' }, onBehalf: decodeJwt(person).jti });
    expect(faultOf(() => read(text))).toEqual({ code: 'ownName' });
    const pretended = await signRight(officer, { ...asked, now, onBehalf: person });
    expect(faultOf(() => read(pretended, { onBehalf: ofNotice }))).toEqual({ code: 'serviceOnly' });
  });

  it('once verified still names its person, without another check of the signature', () => {
    const [head, claims] = token.split('.');
    expect(claimedBy(`${head}.${claims}.`)).toEqual({ id: read(token).id, identity: read(token).identity });
    expect(whyNotBy(read(token), 'Another')).toEqual({ code: 'otherPerson', by: 'Another', person: 'Officer' });
    expect(whyNotBy(read(token), ' OFFICER')).toBeUndefined();
  });
});

describe('a text is not a valid right', () => {
  it('if it is absent: the request must be signed by its caller', () => {
    expect(faultOf(() => read(undefined))).toEqual({ code: 'notCarried', workflow: 'agreement/a', name: 'record' });
    expect(faultOf(() => read(undefined, { onBehalf: ofNotice }))).toEqual({ code: 'notCarried', workflow: 'notice/a/1', name: 'accept' });
  });

  it('if it is one character too long', () => {
    expect(faultOf(() => read('x'.repeat(longestRight + 1)))).toEqual({ code: 'tooLong' });
    expect(faultOf(() => read('x'.repeat(longestRight)))).toEqual({ code: 'notSigned' });
  });

  it.each([
    ['is not a JWS', () => 'right', 'notSigned'],
    ['has a fourth part', () => `${token}.x`, 'notSigned'],
    ['is not Base64url', () => token.replace('.', '.+'), 'notSigned'],
    ['has a signature that is not Base64url', () => token.replace(/[^.]+$/, '+'), 'notSigned'],
    ['is not JSON', () => token.replace(/\.[^.]+\./, '.eHg.'), 'notSigned'],
    ['has no header', () => token.replace(/^[^.]+/, 'e30'), 'otherHeader'],
    ['has no claims', () => token.replace(/\.[^.]+\./, '.e30.'), 'incomplete'],
    ['has the signature of another text', () => token.replace(/[^.]+$/, officer.identity.split('.')[2]!), 'notByPerson'],
  ])('if it %s', (_, text, code) => {
    expect(faultOf(() => read(text()))).toEqual({ code });
  });

  it('if it is for another workflow, or for another request', async () => {
    expect(faultOf(() => read(token, { audience: 'default/agreement/b' }))).toEqual({
      code: 'otherAudience',
      of: 'default/agreement/a',
      asked: 'default/agreement/b',
    });
    expect(faultOf(() => read(token, { hash: ofNotice.hash }))).toEqual({ code: 'otherRequest' });
    const text = await signedAs(officer.key, { alg: 'EdDSA', typ: identityType }, decodeJwt(token));
    expect(faultOf(() => read(text))).toEqual({ code: 'otherKind', wanted: rightType, is: identityType });
  });

  it('if its identity was issued by no trusted authority', async () => {
    const fault = async (more: object, header: object = {}, key = authority) => {
      const identity = await issued(more, header, key);
      const text = await saying({ identity });
      return faultOf(() => read(text));
    };
    expect(await fault({})).toBeUndefined();
    expect(await fault({}, { kid: 'x' })).toEqual({ code: 'unknownIssuer', issuer: 'x' });
    expect(await fault({}, { kid: undefined })).toEqual({ code: 'unknownIssuer', issuer: 'none' });
    expect(await fault({}, { kid: 'another' })).toBeUndefined();
    expect(await fault({}, { typ: rightType })).toEqual({ code: 'otherKind', wanted: identityType, is: rightType });
    expect(await fault({}, {}, newSigningKey() as KeyPair)).toEqual({ code: 'notByAuthority' });
    expect(await fault({ roles: [] })).toEqual({ code: 'incomplete' });
    expect(new NoRight({ code: 'unknownIssuer', issuer: 'x' })).toMatchObject({ name: 'NoRight', message: 'unknownIssuer x' });
  });
});

describe('a request with a right', () => {
  const by = { by: 'Officer', audience: asked.audience };
  const no = refuse('otherAuthorities', {});
  const unsigned: { by: string; right?: string } = request;

  it('belongs to whoever signed it, for whom the rules on rights have an answer', () => {
    const { whyNot, ...rest } = presentedRight('record', { ...request, right: token }, by, () => undefined);
    expect(rest).toEqual({ token, ...asked });
    expect(whyNot(read(token))).toBeUndefined();
    expect(presentedRight('record', unsigned, { ...by, by: 'Another' }, () => no).whyNot(read(token))).toMatchObject({
      code: 'otherPerson',
    });
    expect(presentedRight('record', unsigned, by, () => no).whyNot(read(token))).toEqual({ code: 'refused', refusal: no });
  });

  const thrown = async (work: () => unknown): Promise<unknown> => {
    try {
      await work();
    } catch (cause) {
      return cause;
    }
    throw new Error('nothing was thrown');
  };
  const refusalIn = (cause: unknown): Refusal => (cause as ApplicationFailure).details![0] as Refusal;

  it('that the register does not admit is refused, and the security log names the person it claimed', async () => {
    const log: SecurityEvent[] = [];
    const on = refuseWithoutRight({ security: { refused: event => void log.push(event) } }, 'a');
    expect(refusalIn(await thrown(() => on(new NotAllowed({ code: 'notShown' }))))).toEqual(
      refuse('rightRefused', { fault: { code: 'notShown' } }),
    );
    await thrown(() => on(new NotAllowed({ code: 'otherRequest' }, 'Officer', 'id-of-officer')));
    expect(log).toStrictEqual([
      { where: 'register', of: 'a', why: expect.stringMatching(/no right was shown/) },
      { where: 'register', of: 'a', why: expect.stringMatching(/changed after/), person: 'Officer', identity: 'id-of-officer' },
    ]);
    expect(refusalIn(await thrown(() => refuseWithoutRight({}, 'a')(new NotAllowed({ code: 'notShown' })))).code).toBe('rightRefused');
  });

  it('whose content is not text is refused as such, while any other failure is passed on', async () => {
    const on = refuseWithoutRight({}, 'a');
    expect(refusalIn(await thrown(() => on(new NotText('entered_by'))))).toEqual(
      refuse('beyondLimit', { what: 'entered_by', why: 'notText', limit: null }),
    );
    const other = new Error('the disk is full');
    expect(await thrown(() => on(other))).toBe(other);
  });

  it('that was refused is spent, and no other is', async () => {
    const spent: object[] = [];
    const register = { spend: (one: object) => Promise.resolve(void spent.push(one)) } as unknown as Register;
    const refused = ApplicationFailure.create({ type: REFUSED, details: [no] });
    const right = { token, ...asked };
    for (const [of, cause] of [
      [right, refused],
      [right, new Error('x')],
      [right, ApplicationFailure.create({ type: 'Other', details: [refuse('otherAuthorities', {})] })],
      [{ ...right, token: undefined }, refused],
      [undefined, refused],
    ] as const)
      expect(await thrown(() => spending(register, of)(cause))).toBe(cause);
    expect(spent).toEqual([{ ...right, why: no }]);
  });
});
