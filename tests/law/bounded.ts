/** Setup for tests of days within bounds: an agreement signed, and in force since an uncertain day. */
import type { Answer } from '../../wording/answer.ts';
import { assess } from '../../machines/notice/assess.ts';
import { d, entries, given, on, english } from './setup.ts';

export const signed = { id: 's', type: 'signed', on: '1997-05-14' };
export const entry = (notBefore: string, notAfter: string): object => ({
  id: 'e',
  type: 'entry.agreed',
  on: '1998-01-01',
  published: true,
  date: notBefore === notAfter ? notBefore : { notBefore, notAfter },
});
export const inTheYear = [signed, entry('1998-01-01', '1998-12-31')];
export const inTenYears = [{ ...signed, on: '1985-05-14' }, entry('1989-01-01', '1998-12-31')];
export const withinOf = (asOf: string, list: readonly object[], agreement = given()): NonNullable<Answer['within']> => {
  const { within } = on(asOf, list, agreement);
  if (!within) throw new Error('every day is exact');
  return within;
};

/** The assessment shown for a notice of termination being drafted. */
export function assessment(today: string, list: readonly object[], agreement = given()): string {
  const dossier = { agreement, description: '', entries: entries(...list), today: d(today) };
  return assess(dossier, { number: '1', content: { kind: 'termination', by: 'KZ' } as never, channel: 'diplomaticNote' })
    .follows.map(english)
    .join(' ');
}
