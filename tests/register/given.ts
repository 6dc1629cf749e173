/** Setup for tests of the register: entries, and a fresh register in a database. */
import { afterEach, beforeEach } from 'vitest';
import { date } from '../../clauses/calendar.ts';
import type { Act } from '../../machines/acts.ts';
import type { Fact } from '../../machines/facts.ts';
import type { Registers } from '../../register/home.ts';
import { openRegister } from '../../register/register.ts';
import type { Register, Row, SealedLine } from '../../register/types.ts';
import type { Kind, TestDatabase } from '../support/databases.ts';

export const signed = (id: string, on = '2004-03-01'): Fact => ({ id, type: 'signed', on: date(on) });
export const completion = (received: string): Fact => ({ id: 'n1', type: 'completion.notified', by: 'KZ', received: date(received) });
export const entered = { by: 'desk officer', at: 1_100_000_000_000 };
export const ids = (rows: readonly Row[]): string[] => rows.map(row => row.entry.id);

/** An act that only has to differ from others. */
export const act = (what: string): Act => ({ what }) as unknown as Act;

/** Every line, as a list. */
export const everythingOf = (register: Register): Promise<SealedLine[]> => register.everything(lines => listed(lines));

export async function listed<T>(given: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const one of given) list.push(one);
  return list;
}

/** A fresh database with a register for each test of a block. */
export function freshRegister({ fresh }: Kind): { register: Register; database: TestDatabase } {
  const on = {} as { register: Register; database: TestDatabase };
  beforeEach(async () => {
    on.database = await fresh();
    on.register = await openRegister(on.database.place);
  });
  afterEach(async () => {
    await on.register.close();
    await on.database.remove();
  });
  return on;
}

/** The two registers of a home, wherever they are stored. Without the guard between them. */
export const both = (real: Register, rehearsals: Register, home = 'home'): Registers => ({
  home,
  of: rehearsal => (rehearsal ? rehearsals : real),
  open: (_, rehearsal) => Promise.resolve(rehearsal ? rehearsals : real),
  find: async agreement => ((await real.has(agreement)) ? { rehearsal: false, register: real } : undefined),
  close: async () => void (await Promise.all([real.close(), rehearsals.close()])),
});
