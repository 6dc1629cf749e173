/** An acknowledgement answers a reminder that stands; where none does, it is refused, with the day of the next one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { whyNotAcknowledged } from '../dossier/acknowledging.ts';
import { loadDossier } from '../dossier/dossier.ts';
import { openRegisters } from '../register/home.ts';
import type { Line } from '../register/types.ts';
import { temporaryFolder } from './support/cli.ts';
import { enter } from './support/enter.ts';
import { keepIn, remindIn } from './support/register-of.ts';
import { inForceFrom, testAgreement } from './support/test-agreement.ts';

const folder = temporaryFolder();
const now = Date.parse('2028-07-01T09:00:00Z');
const within = (day: object) => [
  { id: 's', type: 'signed', on: '2024-01-10' },
  { id: 'e', type: 'entry.agreed', on: '2024-01-10', date: day, published: true },
];
/** Where the days are exact, the safe day is 9 September 2028 and the send-by day 26 August: the reminders are a year and a month before. */
const ledgers = {
  exact: inForceFrom('2024-03-10'),
  bounded: within({ notBefore: '2024-02-01', notAfter: '2024-03-01' }),
  unknown: within({ notBefore: '2022-01-01', notAfter: '2028-01-01' }),
};

beforeAll(() =>
  keepIn(
    folder.path,
    Object.entries(ledgers).map(([id, facts]) => ({ content: testAgreement(id, { rehearsal: false, reminders: ['P12M', 'P1M'] }), facts })),
  ),
);
afterAll(() => folder.remove());

const refusal = async (id: string, person?: string) => {
  const registers = await openRegisters(folder.path);
  try {
    return whyNotAcknowledged((await loadDossier(registers, id))!, { type: 'reminder.acknowledged', ...(person ? { person } : {}) }, now);
  } finally {
    await registers.close();
  }
};

describe.each([
  ['exact', '2028-07-26'],
  ['bounded', null],
  ['unknown', null],
])('of an agreement whose days are %s', (id, next) => {
  it('is refused before a reminder is sent, and taken afterwards', async () => {
    expect(await refusal(id)).toMatchObject({ code: 'nothingToAcknowledge', params: { agreement: id, ...(next ? { next } : {}) } });
    await remindIn(folder.path, id, now);
    expect(await refusal(id)).toBeUndefined();
  });
});

it('is refused to the person who has already answered the latest reminder, and taken from another', async () => {
  const acknowledged = {
    id: 'a',
    type: 'reminder.acknowledged',
    on: '2028-07-01',
    recorded: '2028-07-01',
    by: 'KZ',
    person: 'First Person',
  };
  const registers = await openRegisters(folder.path);
  await enter(registers.of(false), 'exact', acknowledged as Line, { by: 'desk', at: now });
  await registers.close();
  expect(await refusal('exact', 'first person')).toMatchObject({
    params: { person: 'First Person', on: '2028-07-01', next: '2028-07-26' },
  });
  expect(await refusal('exact', 'Second Person')).toBeUndefined();
});

it('is refused once it is decided to let the period be renewed: no reminder follows', async () => {
  const decision = { id: 'd', type: 'decision.made', on: '2028-07-01', recorded: '2028-07-01', by: 'KZ', person: 'x', authority: 'y' };
  const registers = await openRegisters(folder.path);
  await enter(registers.of(false), 'exact', { ...decision, decision: 'renew' } as Line, { by: 'desk', at: now });
  await registers.close();
  expect(await refusal('exact')).toMatchObject({ code: 'nothingToAcknowledge', params: { agreement: 'exact', next: null } });
});
