/** The fold compared with an independent statement of article 13, and properties of every ledger. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../clauses/calendar.ts';
import type { Reading } from '../../clauses/reading.ts';
import type { Fact } from '../../machines/facts.ts';
import { fold } from '../../machines/fold.ts';
import { viewOf } from '../../machines/view.ts';
import { oracle } from '../support/oracle.ts';
import type { OracleAnswer } from '../support/oracle-facts.ts';
import { given } from './setup.ts';
import { aDay, aLedger, aReading, checked } from './ledgers.ts';

const agreement = given();

function byFold(facts: readonly Fact[], reading: Reading, asOf: CalendarDate): OracleAnswer {
  const family = fold(agreement, facts, reading, asOf);
  const view = viewOf(family, asOf);
  return {
    status: view.status,
    entry: view.entry?.date,
    period: view.period && {
      number: view.period.number,
      firstDay: view.period.firstDay,
      lastDay: view.period.lastDay.date,
      lastDayForNotice: view.period.lastDayForNotice!.date,
    },
    end: view.end && { cause: view.end.cause, lastDayInForce: view.end.lastDayInForce.date },
    notices: view.notices.map(n => ({
      id: n.id,
      by: n.by,
      inTime: n.outcome.inTime,
      lastDayInForce: n.outcome.lastDayInForce.date,
      revoked: n.revoked !== undefined,
      replaced: n.replacedBy !== undefined,
    })),
    withoutEffect: family.withoutEffect.map(w => w.fact).sort(),
  };
}

const seen: Record<string, number> = {};
const see = (what: string): void => void (seen[what] = (seen[what] ?? 0) + 1);

describe('the fold of any ledger', () => {
  it('agrees with an independent statement of article 13, under every reading', () => {
    checked(
      fc.property(aLedger, aReading, aDay, (ledger, reading, pick) => {
        const asOf = pick(ledger);
        const answer = byFold(ledger, reading, asOf);
        see(answer.status);
        if (answer.end) see(`end: ${answer.end.cause}`);
        if (answer.period && answer.period.number > 1) see('renewed');
        if (answer.notices.some(n => n.revoked)) see('revoked');
        if (answer.notices.some(n => !n.inTime)) see('late');
        if (answer.notices.some(n => n.replaced)) see('replaced');
        if (answer.withoutEffect.length) see('without effect');
        expect(answer).toEqual(oracle(['KZ', 'AZ'], ledger, reading, asOf));
      }),
      2500,
    );
  });
  it('has covered the interesting cases', () => {
    for (const status of ['negotiated', 'signed', 'inForce', 'suspended', 'terminated', 'superseded'])
      expect(seen[status], status).toBeGreaterThan(30);
    for (const what of ['renewed', 'late', 'revoked', 'replaced', 'without effect', 'end: notice', 'end: agreement', 'end: supersession'])
      expect(seen[what], what).toBeGreaterThan(15);
  });
});
