/** Facts and corrections as a program gives them: what it may leave out, and what a correction never is. */
import { describe, expect, it } from 'vitest';
import { correctionOf, withId } from '../../client/facts.ts';
import { InvalidRequest } from '../../client/failures.ts';
import { date } from '../../clauses/calendar.ts';
import type { RegisterDossier } from '../../dossier/dossier.ts';
import { fixedFields } from '../../machines/facts.ts';
import { wordings } from '../../wording/index.ts';
import { testAgreement } from '../support/test-agreement.ts';

const notice = { id: 't1', type: 'termination.notified', by: 'AZ', received: '2026-11-20' };
const dossier = { agreement: testAgreement('corrected'), entries: [notice] } as unknown as RegisterDossier;
const corrected = (fields: Record<string, unknown>) => correctionOf(wordings.en, 't1', fields)(dossier, date('2026-12-01'));

describe('a correction', () => {
  it('is an entry of its own, which names the entry and sets its fields', () => {
    expect(corrected({ received: '2026-11-19' })).toMatchObject([
      { type: 'corrected', of: 't1', recorded: '2026-12-01', received: '2026-11-19' },
    ]);
  });

  it.each(fixedFields)('can’t set %s, which would make it another entry or the entry another fact', field => {
    const revocation = { type: 'termination.revoked', of: 't1', by: 'AZ', id: 'r1', protocol: 'p1', received: '2026-11-25' };
    const given = { received: revocation.received, [field]: revocation[field] };
    expect(() => corrected(given)).toThrow(InvalidRequest);
    expect(() => corrected(given)).toThrow(`${field}: a correction can’t set ${field}; strike the entry and record it again`);
  });

  it('can’t become a revocation or a strike by the fields that it sets', () => {
    expect(() => corrected({ type: 'termination.revoked', by: 'AZ', received: '2026-11-25' })).toThrow(InvalidRequest);
    expect(() => corrected({ type: 'struck', reason: 'slip' })).toThrow(InvalidRequest);
  });
});

it('a fact whose id is undefined is given one, like a fact without an id', () => {
  const { id, ...fact } = notice;
  expect(withId({ ...fact, id: undefined })).toEqual({ ...fact, id: 'tn-2026-11-20-AZ' });
  expect(withId({ ...fact, id })).toEqual(notice);
});
