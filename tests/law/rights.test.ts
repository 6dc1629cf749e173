/** Who may ask for what: a table with a row for each role and request. */
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../machines/facts.ts';
import { refuse } from '../../machines/refusal.ts';
import * as rights from '../../machines/rights.ts';
import { maySeeDraft, type Holder, type Role } from '../../machines/rights.ts';
import { answered } from '../support/sentences.ts';

const whyNotAsked = (...asked: Parameters<typeof rights.authorizeCommand>) => answered(rights.authorizeCommand(...asked));
const whyNotDrafted = (...asked: Parameters<typeof rights.authorizeDraft>) => answered(rights.authorizeDraft(...asked));
const whyNotOpened = (...asked: Parameters<typeof rights.authorizeProtocolOpening>) => answered(rights.authorizeProtocolOpening(...asked));
const whyNotRecorded = (...asked: Parameters<typeof rights.authorizeRecord>) => answered(rights.authorizeRecord(...asked));
const whyNotTold = (...asked: Parameters<typeof rights.authorizeNoticeUpdate>) => answered(rights.authorizeNoticeUpdate(...asked));
const whyNotToldProtocol = (...asked: Parameters<typeof rights.authorizeProtocolUpdate>) =>
  answered(rights.authorizeProtocolUpdate(...asked));

const who = (actsFor: string, ...roles: Role[]): Holder => ({ person: 'Person', actsFor, roles });
const parties = ['KZ', 'AZ'];
const ours = { direction: 'ours', by: 'KZ', parties } as const;
const theirs = { direction: 'theirs', by: 'AZ', parties } as const;
const entry = (type: string, more: object = {}): Entry => ({ id: 'x', type, ...more }) as unknown as Entry;

describe('an entry may be recorded', () => {
  const completion = entry('completion.notified', { by: 'KZ', received: '2004-06-10' });
  const termination = entry('termination.notified', { by: 'KZ', received: '2004-06-10' });
  const signed = entry('signed', { on: '2004-03-01' });
  const endOfApplication = entry('provisionalApplication.ended', { by: 'KZ', received: '2004-04-01' });
  const condition = entry('condition.met', { on: '2004-04-01', condition: 'programme' });
  const consent = entry('protocol.agreed', { by: 'KZ', on: '2004-03-01', protocol: 'p' });
  const document = entry('document.attached', { on: '2004-03-01' });
  it.each<[string, Holder, Entry, RegExp | undefined]>([
    ['of a Party by its drafter', who('KZ', 'drafter'), completion, undefined],
    ['of a Party by its approver', who('KZ', 'approver'), completion, undefined],
    ['of a Party by someone who acts for every Party', who('*', 'drafter'), completion, undefined],
    ['of a Party not by the other’s drafter', who('AZ', 'drafter'), completion, /represents AZ and can’t record acts of KZ/],
    ['of a Party not by an organisation', who('Archive', 'approver'), completion, /represents Archive/],
    ['of a Party not by a reader', who('KZ', 'reader'), completion, /a drafter or an approver of KZ does/],
    ['of a Party not by an operator', who('KZ', 'operator'), completion, /a drafter or an approver of KZ does/],
    ['of any Party by the registrar', who('Archive', 'registrar'), completion, undefined],
    ['that ends the agreement not by a mere drafter', who('KZ', 'drafter'), termination, /an approver of KZ does/],
    ['that ends the agreement by an approver', who('KZ', 'approver'), termination, undefined],
    [
      'that revokes a notice not by a mere drafter',
      who('KZ', 'drafter'),
      entry('termination.revoked', { by: 'KZ' }),
      /an approver of KZ does/,
    ],
    [
      'that consents to a revocation not by a mere drafter',
      who('KZ', 'drafter'),
      entry('termination.revocationConsented', { by: 'KZ' }),
      /an approver of KZ does/,
    ],
    ['of a decision not by a mere drafter', who('KZ', 'drafter'), entry('decision.made', { by: 'KZ' }), /an approver of KZ does/],
    ['that ends provisional application not by a mere drafter', who('KZ', 'drafter'), endOfApplication, /an approver of KZ does/],
    ['that a condition is met by the registrar', who('Archive', 'registrar'), condition, undefined],
    ['of both Parties not by one’s approver', who('KZ', 'approver'), signed, /the Parties did together: the registrar does/],
    ['of both Parties not by one’s approver, even if it consented by note', who('KZ', 'approver'), consent, /together/],
    ['of both Parties by the registrar', who('Archive', 'registrar'), signed, undefined],
    [
      'that corrects by the registrar only',
      who('KZ', 'approver'),
      entry('corrected', { of: 'a' }),
      /may not correct an entry: the registrar does/,
    ],
    [
      'that strikes by the registrar only',
      who('KZ', 'approver'),
      entry('struck', { of: 'a' }),
      /may not strike an entry: the registrar does/,
    ],
    ['that attaches a document by a drafter', who('KZ', 'drafter'), document, undefined],
    ['that attaches a document by an approver', who('KZ', 'approver'), document, undefined],
    [
      'that attaches a document not by a reader',
      who('KZ', 'reader'),
      document,
      /may not attach documents: a drafter, an approver or the registrar does/,
    ],
    ['that a notice resulted in by the service', who('*', 'service'), signed, undefined],
  ])('%s', (_, holder, e, why) => {
    const refused = whyNotRecorded(holder, e);
    if (why) expect(refused).toMatchObject({ refused: 'notAllowed', message: expect.stringMatching(why), basis: 'rights' });
    else expect(refused).toBeUndefined();
  });
  it('or the refusal says who may record it, of which Party and what', () => {
    const person = 'Person';
    expect(rights.authorizeRecord(who('KZ', 'drafter'), termination)).toEqual(
      refuse('roleNeeded', { person, what: 'record', roles: ['approver'], party: 'KZ', type: 'termination.notified' }),
    );
    expect(rights.authorizeRecord(who('KZ', 'approver'), signed)).toEqual(
      refuse('roleNeeded', { person, what: 'recordTogether', roles: ['registrar'], party: null, type: 'signed' }),
    );
    expect(rights.authorizeRecord(who('AZ', 'drafter'), completion)).toEqual(refuse('otherParty', { person, actsFor: 'AZ', party: 'KZ' }));
    expect(rights.authorizeDraft(who('AZ', 'drafter'), ours)).toEqual(
      refuse('otherDesk', { person, actsFor: 'AZ', party: 'KZ', what: 'draft' }),
    );
    const drafting = { person, roles: ['drafter', 'registrar'], party: null, type: null } as const;
    expect(rights.authorizeDraft(who('KZ', 'approver'), ours)).toEqual(refuse('roleNeeded', { ...drafting, what: 'draft' }));
    expect(rights.authorizeProtocolOpening(who('KZ', 'approver'), 'KZ')).toEqual(
      refuse('roleNeeded', { ...drafting, what: 'openProtocol' }),
    );
  });

  it('of every type by some role, and by no reader', () => {
    for (const type of ['decision.made', 'reminder.acknowledged', 'superseded'] as const) {
      expect(whyNotRecorded(who('KZ', 'registrar'), entry(type, { by: 'KZ' }))).toBeUndefined();
      expect(whyNotRecorded(who('KZ', 'reader'), entry(type, { by: 'KZ' }))).toBeDefined();
    }
  });
});

