/** A rehearsal compared with `timeline`: what no timer could have waited for is not a difference. */
import { expect, it } from 'vitest';
import { differencesFrom, type Lived } from '../../client/rehearsal-dates.ts';
import type { Story } from '../../client/rehearsal-story.ts';
import { wordings } from '../../wording/index.ts';
import { d, given, inForceOn, on } from '../law/setup.ts';

const notified = (by: string, received: string) => ({ id: `p1${by}`, type: 'protocol.completion.notified', protocol: 'p1', by, received });
const protocol = [
  { id: 'p1s', type: 'protocol.signed', protocol: 'p1', on: '2026-10-01', changes: { text: 'art. 3' } },
  notified('KZ', '2026-11-01'),
  notified('AZ', '2026-11-30'),
];

/** If no timer has fired. */
function differences(from: string, reached: string): (string | null)[] {
  const known = [...inForceOn('2004-09-15'), ...protocol];
  const standing = on(reached, known);
  const { status, entryIntoForce, period, termination } = standing;
  const brief = { status, entryIntoForce: entryIntoForce.date, period, lastDayInForce: termination?.lastDayInForce ?? null };
  const story = { of: 'rehearsal', agreement: given(), known, invented: [] } as unknown as Story;
  const lived = { from: d(from), reached: d(reached), fired: [], brief } as unknown as Lived;
  return differencesFrom(story, lived, standing, wordings.en).map(m => m.after);
}

it('a protocol that enters into force on the day on which the rehearsal is opened is not a difference', () => {
  expect(differences('2026-11-30', '2026-12-31')).toEqual([]);
});

it('an event of a later day, or of the end of the first, is a difference if no timer fired', () => {
  expect(differences('2026-11-29', '2026-12-31')).toEqual(['2026-11-30']);
  expect(differences('2029-03-14', '2029-03-20')).toEqual(['2029-03-14']);
});
