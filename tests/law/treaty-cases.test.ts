/**
 * The published results of real agreements: rule, anchor and result each as published. The cases are with the agreements, in
 * `agreements/cases/`, and follow from the agreement's own default reading (its file says why).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { agreementFile, agreementsFolder } from '../../agreements/find.ts';
import { loadAgreement } from '../../agreements/load.ts';
import { addDays, calendarDate, date, dayAfter, length } from '../../clauses/calendar.ts';
import { entryIntoForce } from '../../clauses/entry-into-force.ts';
import { reading } from '../../clauses/reading.ts';
import { outcomeOfNotice } from '../../clauses/termination.ts';
import { standing } from '../../machines/standing.ts';

const day = calendarDate.optional();
const cases = z
  .array(
    z.strictObject({
      asOf: calendarDate,
      stated: z.strictObject({
        status: z.string().optional(),
        entryIntoForce: day,
        period: z.int().nullable().optional(),
        periodEnds: day,
        lastDayForNotice: day,
        lastDayInForce: day,
        firstDayOut: day,
      }),
    }),
  )
  .min(1);

const folder = join(agreementsFolder, 'cases');
const treatyCases = readdirSync(folder).flatMap(file =>
  cases.parse(parse(readFileSync(join(folder, file), 'utf8'))).map(one => ({ agreement: basename(file, '.yaml'), ...one })),
);

/** Agreements between more than two Parties, or without a file: only the rule. */
const stated = {
  /** Vienna Convention on Consular Relations, art. 77(2): the thirtieth day after deposit. */
  thirtiethDay: [
    ['1989-04-27', '1989-05-27'],
    ['1972-09-13', '1972-10-13'],
  ],
  /** Ireland–New Zealand social security, art. 27: first day of the second month after the month of both notifications. */
  firstOfSecondMonth: [['1994-01-25', '1994-03-01']],
  /** ICSID Convention, art. 71: six months after receipt, the day after the same-numbered one (Venezuela, Honduras). */
  sixMonthsAfterReceipt: [
    ['2012-01-24', '2012-07-25'],
    ['2024-02-24', '2024-08-25'],
  ],
  /** Universal Postal Union, art. 12: one year after receipt, the same-numbered day. */
  oneYearAfterReceipt: [['2018-10-17', '2019-10-17']],
} as const;

describe('agreements with a file give the published dates', () => {
  it.each(treatyCases)('$agreement as of $asOf', ({ agreement: id, asOf, stated: published }) => {
    const { agreement, facts } = loadAgreement(agreementFile(id));
    const s = standing({ agreement, description: 'sha256:0', entries: facts, asOf });
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

describe('rules without a file give the published dates', () => {
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
    const received = date(notified);
    expect(
      entryIntoForce(clause, ['IE', 'NZ'], { signed: date('1993-01-01'), completions: { IE: received, NZ: received } }, reading.parse({}))
        .settled?.date,
    ).toBe(inForce);
  });
  it.each(stated.sixMonthsAfterReceipt)('received %s, first day out %s', (received, out) => {
    expect(firstDayOut(received, 'P6M', 'dayAfter')).toBe(out);
  });
  it.each(stated.oneYearAfterReceipt)('received %s, out of force %s', (received, out) => {
    expect(firstDayOut(received, 'P1Y', 'sameNumberedDay')).toBe(out);
  });
});
