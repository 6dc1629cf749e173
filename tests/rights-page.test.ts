/**
 * docs/rights.md is true: its example can be rebuilt from its keys and claims, byte by byte, and the code accepts that right for what it
 * says.
 */
import { createPrivateKey, sign, type JsonWebKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../docs/pages.ts';
import type { TrustedKey } from '../identity/shapes.ts';
import { identityType, rightType } from '../identity/shapes.ts';
import { requestHash } from '../identity/request-hash.ts';
import { readRight } from '../identity/right.ts';
import { isSigned } from '../identity/signature.ts';
import { isSigned as isSignedInWorkflow } from '../identity/signature-in-workflow.ts';
import { roles } from '../machines/rights.ts';
import { canonical } from '../register/canonical.ts';
import { noticeWorkflowId } from '../workflows/messages.ts';

const page = readFileSync(join(root, 'docs/rights.md'), 'utf8');
const example = page.slice(page.indexOf('## An example'));
const fenced = (language: string): string[] =>
  [...example.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\\n\`\`\``, 'g'))].map(m => m[1]!);
const [authority, person, request] = fenced('json').map(text => JSON.parse(text) as unknown) as [
  TrustedKey & JsonWebKey,
  JsonWebKey,
  object,
];
const [ofIdentity, identity, hashed, hash, ofRight, right] = fenced('text') as [string, string, string, string, string, string];
const [identityHeader, identityClaims] = ofIdentity.split('\n') as [string, string];
const [rightHeader, rightClaims] = ofRight.split('\n') as [string, string];

/** With Node's own crypto and none of our code, as in another language. */
function signed(key: JsonWebKey, header: string, claims: string): string {
  const text = [header, claims].map(part => Buffer.from(part).toString('base64url')).join('.');
  return `${text}.${sign(null, Buffer.from(text), createPrivateKey({ key, format: 'jwk' })).toString('base64url')}`;
}

describe('the worked example of docs/rights.md', () => {
  it('has the identity and the right that follow from its keys and claims', () => {
    expect(signed(authority, identityHeader, identityClaims)).toBe(identity);
    expect(signed(person, rightHeader, rightClaims.replace('…', identity))).toBe(right);
  });

  it('has the canonical text and the hash of its request', () => {
    expect(canonical({ name: 'confirmReceipt', request })).toBe(hashed);
    expect(requestHash('confirmReceipt', { ...request, right })).toBe(hash);
  });

  it.each([
    ['outside workflows', isSigned],
    ['in workflows', isSignedInWorkflow],
  ])('is accepted %s, for that request to that workflow and no other', (_, check) => {
    const asked = { trusted: [authority], audience: `default/${noticeWorkflowId('rehearsal', '2026-1')}`, name: 'confirmReceipt', hash };
    const read = readRight(right, asked, check);
    expect(read).toMatchObject({ id: 'right-01', begins: Date.UTC(2026, 10, 28, 12), expires: Date.UTC(2026, 10, 28, 13) });
    expect(read.identity).toMatchObject({ person: 'head of department', actsFor: 'KZ', roles: ['approver'], issuer: 'example' });
    expect(() => readRight(right, { ...asked, hash: requestHash('recall', request) }, check)).toThrow('otherRequest');
    expect(() => readRight(right, { ...asked, audience: 'default/notice/rehearsal/2026-2' }, check)).toThrow('otherAudience');
  });
});

it('docs/rights.md names the types, the roles, and the names under which requests are signed', () => {
  for (const name of [identityType, rightType, ...roles, 'draft', 'openProtocol', 'open', 'record']) expect(page).toContain(name);
});