it('any entry of a Party may be recorded by those who act for it, and by the registrar of any organisation', () => {
  const whyNot = (holder: Holder) => answered(rights.authorizeAnyRecord(holder, 'KZ'))?.message;
  for (const role of ['drafter', 'approver'] as const) {
    expect(whyNot(who('KZ', role))).toBeUndefined();
    expect(whyNot(who('AZ', role))).toContain('AZ');
  }
  expect(whyNot(who('AZ', 'registrar'))).toBeUndefined();
  expect(rights.authorizeAnyRecord(who('KZ', 'reader'), 'KZ')).toMatchObject({
    params: { roles: ['drafter', 'approver', 'registrar'] },
  });
});

describe('the roles for a request', () => {
  it.each<[Parameters<typeof whyNotAsked>[1], Role[], RegExp]>([
    ['open', ['registrar'], /may not open an agreement: the registrar does/],
    ['revise', ['registrar'], /may not change the description/],
    ['replan', ['operator', 'registrar', 'service'], /the operator or the registrar does/],
    ['trust', ['operator'], /the operator does/],
    ['revoke', ['operator'], /take a right away: the operator does/],
  ])('to %s are %s', (name, allowed, why) => {
    for (const role of ['reader', 'drafter', 'approver', 'registrar', 'operator', 'service'] as const) {
      const refused = whyNotAsked(who('KZ', role), name);
      if (allowed.includes(role)) expect(refused).toBeUndefined();
      else expect(refused?.message).toMatch(why);
    }
  });
});

