/** What real agreements came to, as their sources state it. */
import { describe, expect, it } from 'vitest';
import { agreementFile } from '../../agreements/find.ts';
import { loadAgreement } from '../../agreements/load.ts';
import { addDays, date, dayAfter, length } from '../../clauses/calendar.ts';
import { entryIntoForce } from '../../clauses/entry-into-force.ts';
import { reading } from '../../clauses/reading.ts';
import { outcomeOfNotice } from '../../clauses/termination.ts';
import { standing } from '../../machines/standing.ts';
import { stated, treatyCases } from '../support/treaty-cases.ts';

describe('agreements with a file come out as published', () => {
  it.each(treatyCases)('$agreement as of $asOf', ({ agreement: id, asOf, published }) => {
    const { agreement, facts } = loadAgreement(agreementFile(id));
    const s = standing({ agreement, description: 'sha256:0', entries: facts, asOf: date(asOf) });
    expect({
      status: s.status,
      entryIntoForce: s.entryIntoForce.date,
      period: s.period?.number ?? null,
      periodEnds: s.period?.lastDay,
      lastDayForNotice: s.period?.lastDayForNotice?.date,
      lastDayInForce: s.termination?.lastDayInForce,
      firstDayOut: s.termination?.firstDayOut,
    }).toMatchObject(published);
  });
});

describe('rules without a file come out as published', () => {
  const firstDayOut = (received: string, notice: string, effect: 'sameNumberedDay' | 'dayAfter') => {
    const termination = { when: 'anyTime' as const, article: 'art. 1', notice: length.parse(notice) };
    const outcome = outcomeOfNotice(
      { received: date(received) },
      { duration: { kind: 'indefinite', article: 'art. 1' }, termination },
      reading.parse({ effect }),
    );
    return dayAfter(outcome.lastDayInForce.date);
  };

  it.each(stated.thirtiethDay)('deposited %s, in force %s', (deposited, inForce) => {
    expect(addDays(date(deposited), 30)).toBe(inForce);
  });
  it.each(stated.firstOfSecondMonth)('both notified %s, in force %s', (notified, inForce) => {
    const clause = { on: 'lastNotification' as const, article: 'art. 27', counts: 'received' as const, then: { firstDayOfMonth: 2 } };
    const day = date(notified);
    expect(
      entryIntoForce(clause, ['IE', 'NZ'], { signed: date('1993-01-01'), completions: { IE: day, NZ: day } }, reading.parse({})).settled
        ?.date,
    ).toBe(inForce);
  });
  it.each(stated.sixMonthsAfterReceipt)('received %s, out %s', (received, out) => {
    expect(firstDayOut(received, 'P6M', 'dayAfter')).toBe(out);
  });
  it.each(stated.oneYearAfterReceipt)('received %s, out %s', (received, out) => {
    expect(firstDayOut(received, 'P1Y', 'sameNumberedDay')).toBe(out);
  });
});
