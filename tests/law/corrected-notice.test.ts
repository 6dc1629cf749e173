/** What is shown and printed of a notice follows the corrections of the fact that its receipt became. */
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../machines/facts.ts';
import type { NoticeContext } from '../../machines/notice/context.ts';
import { correctedNotice } from '../../machines/notice/corrected.ts';
import { factOf } from '../../machines/notice/facts.ts';
import { d } from './setup.ts';

const content = { kind: 'termination', by: 'AZ', reference: '14-3', text: 'Further words', names: { firstDayOut: '2027-09-01' } };
const came = { received: '2026-11-28', dated: '2026-11-20', dispatched: '2026-11-21', evidence: 'note 12' };
const theirs = {
  number: '2026-1',
  direction: 'theirs',
  content,
  arrival: came,
  received: d('2026-11-28'),
} as unknown as NoticeContext;
const ours = { number: '2026-1', direction: 'ours', content, ...came } as unknown as NoticeContext;

const corrected = (id: string, fields: object): Entry =>
  ({ id, type: 'corrected', of: '2026-1', recorded: '2026-11-29', ...fields }) as unknown as Entry;
const after = (c: NoticeContext, ...amending: Entry[]) => correctedNotice(c, [factOf(c) as unknown as Entry, ...amending]);

describe('a notice after corrections of its fact', () => {
  it.each([
    ['its receipt', { received: '2026-11-20' }],
    ['its date and dispatch', { dated: '2026-11-18', dispatched: '2026-11-19' }],
    ['what proves it', { evidence: 'note 13' }],
  ])('has the corrected %s, whoever sent it', (_, fields) => {
    const [own, other] = [after(ours, corrected('c1', fields)).notice, after(theirs, corrected('c1', fields)).notice];
    expect(own).toMatchObject(fields);
    expect(other.arrival).toMatchObject(fields);
    expect(other).toMatchObject({ received: other.arrival!.received });
    expect(other.arrival).toEqual({ ...came, ...fields });
  });

  it.each([
    ['its number', { reference: '14-4' }, { reference: '14-4' }],
    ['the day that it names', { names: { firstDayOut: '2027-10-01' } }, { names: { firstDayOut: '2027-10-01' } }],
    ['its further text', { note: 'Other words' }, { text: 'Other words' }],
  ])('has the corrected %s', (_, fields, says) => {
    expect(after(theirs, corrected('c1', fields)).notice.content).toEqual({ ...content, ...says });
  });

  it('has the corrected day on which a Party consented by its note', () => {
    const consent = { ...theirs, content: { kind: 'consent', by: 'AZ', protocol: 'p1' } } as unknown as NoticeContext;
    const { notice } = after(consent, corrected('c1', { on: '2026-11-25' }));
    expect(notice).toMatchObject({ received: '2026-11-25', arrival: { received: '2026-11-25' } });
    expect(notice.content).toEqual(consent.content);
  });

  it('no longer has what a correction clears', () => {
    const { notice } = after(theirs, corrected('c1', { dispatched: null, note: null }));
    expect(notice.arrival).toEqual({ received: came.received, dated: came.dated, evidence: came.evidence });
    expect(notice.content).not.toHaveProperty('text');
  });

  it('has the last of several corrections, and none that was struck', () => {
    const struck = { id: 'k', type: 'struck', of: 'c2', recorded: '2026-11-30', reason: 'x' } as unknown as Entry;
    const [c1, c2] = [corrected('c1', { received: '2026-11-20' }), corrected('c2', { received: '2026-11-10' })];
    expect(after(theirs, c1, c2).notice.received).toBe('2026-11-10');
    const { notice, amendments } = after(theirs, c1, c2, struck);
    expect(notice.received).toBe('2026-11-20');
    expect(amendments.map(a => a.id)).toEqual(['c1']);
  });

  it('has bounds if a correction gives only these, and their last possible day', () => {
    const within = { notBefore: '2026-11-10', notAfter: '2026-11-20' };
    const { notice } = after({ ...theirs, content: { kind: 'completion', by: 'AZ' } }, corrected('c1', { received: within }));
    expect(notice).toMatchObject({ receivedWithin: within, arrival: { received: '2026-11-20' } });
  });

  it('names a strike of its fact, and is unaffected by another kind of entry under its number', () => {
    const struck = { id: 'k', type: 'struck', of: '2026-1', recorded: '2026-11-30', reason: 'x' } as unknown as Entry;
    expect(after(theirs, struck)).toEqual({ notice: theirs, amendments: [struck] });
    const other = { id: '2026-1', type: 'signed', on: '2004-03-01' } as unknown as Entry;
    expect(correctedNotice(theirs, [other, corrected('c1', { on: '2004-03-02' })])).toEqual({ notice: theirs, amendments: [] });
  });
});