describe('a notice', () => {
  it('is drafted by someone who acts for its Party, and entered on receipt by someone who acts for the other', () => {
    expect(whyNotDrafted(who('KZ', 'drafter'), ours)).toBeUndefined();
    expect(whyNotDrafted(who('KZ', 'drafter'), theirs)).toBeUndefined();
    expect(whyNotDrafted(who('AZ', 'drafter'), ours)?.message).toMatch(/represents AZ and may not draft a notice of KZ here/);
    expect(whyNotDrafted(who('AZ', 'drafter'), theirs)?.message).toMatch(/represents AZ/);
    expect(whyNotDrafted(who('Archive', 'drafter'), theirs)?.message).toMatch(/represents Archive/);
    expect(whyNotDrafted(who('KZ', 'approver'), ours)?.message).toMatch(/a drafter or the registrar does/);
    expect(whyNotDrafted(who('Archive', 'registrar'), ours)).toBeUndefined();
  });

  it.each<[Parameters<typeof whyNotTold>[1], Role[]]>([
    ['amend', ['drafter', 'registrar']],
    ['approve', ['approver']],
    ['dispatch', ['drafter', 'approver', 'registrar']],
    ['confirmReceipt', ['approver', 'registrar']],
    ['markReturned', ['drafter', 'approver', 'registrar']],
    ['recall', ['approver', 'registrar']],
    ['accept', ['approver', 'registrar']],
    ['findDefective', ['approver', 'registrar']],
  ])('accepts %s from %s, for its own side', (name, allowed) => {
    const notice = name === 'accept' || name === 'findDefective' ? theirs : ours;
    for (const role of ['reader', 'drafter', 'approver', 'registrar', 'operator', 'service'] as const) {
      const refused = whyNotTold(who('KZ', role), name, notice);
      if (allowed.includes(role)) expect(refused).toBeUndefined();
      else expect(refused?.message).toMatch(/ does\.$/);
    }
    const other = whyNotTold(who('AZ', allowed[0]!), name, notice);
    if (allowed[0] !== 'registrar') expect(other?.message).toMatch(/represents AZ and may not/);
  });

  it('accepts what happened to it from any organisation’s registrar, and approval only from its own Party', () => {
    for (const name of ['amend', 'dispatch', 'confirmReceipt', 'markReturned', 'recall', 'accept', 'findDefective'] as const)
      expect(whyNotTold(who('Archive', 'registrar'), name, ours)).toBeUndefined();
    const both = who('Archive', 'registrar', 'approver');
    expect(whyNotTold(both, 'approve', ours)?.message).toMatch(/represents Archive and may not approve a notice of KZ/);
    expect(whyNotTold(who('*', 'approver'), 'approve', ours)).toBeUndefined();
  });

  it('takes documents from its own desk and the registrar only', () => {
    const whyNot = (holder: Holder, notice: rights.NoticeOfParty) => answered(rights.authorizeAttachment(holder, notice))?.message;
    for (const holder of [who('KZ', 'drafter'), who('*', 'approver'), who('Archive', 'registrar')])
      for (const notice of [ours, theirs]) expect(whyNot(holder, notice)).toBeUndefined();
    expect(whyNot(who('AZ', 'approver'), ours)).toMatch(/represents AZ and may not attach documents to a notice of KZ/);
    expect(whyNot(who('AZ', 'drafter'), theirs)).toMatch(/may not attach documents to a notice of AZ/);
    expect(whyNot(who('FR', 'drafter'), ours)).toMatch(/represents FR/);
  });

  it('that has not been sent is visible to its drafter, and to those who work on it for the same Party', () => {
    const draft = { ...ours, draftedBy: ' PERSON ' };
    const another = { ...ours, draftedBy: 'Another' };
    expect(maySeeDraft(who('AZ', 'reader'), draft)).toBe(true);
    expect(maySeeDraft(who('KZ', 'reader'), another)).toBe(false);
    expect(maySeeDraft(who('KZ', 'operator'), another)).toBe(false);
    expect(maySeeDraft(who('KZ', 'approver'), another)).toBe(true);
    expect(maySeeDraft(who('KZ', 'registrar'), another)).toBe(true);
    expect(maySeeDraft(who('Archive', 'registrar'), another)).toBe(false);
    expect(maySeeDraft(who('AZ', 'approver'), another)).toBe(false);
    expect(maySeeDraft(who('KZ', 'drafter'), { ...theirs, draftedBy: 'Another' })).toBe(true);
    expect(maySeeDraft(who('AZ', 'drafter'), { ...theirs, draftedBy: 'Another' })).toBe(false);
  });
});

describe('a protocol', () => {
  it('is opened by a drafter, with a proposal of the Party that the drafter acts for', () => {
    expect(whyNotOpened(who('KZ', 'drafter'), undefined)).toBeUndefined();
    expect(whyNotOpened(who('KZ', 'drafter'), 'KZ')).toBeUndefined();
    expect(whyNotOpened(who('KZ', 'drafter'), 'AZ')?.message).toMatch(/can’t record acts of AZ/);
    expect(whyNotOpened(who('KZ', 'approver'), undefined)?.message).toMatch(/a drafter or the registrar does/);
    expect(whyNotOpened(who('Archive', 'registrar'), 'AZ')).toBeUndefined();
  });

  it('accepts what both Parties did from the registrar, and its texts also from a drafter', () => {
    for (const [name, word] of [
      ['agree', 'agreed'],
      ['sign', 'signed'],
      ['abandon', 'abandoned'],
    ] as const) {
      expect(whyNotToldProtocol(who('KZ', 'drafter', 'approver'), name)?.message).toMatch(
        new RegExp(`is ${word}, which the Parties did together`),
      );
      expect(whyNotToldProtocol(who('Archive', 'registrar'), name)).toBeUndefined();
    }
    for (const role of ['drafter', 'approver', 'registrar'] as const)
      expect(whyNotToldProtocol(who('KZ', role), 'settleText')).toBeUndefined();
    expect(whyNotToldProtocol(who('KZ', 'reader'), 'settleText')?.message).toMatch(
      /may not settle a text.*: a drafter, an approver or the registrar does/,
    );
  });
});
