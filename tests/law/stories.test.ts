/** The stories as answered by the fold. */
import { describe, expect, it } from 'vitest';
import { date } from '../../clauses/calendar.ts';
import { readLedger } from '../../machines/read-entries.ts';
import { standing } from '../../machines/standing.ts';
import { outcomeIn, stories } from '../support/stories.ts';

describe.each(stories)('$name', ({ agreement, when, then }) => {
  const { entries, refusals } = readLedger(
    when.map(({ on, entry }) => ({ recorded: on, ...entry })),
    agreement,
  );

  it.each(then)('on $asOf: $status', ({ asOf, ...expected }) => {
    expect(refusals).toEqual([]);
    const s = standing({ agreement, description: 'sha256:0', entries, asOf: date(asOf), knownOn: date(asOf) });
    expect(outcomeIn(s)).toMatchObject(expected);
  });
});
