/** The stories, told to the fold. */
import { describe, expect, it } from 'vitest';
import { date } from '../../clauses/calendar.ts';
import { readLedger } from '../../machines/refusals.ts';
import { standing } from '../../machines/standing.ts';
import { stories } from '../support/stories.ts';

describe.each(stories)('$name', ({ agreement, when, then }) => {
  const { entries, refusals } = readLedger(
    when.map(({ on, entry }) => ({ recorded: on, ...entry })),
    agreement,
  );

  it.each(then)('on $asOf: $status', ({ asOf, ...expected }) => {
    expect(refusals).toEqual([]);
    const s = standing({ agreement, description: 'sha256:0', entries, asOf: date(asOf), knownOn: date(asOf) });
    const said = {
      status: s.status,
      period: s.period?.number ?? null,
      lastDayForNotice: s.period?.lastDayForNotice?.date ?? null,
      lastDayInForce: s.termination?.lastDayInForce ?? null,
      withoutEffect: s.withoutEffect.map(w => w.fact),
    };
    expect(said).toMatchObject(expected);
  });
});
