/** The order of entries changes nothing in an answer or a plan: exact days, days within bounds, corrections. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, type CalendarDate } from '../../clauses/calendar.ts';
import type { Entry } from '../../machines/facts.ts';
import { fold } from '../../machines/fold.ts';
import { consolidated } from '../../machines/consolidated.ts';
import { factsKnown } from '../../machines/ledger.ts';
import { planOf } from '../../machines/plan.ts';
import { standing } from '../../machines/standing.ts';
import { d, entries, given } from './setup.ts';
import { checked } from './ledgers.ts';

const range = (notBefore: string, notAfter: string) => ({ notBefore, notAfter });
const note = (id: string, organisation: string) => ({
  id,
  type: 'organisation.notified',
  by: 'KZ',
  received: '2023-01-01',
  from: '2023-02-01',
  recorded: id === 'o1' ? '2023-01-02' : '2023-01-03',
  organisation,
});

/** Each includes everything that could reveal an order: equal days, two of a kind, two days within bounds. */
const ledgers: readonly Entry[][] = [
  entries(
    { id: 's', type: 'signed', on: range('2020-01-01', '2020-06-30') },
    { id: 's2', type: 'signed', on: range('2020-03-01', '2020-09-30') },
    { id: 'n1', type: 'completion.notified', by: 'KZ', received: range('2021-01-01', '2021-03-31') },
    { id: 'n2', type: 'completion.notified', by: 'AZ', received: range('2021-02-01', '2021-04-30') },
    { id: 't1', type: 'termination.notified', by: 'AZ', received: '2025-08-20' },
    { id: 't2', type: 'termination.notified', by: 'KZ', received: '2025-08-20' },
    { id: 'r2', type: 'termination.revoked', by: 'KZ', received: '2025-10-01' },
  ),
  entries(
    { id: 's', type: 'signed', on: range('2020-01-01', '2020-12-31') },
    { id: 's2', type: 'signed', on: range('2020-06-01', '2020-12-31') },
    { id: 'e', type: 'entry.agreed', on: '2022-01-01', date: range('2020-05-01', '2020-12-31') },
    { id: 'n1', type: 'completion.notified', by: 'KZ', received: '2021-01-01' },
    { id: 'k1', type: 'corrected', of: 'n1', recorded: '2021-02-01', received: '2021-01-02' },
    { id: 'k2', type: 'corrected', of: 'n1', recorded: '2021-03-01', received: '2021-01-03' },
    { id: 'x', type: 'superseded', on: '2024-01-01', laterTreaty: 'A later treaty', firstDayOut: '2024-06-01' },
  ),
  entries(
    { id: 's', type: 'signed', on: '2020-01-01' },
    { id: 'n1', type: 'completion.notified', by: 'KZ', received: '2021-01-01' },
    { id: 'n2', type: 'completion.notified', by: 'AZ', received: '2021-01-01' },
    { id: 'n3', type: 'completion.notified', by: 'AZ', received: '2021-01-01' },
    {
      id: 'p',
      type: 'protocol.signed',
      protocol: 'p',
      on: '2022-01-01',
      changes: { noticePeriod: 'P3M', from: '2021-06-01', retroactive: true },
    },
    { id: 'pk', type: 'protocol.completion.notified', protocol: 'p', by: 'KZ', received: '2024-01-01' },
    { id: 'pa', type: 'protocol.completion.notified', protocol: 'p', by: 'AZ', received: '2024-01-01' },
  ),
  entries(
    { id: 's', type: 'signed', on: '2020-01-01' },
    { id: 'n1', type: 'completion.notified', by: 'KZ', received: '2021-01-01' },
    { id: 'n2', type: 'completion.notified', by: 'AZ', received: '2021-01-01' },
    note('o1', 'First Ministry'),
    note('o2', 'Second Ministry'),
    { id: 'd', type: 'struck', of: 'n2', recorded: '2022-02-01', reason: 'sent in error' },
    { id: 'dd', type: 'struck', of: 'd', recorded: '2022-03-01', reason: 'it was right' },
  ),
];

const agreement = given();

function everything(list: readonly Entry[], asOf: CalendarDate): unknown {
  const { facts } = factsKnown(list);
  return {
    standing: standing({ agreement, description: '', entries: list, asOf, until: addDays(asOf, 1000) }),
    pending: standing({ agreement, description: '', entries: list, asOf }),
    plan: planOf({ agreement, description: '', entries: list, today: asOf, onboarded: asOf, reached: undefined, done: [] }),
    consolidated: consolidated(agreement, fold(agreement, facts, agreement.reading, asOf), facts, asOf),
  };
}

it.each(ledgers.map((ledger, i) => [i + 1, ledger] as const))(
  'the order of the entries changes nothing in any answer: ledger %i',
  (_, ledger) => {
    const answers = new Map<string, unknown>();
    const asOf = (day: string): unknown => {
      if (!answers.has(day)) answers.set(day, everything(ledger, d(day)));
      return answers.get(day);
    };
    checked(
      fc.property(
        fc.shuffledSubarray([...ledger], { minLength: ledger.length }),
        fc.constantFrom('2020-08-01', '2021-03-01', '2023-03-01', '2025-09-15', '2026-03-01'),
        (shuffled, day) => {
          expect(everything(shuffled, d(day))).toEqual(asOf(day));
        },
      ),
      8,
    );
  },
);
