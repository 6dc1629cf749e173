/** The status of a problem: whether asking again is of use. */
import { expect, it } from 'vitest';
import { Refused } from '../../client/failures.ts';
import { problemOf } from '../../client/problem.ts';
import { refuse, type Refusal } from '../../machines/refusal.ts';
import { wordings } from '../../wording/index.ts';

const why = { code: 'thrown', said: 'Zz.' } as const;

it.each<[string, Refusal, number]>([
  ['an agreement that can’t be folded is out of service until that is mended', unfolded(), 503],
  [
    'an entry with which it could not be folded is refused, and not asked for again',
    refuse('notFoldedWith', { agreement: 'a', entry: 't1', why }),
    422,
  ],
  ['an id in use is a conflict', refuse('reservedId', { id: 'notice.1.0' }), 409],
])('%s', (_, refusal, status) => {
  expect(problemOf(new Refused([refusal], wordings.en), wordings.en).problem).toMatchObject({ status, code: refusal.code });
});

function unfolded(): Refusal {
  return refuse('notFolded', { agreement: 'a', entry: 't1', why, entered: null, line: null, isWritten: false });
}
